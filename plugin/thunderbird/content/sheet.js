/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The style sheet of user origin, whose important declarations override the sender's (CSS Cascading 4 §6.4.4). It
 * prevents the sender's root element from hiding or moving the banner, makes room for it, and contains the marks. The
 * message itself is not changed, so that nothing of this appears in replies, forwarded, copied or printed text.
 *
 * The background inserts it into the document that is shown at that time, which may be another message by then: its
 * rules for the root apply only if our element is in that document.
 */
/* exported BuoySheet */

var BuoySheet = (() => {
  const TOKEN = "data-bellbuoy-token";
  const token = Math.random ().toString (36).slice (2);

  /* Keeps the root a plain, visible block in its normal place. The margin moves positioned content, too. */
  const ROOT = `
    display: block; float: none; position: relative; inset: auto; visibility: visible; opacity: 1; order: 0;
    transform: none; translate: none; rotate: none; scale: none; perspective: none; offset: none; zoom: 1;
    filter: none; backdrop-filter: none; mix-blend-mode: normal; isolation: auto; will-change: auto;
    clip: auto; clip-path: none; mask: none; mask-border: none;
    contain: none; content-visibility: visible; container-type: normal; columns: auto;
    transition: none; animation: none; view-transition-name: none;
    scroll-snap-type: none; scroll-behavior: auto; writing-mode: horizontal-tb; pointer-events: auto; cursor: auto;
    -moz-user-select: text; user-select: text`;

  let height = /** @type {number | null} */ (null);
  let marks = "";
  let last = "";

  /** @returns {string} */
  function rootRules () {
    const rules = ROOT.split (";").map ((rule) => `${rule} !important;`).join ("");

    return `:root:has(> [${TOKEN}="${token}"]) {${rules} margin-top: ${height}px !important; }\n`;
  }

  /** @returns {Promise<void>} settles when the rules are in effect */
  async function send () {
    const rules = (height !== null ? rootRules () : "") + marks;
    const css = rules === "" ? "" : `@media screen {\n${rules}}`;

    if (css === last)
      return;
    last = css;
    await BuoyBackground.ask ({ type: "style", css });
  }

  /**
   * Makes the rules apply to this document.
   * @param {HTMLElement} host
   */
  function claim (host) {
    host.setAttribute (TOKEN, token);
  }

  /** @param {number | null} pixels what the banner needs; 0 if it is hidden with the root; null if there is no banner
   */
  function makeRoom (pixels) {
    height = pixels;
    return send ();
  }

  /** @param {string} css */
  function setMarks (css) {
    marks = css;
    return send ();
  }

  return { claim, makeRoom, setMarks };
}) ();
