/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why there is no answer, if the reason is the native program as a whole.
 */

/** @typedef {"missing" | "version" | "ended" | "silent"} TroubleCode */

export class Trouble extends Error {
  /** @param {TroubleCode} code */
  constructor (code) {
    super (code);
    this.code = code;
  }
}

/* Keys of words.js. */
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
 * A fault of the installation, which affects every message and is not caused by one.
 * @param {TroubleCode} code
 */
export function isInstallationFault (code) {
  return code === "missing" || code === "version";
}

/* Thunderbird has no error codes for these: the manifest of the program is missing, or its program can't be started. */
const MISSING = /No such native application|An unexpected error occurred/;

/**
 * @param {{ message: string } | null} error of a port that was disconnected
 * @returns {Trouble}
 */
export function troubleOf (error) {
  return new Trouble (error !== null && error !== undefined && MISSING.test (error.message) ? "missing" : "ended");
}

/** An `error` answer of the native program. */
export class Refusal extends Error {
  /** @param {any} frame */
  constructor (frame) {
    super (frame.code);
    this.code = frame.code;
    this.frame = frame;
  }
}
