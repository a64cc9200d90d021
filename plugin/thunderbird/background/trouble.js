/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why there is no answer, as far as the native program as a whole is to blame.
 */

/** @typedef {"missing" | "version" | "ended" | "silent"} TroubleCode */

export class Trouble extends Error {
  /** @param {TroubleCode} code */
  constructor (code) {
    super (code);
    this.code = code;
  }
}

/* Names of words.js. */
const WORDS = {
  missing: "hostMissing",
  version: "hostVersion",
  ended: "hostEnded",
  silent: "hostSilent",
};

/**
 * @param {TroubleCode} code
 * @returns {string}
 */
export function explainTrouble (code) {
  return browser.i18n.getMessage (WORDS[code]);
}

/**
 * A fault of the installation, which is the same for every message, and none of the message's making.
 * @param {TroubleCode} code
 */
export function isInstallationFault (code) {
  return code === "missing" || code === "version";
}

/* Thunderbird has no codes for these: no manifest for the program, and a manifest whose program can't be started. */
const MISSING = /No such native application|An unexpected error occurred/;

/**
 * @param {{ message: string } | null} error of a port that was disconnected
 * @returns {Trouble}
 */
export function troubleOf (error) {
  return new Trouble (error !== null && error !== undefined && MISSING.test (error.message) ? "missing" : "ended");
}

/** What the native program answers with `error`. */
export class Refusal extends Error {
  /** @param {any} frame */
  constructor (frame) {
    super (frame.code);
    this.code = frame.code;
    this.frame = frame;
  }
}
