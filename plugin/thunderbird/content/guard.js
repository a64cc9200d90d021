/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Intercepts every way to open a link in the message. An event that is stopped here never reaches Thunderbird, so that
 * its own question about a link does not appear as well. Links without doubt are left to Thunderbird.
 */
/* exported BuoyGuard */

var BuoyGuard = (() => {
  /** @typedef {ReturnType<typeof BuoyLinks.linkOf> & {}} Link */
  /** @typedef {Element & { form: HTMLFormElement | null, type: string }} Control */

  const SENDS = ["submit", "image"];
  const MIDDLE = 1;

  /** The link that is protected from a middle click, with its attributes; null. */
  let held = /** @type {{ link: Link, attributes: Attr[] } | null} */ (null);
  let passing = false; /* the reader has confirmed sending a form */

  /** @param {Event} event */
  function stop (event) {
    event.preventDefault ();
    event.stopImmediatePropagation ();
  }

  /**
   * Opens a link that the reader has confirmed, or that turned out to be fine after its event was stopped. Only
   * Thunderbird can open what is not a web page: the reader has to click again, and the answer is known by then.
   * @param {Link} link
   * @returns {Promise<any>}
   */
  function open (link) {
    if (BuoyLinks.isWeb (link.address))
      return BuoyBackground.ask ({ type: "open", url: link.address });
    return BuoyQuestion.ask ({ ...BuoyQuestion.NO_SITES, kind: "unchecked", refused: true });
  }

  /**
   * Asks, and reports the answer as an event, except about links that were not checked yet.
   * @param {Parameters<typeof BuoyQuestion.ask>[0]} matter
   * @param {string} address
   * @returns {Promise<boolean>}
   */
  async function ask (matter, address) {
    const insists = await BuoyQuestion.ask (matter);

    if (insists !== null && matter.kind !== "unchecked")
      BuoyBackground.ask ({ type: "event", href: address, event: matter.refused ? "link-blocked"
        : insists ? "link-opened-anyway" : "link-declined" });
    return insists === true;
  }

  /**
   * @param {Link} link
   * @param {boolean} isClick the reader wanted to open it, rather than its menu or to drag it
   */
  async function question (link, isClick) {
    const doubt = await BuoyJudge.decide (link);

    if (doubt === null ? isClick : await ask (doubt, link.address))
      await open (link);
  }

  /**
   * The link of an event, if there is a doubt about it, or nothing is known yet.
   * @param {Event} event
   * @returns {Link | null}
   */
  function doubtedLink (event) {
    const link = BuoyLinks.linkOf (event);

    return link !== null && BuoyJudge.doubtOf (link) !== null ? link : null;
  }

  /** @param {Event} event */
  function onClick (event) {
    const link = doubtedLink (event);

    if (link === null) {
      onControl (event);
      return;
    }
    stop (event);
    question (link, true);
  }

  /** @param {Event} event a menu that could open the link, or dragging it to another program */
  function onOther (event) {
    const link = doubtedLink (event);

    if (link === null)
      return;
    stop (event);
    question (link, false);
  }

  /**
   * A middle click reaches Thunderbird without passing the page, so its `href` is removed for the duration of the
   * click.
   * @param {Event} event
   */
  function onDown (event) {
    release ();
    const link = /** @type {MouseEvent} */ (event).button === MIDDLE ? doubtedLink (event) : null;

    if (link === null)
      return;
    held = { link, attributes: [...link.node.attributes].filter ((attribute) => attribute.localName === "href") };
    for (const attribute of held.attributes)
      link.node.removeAttributeNode (attribute);
  }

  function release () {
    for (const attribute of held?.attributes ?? [])
      held?.link.node.setAttributeNode (attribute);
    held = null;
  }

  function onUp () {
    if (held !== null)
      setTimeout (release);
  }

  /** @param {Event} event */
  function onMiddleClick (event) {
    if (held === null)
      return;
    const { link } = held;

    stop (event);
    question (link, true);
  }

  /**
   * Thunderbird opens a form's destination on a click on any field of it.
   * @param {Event} event
   */
  function onControl (event) {
    const control = /** @type {Control | undefined} */ (event.composedPath ().find ((node) => {
      return node instanceof HTMLInputElement || node instanceof HTMLButtonElement;
    }));
    const address = control ? addressOf (control.form, control) : null;

    if (!control || address === null || !BuoyJudge.doubtsForms ())
      return;
    if (SENDS.includes (control.type)) {
      stop (event);
      questionForm (address, () => BuoyBackground.ask ({ type: "open", url: address }));
    } else {
      event.stopImmediatePropagation ();
    }
  }

  /**
   * The URL to which a form is sent; null if that is not a web page.
   * @param {HTMLFormElement | null} form note that a field of it may be named “action”
   * @param {Element | null} control
   * @returns {string | null}
   */
  function addressOf (form, control) {
    const raw = control?.getAttribute ("formaction") ?? (form && Element.prototype.getAttribute.call (form, "action"));
    const address = raw && URL.canParse (raw, document.baseURI) ? new URL (raw, document.baseURI).href : "";

    return BuoyLinks.isWeb (address) ? address : null;
  }

  /**
   * @param {string} address
   * @param {() => void} send
   */
  async function questionForm (address, send) {
    const doubts = await BuoyJudge.decideForms ();

    if (!doubts || await ask ({ ...BuoyQuestion.NO_SITES, kind: "form", actual: address, refused: false }, address))
      send ();
  }

  /** @param {Event} event caused by a key in a form without a button */
  function onSubmit (event) {
    const { submitter } = /** @type {SubmitEvent} */ (event);
    const form = /** @type {HTMLFormElement} */ (event.target);
    const address = addressOf (form, submitter);

    if (passing || address === null || !BuoyJudge.doubtsForms ())
      return;
    stop (event);
    questionForm (address, () => {
      passing = true;
      HTMLFormElement.prototype.requestSubmit.call (form, submitter);
      passing = false;
    });
  }

  /** @param {Event} event */
  function onApproach (event) {
    const link = BuoyLinks.linkOf (event);

    if (link !== null)
      BuoyJudge.prepare (link);
  }

  /**
   * @param {string} type
   * @param {(event: Event) => void} handle
   */
  function listen (type, handle) {
    window.addEventListener (type, (event) => {
      if (event.isTrusted && BuoyBackground.isAlive ())
        handle (event);
    }, true);
  }

  function start () {
    listen ("click", onClick);
    listen ("auxclick", onMiddleClick);
    listen ("mousedown", onDown);
    listen ("mouseup", onUp);
    listen ("contextmenu", onOther);
    listen ("dragstart", onOther);
    listen ("submit", onSubmit);
    listen ("mouseover", onApproach);
    listen ("focusin", onApproach);
  }

  return { start };
}) ();
