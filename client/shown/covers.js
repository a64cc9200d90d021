/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What hides letters that a click reaches all the same: a box that the pointer passes through, a shadow or an outline,
 * a box that a style generates, a mask, or the style of a first letter. Few pages have styles that may do so, and only
 * in these elements are asked. Comes after targets.js.
 */
/* exported BuoyCovers */

var BuoyCovers = (() => {
  const MAX_ELEMENTS = 10000; /* of a tree */
  const MAX_COVERS = 200;
  const MIN_HEIGHT = 4; /* pixels */
  const UNKNOWN_STYLE = /\\|@import/i; /* a backslash may write any letter */
  /* The mail clients' own sheets hide nothing, and generate no text. */
  const SHEETS = "style, link[rel~=stylesheet i]:not([href^='evo-file:' i], [href^='chrome:' i])";
  const PICTURES = new Set (["canvas", "embed", "iframe", "img", "object", "svg", "video"]);
  /* Of a color that nothing shines through; as computed, it comes first, and the blur third. */
  const SHADOWS = /rgb\([^)]*\) (-?[\d.]+)px (-?[\d.]+)px [\d.]+px (-?[\d.]+)px(?! inset)/g;
  const NO_COLOR = /^transparent$|, 0\)$|\/ 0\)$/;
  const { find } = BuoyShown;
  const { nearest } = BuoyTargets;

  /** @typedef {Document | ShadowRoot} Tree */

  /** @type {Tree[] | null} of this collection, until one of its texts is asked about */
  let unread = null;
  let mayMask = false;
  let mayGenerate = false;
  let mayStyleFirst = false;
  /** @type {[Element, DOMRect][]} where elements may hide what is beneath them, and no click tells */
  let covers = [];

  /**
   * @param {Tree[]} trees
   * @param {RegExp} style
   * @returns {boolean} whether a sheet may have it
   */
  function isInSheets (trees, style) {
    return trees.some ((tree) => find (tree, SHEETS).some (({ localName, textContent }) =>
      localName === "link" || UNKNOWN_STYLE.test (textContent ?? "") || style.test (textContent ?? "")));
  }

  /**
   * @param {Tree[]} trees
   * @param {string[]} names of properties
   * @returns {boolean} whether a sheet or an attribute may have one of them
   */
  function isStyled (trees, names) {
    const inAttributes = names.map ((name) => `[style*="${name}" i], [${name}]`).join (", ");

    return isInSheets (trees, new RegExp (names.join ("|"), "i"))
      || trees.some ((tree) => find (tree, `[style*="\\\\"], ${inAttributes}`).length > 0);
  }

  /**
   * @param {CSSStyleDeclaration} style
   * @returns {boolean} whether there is something behind its text
   */
  function hasBackground ({ backgroundColor, backgroundImage }) {
    return backgroundImage !== "none" || !NO_COLOR.test (backgroundColor);
  }

  /**
   * @param {DOMRect} box
   * @param {number} wider on each side
   * @param {number} right
   * @param {number} down
   * @returns {DOMRect}
   */
  function around ({ left, top, width, height }, wider, right = 0, down = 0) {
    return new DOMRect (left - wider + right, top - wider + down, width + 2 * wider, height + 2 * wider);
  }

  /**
   * @param {Element} element
   * @returns {[Element, DOMRect][]} where it may hide what is beneath it, and no click tells
   */
  function coversOf (element) {
    const style = getComputedStyle (element);
    const box = Element.prototype.getBoundingClientRect.call (element);
    const shadows = [...style.boxShadow.matchAll (SHADOWS)]
      .map (([, right, down, spread]) => around (box, Number (spread), Number (right), Number (down)));
    const outline = style.outlineStyle === "none" ? 0 : parseFloat (style.outlineWidth);
    const isPassed = style.pointerEvents === "none" && (hasBackground (style) || PICTURES.has (element.localName));

    return [...shadows, ...(outline > 0 ? [around (box, outline)] : []), ...(isPassed ? [box] : [])]
      .map ((area) => [element, area]);
  }

  /**
   * @param {Element} element
   * @returns {boolean} whether a style generates a box that may lie over its text
   */
  function hasGeneratedCover (element) {
    return ["::before", "::after"].some ((part) => {
      const style = getComputedStyle (element, part);
      const isMoved = style.position !== "static" || style.transform !== "none" || style.margin.includes ("-");

      return !["none", "normal", ""].includes (style.content) && isMoved && hasBackground (style)
        && !(parseFloat (style.height) < MIN_HEIGHT);
    });
  }

  /**
   * @param {Element} element
   * @returns {boolean} whether a style may display only some of it
   */
  function isMasked (element) {
    const style = getComputedStyle (element);
    const clip = style.getPropertyValue ("-webkit-background-clip") || style.backgroundClip;
    const mask = style.getPropertyValue ("mask-image") || style.getPropertyValue ("-webkit-mask-image");

    return clip.includes ("text") || !["", "none"].includes (mask);
  }

  /**
   * @param {Text} node
   * @returns {boolean} whether it can't be told which of its letters are displayed
   */
  function isUnclear (node) {
    const parent = /** @type {Element} */ (node.parentElement);

    read ();
    return covers.length > MAX_COVERS || (mayGenerate && hasGeneratedCover (parent))
      || (mayMask && nearest (parent, isMasked) !== null);
  }

  /**
   * @param {Text} node
   * @param {{ x: number, y: number }} point
   * @returns {boolean} whether something hides a letter there, and no click tells
   */
  function isCovered (node, { x, y }) {
    read ();
    return covers.slice (0, MAX_COVERS).some (([element, { left, right, top, bottom }]) =>
      x > left && x < right && y > top && y < bottom && !Node.prototype.contains.call (element, node)
      && (Node.prototype.compareDocumentPosition.call (node, element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      && !getComputedStyle (element).zIndex.startsWith ("-"));
  }

  /**
   * WebKit does not tell where a first letter of a style of its own is.
   * @param {Text} node that is the first of a link
   * @returns {boolean} whether such a style hides it
   */
  function isFirstHidden (node) {
    read ();
    return mayStyleFirst && nearest (/** @type {Element} */ (node.parentElement), (element) => {
      const { color, fontSize } = getComputedStyle (element, "::first-letter");

      return parseFloat (fontSize) < MIN_HEIGHT || NO_COLOR.test (color);
    }) !== null;
  }

  /** Only few pages have a link with an address as text. */
  function read () {
    if (unread === null)
      return;
    const trees = unread;
    const elements = isStyled (trees, ["pointer-events", "inert", "box-shadow", "outline"])
      ? trees.flatMap ((tree) => find (tree, "*").slice (0, MAX_ELEMENTS)) : [];

    unread = null;
    covers = elements.flatMap (coversOf);
    mayMask = isStyled (trees, ["mask", "-webkit-mask", "background-clip", "-webkit-background-clip"]);
    mayGenerate = isInSheets (trees, /content/i);
    mayStyleFirst = isInSheets (trees, /first-letter/i);
  }

  /** @param {Tree[]} trees of this collection */
  function follow (trees) {
    unread = trees;
  }

  return { SHEETS, follow, isCovered, isFirstHidden, isUnclear };
}) ();
