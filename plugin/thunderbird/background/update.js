/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Thunderbird runs the manifest's scripts in a message when it is opened. After the extension was installed or updated,
 * messages that are open already get them here; the new scripts remove what the old ones left.
 */
export async function reachOpenMessages () {
  const [scripts] = browser.runtime.getManifest ().message_display_scripts;
  const tabs = await browser.tabs.query ({ type: ["mail", "messageDisplay"] });
  /* Thunderbird lists them by their full URLs. */
  const files = scripts.js.map ((/** @type {string} */ file) => new URL (file, "moz-extension:///").pathname);

  await Promise.all (tabs.map (async ({ id }) => {
    const { messages } = await browser.messageDisplay.getDisplayedMessages (id);
    if (messages.length === 1)
      await browser.scripting.executeScript ({ target: { tabId: id }, files });
  }).map ((work) => work.catch (() => {}))); /* a tab that shows no message */
}

/** @param {{ reason: string }} details */
export async function onInstalled ({ reason }) {
  await reachOpenMessages ();
  if (reason === "install" && !(await browser.storage.managed.get ().catch (() => null)))
    await browser.tabs.create ({ url: "/pages/welcome.html" });
}
