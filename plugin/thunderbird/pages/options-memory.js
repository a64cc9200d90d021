/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was learned from mail, learning from messages that are there already, and deleting it.
 */
import { ask, make, makeButton, say } from "./dom.js";

/** @param {Buoy.LookBack} lookBack */
function wordsOf ({ state, read, all }) {
  switch (state)
    {
    case "running":
      return say ("lookBackRunning", [`${read}`, `${all}`]);
    case "stopped":
      return say ("lookBackStopped", [`${read}`, `${all}`]);
    case "done":
      return read === 0 ? say ("lookBackNothing") : say ("lookBackDone", [`${read}`]);
    default:
      return null;
    }
}

/** @param {Buoy.LookBack} lookBack */
function makeLookBack (lookBack) {
  const isRunning = lookBack.state === "running";
  const words = wordsOf (lookBack);
  const bar = make ("progress", "");
  const button = makeButton (say (isRunning ? "stop" : "lookBack"), () => {
    ask ({ type: isRunning ? "stop-look-back" : "look-back" });
  });

  bar.max = Math.max (1, lookBack.all);
  bar.value = lookBack.read;
  bar.setAttribute ("aria-label", words ?? "");
  button.id = "look-back";
  return make ("div", "row", words === null ? null : make ("span", "", words), isRunning ? bar : null, button);
}

/**
 * @param {{ id: string, words: string }} account
 * @param {() => void} again
 */
function makeAccount (account, again) {
  const forget = makeButton (say ("forget"), () => ask ({ type: "forget", account: account.id }).then (again));

  forget.setAttribute ("aria-label", say ("forgetOne", [account.words]));
  return make ("li", "", make ("bdi", "", account.words), forget);
}

/**
 * An address can be entered that is known, but never shown here: only a fingerprint of it is kept.
 * @param {() => void} again
 */
function makeForgetSender (again) {
  const input = make ("input", "");
  const forget = () => {
    const sender = input.value.trim ();

    if (/^\S+\.[^\s@]+$/.test (sender))
      ask ({ type: "forget-sender", sender }).then (again);
    else
      input.focus ();
  };

  input.type = "text";
  input.id = "forget-sender";
  input.placeholder = say ("trustedSendersExample");
  input.setAttribute ("aria-label", say ("forgetSenderName"));
  input.addEventListener ("keydown", (event) => {
    if (event.key === "Enter")
      forget ();
  });
  return make ("div", "row", input, makeButton (say ("forgetSender"), forget));
}

/**
 * The button, which is replaced by the question when it is pressed.
 * @param {() => void} again
 */
function makeClear (again) {
  const place = make ("div", "row");
  const question = () => make ("div", "", make ("p", "", say ("forgetAllQuestion")), make ("p", "note", say ("forgetAllWords")),
                               make ("div", "buttons", makeButton (say ("cancel"), show),
                                     makeButton (say ("forgetThem"), () => {
                                       ask ({ type: "forget", account: null }).then (again);
                                     })));

  function show () {
    place.replaceChildren (makeButton (say ("forgetAll"), () => {
      place.replaceChildren (question ());
      place.querySelector ("button")?.focus ();
    }));
  }
  show ();
  return place;
}

/** @param {HTMLElement} place what it fills */
export async function showMemory (place) {
  /** @type {Buoy.MemoryState} */
  const state = await ask ({ type: "memory" });
  const again = () => { showMemory (place); };
  const focused = document.activeElement?.id ?? "";
  const accounts = state.accounts.map ((account) => makeAccount (account, again));

  place.replaceChildren (accounts.length === 0 ? make ("p", "", say ("nothingLearned")) : make ("ul", "items", ...accounts),
                         makeLookBack (state.lookBack),
                         ...state.kept === null ? [] : [make ("p", "", state.kept), makeForgetSender (again),
                                                       makeClear (again)]);
  if (focused !== "" && place.querySelector (`#${CSS.escape (focused)}`) !== null)
    document.getElementById (focused)?.focus ();
}
