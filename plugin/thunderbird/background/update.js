/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Thunderbird runs the manifest's scripts in a message when it is opened. After the extension was installed or updated,
 * messages that are open already get them here; the new scripts remove what the old ones left.
 */
import { runScripts } from "./scripts.js";

export async function reachOpenMessages () {
  const tabs = await browser.tabs.query ({ type: ["mail", "messageDisplay"] });

  await Promise.all (tabs.map (async ({ id }) => {
    const { messages } = await browser.messageDisplay.getDisplayedMessages (id);
    if (messages.length === 1)
      await runScripts (id);
  }).map ((work) => work.catch (() => {}))); /* a tab that shows no message */
}

/** @param {{ reason: string }} details */
export async function onInstalled ({ reason }) {
  await reachOpenMessages ();
  if (reason === "install" && !(await browser.storage.managed.get ().catch (() => null)))
    await browser.tabs.create ({ url: "/pages/welcome.html" });
}
