/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds links that are laid over a displayed web address, or beneath one that the pointer passes through: a click on
 * the address opens the link. Only the layout can tell, so at each address the document is asked what a click would
 * reach. Comes after addresses.js and targets.js. What was found stays so: our own mark may move a link away, and the
 * reader scrolls.
 */
/* exported BuoyOverlays */

var BuoyOverlays = (() => {
  const MAX_STEPS = 20000; /* in one collection: hit tests, and boxes of text */
  const TEXT_OF_STEP = 4096; /* UTF-16 units; to find a box takes longer in a long text */
  const MAX_FOUND = 200;
  const MAX_BOXES = 100; /* lines of one address */
  const MAX_GENERATING = 10000; /* elements of a tree */
  const CELL = 40; /* pixels: the size of what is tested of an element whose style generates text somewhere in it */
  const MAX_FRAME = 4096; /* UTF-16 units of a frame's text */
  const MIN_HEIGHT = 4; /* pixels of text that can be read */

  /* Where the box of an address is tested. The sender must not know: there could be holes. */
  const CHANCE = Math.random () / 5;
  const ACROSS = [0.4 + CHANCE, 0.1 + CHANCE, 0.7 + CHANCE];
  const DOWN = 0.4 + CHANCE;

  const FIELDS = "img[alt], input, textarea, select, iframe[src^='data:' i], iframe[srcdoc]";
  /* A backslash may write any letter. Many sheets only generate boxes without a text. */
  const GENERATES = /(?:^|[^-\w])content\s*(?!:\s*(?:"\s*"|'\s*'|none|normal)\s*[;}])(?::|\/\*)|\\/i;
  const { attribute, find, generatedBy, get, hrefOf, renderedOf } = BuoyShown;
  const { ADDRESS, addressesOf, rangeOf, textsOf, withWords } = BuoyAddresses;
  const { actionOf, hit, nearest, openedBy, targetAround } = BuoyTargets;

  /** @typedef {Document | ShadowRoot} Tree */
  /** @typedef {{ x: number, y: number }} Point */

  /** @type {Map<Element, Set<string>>} addresses by what a click on them reaches: a link, or a button of a form */
  const found = new Map ();
  let nSteps = 0; /* of this collection */
  let nLeft = 0; /* addresses that were left out */
  let isWaiting = false; /* for the reader to scroll to an address */

  /**
   * Whether a box around @element cuts off the @point. What is positioned is only cut off by what is positioned, too.
   * @param {Element} element
   * @param {Point} point
   * @returns {boolean}
   */
  function isClipped (element, { x, y }) {
    let isFree = false;

    return nearest (element, (at) => {
      const { overflow, position } = getComputedStyle (at);
      const box = Element.prototype.getBoundingClientRect.call (at);
      const isOutside = x < box.left || x > box.right || y < box.top || y > box.bottom;
      const clips = isOutside && overflow !== "visible" && !(isFree && position === "static");

      isFree = position === "absolute" || position === "fixed" || (isFree && position === "static");
      return clips;
    }) !== null;
  }

  /**
   * Whether the pointer passes through an element, so that hit tests do not tell where it is displayed.
   * @param {Element} element
   * @returns {boolean}
   */
  function isPassedThrough (element) {
    const { pointerEvents, display } = getComputedStyle (element);

    return pointerEvents === "none" || display === "contents"
      || nearest (element, (at) => attribute (at, "inert") !== null) !== null;
  }

  /**
   * Whether @node is displayed there at all: it may be cut off.
   * @param {Element | Text} node
   * @param {Point} point
   * @returns {boolean}
   */
  function isDisplayed (node, point) {
    const element = nearest (node, () => true);

    if (element === null)
      return false;
    const tree = Node.prototype.getRootNode.call (element);
    const prototype = tree instanceof Document ? Document.prototype : ShadowRoot.prototype;

    if (prototype.elementsFromPoint.call (tree, point.x, point.y).includes (element))
      return true;
    return isPassedThrough (element) && Element.prototype.checkVisibility.call (element, { visibilityProperty: true })
      && !isClipped (element, point);
  }

  /**
   * @param {Element | Text} node what is displayed at the point
   * @param {Point} point
   * @returns {Element[] | null} what a click there opens, as above
   */
  function openedAt (node, point) {
    if (point.x < 0 || point.y < 0 || point.x >= window.innerWidth || point.y >= window.innerHeight) {
      isWaiting = true;
      return [];
    }
    nSteps += 1;
    const element = hit (point);
    const opened = element === null ? [] : openedBy (element, node);

    return opened === null || (opened.length > 0 && isDisplayed (node, point)) ? opened : [];
  }

  /**
   * @param {Element | Text} node
   * @param {DOMRectList | DOMRect[]} boxes
   * @returns {Element[]} what a click on one of the boxes opens
   */
  function openedIn (node, boxes) {
    nLeft += boxes.length > MAX_BOXES ? 1 : 0;
    for (let i = 0; i < boxes.length && i < MAX_BOXES; i++) {
      const { left, top, width, height } = boxes[i];
      const nPoints = width < 1 || height < MIN_HEIGHT ? 0 : width < 8 * MIN_HEIGHT ? 1 : ACROSS.length;

      for (let k = 0; k < nPoints; k++) {
        const opened = openedAt (node, { x: left + ACROSS[k] * width, y: top + DOWN * height });

        if (opened === null || opened.length > 0)
          return opened ?? [];
      }
    }
    return [];
  }

  /**
   * Whether the text of a link has the address anyway, or all of its host.
   * @param {Element} link
   * @param {string} address
   * @returns {boolean}
   */
  function isToldByText (link, address) {
    const own = renderedOf (link).trim ();
    const at = ADDRESS.test (own) ? address.indexOf (own) : -1;
    const isWhole = at >= 0 && !/[-\p{L}\p{N}]$/u.test (address.slice (0, at))
      && !/^[-.．]?[\p{L}\p{N}]/u.test (address.slice (at + own.length));

    return own.includes (address) || isWhole;
  }

  /**
   * @param {Element} target
   * @param {string} address
   * @param {string} words the address with those beside it
   */
  function record (target, address, words) {
    const known = found.get (target) ?? new Set ();

    if (hrefOf (target) !== null && isToldByText (target, address))
      return;
    if (found.size >= MAX_FOUND || known.size >= MAX_FOUND)
      nLeft += 1;
    else
      found.set (target, known.add (words));
  }

  /**
   * Whether too much was done to look at one more address, which is then left out.
   * @param {number} steps that it takes
   * @returns {boolean}
   */
  function isSpent (steps) {
    nSteps += steps;
    nLeft += nSteps > MAX_STEPS ? 1 : 0;
    return nSteps > MAX_STEPS;
  }

  /**
   * What a click on an address opens. If it begins in a link and goes on behind it, that is the link.
   * @param {ReturnType<typeof BuoyAddresses.addressesOf>[number]["pieces"]} pieces
   * @returns {Element[]}
   */
  function openedByPieces (pieces) {
    const [first] = pieces;
    const last = pieces[pieces.length - 1];
    const boxes = rangeOf (first, last).getClientRects ();
    const opened = openedIn (first.node, boxes);

    const goesOn = first.node !== last.node
      && targetAround (/** @type {Element} */ (last.node.parentElement)) === null;

    return opened.length === 0 && goesOn ? openedIn (last.node, boxes) : opened;
  }

  /**
   * @param {ReturnType<typeof BuoyAddresses.addressesOf>[number]["pieces"]} pieces
   * @returns {boolean} whether Latin letters run from right to left
   */
  function isReversed ([{ node, from }]) {
    const [first, second] = [from, from + 1].map ((at) =>
      rangeOf ({ node, from: at, to: at + 1 }, { node, from: at, to: at + 1 }).getBoundingClientRect ());

    return /^\w\w/.test (node.data.slice (from)) && second.left < first.left && second.top < first.bottom;
  }

  /** @param {Tree} tree */
  function lookAtTexts (tree) {
    const texts = textsOf (tree);

    nLeft += texts.isWhole ? 0 : 1;
    for (const address of addressesOf (texts)) {
      const { pieces, start, end } = address;

      if (isSpent (1 + pieces[0].node.length / TEXT_OF_STEP))
        continue;
      for (const target of openedByPieces (pieces)) {
        const words = withWords (texts, address, (piece) => {
          const lines = rangeOf (piece, piece).getClientRects ();

          return [lines[0], lines[lines.length - 1]].every ((box) => box !== undefined
            && openedIn (piece.node, [box]).includes (target));
        });

        record (target, texts.all.slice (start, end), isReversed (pieces) ? [...words].reverse ().join ("") : words);
      }
    }
  }

  /**
   * @param {Element} field
   * @returns {string} what it displays beside the texts of the tree
   */
  function wordsOf (field) {
    if (field instanceof HTMLImageElement)
      return field.naturalWidth > 0 ? "" : attribute (field, "alt") ?? "";
    if (field instanceof HTMLIFrameElement)
      return wordsOfFrame (field);
    if (field instanceof HTMLSelectElement)
      return [...field.options].filter ((option) => option.selected || field.size > 1 || field.multiple)
        .map ((option) => option.label).join (" ");
    const { value, placeholder } = /** @type {HTMLInputElement} */ (field);

    return value || placeholder || "";
  }

  /**
   * Only what is written in its attribute can be read.
   * @param {Element} frame
   * @returns {string}
   */
  function wordsOfFrame (frame) {
    const source = attribute (frame, "srcdoc") ?? attribute (frame, "src") ?? "";
    const [, isEncoded, data] = source.match (/^data:[^,]*?(;\s*base64\s*)?,(.*)/is) ?? [null, null, source];
    let html = data;

    try {
      html = isEncoded ? atob (data) : decodeURIComponent (data);
    } catch {
      /* as it is written */
    }
    const words = new DOMParser ().parseFromString (html, "text/html").body.textContent?.trim () ?? "";

    nLeft += words.length > MAX_FRAME ? 1 : 0;
    return words.slice (0, MAX_FRAME);
  }

  /** @param {Tree} tree */
  function lookAtFields (tree) {
    for (const field of find (tree, FIELDS)) {
      const words = wordsOf (field);

      if (!ADDRESS.test (words) || isSpent (1))
        continue;
      for (const target of openedIn (field, [field.getBoundingClientRect ()]))
        record (target, words, words);
    }
  }

  /**
   * @param {Tree} tree
   * @returns {Element[]} whose styles may generate text
   */
  function generatingIn (tree) {
    const mayGenerate = find (tree, BuoyCovers.SHEETS)
      .some (({ localName, textContent }) => localName === "link" || GENERATES.test (textContent ?? ""));
    const elements = mayGenerate ? find (tree, "*") : [];

    nLeft += Math.max (0, elements.length - MAX_GENERATING);
    return elements.slice (0, MAX_GENERATING);
  }

  /** @param {Tree} tree */
  function lookAtGenerated (tree) {
    for (const element of generatingIn (tree)) {
      const words = [generatedBy (element, "::before"), generatedBy (element, "::after")].join (" ").trim ();

      if (!ADDRESS.test (words) || isSpent (1))
        continue;
      const { left, top, width } = Element.prototype.getBoundingClientRect.call (element);
      const cells = Array.from ({ length: Math.ceil (width / CELL) },
                                (_, i) => new DOMRect (left + i * CELL, top, CELL / 2, CELL / 2));

      for (const target of openedIn (element, cells))
        record (target, words, words);
    }
  }

  /**
   * @param {Tree[]} trees
   * @param {string | null} base
   * @returns {Pick<Buoy.Shown, "links" | "forms"> & { nLeft: number }} each with an address on which a click opens it
   */
  function collect (trees, base) {
    nSteps = nLeft = 0;
    isWaiting = false;
    BuoyTargets.follow (trees.length > 1);
    for (const tree of trees) {
      lookAtTexts (tree);
      lookAtFields (tree);
      lookAtGenerated (tree);
    }
    const shown = /** @type {ReturnType<typeof collect>} */ ({ links: [], forms: [], nLeft });

    for (const [target, texts] of found)
      for (const text of get (Node.prototype, "isConnected", target) ? texts : []) {
        const href = hrefOf (target);

        if (href !== null)
          shown.links.push ([href, text, base, true]);
        else
          shown.forms.push ([actionOf (target), text, base]);
      }
    return shown;
  }

  /**
   * Whether something else may be found now.
   * @param {Event} event that the reader caused
   * @returns {boolean}
   */
  function mayChange (event) {
    return event.type === "scroll" ? isWaiting : BuoyTargets.isApproached (event);
  }

  return { collect, mayChange };
}) ();
