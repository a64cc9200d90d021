/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A place of our own in a document that belongs to the sender, whose style sheets may be made to hide or cover it.
 *
 * - It is a closed shadow tree. In the cascade an important declaration of the inner tree outweighs any of the outer
 *   one (CSS Cascading 4 §6.1), so that :host below stands. It has no custom property, for the sender may register one
 *   of the same name with another syntax, and no font by name, for he may define one of the same name.
 * - It is in the top layer, above every z-index. The sender can put something there, too, without a script: popovers
 *   and modal dialogs that a button opens. Whenever one opens ours is put on top again, and a modal dialog is closed,
 *   since it makes all else inert.
 * - The root element is around it and the sender's. Some attributes of it take all that is in it out of reach, or
 *   say something else when the pointer rests there.
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
   * A place under the root element, the first of its children, so that a screen reader comes to it first.
   * @param {string} kind
   * @param {string} css
   */
  function makePlace (kind, css) {
    const host = BuoyWords.make ("div", { [NAME]: kind });
    const tree = host.attachShadow ({ mode: "closed" });

    tree.append (BuoyWords.make ("style", {}, HOST_CSS + css));
    return { host, tree };
  }

  /** Takes away what an earlier version of us, or an earlier run, has left in the document. */
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
   * Puts a popover of ours above all others that are open.
   * @param {HTMLElement} host
   */
  function raise (host) {
    if (host.matches (":popover-open"))
      host.hidePopover ();
    host.showPopover ();
  }

  /**
   * Keeps a popover of ours there while it is in the document.
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
