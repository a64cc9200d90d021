/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was found in the displayed message, and what the reader can do about it.
 */
import { ask, fillWords, make, makeFinding, makeHeadline } from "./dom.js";
import { makeMenu } from "./popup-menu.js";

/* The most serious ones, as in the banner; the details have the rest. */
const MAX_FINDINGS = 2;

/** @param {Buoy.PopupState} state */
function makeStory (state) {
  const notice = state.notice;

  if (notice === null)
    return [make ("p", "", state.words)];
  const findings = state.isWarned ? notice.findings.filter (({ strength }) => strength !== "note") : [];
  return [makeHeadline (notice), findings.slice (0, MAX_FINDINGS).map ((finding) => makeFinding (finding, false)),
          notice.advice === "" ? null : make ("p", "", notice.advice)];
}

async function show () {
  const [tab] = await browser.tabs.query ({ active: true, currentWindow: true });
  const state = await ask ({ type: "popup", tabId: tab.id });
  const main = document.querySelector ("main");

  main?.replaceChildren (make ("div", "", ...makeStory (state)), makeMenu (state, () => window.close ()));
  main?.querySelector ("button")?.focus ({ preventScroll: true }); /* the headline stays in sight */
}

fillWords ();
show ();
