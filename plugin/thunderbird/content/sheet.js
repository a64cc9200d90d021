/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The style sheet of user origin, whose important declarations outweigh the sender's (CSS Cascading 4 §6.4.4): it keeps
 * the root element, which is the sender's, from taking the banner along, makes room for it, and holds the marks. The
 * message itself stays as it is, so that nothing of this is in what is replied to, forwarded, copied or printed.
 *
 * The background puts it into whatever is shown when it comes to it, which may be another message already: its rules
 * for the root hold where our place stands alone.
 */
/* exported BuoySheet */

var BuoySheet = (() => {
  const TOKEN = "data-bellbuoy-token";
  const token = Math.random ().toString (36).slice (2);

  /* The root stays a plain block that is visible and where it is. The margin moves what is positioned in it, too. */
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

  /** @returns {Promise<void>} when the rules hold */
  async function send () {
    const rules = (height !== null ? rootRules () : "") + marks;
    const css = rules === "" ? "" : `@media screen {\n${rules}}`;

    if (css === last)
      return;
    last = css;
    await BuoyBackground.ask ({ type: "style", css });
  }

  /**
   * The rules hold for this document.
   * @param {HTMLElement} host
   */
  function claim (host) {
    host.setAttribute (TOKEN, token);
  }

  /** @param {number | null} pixels what the banner needs, 0 where it is hidden with the root; null without one */
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
