/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Permissions that Thunderbird grants only if the reader allows it; the permission itself is the setting.
 */
import { make, say } from "./dom.js";
import { makeLabel } from "./options-fields.js";

/**
 * @param {string} permission
 * @param {string} name
 */
export async function makePermission (permission, name) {
  const permissions = { permissions: [permission] };
  const input = make ("input", "");

  input.type = "checkbox";
  input.id = permission;
  input.checked = await browser.permissions.contains (permissions);
  input.addEventListener ("change", async () => {
    if (input.checked)
      input.checked = await browser.permissions.request (permissions);
    else
      await browser.permissions.remove (permissions);
  });
  return make ("div", "row", input, makeLabel (permission, say (name)));
}
