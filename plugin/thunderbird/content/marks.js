/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Marks misleading links by rules in the style sheet of user origin, like plugin/evolution/e-buoy-marks.c. Colour,
 * underline and a sign with a text alternative (CSS Content 3 §1.2), with their own background, since the message's may
 * have any colour. A drawing (SVG) has no background, and its text is filled.
 */
/* exported BuoyMarks */

var BuoyMarks = (() => {
  const MAX_MARKS = 500; /* every element of a page is matched against each; the gravest come first */

  const LINK_STYLE = "color: #8c0a18 !important; -webkit-text-fill-color: #8c0a18 !important;"
    + " background: #ffe8ea !important; outline: 1px dashed #c01c28 !important;"
    + " text-decoration: underline wavy #c01c28 !important; fill: #8c0a18 !important;";
  const SIGN_STYLE = "all: initial !important; color: #c01c28 !important; background: #ffe8ea !important;"
    + " display: inline !important; font: bold 1em sans-serif !important; padding: 0 0.25em !important;";
  const LINKS = ":is(a, area, :any-link)"; /* also formulas (MathML), of which any element may be a link */
  const SIGN = "\\26A0\\FE0E ";
  const CUT = "…"; /* replaces the middle of a very long href */

  /**
   * A CSS string (CSS Syntax 3 §4.3.5): quotes, backslashes and control characters of the mail are escaped.
   * @param {string} text
   * @returns {string}
   */
  function quote (text) {
    const escaped = [...text].map ((letter) => {
      return letter === '"' || letter === "\\" || letter < " " || letter === "\x7f"
        ? `\\${letter.codePointAt (0)?.toString (16)} ` : letter;
    });

    return `"${escaped.join ("")}"`;
  }

  /**
   * Compares the ends of a href that may have been cut. The sender may have written the same character anywhere in it.
   * @param {string} href
   * @returns {string}
   */
  function selectorFor (href) {
    const first = href.indexOf (CUT);

    if (first < 0)
      return `${LINKS}[*|href=${quote (href)}]`;
    const head = href.slice (0, first) || CUT;
    const tail = href.slice (href.lastIndexOf (CUT) + 1) || CUT;

    return `${LINKS}[*|href^=${quote (head)}][*|href$=${quote (tail)}]`;
  }

  /**
   * @param {string} selector
   * @param {string} words text for screen readers
   * @returns {string}
   */
  function rulesFor (selector, words) {
    return `${selector} { ${LINK_STYLE} }\n`
      + `${selector}::after { ${SIGN_STYLE} content: "${SIGN}" !important;`
      + ` content: "${SIGN}" / ${quote (words)} !important; }\n`;
  }

  /**
   * If there are more misleading links than MAX_MARKS, all links are marked except those that stay within the mail
   * client.
   * @returns {string}
   */
  function rulesForAll () {
    return rulesFor (`:where(${LINKS}[*|href]:not([*|href^="#"], [*|href^="mailto:" i]))`,
                     BuoyWords.say ("markAll"));
  }

  /**
   * @param {Buoy.View} view
   * @returns {string}
   */
  function rulesOf (view) {
    const ofLinks = view.falseLinks.slice (0, MAX_MARKS).map ((link) => {
      const words = BuoyWords.say (link.kind === "listed" ? "markListed" : "markLink", link.actual);

      return rulesFor (selectorFor (link.href), words);
    });

    return (view.markAll ? rulesForAll () : "") + ofLinks.join ("");
  }

  return { rulesOf };
}) ();
