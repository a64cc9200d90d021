/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Fields for a single setting: a switch, a choice, a text, the checks.
 */
import { make, say } from "./dom.js";

/**
 * @typedef {object} Field
 * @property {string} key
 * @property {any} value
 * @property {boolean} locked by the organisation
 * @property {any[]} fixed entries of a list that the organisation has added
 * @property {boolean} disabled
 * @property {(value: any) => Promise<void>} set
 */

/**
 * @param {Field} field
 * @param {string} id the id of the element it belongs to
 */
export function makeLock (field, id) {
  if (!field.locked)
    return null;
  const lock = make ("span", "note locked", `🔒 ${say ("managed")}`);
  lock.id = `${id}-lock`;
  return lock;
}

/**
 * Sets up what every field has: an id for its label, and the note about its lock.
 * @template {HTMLInputElement | HTMLSelectElement} T
 * @param {Field} field
 * @param {T} input
 * @param {string} [id]
 * @returns {T}
 */
export function setUp (field, input, id = field.key) {
  input.id = id;
  input.disabled = field.disabled;
  if (field.locked)
    input.setAttribute ("aria-describedby", `${id}-lock`);
  return input;
}

/**
 * @param {string} id
 * @param {string} words
 */
export function makeLabel (id, words) {
  const label = make ("label", "", words);

  label.htmlFor = id;
  return label;
}

/**
 * @param {Field} field
 * @param {string} name
 */
export function makeSwitch (field, name) {
  const input = setUp (field, make ("input", ""));

  input.type = "checkbox";
  input.checked = field.value === true;
  input.addEventListener ("change", () => field.set (input.checked));
  return make ("div", "row", input, makeLabel (field.key, say (name)), makeLock (field, field.key));
}

/**
 * @param {Field} field
 * @param {string} name
 * @param {Record<string, string>} choices keys of words.js by value
 */
export function makeChoice (field, name, choices) {
  const select = setUp (field, make ("select", ""));

  for (const [value, word] of Object.entries (choices))
    select.append (new Option (say (word), value, false, value === field.value));
  select.addEventListener ("change", () => field.set (select.value));
  return make ("div", "row", makeLabel (field.key, say (name)), select, makeLock (field, field.key));
}

/**
 * @param {Field} field
 * @param {string} name
 * @param {number} max
 */
export function makeNumber (field, name, max) {
  const input = setUp (field, make ("input", ""));

  input.type = "number";
  input.min = "0";
  input.max = `${max}`;
  input.value = field.value;
  input.addEventListener ("change", () => {
    if (input.checkValidity () && input.value !== "")
      field.set (input.valueAsNumber);
  });
  return make ("div", "row", makeLabel (field.key, say (name)), input, makeLock (field, field.key));
}

/**
 * @param {Field} field
 * @param {"email" | "url"} type
 * @param {string} name
 * @param {string} example
 */
export function makeText (field, type, name, example) {
  const input = setUp (field, make ("input", ""));

  input.type = type;
  input.value = field.value;
  input.placeholder = say (example);
  input.setAttribute ("aria-label", say (name));
  input.addEventListener ("change", () => field.set (input.value.trim ()));
  return make ("div", "row", input, makeLock (field, field.key));
}

/**
 * Words of a list, each to be switched on. Those that the organisation has added stay, and so do words that this
 * version does not know.
 * @param {Field} field
 * @param {Record<string, string>} words the names of their labels
 */
export function makeToggles (field, words) {
  const on = new Set (/** @type {string[]} */ (field.value));

  return make ("div", "", makeLock (field, field.key), Object.entries (words).map (([word, name]) => {
    const input = setUp (field, make ("input", ""), `${field.key}-${word}`);

    input.type = "checkbox";
    input.checked = on.has (word);
    input.disabled = field.disabled || field.fixed.includes (word);
    input.addEventListener ("change", () => {
      if (input.checked)
        on.add (word);
      else
        on.delete (word);
      field.set ([...on]);
    });
    return make ("div", "row", input, makeLabel (input.id, say (name)));
  }));
}

/**
 * A check that is off makes no warning. Ids that this version does not know are kept.
 * @param {Field} field
 * @param {{ id: string, title: string, explanation: string }[]} checks
 */
export function makeChecks (field, checks) {
  const off = new Set (/** @type {string[]} */ (field.value));

  return make ("div", "", makeLock (field, field.key), checks.map ((check) => {
    const id = `check-${check.id}`;
    const input = make ("input", "");

    input.type = "checkbox";
    input.id = id;
    input.checked = !off.has (check.id);
    input.disabled = field.disabled;
    input.setAttribute ("aria-describedby", `${id}-words`);
    input.addEventListener ("change", () => {
      if (input.checked)
        off.delete (check.id);
      else
        off.add (check.id);
      field.set ([...off]);
    });
    const words = make ("p", "note", check.explanation);
    words.id = `${id}-words`;
    return make ("div", "check", input, makeLabel (id, check.title), words);
  }));
}
