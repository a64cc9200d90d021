/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Our own element in a document that belongs to the sender, whose style sheets may try to hide or cover it.
 *
 * It has a closed shadow tree. In the cascade an important declaration of the inner tree overrides any of the outer one
 *   (CSS Cascading 4 §6.1), so that :host below is effective. It uses no custom properties, because the sender may
 *   register one of the same name with another syntax, and no named fonts, because he may define one of the same name.
 * It is in the top layer, above every z-index. The sender can put something there, too, without a script: popovers and
 *   modal dialogs that a button opens. When one opens, ours is raised again, and a modal dialog is closed, since it
 *   makes everything else inert.
 * The root element contains it and is the sender's. Some of its attributes make everything in it unreachable, or show
 *   another text when the pointer rests there; these are removed.
 */
/* exported BuoyShield */

var BuoyShield = (() => {
  const NAME = "data-bellbuoy";
  const DISARMED = ["aria-hidden", "contenteditable", "inert", "role", "title"];

  const HOST_CSS = `
    :host {
      all: initial !important;
      direction: ltr !important; unicode-bidi: isolate !important;
      display: flex !important; flex-direction: column !important;
      position: absolute !important; inset: 0 0 auto 0 !important; z-index: 2147483647 !important;
      width: auto !important; max-width: none !important; height: auto !important; max-height: none !important;
      overflow: visible !important; color-scheme: light dark !important;
    }
    :host([${NAME}="question"]) { position: fixed !important; inset: 0 auto auto 0 !important; height: 0 !important; }
    :host::before, :host::after { content: none !important; display: none !important; }
    :host::backdrop { display: none !important; }
    @media print { :host { display: none !important; } }
  `;

  /**
   * Makes an element that is the first child of the root, so that a screen reader reaches it first.
   * @param {string} kind
   * @param {string} css
   */
  function makePlace (kind, css) {
    const host = BuoyWords.make ("div", { [NAME]: kind });
    const tree = host.attachShadow ({ mode: "closed" });

    tree.append (BuoyWords.make ("style", {}, HOST_CSS + css));
    return { host, tree };
  }

  /** Removes what an earlier version, or an earlier run, left in the document. */
  function clear () {
    for (const old of document.documentElement.querySelectorAll (`:scope > [${NAME}]`))
      old.remove ();
  }

  /** @param {HTMLElement} host */
  function put (host) {
    const root = document.documentElement;

    for (const name of DISARMED)
      root.removeAttribute (name);
    if (host.parentNode !== root || root.firstElementChild !== host)
      root.prepend (host);
  }

  /**
   * Raises our popover above all others that are open.
   * @param {HTMLElement} host
   */
  function raise (host) {
    if (host.matches (":popover-open"))
      host.hidePopover ();
    host.showPopover ();
  }

  /**
   * Keeps our popover on top while it is in the document.
   * @param {HTMLElement} host
   */
  function keepOnTop (host) {
    const watch = (/** @type {Event} */ event) => {
      const target = /** @type {HTMLElement} */ (event.target);

      if (!host.isConnected || target === host || !(target instanceof Element))
        return;
      if (target.matches ("dialog:modal"))
        /** @type {HTMLDialogElement} */ (target).close ();
      raise (host);
    };

    window.addEventListener ("toggle", watch, true);
    document.addEventListener ("fullscreenchange", watch, true);
  }

  return { NAME, makePlace, clear, put, raise, keepOnTop };
}) ();
