/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the text of a link in the order in which it is displayed: "row-reverse", "order", floats, grids and positions
 * can place its parts anywhere, so that ".example", "bank" and "www." in the tree are one address on the screen. Comes
 * after addresses.js.
 */
/* exported BuoyOrder */

var BuoyOrder = (() => {
  const MAX_TEXTS = 20000; /* of all links in one collection */
  const MAX_FOUND = 200;
  const MAX_GAP = 4; /* pixels between letters of one word */
  const DOT = /[.．。｡]/;
  const { hrefOf } = BuoyShown;
  const { ADDRESS, rangeOf } = BuoyAddresses;

  /** @typedef {{ text: string, number: number, left: number, right: number, top: number, bottom: number }} Part */

  let nTexts = 0; /* of this collection */
  let nLeft = 0; /* links that were left out */

  /**
   * @param {Text} node
   * @param {number} number its place in the tree
   * @returns {Part[]} none if it is not displayed
   */
  function partOf (node, number) {
    const text = node.data.trim ();
    const from = node.data.length - node.data.trimStart ().length;
    const piece = { node, from, to: from + text.length };
    const boxes = rangeOf (piece, piece).getClientRects ();

    if (boxes.length === 0)
      return [];
    const { left, top, bottom } = boxes[0];

    return [{ text, number, left, right: boxes[boxes.length - 1].right, top, bottom }];
  }

  /**
   * @param {Element} link
   * @returns {Part[]} in the order of the tree
   */
  function partsOf (link) {
    const walker = Document.prototype.createTreeWalker.call (document, link, NodeFilter.SHOW_TEXT);
    const parts = [];
    let node = /** @type {Text | null} */ (walker.nextNode ());

    for (; node !== null && nTexts < MAX_TEXTS; node = /** @type {Text | null} */ (walker.nextNode ())) {
      nTexts += 1;
      if (/\S/.test (node.data))
        parts.push (...partOf (node, parts.length));
    }
    nLeft += node === null ? 0 : 1;
    return parts;
  }

  /**
   * @param {Part[]} parts
   * @returns {Part[][]} lines, each from left to right
   */
  function linesOf (parts) {
    /** @type {Part[][]} */
    const lines = [];
    const middle = (/** @type {Part} */ { top, bottom }) => (top + bottom) / 2;

    for (const part of [...parts].sort ((one, other) => middle (one) - middle (other))) {
      const line = lines[lines.length - 1];

      if (line !== undefined && middle (part) < line[0].bottom)
        line.push (part);
      else
        lines.push ([part]);
    }
    return lines.map ((line) => line.sort ((one, other) => one.left - other.left));
  }

  /**
   * @param {Part[]} line
   * @returns {string}
   */
  function textOf (line) {
    return line.map (({ text, left }, i) => i > 0 && left - line[i - 1].right >= MAX_GAP ? ` ${text}` : text).join ("");
  }

  /**
   * @param {Element} link
   * @returns {string | null} its text as displayed; null if that has the order of the tree, or no address
   */
  function displayedText (link) {
    if (link.childElementCount === 0 || !DOT.test (link.textContent ?? ""))
      return null;
    const lines = linesOf (partsOf (link));
    const isOfTree = lines.flat ().every (({ number }, i) => number === i);
    const text = isOfTree ? "" : lines.map (textOf).join (" ");

    return ADDRESS.test (text) ? text : null;
  }

  /**
   * @param {Element[]} links
   * @param {string | null} base
   * @returns {Pick<Buoy.Shown, "links"> & { nLeft: number }}
   */
  function collect (links, base) {
    const found = [];

    nTexts = nLeft = 0;
    for (const link of links) {
      const text = displayedText (link);

      if (text !== null)
        found.push ([hrefOf (link), text, base, true]);
    }
    return /** @type {ReturnType<typeof collect>} */ ({ links: found.slice (0, MAX_FOUND),
                                                        nLeft: nLeft + Math.max (0, found.length - MAX_FOUND) });
  }

  return { collect };
}) ();
