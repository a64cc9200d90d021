/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Replaces the menu by a question before a sender is trusted, an explanation, or a note about a wrong warning.
 */
import { ask, make, makeButton, say } from "./dom.js";

const close = () => window.close ();

/** @param {...(Node | string)} content */
function replace (...content) {
  const main = document.querySelector ("main");

  main?.replaceChildren (...content);
  main?.querySelector ("button")?.focus ();
}

/** @param {string} words */
export function tell (words) {
  replace (make ("p", "", words), make ("div", "buttons", makeButton (say ("close"), close)));
}

/**
 * The safe answer comes first and has the focus.
 * @param {number} message
 * @param {string} sender
 * @param {string | null} site
 */
export async function askTrust (message, sender, site) {
  const { words, advice } = await ask ({ type: "ask-trust", sender, site });
  const give = async () => {
    await ask ({ type: "give-trust", message, sender, site });
    close ();
  };

  replace (make ("h1", "", words), make ("p", "", advice),
           make ("div", "buttons", makeButton (say ("doNotTrust"), close), makeButton (say ("trust"), give)));
}

/** @param {Buoy.Note} note */
function makeReport (note) {
  const text = make ("textarea", "", note.report);

  text.readOnly = true;
  text.rows = 8;
  text.setAttribute ("aria-label", say ("report"));
  return text;
}

/**
 * Nothing is noted before the reader confirms, and it can be undone.
 * @param {number} message
 * @param {"ask" | "note" | "undo"} step
 */
export async function showNote (message, step = "ask") {
  /** @type {Buoy.Note} */
  const note = await ask ({ type: "wrong", message, step });
  const write = async () => {
    await ask ({ type: "write-note", note });
    close ();
  };
  const next = note.noted
    ? [makeButton (say ("undo"), () => showNote (message, "undo")),
       makeButton (say ("copyReport"), () => navigator.clipboard.writeText (note.report)),
       ...(note.address === null ? [] : [makeButton (say ("writeMail"), write)])]
    : [makeButton (say ("noteIt"), () => showNote (message, "note"))];

  replace (make ("h1", "", say ("wrongWarningTitle")), make ("p", "", note.words), makeReport (note),
           make ("div", "buttons", makeButton (say ("close"), close), ...next));
}
