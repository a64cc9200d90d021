/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The banner above the message. It is short: the most serious facts, the rest on request (as in ui/buoy-banner.c). In a
 * small pane, or with large text, it is folded. It scrolls with the page; its headline then stays as a strip, because
 * the sender can make the page scroll when it opens.
 */
/* exported BuoyBanner */

var BuoyBanner = (() => {
  /* More would push the message out of a small window. */
  const MAX_FACTS = 2;
  const MAX_LINES = 3;
  const MAX_SHARE = 0.4; /* of the pane's height, unless the reader unfolds it */
  /* The first level of folding that leaves enough of the pane to the message is used; looks.js defines what each one
   * hides.
   */
  const COMPLETE = 1;
  const { LAST_FOLDING } = BuoyLooks;

  const { say, make, makeButton, makeHost, makeSign } = BuoyWords;
  const place = BuoyShield.makePlace ("banner", BuoyLooks.BANNER);
  /** @type {HTMLElement | null} the headline that stays when the page is scrolled */
  let strip = null;
  let shown = "";
  let isOpen = false; /* the reader has unfolded it */
  let hasActed = false; /* the reader may have scrolled */

  place.host.setAttribute ("popover", "manual");

  /**
   * @param {Buoy.Finding} finding
   * @returns {HTMLElement}
   */
  function makeFact (finding) {
    const lines = finding.lines.slice (0, MAX_LINES).flatMap ((line) => {
      return [make ("dt", {}, line.label), make ("dd", {}, ...makeHost (line.value, line.owner))];
    });

    return make ("div", { class: "fact" }, make ("h2", {}, finding.title),
                 ...(lines.length > 0 ? [make ("dl", {}, ...lines)] : []));
  }

  /**
   * @param {Buoy.Notice} notice
   * @param {Buoy.View} view
   * @returns {HTMLElement}
   */
  function makeWarning (notice, { canMarkJunk, isMarkedJunk }) {
    const facts = notice.findings.filter ((finding) => finding.strength !== "note").slice (0, MAX_FACTS);
    const buttons = make ("div", { class: "buttons" },
                          makeButton (say ("details"), "", () => BuoyBackground.ask ({ type: "details" })));

    if (canMarkJunk)
      buttons.append (makeButton (say ("markAsJunk"), "", () => BuoyBackground.ask ({ type: "junk" })));
    if (isMarkedJunk)
      buttons.append (make ("span", { role: "status" }, say ("markedAsJunk")),
                      makeButton (say ("undo"), "", () => BuoyBackground.ask ({ type: "undo-junk" })));
    buttons.append (makeButton (`${say ("more")} ▾`, "", () => BuoyBackground.ask ({ type: "menu" })),
                    makeButton ("", "fold", () => {
                      isOpen = !isOpen;
                      measure ();
                    }));
    return make ("section", { class: `box ${notice.level}`, role: "alert",
                              "aria-label": `${notice.levelWord}: ${notice.headline}` },
                 makeSign (),
                 make ("div", { class: "column" }, makeHeadline (notice, "h1"), ...facts.map (makeFact),
                       make ("p", { class: "advice" }, notice.advice), buttons));
  }

  /**
   * @param {Buoy.Notice} notice
   * @param {string} name
   * @returns {HTMLElement}
   */
  function makeHeadline (notice, name) {
    return make ("div", { class: "headline" }, make ("span", { class: "level" }, notice.levelWord),
                 make (name, {}, notice.headline));
  }

  /**
   * @param {Buoy.Notice} notice
   * @returns {HTMLElement}
   */
  function makeStrip (notice) {
    const made = makeButton ("", `strip ${notice.level}`, () => window.scrollTo (0, 0));

    made.append (make ("span", { class: "level" }, notice.levelWord), make ("b", {}, notice.headline));
    return made;
  }

  /**
   * A text that is not a warning.
   * @param {string} words
   * @param {...Node} buttons
   * @returns {HTMLElement}
   */
  function makeNote (words, ...buttons) {
    return make ("section", { class: "box quiet", role: "status" }, make ("p", {}, words), ...buttons);
  }

  /** @param {HTMLElement} box */
  function fold (box) {
    const button = box.querySelector (".fold");
    let folding = 0;

    if (button === null)
      return;
    button.textContent = say (isOpen ? "showLess" : "showAll");
    button.setAttribute ("aria-expanded", String (isOpen));
    do {
      box.dataset.folding = String (folding);
      button.classList.toggle ("is-needed", folding > COMPLETE);
    } while (box.getBoundingClientRect ().height > MAX_SHARE * window.innerHeight && folding++ < LAST_FOLDING);
    if (isOpen && folding > COMPLETE)
      box.dataset.folding = String (COMPLETE);
  }

  /** @returns {Promise<void>} when there is room */
  async function measure () {
    const box = /** @type {HTMLElement | null} */ (place.tree.querySelector (".box"));

    if (!place.host.isConnected || box === null)
      return;
    fold (box);
    await BuoySheet.makeRoom (Math.ceil (box.getBoundingClientRect ().height));
    followScroll ();
  }

  function followScroll () {
    if (strip === null)
      return;
    const room = place.tree.querySelector (".box")?.getBoundingClientRect ();

    /* It was scrolled until only its buttons are visible, or moved sideways. */
    strip.classList.toggle ("is-needed", room !== undefined && ((room.top < 0 && room.bottom < 60)
                                                                || room.left < -60 || room.left > 60));
  }

  /** @param {Buoy.View} view */
  function contentFor (view) {
    if (view.notice !== null)
      return [makeWarning (view.notice, view), makeStrip (view.notice)];
    if (view.trusted !== null)
      return [makeNote (view.trusted, makeButton (say ("undo"), "", () => BuoyBackground.ask ({ type: "undo-trust" })))];
    if (view.trouble !== null)
      return [makeNote (view.trouble)];
    return [];
  }

  /**
   * @param {string} words of the button that had the keyboard
   */
  function giveKeyboard (words) {
    const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (place.tree.querySelectorAll (".box button"))];

    (buttons.find ((button) => button.textContent === words) ?? buttons[0])?.focus ({ preventScroll: true });
  }

  /** @param {HTMLElement[]} content empty to remove everything */
  function put (content) {
    const focused = place.tree.activeElement;

    for (const old of place.tree.querySelectorAll (".box, .strip"))
      old.remove ();
    strip = content.length > 1 ? content[1] : null;
    if (content.length === 0) {
      place.host.remove ();
      BuoySheet.makeRoom (null);
      return;
    }
    place.host.lang = browser.i18n.getUILanguage ();
    BuoySheet.claim (place.host);
    BuoyShield.put (place.host);
    place.tree.append (...content);
    BuoyShield.raise (place.host);
    measure ().then (goToTop);
    if (focused !== null)
      giveKeyboard (focused.textContent ?? "");
  }

  /** Scrolls to the banner first, wherever the sender makes the page begin (CSS Scroll Snap 1 §6.1). */
  function goToTop () {
    if (!hasActed)
      window.scrollTo (0, 0);
    hasActed = true; /* only once, so that later updates don't move the page while the reader reads */
  }

  /**
   * Shows the state of the message. An unchanged state is not announced again.
   * @param {Buoy.View} view
   */
  function show (view) {
    const key = JSON.stringify ([view.notice, view.trusted, view.trouble, view.canMarkJunk, view.isMarkedJunk]);

    if (key === shown)
      return;
    shown = key;
    put (contentFor (view));
  }

  /** Shows that the check is running: showing nothing would look like an answer. */
  function showWaiting () {
    put ([makeNote (say ("stillChecking"))]);
  }

  function start () {
    BuoyShield.keepOnTop (place.host);
    new ResizeObserver (measure).observe (place.host);
    window.addEventListener ("resize", measure);
    for (const type of ["keydown", "mousedown", "wheel"])
      window.addEventListener (type, () => { hasActed = true; }, { capture: true, passive: true });
    window.addEventListener ("scroll", followScroll, { capture: true, passive: true });
  }

  return { start, show, showWaiting };
}) ();
