/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The style of the banner and the question. Colours are those of ui/buoy-style.c. Every text has a contrast of at least
 * 4.5:1 (WCAG 2.1, 1.4.3), and nothing is green: the sender could draw a green bar as well.
 */
/* exported BuoyLooks */

var BuoyLooks = (() => {
  const COMMON = `
    .box, dialog, .strip {
      font: message-box; line-height: 1.45; text-align: start; overflow-wrap: anywhere;
      color: #1c1c1f; background: #f0f0f2;
    }
    * { box-sizing: border-box; }
    h1, h2, p, dl, dt, dd { margin: 0; padding: 0; font-size: inherit; font-weight: inherit; }
    b, h1 { font-weight: bold; }
    .whole { font-weight: 600; }
    button {
      font: inherit; color: inherit; background: #ffffff; border: 1px solid #77777c; border-radius: 4px;
      padding: 0.25em 0.9em; min-height: 2em; cursor: default;
    }
    button:hover { background: #e4e4e8; }
    button:focus { outline: 2px solid #0060df; outline-offset: 2px; }
    .column { display: flex; flex-direction: column; gap: 0.5em; min-width: 0; flex: 1; }
    .sign { width: 2em; height: 2em; flex: none; }
    .ground { fill: #c01c28; } .mark { fill: #ffffff; }
    .label { display: inline-block; max-width: 100%; }
    .level { border-radius: 4px; padding: 0 0.5em; font-weight: bold; white-space: nowrap; }
    .danger .level { background: #c01c28; color: #ffffff; }
    .caution .level { background: #e5a50a; color: #000000; }
    @media (prefers-color-scheme: dark) {
      .box, dialog, .strip { color: #f4f4f6; background: #2c2c30; }
      button { background: #45454b; border-color: #9a9aa0; }
      button:hover { background: #55555c; }
      button:focus { outline-color: #73b0ff; }
    }
    @media (forced-colors: active) {
      .level { border: 1px solid; } .ground { fill: CanvasText; } .mark { fill: Canvas; }
    }
  `;

  const LAST_FOLDING = 8;

  /** @param {number} from selects banners folded to at least this level */
  const folded = (from) => Array.from ({ length: LAST_FOLDING + 1 - from },
                                       (_, index) => `[data-folding="${from + index}"]`).join (", ");

  const BANNER = `
    .box { display: flex; gap: 0.9em; padding: 0.75em 0.9em; border-bottom: 1px solid #a0a0a6; }
    .danger { background: #f8e0e2; border-color: #c01c28; border-inline-start: 6px solid #c01c28; }
    .caution { background: #fdf3d8; border-color: #e5a50a; border-inline-start: 6px solid #e5a50a; }
    .headline, .buttons { display: flex; flex-wrap: wrap; gap: 0.3em 0.6em; align-items: baseline; }
    .headline h1 { flex: 1; min-width: 8em; }
    dl { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 0.1em 0.9em;
         padding-inline-start: 0.6em; }
    .fact { display: flex; flex-direction: column; gap: inherit; }
    .fold { display: none; }
    .fold.is-needed { display: inline-block; }
    .box:is(${folded (1)}) { padding-block: 0.3em; }
    .box:is(${folded (1)}) :is(.column, dl) { row-gap: 0.1em; }
    .box:is(${folded (1)}) .sign { width: 1.4em; height: 1.4em; }
    .box:is(${folded (1)}) button { padding: 0 0.6em; min-height: 1.6em; }
    .box:is(${folded (2)}) .fact ~ .fact, .box:is(${folded (3)}) dl > :nth-child(n + 5),
    .box:is(${folded (5)}) dl { display: none; }
    .box:is(${folded (3)}) :is(h1, h2, .advice) {
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
    }
    .box:is(${folded (4)}) { line-height: 1.25; padding-block: 0.15em; }
    .box:is(${folded (4)}) .column { row-gap: 0; }
    .box:is(${folded (4)}) button { min-height: 1.5em; }
    .box:is(${folded (4)}) :is(h1, h2, .advice) { -webkit-line-clamp: 1; }
    .box:is(${folded (5)}) h1 { -webkit-line-clamp: 2; }
    .box:is(${folded (6)}) h1 { -webkit-line-clamp: 1; }
    .box:is(${folded (7)}) :is(.fact, .advice), .box:is(${folded (8)}) .buttons > :not(.fold) { display: none; }
    .box:is(${folded (8)}) .column { flex-direction: row; gap: 0.6em; align-items: center; }
    .box:is(${folded (8)}) .headline { flex: 1; flex-wrap: nowrap; min-width: 0; }
    .caution .ground { fill: #e5a50a; } .caution .mark { fill: #000000; }
    .quiet { align-items: center; flex-wrap: wrap; }
    .strip {
      position: fixed; inset: 0 0 auto 0; display: none; gap: 0.6em; align-items: baseline; min-height: 0;
      padding: 0.3em 0.9em; border-bottom: 1px solid; border-radius: 0; cursor: default;
    }
    .strip.danger { border-block: 0 1px; border-inline-end: 0; }
    .strip.is-needed { display: flex; }
    .strip.danger, .strip.danger:hover { background: #f8e0e2; }
    .strip.caution, .strip.caution:hover { background: #fdf3d8; }
    @media (prefers-color-scheme: dark) {
      .danger, .strip.danger, .strip.danger:hover { background: #46222a; border-color: #e0434f; }
      .caution, .strip.caution, .strip.caution:hover { background: #40351a; }
    }
    @media (max-height: 12em) {
      .strip b { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    }
    @media (max-width: 30em) {
      .sign { display: none; }
      dl { grid-template-columns: minmax(0, 1fr); }
      dd { padding-inline-start: 0.9em; }
    }
  `;

  const QUESTION = `
    dialog {
      max-width: min(34em, calc(100vw - 2em)); max-height: calc(100vh - 2em); overflow: auto; padding: 1.2em;
      border: 1px solid #77777c; border-radius: 8px; margin: auto;
    }
    dialog[open] { display: flex; gap: 0.9em; }
    dialog::backdrop { background: rgb(0 0 0 / 55%); }
    h1 { font-size: 1.1em; }
    .facts { display: flex; flex-direction: column; gap: 0.6em; }
    .facts dl { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 0.1em 0.9em; }
    .unsafe, .unsafe:hover { background: #c01c28; border-color: #c01c28; color: #ffffff; }
    .buttons { display: flex; flex-wrap: wrap; gap: 0.6em; justify-content: flex-end; }
  `;

  return { BANNER: COMMON + BANNER, QUESTION: COMMON + QUESTION, LAST_FOLDING };
}) ();
