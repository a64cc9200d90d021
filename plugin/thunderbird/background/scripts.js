/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Runs the content scripts of the manifest in messages in which Thunderbird did not run them.
 */

/**
 * Thunderbird runs each file by itself when a message begins to load, in the document that is there at that moment. On
 * a busy machine, some of them or all may run in the document before, which leaves the message without a guard.
 * @param {number} tabId a tab whose message has been loaded
 */
export async function ensureScripts (tabId) {
  const hasStarted = () => Object.hasOwn (globalThis, "buoyHasStarted");
  const [answer] = await browser.scripting.executeScript ({ target: { tabId }, func: hasStarted });

  if (answer?.result === false)
    await runScripts (tabId);
}

/** @param {number} tabId */
export async function runScripts (tabId) {
  const [scripts] = browser.runtime.getManifest ().message_display_scripts;
  /* Thunderbird lists them by their full URLs. */
  const files = scripts.js.map ((/** @type {string} */ file) => new URL (file, "moz-extension:///").pathname);

  await browser.scripting.executeScript ({ target: { tabId }, files });
}
