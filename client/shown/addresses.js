/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds web addresses in the texts of a tree, and where they are displayed. What looks like one counts: whether it
 * names a host is judged elsewhere. Comes after shown.js.
 */
/* exported BuoyAddresses */

var BuoyAddresses = (() => {
  const MAX_TEXT = 4000000; /* UTF-16 units of a tree */
  const MAX_ADDRESS = 256; /* the same on either side of a dot */
  const MAX_BESIDE = 300; /* the same before or after an address */
  const MAX_PIECES = 8; /* texts before or after an address */
  const MAX_GAP = 4; /* pixels between letters of one word */

  /* Invisible characters may be between its letters. A “。” is a dot only between letters that are not Japanese. What
   * stands before a spelled dot is tested apart: WebKit takes longer to look behind. */
  const SPELLED = /(?:[。｡]| ?[[({](?:dot|\.)[\])}] ?| dot | \. )(?=[\w\uff01-\uff5e])/gi;
  const LATIN = /[\w\uff01-\uff5e]/;
  const DOT = /[.．](?=[\w\u00ad\u00c0-\u10ff\u200b-\u200d\u2060\uff01-\uff5e])/g;
  const OF_ADDRESS = /[-\w.．:/@%?#&=+~\u00ad\u00c0-\u10ff\u200b-\u200d\u2060\uff01-\uff5e]/;
  const LETTER = /\p{L}/u;
  const ADDRESS = new RegExp ("[\\p{L}\\p{N}]§[.．]§(?:\\p{L}§\\p{L}|xn--)|:\\/\\/."
    .replaceAll ("§", "[\\u00ad\\u200b-\\u200d\\u2060]*"), "iu");
  /* Within others, letters are taken for another word than those outside. */
  const INLINE = new Set (["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
                           "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
                           "sub", "sup", "text", "tspan", "tt", "u", "var", "wbr"]);
  const { get } = BuoyShown;
  const range = new Range (); /* one for all: each costs more than the rest */

  /** @typedef {Document | ShadowRoot} Tree */
  /** @typedef {{ nodes: Text[], starts: number[], all: string, isWhole: boolean }} Texts of a tree, each at its
   *   start in all of them */
  /** @typedef {{ node: Text, from: number, to: number }} Piece of a text */
  /** @typedef {{ pieces: Piece[], start: number, end: number, floor: number }} Address after the last one’s end */

  /**
   * @param {Tree} tree
   * @returns {Texts}
   */
  function textsOf (tree) {
    const root = tree instanceof Document ? get (Document.prototype, "body", tree) ?? tree : tree;
    const walker = Document.prototype.createTreeWalker.call (document, root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    const starts = [];
    const parts = [];
    let length = 0;
    let node = walker.nextNode ();

    for (; node !== null && length < MAX_TEXT; node = walker.nextNode ()) {
      const { data } = /** @type {Text} */ (node);

      nodes.push (/** @type {Text} */ (node));
      starts.push (length);
      parts.push (data);
      length += data.length;
    }
    const all = parts.join ("").replace (SPELLED, (dot, at, text) =>
      LATIN.test (text[at - 1] ?? "") ? ".".padEnd (dot.length, "\u2060") : dot); /* of the same length, and joined */

    return { nodes, starts, all, isWhole: node === null };
  }

  /**
   * @param {string} all
   * @param {number} dot
   * @param {number} floor
   * @returns {[number, number]} where the address around a dot starts and ends
   */
  function spanAround (all, dot, floor) {
    let start = dot;
    let end = dot + 1;
    const startsAfter = (/** @type {RegExp} */ letter) => {
      while (start > floor && dot - start < MAX_ADDRESS && letter.test (all[start - 1]))
        start -= 1;
    };

    startsAfter (OF_ADDRESS);
    if (start === dot)
      startsAfter (LETTER); /* a Japanese name */
    while (end < all.length && end - dot < MAX_ADDRESS && OF_ADDRESS.test (all[end]))
      end += 1;
    return [start, end];
  }

  /**
   * @param {Texts} texts
   * @param {number} start
   * @param {number} end
   * @returns {Piece[]}
   */
  function piecesIn ({ nodes, starts, all }, start, end) {
    const pieces = [];
    let low = 0;
    let high = nodes.length;

    while (high - low > 1) {
      const middle = (low + high) >> 1;

      [low, high] = starts[middle] <= start ? [middle, high] : [low, middle];
    }
    for (let i = low; i < nodes.length && starts[i] < end; i++) {
      const from = Math.max (start, starts[i]);
      const to = Math.min (end, starts[i + 1] ?? all.length);

      if (from < to)
        pieces.push ({ node: nodes[i], from: from - starts[i], to: to - starts[i] });
    }
    return pieces;
  }

  /**
   * @param {Piece} first
   * @param {Piece} last
   * @returns {Range} until the next one
   */
  function rangeOf (first, last) {
    range.setStart (first.node, first.from);
    range.setEnd (last.node, last.to);
    return range;
  }

  /**
   * @param {Text} text
   * @returns {Node | null} the nearest element around it that is not within a line of text
   */
  function blockOf (text) {
    let around = text.parentNode;

    while (around !== null && INLINE.has (get (Node.prototype, "nodeName", around).toLowerCase ()))
      around = get (Node.prototype, "parentNode", around);
    return around;
  }

  /**
   * Whether the second is displayed right behind the first.
   * @param {Piece} first
   * @param {Piece} second
   * @returns {boolean}
   */
  function areJoined (first, second) {
    if (blockOf (first.node) !== blockOf (second.node))
      return false;
    const left = rangeOf ({ ...first, from: first.to - 1 }, first).getBoundingClientRect ();
    const right = rangeOf (second, { ...second, to: second.from + 1 }).getBoundingClientRect ();

    return Math.abs (right.left - left.right) < MAX_GAP && left.top < right.bottom && right.top < left.bottom;
  }

  /**
   * The addresses in a span of letters that follow each other in the tree, but not always where they are displayed.
   * @param {Texts} texts
   * @param {[number, number]} span
   * @param {number} floor
   * @returns {Address[]}
   */
  function addressesIn (texts, [start, end], floor) {
    const found = [];
    let at = start;
    let pieces = /** @type {Piece[]} */ ([]);

    for (const piece of [...piecesIn (texts, start, end), null]) {
      const last = pieces[pieces.length - 1];

      if (last !== undefined && (piece === null || !areJoined (last, piece))) {
        const length = pieces.reduce ((sum, { from, to }) => sum + to - from, 0);

        if (ADDRESS.test (texts.all.slice (at, at + length)))
          found.push ({ pieces, start: at, end: at + length, floor });
        at += length;
        pieces = [];
      }
      if (piece !== null)
        pieces.push (piece);
    }
    return found;
  }

  /**
   * @param {Texts} texts
   * @returns {Address[]}
   */
  function addressesOf (texts) {
    const { all } = texts;
    const found = [];
    let end = 0;
    let floor = 0;

    for (const { index } of all.matchAll (DOT)) {
      if (index < end)
        continue;
      const span = spanAround (all, index, end);

      end = span[1];
      if (!ADDRESS.test (all.slice (...span)))
        continue;
      for (const address of addressesIn (texts, span, floor)) {
        found.push (address);
        floor = address.end;
      }
    }
    return found;
  }

  /**
   * The pieces of text beside an address, the nearest first, as long as @isWanted. Blanks between elements are not
   * displayed.
   * @param {Piece[]} pieces
   * @param {(piece: Piece) => boolean} isWanted
   * @returns {Piece[]}
   */
  function wantedOf (pieces, isWanted) {
    const displayed = pieces.filter (({ node, from, to }) => /\S/.test (node.data.slice (from, to)));
    const stop = displayed.slice (0, MAX_PIECES).findIndex ((piece) => !isWanted (piece));

    return displayed.slice (0, stop < 0 ? MAX_PIECES : stop);
  }

  /**
   * An address with the words beside it of which @isWanted, but not with the address before it, which would be judged
   * instead.
   * @param {Texts} texts
   * @param {Address} address
   * @param {(piece: Piece) => boolean} isWanted
   * @returns {string}
   */
  function withWords (texts, { pieces, start, end, floor }, isWanted) {
    const before = piecesIn (texts, Math.max (floor, start - MAX_BESIDE), start).reverse ();
    const after = piecesIn (texts, end, Math.min (end + MAX_BESIDE, texts.all.length));
    const words = [...wantedOf (before, isWanted).reverse (), ...pieces, ...wantedOf (after, isWanted)];

    return words.map ((piece, i) => {
      const isSplit = i > 0 && words[i - 1].node !== piece.node && !(pieces.includes (piece) && piece !== pieces[0]);

      return (isSplit ? " " : "") + piece.node.data.slice (piece.from, piece.to);
    }).join ("");
  }

  return { ADDRESS, textsOf, addressesOf, rangeOf, withWords };
}) ();
