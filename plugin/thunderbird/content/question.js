/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The question before a doubtful link is opened (as in ui/buoy-question.c). The safe answer has the focus, and Escape
 * gives the safe answer, too.
 */
/* exported BuoyQuestion */

var BuoyQuestion = (() => {
  const HASTE_MS = 500; /* ignore the second click of a double click: a link may have been in that place */

  const { say, make, makeButton, makeHost, makeSign } = BuoyWords;
  const NO_SITES = { shown: null, shownOwner: null, actual: null, actualOwner: null, company: null };

  /**
   * The texts for each kind: the headline, the labels of the two sites, and what may happen.
   * @type {Record<string, { headline: string, shown?: string, actual?: string, harm: string }>}
   */
  const WORDS = {
    "false-link": { headline: "linkFalse", shown: "linkShown", actual: "linkActual", harm: "linkFalseHarm" },
    lookalike: { headline: "linkLookalike", shown: "linkImitated", actual: "linkActual", harm: "linkFalseHarm" },
    listed: { headline: "linkListed", actual: "linkActual", harm: "linkListedHarm" },
    unchecked: { headline: "linkUnchecked", harm: "linkUncheckedHarm" },
    unread: { headline: "linkUnread", actual: "linkActual", harm: "linkUnreadHarm" },
    form: { headline: "formDoubtful", actual: "formActual", harm: "formHarm" },
  };

  /** @typedef {Omit<Buoy.Doubt, "kind"> & { kind: string }} Matter the doubt about a link or a form */

  const place = BuoyShield.makePlace ("question", BuoyLooks.QUESTION);

  /**
   * @param {string | undefined} label
   * @param {string | null} site
   * @param {[number, number] | null} owner
   * @returns {HTMLElement[]}
   */
  function makeSite (label, site, owner) {
    if (label === undefined || site === null)
      return [];
    return [make ("dt", {}, say (label)), make ("dd", {}, ...makeHost (site, owner))];
  }

  /**
   * What may happen, what to do instead, and whom to ask.
   * @param {Matter} matter
   * @returns {string}
   */
  function describe ({ kind, company }) {
    const harm = say (WORDS[kind].harm);
    const support = BuoyJudge.getView ()?.support ?? null;

    if (kind === "unchecked")
      return harm;
    const advice = company === null ? say ("insteadOfLink") : say ("insteadOfSite", company);
    const all = say ("sentences", harm, advice);

    return support === null ? all : say ("sentences", all, support);
  }

  /**
   * @param {Matter} matter
   * @param {(answer: string) => void} close
   * @returns {HTMLElement}
   */
  function makeButtons (matter, close) {
    const isForm = matter.kind === "form";
    const safe = makeButton (say (matter.refused ? "close" : isForm ? "doNotSend" : "doNotOpen"), "safe",
                             () => close (""));
    const buttons = make ("div", { class: "buttons" });

    safe.setAttribute ("autofocus", "");
    buttons.append (safe);
    if (!matter.refused)
      buttons.append (makeButton (say (isForm ? "sendAnyway" : "openAnyway"), "unsafe", () => close ("open")));
    return buttons;
  }

  /**
   * @param {Matter} matter
   * @returns {HTMLDialogElement}
   */
  function makeDialog (matter) {
    const words = WORDS[matter.kind];
    const dialog = /** @type {HTMLDialogElement} */ (make ("dialog", { role: "alertdialog", "aria-labelledby": "title",
                                                                      "aria-describedby": "facts" }));
    const sites = [...makeSite (words.shown, matter.shown, matter.shownOwner),
                   ...makeSite (words.actual, matter.actual, matter.actualOwner)];
    const facts = make ("div", { class: "facts", id: "facts" }, ...(sites.length > 0 ? [make ("dl", {}, ...sites)] : []),
                        make ("p", {}, describe (matter)));
    const column = make ("div", { class: "column" }, make ("h1", { id: "title" }, say (words.headline)), facts);

    if (matter.refused)
      column.append (make ("p", {}, say ("linkRefused")));
    column.append (makeButtons (matter, (answer) => dialog.close (answer)));
    dialog.append (makeSign (), column);
    return dialog;
  }

  /** @param {Event} event to be ignored; it must not move the focus */
  function stop (event) {
    event.preventDefault ();
    event.stopImmediatePropagation ();
  }

  /**
   * Whether the reader wants to go on. Returns null if another question is open.
   * @param {Matter} matter
   * @returns {Promise<boolean | null>}
   */
  function ask (matter) {
    if (place.tree.querySelector ("dialog") !== null)
      return Promise.resolve (null);
    const dialog = makeDialog (matter);
    const start = performance.now ();

    place.host.lang = browser.i18n.getUILanguage ();
    BuoyShield.put (place.host);
    place.tree.append (dialog);
    dialog.showModal ();
    /** @type {HTMLElement | null} */ (dialog.querySelector (".safe"))?.focus ();
    for (const type of ["mousedown", "click"])
      dialog.addEventListener (type, (event) => {
        if (/** @type {MouseEvent} */ (event).detail > 0 && performance.now () - start < HASTE_MS)
          stop (event);
      }, true);
    return new Promise ((resolve) => {
      /* Not “cancel”: preventing it or closing the dialog in its handler crashes Thunderbird 153. */
      dialog.addEventListener ("close", () => {
        dialog.remove ();
        place.host.remove ();
        resolve (dialog.returnValue === "open");
      });
    });
  }

  return { ask, NO_SITES };
}) ();
