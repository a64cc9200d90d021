/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Collects what a document displays: its links and forms as they are in the tree, and its text as rendered. Only facts
 * are collected; they are judged elsewhere, together with the bytes. Since the sender writes the document, functions of
 * the prototypes are called: a field or picture named "querySelectorAll" would hide that function of its form or
 * document. Everything is limited, and nothing in the document is changed.
 */
/* exported BuoyShown */

var BuoyShown = (() => {
  const MAX_LINKS = 2000; /* of more, those in the middle are only counted; BUOY_MAX_SHOWN_LINKS */
  const MAX_TREES = 200; /* shadow trees */
  const MAX_LINKS_AROUND = 8; /* links in links, whose text includes that of the same slot */
  const END_OF_LINK = 4096; /* UTF-16 units kept at either end of a link's text */
  const END_OF_TEXT = 32768; /* the same for the document's text */
  const END_OF_BASE = 512; /* the same for the base URL, which each link comes with */
  const PAUSE_MS = 60; /* a mail program changes a page several times while it loads */
  const MAX_REPORTS = 50; /* of one document */
  const XLINK = "http://www.w3.org/1999/xlink";
  const LINKS = ":any-link, a, area[href]";
  /* Any other may have a shadow tree (DOM Standard, attachShadow()); asking each element takes the most time. */
  const MAYBE_HOSTS = ":not(a, b, br, center, em, font, hr, i, img, li, ol, table, tbody, td, th, tr, u, ul)";

  const MARK = "\u26a0\ufe0e"; /* what our own marks display */
  const WORDS = /[\p{L}\p{N}]/u;
  const PIECES = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)/g; /* of generated content: a string, an attribute */

  /** @typedef {Document | ShadowRoot} Tree */

  /** @type {WeakMap<Element, string>} by link; our own mark takes the place of what was generated there */
  const generated = new WeakMap ();
  /** @type {WeakMap<Element, string>} by link, in one collection: the layout takes part in it */
  let rendered = new WeakMap ();

  /**
   * Cuts out the middle, but not within a surrogate pair: half of one would make the JSON of the whole document
   * unreadable.
   * @param {string} text
   * @param {number} end
   * @returns {string}
   */
  function cut (text, end) {
    if (text.length <= 2 * end)
      return text;

    const first = text.slice (0, end).replace (/[\ud800-\udbff]$/, "");
    const last = text.slice (-end).replace (/^[\udc00-\udfff]/, "");

    return `${first}…${last}`;
  }

  /**
   * @param {Element} element
   * @param {string} name
   * @returns {string | null}
   */
  function attribute (element, name) {
    return Element.prototype.getAttribute.call (element, name);
  }

  /**
   * Iterating over a list takes a content script of Firefox ten times as long.
   * @param {NodeListOf<Element>} list
   * @returns {Element[]}
   */
  function toArray (list) {
    const n = list.length;
    const elements = [];

    for (let i = 0; i < n; i++)
      elements.push (list[i]);
    return elements;
  }

  /**
   * @param {Tree} tree
   * @param {string} selector
   * @returns {Element[]}
   */
  function find (tree, selector) {
    const prototype = tree instanceof Document ? Document.prototype : DocumentFragment.prototype;

    return toArray (prototype.querySelectorAll.call (tree, selector));
  }

  /** @type {(element: Element, selector: string) => Element[]} */
  const findWithin = (element, selector) => toArray (Element.prototype.querySelectorAll.call (element, selector));

  /**
   * @param {any} prototype
   * @param {string} name
   * @param {Node} node
   * @returns {any}
   */
  function get (prototype, name, node) {
    return Object.getOwnPropertyDescriptor (prototype, name)?.get?.call (node);
  }

  /**
   * The shadow tree of an element. Only Firefox shows closed ones to extensions. An input may give its form a property
   * of that name. In Firefox “instanceof” takes longer than all else, so it is used for the few elements that have one.
   * @param {Element} element
   * @returns {ShadowRoot | null}
   */
  function treeOf (element) {
    const inner = /** @type {any} */ (element).openOrClosedShadowRoot;
    const tree = inner === undefined ? element.shadowRoot : inner;

    return tree !== null && tree instanceof ShadowRoot ? tree : null;
  }

  /**
   * The tree and its shadow trees, which selectors do not enter.
   * @param {Tree} root
   * @returns {Tree[]}
   */
  function treesOf (root) {
    const trees = [root];

    for (let i = 0; i < trees.length && trees.length < MAX_TREES; i++)
      for (const element of find (trees[i], MAYBE_HOSTS)) {
        const inner = treeOf (element);

        if (inner !== null && trees.length < MAX_TREES)
          trees.push (inner);
      }
    return trees;
  }

  /**
   * The text that a style generates before or after a link. The alternative text behind a slash is not displayed (CSS
   * Content 3 §1.2).
   * @param {Element} link
   * @param {string} part
   * @returns {string}
   */
  function generatedBy (link, part) {
    const content = cut (getComputedStyle (link, part).content, END_OF_LINK).replace (/" \/ ".*/s, "\"");

    return [...content.matchAll (PIECES)]
      .map (([, string, name]) => name === undefined ? string : attribute (link, name) ?? "").join ("");
  }

  /**
   * @param {Element} link
   * @returns {string}
   */
  function generatedOf (link) {
    const text = ["::before", "::after"].map ((part) => generatedBy (link, part))
      .filter ((words) => words !== "" && words !== MARK).join (" ");

    if (text !== "")
      generated.set (link, text);
    return generated.get (link) ?? "";
  }

  /**
   * The substitute for a link without text: its pictures' text, or its label. Only one of them, as they are read from
   * the bytes: Evolution adds a title to each link, which names its target.
   * @param {Element} link
   * @returns {string}
   */
  function substituteOf (link) {
    const pictures = findWithin (link, "img").map ((image) => attribute (image, "alt") || attribute (image, "title"));

    return [pictures.filter ((word) => word).join (" "), attribute (link, "alt"), attribute (link, "aria-label"),
            attribute (link, "title")].find ((word) => word) ?? "";
  }

  /**
   * What fills the slots in links of shadow trees, which is displayed there and stands elsewhere. In a drawing (SVG) an
   * element of that name is no slot.
   * @param {Tree[]} trees the document's own first, which has no slots
   * @returns {Map<Element, string>} by link
   */
  function findSlotted (trees) {
    /** @type {Map<Element, string>} */
    const slotted = new Map ();
    const slots = findAll (trees.slice (1), `:is(${LINKS}) slot`).filter ((slot) => slot instanceof HTMLSlotElement);

    for (const slot of slots) {
      const nodes = HTMLSlotElement.prototype.assignedNodes.call (slot, { flatten: true });
      const text = nodes.map ((node) => get (Node.prototype, "textContent", node) ?? "").join (" ");
      let link = slot.closest (LINKS);

      for (let i = 0; link !== null && i < MAX_LINKS_AROUND; i++) {
        const parent = link.parentElement;

        slotted.set (link, slotted.has (link) ? `${slotted.get (link)} ${text}` : text);
        link = parent === null ? null : Element.prototype.closest.call (parent, LINKS);
      }
    }
    return slotted;
  }

  /**
   * @param {Element} link
   * @returns {string} its own text as rendered
   */
  function renderedOf (link) {
    /* drawings have no “innerText” */
    const text = rendered.get (link) ?? /** @type {any} */ (link).innerText ?? link.textContent ?? "";

    rendered.set (link, text);
    return text;
  }

  /**
   * @param {Element} link
   * @param {string} slotted what fills its slots
   * @returns {string}
   */
  function textOf (link, slotted) {
    const text = renderedOf (link) + slotted;

    if (WORDS.test (text))
      return text;
    return `${generatedOf (link)} ${text}`.trim () || substituteOf (link) || (link.textContent ?? "");
  }

  /**
   * Whether a link seems to be visible. One with “display: contents” has no box; to measure content takes longer.
   * @param {Element} link
   * @param {Range} range one for all links: each costs more than the rest
   * @returns {boolean}
   */
  function isSeen (link, range) {
    const hasArea = (/** @type {DOMRect} */ { width, height }) => width > 0 && height > 0;

    range.selectNodeContents (link);
    return (hasArea (link.getBoundingClientRect ()) || hasArea (range.getBoundingClientRect ()))
      && link.checkVisibility ({ opacityProperty: true, visibilityProperty: true });
  }

  /**
   * @param {Element} link
   * @returns {string | null}
   */
  function hrefOf (link) {
    return attribute (link, "href") ?? link.getAttributeNS (XLINK, "href");
  }

  /**
   * Describes links, without duplicates.
   * @param {Element[]} links
   * @param {Map<Element, string>} slotted
   * @param {string | null} base
   * @returns {[string, string, string | null, boolean][]}
   */
  function describe (links, slotted, base) {
    /** @type {Map<string, [string, string, string | null, boolean]>} */
    const found = new Map ();
    const range = new Range ();

    for (const link of links) {
      const href = hrefOf (link) ?? "";
      const text = cut (textOf (link, slotted.get (link) ?? ""), END_OF_LINK);

      found.set (`${href}\n${text}`, [href, text, base, isSeen (link, range)]);
    }
    return [...found.values ()];
  }

  /**
   * @param {Tree[]} trees
   * @param {string} selector
   * @returns {Element[]}
   */
  function findAll (trees, selector) {
    return trees.flatMap ((tree) => find (tree, selector));
  }

  /**
   * The destinations of forms, each with a submit button.
   * @param {Tree[]} trees
   * @returns {[string, Element | null][]}
   */
  function findForms (trees) {
    const forms = findAll (trees, "form[action]").map ((form) => {
      const buttons = findWithin (form, "button:not([type=button], [type=reset]), input:is([type=submit], [type=image])");

      return [attribute (form, "action"), buttons[0] ?? null];
    });
    const others = findAll (trees, "[formaction]").map ((button) => [attribute (button, "formaction"), button]);

    return /** @type {[string, Element | null][]} */ ([...forms, ...others]);
  }

  /**
   * @param {Element | null} button
   * @returns {string}
   */
  function labelOf (button) {
    if (button === null)
      return "";
    return cut (attribute (button, "value") ?? attribute (button, "alt") ?? button.textContent ?? "", END_OF_LINK);
  }

  /**
   * What only the layout tells. Where an upgrade of the package put this file under a running Thunderbird, whose
   * manifest is older, the files that find it are missing.
   * @param {Tree[]} trees
   * @param {Element[]} links
   * @param {string | null} base
   * @returns {ReturnType<typeof BuoyOverlays.collect>}
   */
  function findByLayout (trees, links, base) {
    if (typeof BuoyOrder === "undefined")
      return { links: [], forms: [], nLeft: 0 };
    const overlays = BuoyOverlays.collect (trees, base);
    const ordered = BuoyOrder.collect (trees, links, base);

    return { ...overlays, links: [...ordered.links, ...overlays.links], nLeft: overlays.nLeft + ordered.nLeft };
  }

  /**
   * @param {Document} root
   * @param {boolean} hasText whether the document's text is the message's, not the mail client's
   * @returns {Buoy.Shown}
   */
  function collect (root, hasText) {
    rendered = new WeakMap ();
    const trees = treesOf (root);
    const wholeBase = find (root, "base[href]").length > 0 ? get (Node.prototype, "baseURI", root) : null;
    const base = wholeBase === null ? null : cut (wholeBase, END_OF_BASE);
    const body = get (Document.prototype, "body", root);
    const links = findAll (trees, LINKS).filter ((link) => hrefOf (link) !== null);
    const forms = findForms (trees);
    const laidOut = findByLayout (links.length + forms.length > 0 ? trees : [], links.slice (0, MAX_LINKS), base);
    const max = MAX_LINKS - laidOut.links.length;
    const left = Math.max (0, links.length - max);
    const kept = left > 0 ? [...links.slice (0, max / 2), ...links.slice (-max / 2)] : links;
    const leftTrees = trees.length < MAX_TREES ? 0 : MAX_LINKS; /* the other trees may contain anything */
    const leftBase = base === wholeBase ? 0 : MAX_LINKS; /* relative links may lead elsewhere */
    const rows = forms.slice (0, MAX_LINKS).map (([action, button]) => [action, labelOf (button), base]);

    return {
      links: [...laidOut.links, ...describe (kept, findSlotted (trees), base)],
      forms: [...laidOut.forms, .../** @type {Buoy.Shown["forms"]} */ (rows)],
      hasPasswordField: findAll (trees, "input[type=password i]").length > 0,
      leftOut: left + Math.max (0, forms.length - MAX_LINKS) + leftTrees + leftBase + laidOut.nLeft,
      text: hasText && body !== null ? cut (get (HTMLElement.prototype, "innerText", body) ?? "", END_OF_TEXT) : "",
    };
  }

  /**
   * Reports what a document displays as soon as it is there, and whenever that changes. The same again is not reported.
   * @param {() => string} read what it displays now
   * @param {(text: string) => void} report
   */
  function follow (read, report) {
    let last = "";
    let nReports = 0;
    let isPlanned = false;

    const tell = () => {
      isPlanned = false;
      const text = read ();

      if (text === last || nReports >= MAX_REPORTS)
        return;
      last = text;
      nReports += 1;
      report (text);
    };
    const plan = () => {
      if (!isPlanned)
        setTimeout (tell, PAUSE_MS);
      isPlanned = true;
    };
    const onMoved = (/** @type {Event} */ event) => {
      const finders = typeof BuoyOrder === "undefined" ? [] : [BuoyOverlays, BuoyOrder];
      const mayChange = finders.some ((finder) => finder.mayChange (event));

      if (event.type === "mousedown" && (mayChange || isPlanned))
        tell (); /* before the click that is to come */
      else if (mayChange)
        plan ();
    };
    const begin = () => {
      tell ();
      new MutationObserver (plan).observe (document,
                                           { subtree: true, childList: true, characterData: true, attributes: true });
      window.addEventListener ("load", plan);
      window.addEventListener ("resize", plan);
      window.addEventListener ("toggle", plan, true);
      for (const type of ["scroll", "mouseover", "mousedown"])
        window.addEventListener (type, onMoved, true);
    };

    if (document.readyState === "loading")
      document.addEventListener ("DOMContentLoaded", begin);
    else
      begin ();
  }

  return { collect, follow, attribute, find, generatedBy, get, hrefOf, renderedOf, treeOf };
}) ();
