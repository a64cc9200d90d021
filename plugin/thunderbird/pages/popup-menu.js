/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The menu of a message, in the order of Evolution's.
 */
import { ask, make, makeButton, say } from "./dom.js";
import { askTrust, showNote, tell } from "./popup-questions.js";

/**
 * @typedef {object} Entry
 * @property {string} label
 * @property {() => Promise<unknown>} act
 * @property {boolean} [stays] the popup shows what follows
 */

/**
 * @param {Buoy.PopupState} state
 * @param {number} message
 * @returns {Entry[][]}
 */
function listSections (state, message) {
  const { sender, sites, why } = state.trust;
  /** @type {(label: string, site: string | null) => Entry} */
  const trust = (label, site) => ({ label, stays: true, act: () => askTrust (message, sender ?? "", site) });

  return [
    [{ label: say ("details"), act: () => ask ({ type: "open-details", message }) },
     ...(state.canMarkJunk ? [{ label: say ("markAsJunk"), act: () => ask ({ type: "junk", message }) }] : [])],
    state.places.map ((place) => ({ label: place.label, act: () => ask ({ type: "report", message, place }) })),
    state.canLookUp ? [{ label: say ("lookUp"), act: () => ask ({ type: "open-details", message }) }] : [],
    [...(sender === null ? [] : [trust (say ("trustSender", [sender]), null)]),
     ...(sender === null ? [] : sites.map ((site) => trust (say ("trustSite", [site]), site))),
     ...(why === null ? [] : [{ label: say ("whyNoTrust"), stays: true, act: async () => tell (why) }]),
     ...(state.trusted === null ? [] : [{ label: say ("undoTrust"), act: () => ask ({ type: "undo-trust", message }) }])],
    state.isWarned ? [{ label: say ("wrongWarning"), stays: true, act: () => showNote (message) }] : [],
  ];
}

/**
 * @param {Buoy.PopupState} state
 * @param {() => void} close
 * @returns {HTMLElement}
 */
export function makeMenu (state, close) {
  /** @param {Entry} entry */
  const makeEntry = ({ label, act, stays = false }) => make ("li", "", makeButton (label, async () => {
    await act ();
    if (!stays)
      close ();
  }));
  const settings = { label: say ("preferences"), act: () => browser.runtime.openOptionsPage () };
  const sections = state.message === null || state.notice === null ? [] : listSections (state, state.message);

  return make ("ul", "menu", [...sections, [settings]].filter ((entries) => entries.length > 0)
    .flatMap ((entries, index) => [index === 0 ? null : make ("li", "", make ("hr", "")), ...entries.map (makeEntry)]));
}
