/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What takes the place of the menu: a question before a sender is trusted, an explanation, a note on a wrong warning.
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

/** @param {number} message */
export async function showNote (message) {
  /** @type {Buoy.Note} */
  const note = await ask ({ type: "wrong", message });
  const text = make ("textarea", "", note.report);
  const copy = () => navigator.clipboard.writeText (note.report);
  const write = async () => {
    await ask ({ type: "write-note", note });
    close ();
  };

  text.readOnly = true;
  text.rows = 8;
  text.setAttribute ("aria-label", say ("report"));
  replace (make ("h1", "", say ("wrongWarningTitle")), make ("p", "", note.words), text,
           make ("div", "buttons", makeButton (say ("close"), close), makeButton (say ("copy"), copy),
                 ...(note.address === null ? [] : [makeButton (say ("writeMail"), write)])));
}
