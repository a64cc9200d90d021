/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Shown once after installation: what the extension does, and what it does not do.
 */
import { ask, fillWords, makeButton, say } from "./dom.js";
import { makePermission } from "./options-permissions.js";

async function show () {
  /** @type {Buoy.SettingsState} */
  const { trouble } = await ask ({ type: "settings" });
  const place = document.getElementById ("trouble");

  if (place !== null && trouble !== null)
    {
      place.textContent = trouble;
      place.hidden = false;
    }
}

fillWords ();
document.querySelector (".buttons")?.append (makeButton (say ("preferences"), () => browser.runtime.openOptionsPage ()));
makePermission ("addressBooks", "useAddressBooks").then ((row) => document.getElementById ("books")?.append (row));
show ();
