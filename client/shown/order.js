/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads the text of a link as it is displayed. "row-reverse", "order", floats, grids and positions can place its parts
 * anywhere, so that ".example", "bank" and "www." in the tree are one address on the screen; and of
 * "www.bank.example.elsewhere.test" the end may be cut off or covered. Comes after targets.js.
 */
/* exported BuoyOrder */

var BuoyOrder = (() => {
  const MAX_TEXTS = 20000; /* of all links in one collection */
  const MAX_FOUND = 200;
  const MAX_GAP = 4; /* pixels between letters of one word */
  const MAX_TESTS = 100000; /* of letters in one collection; what has more is left out */
  const STRIDE = 3; /* letters: what hides the end of a host hides more of them */
  const ELLIPSIS = 40; /* pixels that it may take */
  const MIN_HEIGHT = 4; /* pixels of a letter that can be read */
  const UNCLEAR = 2000; /* more links than most bytes have: it may display any address */
  const SEVERAL = /(?<!\bwww)[.．。｡].*(?<!\bwww)[.．。｡]/isu; /* part of it may be another address */
  const HOST_LETTER = /[-\w.]/; /* others may have no width */
  const DOT = /[.．。｡]/;
  const INVISIBLE = "[\\u00ad\\u200b-\\u200d\\u2060]*";
  /* One of several parts that are an address together, where none of them is one. */
  const JOINABLE = new RegExp (`^\\s*${INVISIBLE}[.．。｡:/]|[.．。｡:/]${INVISIBLE}\\S?${INVISIBLE}\\s*$`, "u");
  const UNTIL_HOST = /.*[.．。｡][-\p{L}\p{N}\u00ad\u200b-\u200d\u2060]*/su; /* the last one of a text */
  const { get, hrefOf, renderedOf } = BuoyShown;
  const { ADDRESS, rangeOf } = BuoyAddresses;
  const { hit, nearest } = BuoyTargets;

  /** @typedef {Document | ShadowRoot} Tree */
  /** @typedef {{ text: string, number: number, left: number, right: number, top: number, bottom: number }} Part */

  let nTexts = 0; /* of this collection */
  let nLeft = 0; /* links that were left out */
  let nTests = 0; /* of this collection */
  let isWaiting = false; /* for the reader to scroll to a link */

  /**
   * Whether "…" tells that a text goes on after a letter that is hidden: the box that cuts it off shows one.
   * @param {Text} node
   * @param {number} at
   * @returns {boolean}
   */
  function endsInEllipsis (node, at) {
    const piece = { node, from: at, to: at + 1 };
    const { right } = rangeOf (piece, piece).getBoundingClientRect ();
    const box = nearest (/** @type {Element} */ (node.parentElement), (element) => {
      return getComputedStyle (element).overflowX !== "visible"
        && element.getBoundingClientRect ().right < right + ELLIPSIS;
    });

    return box !== null && getComputedStyle (box).textOverflow !== "clip";
  }

  /**
   * @param {{ left: number, right: number, top: number, bottom: number }} box
   * @returns {boolean} whether any of it is in the window; if not, the reader may scroll to it
   */
  function isInWindow ({ left, right, top, bottom }) {
    const isInside = right >= 0 && bottom >= 0 && left < window.innerWidth && top < window.innerHeight;

    isWaiting ||= !isInside;
    return isInside;
  }

  /**
   * @param {{ right: number, bottom: number }} box
   * @returns {boolean} whether it is left of the page, or above it, where the reader can't scroll to
   */
  function isOffPage ({ right, bottom }) {
    if (right + window.scrollX >= 0)
      return bottom + window.scrollY < 0;
    const { clientWidth, scrollWidth } = document.documentElement;
    const body = get (Document.prototype, "body", document);
    const isFromRight = body !== null && getComputedStyle (body).direction === "rtl";
    const start = isFromRight ? Math.min (0, clientWidth - scrollWidth) : 0;

    return right + window.scrollX < start || bottom + window.scrollY < 0;
  }

  /**
   * Whether a letter can be seen, as far as a click on it tells: it is not cut off, nor is another element over it.
   * @param {Text} node
   * @param {number} at
   * @returns {boolean}
   */
  function isSeen (node, at) {
    if (nTests >= MAX_TESTS)
      return true;
    nTests += 1;
    const piece = { node, from: at, to: at + 1 };
    const boxes = rangeOf (piece, piece).getClientRects ();

    if (boxes.length === 0)
      return true;
    /* the first letter of a line has another box at the end of the line before */
    const { left, top, width, height } = boxes[boxes.length - 1];
    const [x, y] = [left + width / 2, top + height / 2];
    const middle = { left: x, right: x, top: y, bottom: y };

    if (height < MIN_HEIGHT)
      return !HOST_LETTER.test (node.data[at]);
    if (width === 0)
      return true;
    return !isOffPage (middle) && !BuoyCovers.isCovered (node, { x, y })
      && (!isInWindow (middle) || hit ({ x, y }) === node.parentElement);
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {number} to
   * @returns {boolean} whether letters in between may be hidden
   */
  function maySomeBeHidden (node, from, to) {
    const { pointerEvents, display } = getComputedStyle (/** @type {Element} */ (node.parentElement));
    const isTested = pointerEvents !== "none" && display !== "contents";

    for (let i = from; isTested && i < to + STRIDE; i += STRIDE)
      if (!isSeen (node, Math.min (i, to - 1)))
        return !endsInEllipsis (node, Math.min (i, to - 1));
    return false;
  }

  /**
   * The spans of a text that are displayed: all of it, or what is neither cut off nor covered. Single letters don't
   * count. Behind the last host of a text, none is looked for.
   * @param {Text} node
   * @param {number} from
   * @param {number} to
   * @returns {[number, number][]}
   */
  function spansOf (node, from, to) {
    const end = UNTIL_HOST.exec (node.data)?.[0].length ?? to;
    const mayBeHidden = maySomeBeHidden (node, from, Math.min (end, to));

    nLeft += nTests >= MAX_TESTS ? 1 : 0;
    if (!mayBeHidden)
      return [[from, to]];
    /** @type {[number, number][]} */
    const spans = [];

    for (let i = from; i < to; i++) {
      const last = spans[spans.length - 1];

      if (!isSeen (node, i))
        continue;
      if (last !== undefined && i - last[1] < STRIDE)
        last[1] = i + 1;
      else
        spans.push ([i, i + 1]);
    }
    return spans;
  }

  /**
   * @param {Text} node
   * @param {number} from
   * @param {number} to
   * @returns {DOMRect[]} one of each line
   */
  function boxesOf (node, from, to) {
    const piece = { node, from, to };

    return [...rangeOf (piece, piece).getClientRects ()];
  }

  /**
   * @param {Text} node
   * @param {boolean} isAddress whether it is part of an address
   * @param {number} number its place among the parts
   * @returns {Part[]} none if it is not displayed
   */
  function partsOfText (node, isAddress, number) {
    const from = node.data.length - node.data.trimStart ().length;
    const to = node.data.trimEnd ().length;
    const all = boxesOf (node, from, to);
    const isTested = isAddress && all.filter ((box) => isInWindow (box) || isOffPage (box)).length > 0;
    /** @type {[number, number]} */
    const whole = [number === 0 && isAddress && BuoyCovers.isFirstHidden (node) ? from + 1 : from, to];
    const spans = isTested ? spansOf (node, ...whole) : [whole];

    return spans.flatMap ((span, i) => {
      const boxes = span[1] - span[0] === to - from ? all : boxesOf (node, ...span);

      if (boxes.length === 0)
        return [];
      const { left, top, bottom } = boxes[0];
      const { right } = boxes[boxes.length - 1];

      return [{ text: node.data.slice (...span).trim (), number: number + i, left, right, top, bottom }];
    });
  }

  /**
   * @param {Element} link
   * @returns {Text[]} in the order of the tree
   */
  function textsIn (link) {
    const walker = Document.prototype.createTreeWalker.call (document, link, NodeFilter.SHOW_TEXT);
    const texts = [];
    let node = /** @type {Text | null} */ (walker.nextNode ());

    for (; node !== null && nTexts < MAX_TEXTS; node = /** @type {Text | null} */ (walker.nextNode ())) {
      nTexts += 1;
      if (/\S/.test (node.data))
        texts.push (node);
    }
    nLeft += node === null ? 0 : 1;
    return texts;
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
   * @returns {string | null} its text as displayed; null if that is the text of the tree, or no address
   */
  function displayedText (link) {
    const whole = renderedOf (link);

    if (!DOT.test (whole) && !whole.includes ("://"))
      return null; /* as most links; the other expression takes longer */
    const isAddress = ADDRESS.test (whole);

    if (!isAddress && link.childElementCount === 0)
      return null;
    const texts = textsIn (link);

    if (!isAddress && !texts.some (({ data }) => JOINABLE.test (data)))
      return null;
    /** @type {Part[]} */
    const parts = [];

    for (const node of texts) {
      nLeft += isAddress && SEVERAL.test (whole) && BuoyCovers.isUnclear (node) ? UNCLEAR : 0;
      parts.push (...partsOfText (node, isAddress, parts.length));
    }
    const lines = linesOf (parts);
    const text = lines.map (textOf).join (" ");
    const isInOrder = lines.flat ().every (({ number }, i) => number === i);
    const isComplete = text.replace (/\s/g, "").length === whole.replace (/\s/g, "").length;

    return ADDRESS.test (text) && !(isInOrder && isComplete) ? text : null;
  }

  /**
   * @param {Tree[]} trees
   * @param {Element[]} links
   * @param {string | null} base
   * @returns {Pick<Buoy.Shown, "links"> & { nLeft: number }}
   */
  function collect (trees, links, base) {
    const found = [];

    BuoyCovers.follow (trees);
    nTexts = nTests = nLeft = 0;
    isWaiting = false;
    for (const link of links) {
      const text = displayedText (link);

      if (text !== null)
        found.push ([hrefOf (link), text, base, true]);
    }
    return /** @type {ReturnType<typeof collect>} */ ({ links: found.slice (0, MAX_FOUND),
                                                        nLeft: nLeft + Math.max (0, found.length - MAX_FOUND) });
  }

  /**
   * @param {Event} event
   * @returns {boolean} whether another collection may find more after it
   */
  function mayChange (event) {
    return event.type === "scroll" && isWaiting;
  }

  return { collect, mayChange };
}) ();
