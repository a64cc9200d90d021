/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Finds the link that an event is about, by the same rules as Thunderbird (hrefAndLinkNodeForClickEvent() in its
 * BrowserUtils): in the flattened tree, including shadow trees that the sender declared (“shadowrootmode”).
 */
/* exported BuoyLinks */

var BuoyLinks = (() => {
  const XLINK = "http://www.w3.org/1999/xlink";
  const MATHML = "http://www.w3.org/1998/Math/MathML";
  const HTML_LINKS = ["a", "area", "link"];

  /** @typedef {{ node: Element, raw: string, address: string }} Link `raw` as written, `address` as opened */

  /**
   * @param {Node} node
   * @returns {ShadowRoot | null}
   */
  function treeOf (node) {
    return /** @type {any} */ (node).openOrClosedShadowRoot ?? null;
  }

  /**
   * The innermost node of an event, also in closed shadow trees.
   * @param {Event} event
   * @returns {Node | null}
   */
  function innermost (event) {
    let node = /** @type {Node | null} */ (event.composedPath ()[0] ?? null);

    for (let tree = node && treeOf (node); node !== null && tree !== null; tree = treeOf (node)) {
      const inner = event instanceof MouseEvent && (event.clientX !== 0 || event.clientY !== 0)
        ? tree.elementFromPoint (event.clientX, event.clientY) : tree.activeElement;

      if (inner === null || inner === node)
        break;
      node = inner;
    }
    return node;
  }

  /**
   * The parent in the flattened tree.
   * @param {Node} node
   * @returns {Node | null}
   */
  function parentOf (node) {
    const parent = node.parentNode;

    if (parent instanceof ShadowRoot)
      return parent.host;
    const slots = parent === null ? undefined : treeOf (parent)?.querySelectorAll ("slot");

    return [...slots ?? []].find ((slot) => slot.assignedNodes ().includes (node)) ?? parent;
  }

  /**
   * @param {Element} node
   * @returns {Link | null}
   */
  function linkAt (node) {
    const isLink = node instanceof HTMLElement ? HTML_LINKS.includes (node.localName)
      : node.localName === "a" || node.namespaceURI === MATHML;
    const raw = isLink ? node.getAttribute ("href") ?? node.getAttributeNS (XLINK, "href") : null;

    if (raw === null)
      return null;
    const address = URL.canParse (raw, node.baseURI) ? new URL (raw, node.baseURI).href : null;

    return address === null ? null : { node, raw, address };
  }

  /**
   * @param {Event} event
   * @returns {Link | null}
   */
  function linkOf (event) {
    for (let node = innermost (event); node !== null; node = parentOf (node)) {
      const link = node instanceof Element ? linkAt (node) : null;

      if (link !== null)
        return link;
    }
    return null;
  }

  /**
   * Whether a link opens nothing outside: a mail address, or a place in the message. If the sender has set a <base>,
   * “#…” is not such a place.
   * @param {Link} link
   * @returns {boolean}
   */
  function staysInside (link) {
    const { protocol, href, hash } = new URL (link.address);

    return protocol === "mailto:"
      || (link.raw.trim ().startsWith ("#") && href.slice (0, href.length - hash.length) === document.URL.split ("#")[0]);
  }

  /**
   * @param {string} address
   * @returns {boolean}
   */
  function isWeb (address) {
    return /^https?:/.test (address);
  }

  return { linkOf, staysInside, isWeb };
}) ();
