/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the scripts of this folder share to put words on the screen. They are no modules: each leaves one name. All text
 * goes through here, as text; nothing is ever read as HTML.
 */
/* exported BuoyWords */

var BuoyWords = (() => {
  const HTML = "http://www.w3.org/1999/xhtml";
  const SVG = "http://www.w3.org/2000/svg";

  /**
   * A word of the extension's own.
   * @param {string} key
   * @param {...string} parts
   * @returns {string}
   */
  function say (key, ...parts) {
    return browser.i18n.getMessage (key, parts);
  }

  /**
   * An element of HTML, whatever kind of document it is made for.
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
   * @param {() => void} act is called for what a person does alone, and for the first click of two
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
   * A host with the part in bold that says whose it is.
   * @param {string} text
   * @param {[number, number] | null} owner
   * @returns {Node[]}
   */
  function makeHost (text, owner) {
    if (owner === null)
      return makeLabels (text);
    const [start, length] = owner;

    return [...makeLabels (text.slice (0, start)), make ("b", {}, ...makeLabels (text.slice (start, start + length))),
            ...makeLabels (text.slice (start + length))];
  }

  /**
   * The sign of a warning; a screen reader has the word of the level.
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
