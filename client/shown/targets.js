/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a click at a point of the document reaches, and what it opens. Comes after shown.js.
 */
/* exported BuoyTargets */

var BuoyTargets = (() => {
  const MAX_DEPTH = 1000; /* elements around a node; parsers nest no more */
  const MAX_AREAS = 500; /* of an image map */
  const TARGETS = ":any-link, a[*|href], area[href], button, input, label";
  const { attribute, find, get, hrefOf, treeOf } = BuoyShown;

  /** @typedef {Document | ShadowRoot} Tree */
  /** @typedef {{ x: number, y: number }} Point */

  /** @type {WeakSet<Element>} what the pointer has been at */
  const approached = new WeakSet ();
  let hasShadows = false;

  /**
   * @param {Element | Text} node
   * @returns {Element | null} in the flattened tree
   */
  function parentOf (node) {
    const prototype = node instanceof Text ? Text.prototype : Element.prototype;
    const slot = get (prototype, "openOrClosedAssignedSlot", node) ?? get (prototype, "assignedSlot", node);
    const parent = slot ?? get (Node.prototype, "parentNode", node);

    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }

  /**
   * @param {Element | Text} node
   * @param {(element: Element) => boolean} isWanted
   * @returns {Element | null} @node or the nearest element around it
   */
  function nearest (node, isWanted) {
    let at = /** @type {Element | Text | null} */ (node);

    for (let i = 0; at !== null && i < MAX_DEPTH; i++, at = parentOf (at))
      if (at instanceof Element && isWanted (at))
        return at;
    return null;
  }

  /**
   * @param {Element} element
   * @returns {Element | null}
   */
  function targetAround (element) {
    if (!hasShadows)
      return Element.prototype.closest.call (element, TARGETS);
    return nearest (element, (at) => Element.prototype.matches.call (at, TARGETS));
  }

  /**
   * @param {Element} outer
   * @param {Element | Text} node
   * @returns {boolean}
   */
  function holds (outer, node) {
    return hasShadows ? nearest (node, (at) => at === outer) !== null : Node.prototype.contains.call (outer, node);
  }

  /**
   * @param {Element} button
   * @returns {string | null} where it sends its form
   */
  function actionOf (button) {
    const { form } = /** @type {HTMLButtonElement} */ (button);

    return attribute (button, "formaction") ?? (form && attribute (form, "action"));
  }

  /**
   * @param {Element} element a button, or a label of one
   * @returns {Element | null} the button that a click presses, if that sends a form
   */
  function buttonOf (element) {
    const control = /** @type {any} */ (element instanceof HTMLLabelElement ? element.control : element);
    const isControl = control instanceof HTMLButtonElement || control instanceof HTMLInputElement;

    return isControl && ["submit", "image"].includes (control.type) && actionOf (control) !== null ? control : null;
  }

  /**
   * The links of an image map, of which Firefox tells only the image.
   * @param {Element} image
   * @returns {Element[]}
   */
  function areasOf (image) {
    const name = attribute (image, "usemap")?.replace (/^#/, "");
    const tree = /** @type {Tree} */ (Node.prototype.getRootNode.call (image));
    const areas = name ? find (tree, `map[name="${CSS.escape (name)}"] area[href]`) : [];

    return areas.slice (0, MAX_AREAS);
  }

  /**
   * What a click on @element opens, other than a link or button that @node is part of. The text of a label, and of a
   * frame within a link, is not read elsewhere.
   * @param {Element} element
   * @param {Element | Text} node
   * @returns {Element[] | null} null if it is the link that @node is part of
   */
  function openedBy (element, node) {
    const target = targetAround (element);

    if (target === null)
      return areasOf (element);
    const isOwn = holds (target, node);
    const button = isOwn && target.localName !== "label" ? null : buttonOf (target);

    if (button !== null)
      return [button];
    if (hrefOf (target) !== null)
      return isOwn && node.nodeName !== "IFRAME" ? null : [target];
    const parent = parentOf (target);

    return parent === null ? [] : openedBy (parent, node);
  }

  /**
   * What a click would reach, in any shadow tree.
   * @param {Point} point
   * @returns {Element | null}
   */
  function hit ({ x, y }) {
    let element = Document.prototype.elementFromPoint.call (document, x, y);

    for (let i = 0; hasShadows && element !== null && i < MAX_DEPTH; i++) {
      const tree = treeOf (element);
      const inner = tree && ShadowRoot.prototype.elementFromPoint.call (tree, x, y);

      if (!inner || inner === element)
        break;
      element = inner;
    }
    return element;
  }

  /**
   * Whether the pointer reaches something that opens a page, for the first time: a style may have moved it there.
   * @param {Event} event
   * @returns {boolean}
   */
  function isApproached (event) {
    const [element] = event.composedPath ();
    const target = element instanceof Element ? targetAround (element) : null;

    if (target === null || approached.has (target))
      return false;
    approached.add (target);
    return true;
  }

  /** @param {boolean} newHasShadows whether the document has shadow trees */
  function follow (newHasShadows) {
    hasShadows = newHasShadows;
  }

  return { actionOf, hit, nearest, openedBy, targetAround, isApproached, follow };
}) ();
