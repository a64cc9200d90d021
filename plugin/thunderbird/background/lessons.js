/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The names of accounts and messages in the memory of the native program. Other profiles and mail clients use the same
 * memory, so an account's name has a prefix.
 */

/* Deleted mail, and mail that is not from others. */
const NO_LESSON = new Set (["junk", "trash", "sent", "drafts", "templates", "outbox"]);

/** @type {Promise<string> | null} */
let prefix = null;

/** @returns {Promise<string>} */
async function findPrefix () {
  const kept = await browser.storage.local.get ("profile");
  const profile = kept.profile ?? crypto.randomUUID ();

  if (kept.profile === undefined)
    await browser.storage.local.set ({ profile });
  return `thunderbird/${profile}/`;
}

/** The prefix for the names of all accounts of this profile. */
export function getPrefix () {
  prefix ??= findPrefix ().catch ((error) => {
    prefix = null;
    throw error;
  });
  return prefix;
}

/**
 * @param {Thunderbird.Folder | null | undefined} folder
 * @returns {boolean}
 */
export function mayTeach (folder) {
  return folder !== undefined && folder !== null && folder.accountId !== undefined
         && !folder.specialUse.some ((use) => NO_LESSON.has (use));
}

/**
 * What is sent to the native program about a message in addition to its bytes. If nothing can be stored, the message is
 * analysed nevertheless.
 * @param {Thunderbird.MessageHeader} header
 * @returns {Promise<{ account?: string, lesson?: string }>}
 */
export async function lessonOf (header) {
  const folder = header.folder;

  if (folder === undefined || folder === null || folder.accountId === undefined)
    return {};
  const before = await getPrefix ().catch (() => null);
  if (before === null)
    return {};
  const account = `${before}${folder.accountId}`;
  const lesson = `${folder.id} ${header.headerMessageId}`;

  return header.junk || !mayTeach (folder) ? { account } : { account, lesson };
}

/**
 * What a message taught is taken back when it is marked as junk, wherever that is done, and counts again if it is not.
 * Of a message that was not opened lately nobody knows what it taught.
 * @param {import("./app.js").App} app
 * @param {Thunderbird.MessageHeader} header
 * @param {boolean} junk
 */
export async function tellJunk ({ cases, host, tabs }, header, junk) {
  const subject = cases.all.get (header.id);

  if (subject === undefined || subject.header.junk === junk)
    return;
  subject.header = header;
  tabs.update (subject);
  if (subject.state === "judged" && subject.session === host.port.session)
    await host.port.ask ([{ type: "junk", message: subject.message, junk }]).catch (() => {});
}

/**
 * Lists all accounts; what was learned from others, which were removed, is deleted.
 * @returns {Promise<import("./port.js").Frame>}
 */
export async function accountsFrame () {
  const before = await getPrefix ();
  const accounts = await browser.accounts.list (false);

  return { type: "accounts", prefix: before, accounts: accounts.map (({ id }) => `${before}${id}`) };
}
