/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A setting that is a list: its entries, a button to remove each, and, if entries can be typed, a line to add one.
 * Entries added from a message can only be removed here.
 */
import { make, makeButton, say } from "./dom.js";
import { makeLock, setUp } from "./options-fields.js";

/** @typedef {import("./options-fields.js").Field} Field */
/** @typedef {string | [string, string]} Item a pair: a sender, and a site to which its links may lead */

/** @param {Item} item */
function wordsOf (item) {
  return typeof item === "string" ? item : say ("linksTo", item);
}

/**
 * @param {Field} field
 * @param {Item} item
 */
function makeItem (field, item) {
  const remove = makeButton (say ("remove"), () => {
    field.set (field.value.filter ((/** @type {Item} */ other) => other !== item));
  });

  remove.setAttribute ("aria-label", say ("removeOne", [wordsOf (item)]));
  if (field.fixed.some ((other) => wordsOf (other) === wordsOf (item))) {
    remove.disabled = true;
    remove.title = say ("managed");
  } else
    remove.disabled = field.disabled;
  return make ("li", "", make ("bdi", "", wordsOf (item)), remove);
}

/**
 * @param {Field} field
 * @param {string} name
 * @param {string} example
 */
function makeAdder (field, name, example) {
  const input = setUp (field, make ("input", ""));
  const form = make ("form", "row", input);
  const add = make ("button", "", say ("add"));

  input.type = "text";
  input.placeholder = say (example);
  input.setAttribute ("aria-label", say (name));
  add.disabled = field.disabled;
  form.append (add);
  form.addEventListener ("submit", (event) => {
    const item = input.value.trim ();

    event.preventDefault ();
    input.focus ();
    if (item !== "" && !field.value.includes (item))
      field.set ([...field.value, item]);
  });
  return form;
}

/**
 * @param {Field} field
 * @param {string} name
 * @param {string | null} example null: entries come from a message
 */
export function makeList (field, name, example) {
  const items = field.value.map ((/** @type {Item} */ item) => makeItem (field, item));

  return make ("div", "", makeLock (field, field.key),
               items.length === 0 ? make ("p", "", say ("none")) : make ("ul", "items", items),
               example === null ? null : makeAdder (field, name, example));
}
