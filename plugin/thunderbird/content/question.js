/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The question before a doubtful link is opened (ui/buoy-question.c). The safe answer has the focus, and Escape is the
 * safe answer, too.
 */
/* exported BuoyQuestion */

var BuoyQuestion = (() => {
  const HASTE_MS = 500; /* the second click of two: the sender can put a link where a button will be */

  const { say, make, makeButton, makeSign } = BuoyWords;
  const HEADLINES = {
    "false-link": "linkFalse",
    lookalike: "linkLookalike",
    listed: "linkListed",
    unchecked: "linkUnchecked",
    unread: "linkUnread",
    form: "formDoubtful",
  };

  /** @typedef {Omit<Buoy.Doubt, "kind"> & { kind: keyof typeof HEADLINES }} Matter a link's doubt, or a form's */

  const place = BuoyShield.makePlace ("question", BuoyLooks.QUESTION);

  /**
   * @param {Matter} matter
   * @returns {string}
   */
  function factsOf ({ kind, shown, actual }) {
    switch (kind) {
      case "false-link":
        return say ("linkFalseFacts", shown ?? "", actual ?? "");
      case "lookalike":
        return say ("linkLookalikeFacts", shown ?? "", actual ?? "");
      case "listed":
        return say ("linkListedFacts", actual ?? "");
      case "form":
        return say ("formFacts", actual ?? "");
      case "unread":
        return say ("linkUnreadFacts", actual ?? "");
      default:
        return say ("linkUncheckedFacts");
    }
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
    if (!matter.refused)
      buttons.append (makeButton (say (isForm ? "sendAnyway" : "openAnyway"), "unsafe", () => close ("open")));
    buttons.append (safe);
    return buttons;
  }

  /**
   * @param {Matter} matter
   * @param {string} advice
   * @returns {HTMLDialogElement}
   */
  function makeDialog (matter, advice) {
    const dialog = /** @type {HTMLDialogElement} */ (make ("dialog", { role: "alertdialog", "aria-labelledby": "title",
                                                                      "aria-describedby": "facts" }));
    const column = make ("div", { class: "column" }, make ("h1", { id: "title" }, say (HEADLINES[matter.kind])),
                         make ("p", { class: "facts", id: "facts" }, factsOf (matter)));

    if (matter.refused)
      column.append (make ("p", {}, say ("linkRefused")));
    if (advice !== "")
      column.append (make ("p", {}, advice));
    column.append (makeButtons (matter, (answer) => dialog.close (answer)));
    dialog.append (makeSign (), column);
    return dialog;
  }

  /** @param {Event} event that counts for nothing, nor takes the focus */
  function stop (event) {
    event.preventDefault ();
    event.stopImmediatePropagation ();
  }

  /**
   * Whether the reader insists. While a question is open no other is asked: null.
   * @param {Matter} matter
   * @param {string} advice what to do instead; may be empty
   * @returns {Promise<boolean | null>}
   */
  function ask (matter, advice) {
    if (place.tree.querySelector ("dialog") !== null)
      return Promise.resolve (null);
    const dialog = makeDialog (matter, advice);
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
      /* Not “cancel”: to prevent or to close there ends Thunderbird 153 with a crash. */
      dialog.addEventListener ("close", () => {
        dialog.remove ();
        place.host.remove ();
        resolve (dialog.returnValue === "open");
      });
    });
  }

  return { ask };
}) ();
