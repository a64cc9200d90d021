/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The state that a script in a message shows.
 */
import { isInstallationFault, explainTrouble } from "./trouble.js";

/** @typedef {import("./cases.js").Case} Case */
/** @typedef {import("./settings.js").Settings} Settings */

/** @type {Buoy.View} */
const NOTHING = {
  state: "left-alone", notice: null, isWarned: false, falseLinks: [], markAll: false, judgedHosts: [], isWhole: true,
  blocks: false, canMarkJunk: false, isMarkedJunk: false, trouble: null, trusted: null, support: null,
};

/* Errors that were reported; each is reported once while Thunderbird runs (which may restart the background), since a
 * missing program is missing for every message. */
const told = new Set ();

export async function recallTold () {
  const kept = await browser.storage.session.get ("told");

  for (const code of kept.told ?? [])
    told.add (code);
}

/** @param {import("./trouble.js").TroubleCode} code */
function tellOnce (code) {
  if (told.has (code))
    return null;
  told.add (code);
  browser.storage.session.set ({ told: [...told] });
  return explainTrouble (code);
}

/**
 * If the program crashes on a message, or it can't be read, the reader is asked before a link is opened. If there is no
 * program, links open as without this extension.
 * @param {Case} subject
 * @param {Settings} settings
 * @returns {Buoy.View}
 */
function viewOfFailed (subject, settings) {
  const code = subject.trouble;

  return {
    ...NOTHING, state: "failed", isWhole: code !== null && isInstallationFault (code),
    trouble: code === null ? unreadWords () : tellOnce (code), support: settings.policySupport,
  };
}

/** The text for a message that Thunderbird could not return. */
export function unreadWords () {
  return browser.i18n.getMessage ("notChecked", browser.i18n.getMessage ("notRead"));
}

/** @param {any} frame `error` */
function troubleOfMessage (frame) {
  if (frame.notice === undefined)
    return browser.i18n.getMessage ("notChecked", frame.words ?? frame.code);
  return frame.notice.level === "none" ? frame.notice.headline : null;
}

/** @param {Case} subject */
export function canMarkJunk (subject) {
  const { folder, junk } = subject.header;

  return folder !== undefined && folder !== null && !junk && !folder.specialUse.includes ("junk");
}

/**
 * @param {Case} subject
 * @param {Settings} settings
 */
function trustedWords (subject, settings) {
  const trusted = subject.trusted;

  return trusted !== null && settings.trusts (trusted.sender, trusted.site) ? trusted.words : null;
}

/**
 * @param {Case} subject
 * @param {Settings} settings
 * @returns {Buoy.View}
 */
export function viewOf (subject, settings) {
  const frame = subject.frame;

  if (subject.state === "failed")
    return viewOfFailed (subject, settings);
  if (subject.state !== "judged" || frame === null)
    return NOTHING;
  const isError = frame.type === "error";
  return {
    state: "judged",
    notice: frame.isShown && frame.notice?.level !== "none" ? frame.notice : null,
    isWarned: frame.isWarned === true,
    falseLinks: frame.falseLinks ?? [],
    markAll: (frame.moreFalseLinks ?? 0) > 0,
    judgedHosts: frame.judgedHosts ?? [],
    isWhole: frame.isWhole === true && !subject.sealed && !subject.isShownUnjudged,
    blocks: settings.get ("link-action") === "block",
    canMarkJunk: canMarkJunk (subject),
    isMarkedJunk: subject.isMarkedJunk && subject.header.junk,
    trouble: isError ? troubleOfMessage (frame) : frame.failure ?? null,
    trusted: trustedWords (subject, settings),
    support: settings.policySupport,
  };
}
