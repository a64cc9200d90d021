/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Style sheets of user origin, which override those of the message; only the background may insert them.
 */

/* Enough for marks of 500 links of 4 KiB, each in two rules. */
const MAX_CSS = 8 * 1024 * 1024;

/** @type {Map<number, Thunderbird.StyleTarget>} the inserted sheet, by tab */
const sheets = new Map ();

/** @type {Map<number, Promise<void>>} the last change, by tab */
const turns = new Map ();

/**
 * Replaces the previous style sheet by @css. Changes run one after another: if a size changes back at once, the sheet
 * is the same as before, and the pending change would remove it.
 * @param {Thunderbird.Sender & { tab: Thunderbird.Tab }} sender
 * @param {unknown} css "" for none
 * @returns {Promise<void>}
 */
export function setStyle (sender, css) {
  const turn = (turns.get (sender.tab.id) ?? Promise.resolve ()).then (() => replaceStyle (sender, css));

  turns.set (sender.tab.id, turn);
  return turn;
}

/**
 * @param {Thunderbird.Sender & { tab: Thunderbird.Tab }} sender
 * @param {unknown} css
 */
async function replaceStyle ({ tab, documentId }, css) {
  const old = sheets.get (tab.id);
  /** @type {Thunderbird.StyleTarget["target"]} */
  const target = documentId === undefined ? { tabId: tab.id } : { tabId: tab.id, documentIds: [documentId] };

  if (typeof css !== "string" || css.length > MAX_CSS)
    return;
  sheets.delete (tab.id);
  if (css !== "")
    {
      const sheet = { target, css, origin: /** @type {const} */ ("USER") };
      sheets.set (tab.id, sheet);
      await browser.scripting.insertCSS (sheet).catch (() => {}); /* the tab may show something else by now */
    }
  if (old !== undefined && (old.css !== css || old.target.documentIds?.[0] !== documentId))
    await browser.scripting.removeCSS (old).catch (() => {});
}

/** @param {number} tabId */
export function forgetStyle (tabId) {
  sheets.delete (tabId);
  turns.delete (tabId);
}
