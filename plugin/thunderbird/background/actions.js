/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader can do about a message. Nothing is sent automatically: a report is a message that the reader sends.
 */
import { readOriginal } from "./mail.js";

/** @typedef {import("./cases.js").Case} Case */
/** @typedef {import("./host.js").Host} Host */

const MOVE = { permissions: ["messagesMove"] };

/**
 * Reports to the organisation, if it collects events, what the reader did about an analysed message.
 * @param {Host} host
 * @param {Case} subject
 * @param {string} event as in PROTOCOL.md
 * @param {string | null} href of a link
 */
export function sendEvent (host, subject, event, href = null) {
  if (host.settings.policyEvents !== null && subject.state === "judged" && subject.session === host.port.session)
    host.port.ask ([{ type: "event", message: subject.message, event, href }]).catch (() => {});
}

/**
 * Thunderbird does not move messages that an extension marks as junk, whatever its settings; if the reader has allowed
 * it, we do.
 * @param {Host} host
 * @param {Case} subject
 */
export async function markJunk (host, subject) {
  sendEvent (host, subject, "marked-junk");
  subject.isMarkedJunk = true;
  await browser.messages.update (subject.id, { junk: true });
  if (!await browser.permissions.contains (MOVE))
    return;
  const accountId = subject.header.folder?.accountId;
  const [folder] = accountId === undefined ? [] : await browser.folders.query ({ accountId, specialUse: ["junk"] });
  if (folder !== undefined && folder.id !== subject.header.folder?.id)
    await browser.messages.move ([subject.id], folder.id, { isUserAction: true });
}

/**
 * Where it stays on show. One that was moved can be taken back by Thunderbird's own "Undo".
 * @param {Case} subject
 */
export function undoJunk (subject) {
  return browser.messages.update (subject.id, { junk: false });
}

/** @param {Host} host */
export async function listPlaces (host) {
  return (await host.port.ask ([{ type: "report" }])).places;
}

/**
 * Opens a new message with the reported one attached, byte for byte.
 * @param {Host} host
 * @param {Case} subject
 * @param {{ address: string, subject: string, text: string }} place
 */
export async function report (host, subject, place) {
  sendEvent (host, subject, "reported");
  const raw = await readOriginal (subject.id);
  const bytes = Uint8Array.from (raw, (character) => character.charCodeAt (0));
  const file = new File ([bytes], "message.eml", { type: "message/rfc822" });

  await browser.compose.beginNew (null, {
    to: [place.address], subject: place.subject, plainTextBody: place.text, isPlainText: true,
    attachments: [{ file }],
  });
}

/**
 * @param {{ address: string | null, subject: string, report: string }} note
 */
export async function writeNote (note) {
  if (note.address !== null)
    await browser.compose.beginNew (null, {
      to: [note.address], subject: note.subject, plainTextBody: note.report, isPlainText: true,
    });
}

/**
 * The question before a sender is trusted, or links in the sender's mail.
 * @param {Host} host
 * @param {string} sender
 * @param {string | null} site
 */
export async function askTrust (host, sender, site) {
  return host.port.ask ([{ type: "trust", sender, site, given: true, question: true }]);
}

/**
 * @param {Host} host
 * @param {Case} subject
 * @param {string} sender
 * @param {string | null} site
 */
export async function giveTrust (host, subject, sender, site) {
  const { words } = await host.port.ask ([{ type: "trust", sender, site, given: true }]);

  subject.trusted = { sender, site, words };
}

/**
 * @param {Host} host
 * @param {Case} subject
 */
export async function undoTrust (host, subject) {
  const trusted = subject.trusted;

  if (trusted === null)
    return;
  subject.trusted = null;
  await host.port.ask ([{ type: "trust", sender: trusted.sender, site: trusted.site, given: false }]);
}

/**
 * Opens a URL that the reader has confirmed in the browser.
 * @param {unknown} url
 */
export async function openInBrowser (url) {
  if (typeof url === "string" && /^https?:\/\//i.test (url) && URL.canParse (url))
    await browser.windows.openDefaultBrowser (url);
}
