/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Style sheets of user origin, which outweigh those of the message: only the background may put them there.
 */

/* Marks for 500 links at 4 KiB, each told twice, and what is around them. */
const MAX_CSS = 8 * 1024 * 1024;

/** @type {Map<number, Thunderbird.StyleTarget>} what is there, by tab */
const sheets = new Map ();

/** @type {Map<number, Promise<void>>} the last change, by tab */
const turns = new Map ();

/**
 * Puts @css in place of what was put there before. One change after another: a size that comes back at once has the
 * same style sheet, which the change before would remove.
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
      await browser.scripting.insertCSS (sheet).catch (() => {}); /* the tab shows something else by now */
    }
  if (old !== undefined && (old.css !== css || old.target.documentIds?.[0] !== documentId))
    await browser.scripting.removeCSS (old).catch (() => {});
}

/** @param {number} tabId */
export function forgetStyle (tabId) {
  sheets.delete (tabId);
  turns.delete (tabId);
}
