/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Helpers for the scripts in this folder to display text. They are not modules: each defines one global name. All text
 * is inserted as text, never as HTML.
 */
/* exported BuoyWords */

var BuoyWords = (() => {
  const HTML = "http://www.w3.org/1999/xhtml";
  const SVG = "http://www.w3.org/2000/svg";

  /**
   * A text of the extension's own.
   * @param {string} key
   * @param {...string} parts
   * @returns {string}
   */
  function say (key, ...parts) {
    return browser.i18n.getMessage (key, parts);
  }

  /**
   * Makes an HTML element, whatever the kind of document.
   * @param {string} name
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} content
   * @returns {HTMLElement}
   */
  function make (name, attributes, ...content) {
    const element = /** @type {HTMLElement} */ (document.createElementNS (HTML, name));

    for (const [key, value] of Object.entries (attributes))
      element.setAttribute (key, value);
    element.append (...content);
    return element;
  }

  /**
   * @param {string} label
   * @param {string} className
   * @param {() => void} act called only for the user's own events, and only for the first click of a double click
   * @returns {HTMLElement}
   */
  function makeButton (label, className, act) {
    const button = make ("button", { type: "button", class: className }, label);

    button.addEventListener ("click", (event) => {
      if (event.isTrusted && event.detail < 2)
        act ();
    });
    return button;
  }

  const MAX_LABEL = 20; /* letters; a longer one breaks anywhere, for it may be wider than the window */

  /**
   * The labels of a host, which breaks only after its dots: a hyphen at the end of a line looks like one that the line
   * has brought.
   * @param {string} text
   * @returns {Node[]}
   */
  function makeLabels (text) {
    if (/\s/.test (text))
      return [new Text (text)];
    return text.split (/(?<=\.)(?=[^.])/).map ((label) => {
      return label.length > MAX_LABEL ? new Text (label) : make ("span", { class: "label" }, label);
    });
  }

  /**
   * A host, with the part that identifies its owner in bold; another value stands out whole, as in
   * ui/buoy-host-label.c.
   * @param {string} text
   * @param {[number, number] | null} owner
   * @returns {Node[]}
   */
  function makeHost (text, owner) {
    if (owner === null)
      return [make ("span", { class: "whole" }, ...makeLabels (text))];
    const [start, length] = owner;

    return [...makeLabels (text.slice (0, start)), make ("b", {}, ...makeLabels (text.slice (start, start + length))),
            ...makeLabels (text.slice (start + length))];
  }

  /**
   * The sign of a warning. For screen readers, the level's word is used instead.
   * @returns {Element}
   */
  function makeSign () {
    const sign = document.createElementNS (SVG, "svg");

    for (const [key, value] of Object.entries ({ viewBox: "0 0 32 32", "aria-hidden": "true", class: "sign" }))
      sign.setAttribute (key, value);
    for (const [name, shape] of [["circle", { cx: "16", cy: "16", r: "16", class: "ground" }],
                                 ["path", { d: "M14 6h4l-.6 13h-2.8zM16 22a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 1 1 0-4.4z",
                                            class: "mark" }]]) {
      const part = document.createElementNS (SVG, /** @type {string} */ (name));

      for (const [key, value] of Object.entries (shape))
        part.setAttribute (key, value);
      sign.append (part);
    }
    return sign;
  }

  return { say, make, makeButton, makeHost, makeSign };
}) ();
