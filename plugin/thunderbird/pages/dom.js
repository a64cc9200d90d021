/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Makes elements of a page. Text from messages is inserted only by these functions, and always as text.
 */

/** @typedef {Node | string | null | (Node | string | null)[]} Content null is left out */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {...Content} content
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make (name, className, ...content) {
  const element = document.createElement (name);

  if (className !== "")
    element.className = className;
  for (const item of content.flat ())
    if (item !== null)
      element.append (item);
  return element;
}

/**
 * A text of the extension's own.
 * @param {string} key
 * @param {string[]} [substitutions]
 */
export function say (key, substitutions) {
  return browser.i18n.getMessage (key, substitutions);
}

/** Fills in the texts that the HTML of a page names in data-words, and its language. */
export function fillWords () {
  document.documentElement.lang = browser.i18n.getUILanguage ();
  for (const element of document.querySelectorAll ("[data-words]"))
    element.textContent = say (element.getAttribute ("data-words") ?? "");
}

/**
 * @param {string} label
 * @param {(event: Event) => void} onClick
 */
export function makeButton (label, onClick) {
  const button = make ("button", "", label);

  button.type = "button";
  button.addEventListener ("click", onClick);
  return button;
}

const MAX_LABEL = 20; /* letters; a longer one breaks anywhere, for it may be wider than the window */

/**
 * The labels of a host, which breaks only after its dots (content/words.js).
 * @param {string} text
 */
function makeLabels (text) {
  if (/\s/.test (text))
    return [text];
  return text.split (/(?<=\.)(?=[^.])/).map ((label) => {
    return label.length > MAX_LABEL ? label : make ("span", "label", label);
  });
}

/**
 * A host, with the part that identifies its owner in bold: in "www.bank.example.shop.test" a hurried reader sees the
 * beginning, but the end counts. Another value stands out whole.
 * @param {string} value
 * @param {[number, number] | null} owner
 */
export function makeHost (value, owner) {
  if (owner === null)
    return make ("bdi", "host whole", ...makeLabels (value));
  const [start, length] = owner;
  return make ("bdi", "host", make ("span", "rest", ...makeLabels (value.slice (0, start))),
               make ("b", "", ...makeLabels (value.slice (start, start + length))),
               make ("span", "rest", ...makeLabels (value.slice (start + length))));
}

/**
 * Rows of a label and a value beside it.
 * @param {[string, Node][]} rows
 */
export function makeRows (rows) {
  return make ("dl", "rows", rows.flatMap (([label, value]) => [make ("dt", "", label), make ("dd", "", value)]));
}

/**
 * The headline, with the word of its level before it: never a colour alone.
 * @param {Buoy.Notice} notice
 */
export function makeHeadline (notice) {
  const word = notice.levelWord === "" ? null : make ("span", `word ${notice.level}`, notice.levelWord);

  return make ("h1", "", word, word === null ? null : " ", notice.headline);
}

/**
 * @param {Buoy.Finding} finding
 * @param {boolean} whole with its explanation
 */
export function makeFinding (finding, whole) {
  /** @type {[string, Node][]} */
  const rows = finding.lines.map ((line) => [line.label, makeHost (line.value, line.owner)]);

  return make ("div", whole ? "card" : "finding", make (whole ? "h3" : "h2", "", finding.title), rows.length > 0 ? makeRows (rows) : null,
               whole ? make ("p", "", finding.explanation) : null);
}

/**
 * @param {Buoy.PageRequest} request
 * @returns {Promise<any>}
 */
export function ask (request) {
  return browser.runtime.sendMessage (request);
}
