/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's settings, which Evolution has too; the same page as ui/buoy-preferences.c. What the organisation has
 * fixed is grey, and says so. A change counts at once.
 */
import { ask, fillWords, make, say } from "./dom.js";
import { makeChecks, makeChoice, makeSwitch, makeText } from "./options-fields.js";
import { makeList } from "./options-list.js";
import { makePermission } from "./options-permissions.js";

/** @typedef {import("./options-fields.js").Field} Field */

const LEVELS = { caution: "everyWarning", danger: "onlyDanger" };
const ACTIONS = { warn: "askBeforeOpening", block: "neverOpen" };
const LOOKUPS = { off: "lookupsOff", "on-request": "lookupsOnRequest", automatic: "lookupsAutomatic" };

/** Settings that are lists, by key; the names are those of words.js. */
const LISTS = {
  "trusted-senders": { name: "trustedSenders", example: null },
  "trusted-links": { name: "trustedLinks", example: null },
  "own-domains": { name: "ownDomains", example: "ownDomainsExample" },
  "receiving-servers": { name: "receivingServers", example: "receivingServersExample" },
  "link-gateways": { name: "linkGateways", example: "linkGatewaysExample" },
};

/**
 * @param {string} title
 * @param {string | null} words
 * @param {...HTMLElement} content
 */
function makePart (title, words, ...content) {
  return make ("section", "", make ("h2", "", say (title)), words === null ? null : make ("p", "note", say (words)), content);
}

/**
 * @param {Buoy.SettingsState} state
 * @returns {(key: string) => Field}
 */
function fieldsOf (state) {
  return (key) => ({
    key,
    value: state.settings[key].value,
    locked: state.settings[key].locked,
    fixed: state.settings[key].fixed ?? [],
    disabled: state.settings[key].locked || !state.available,
    set: (value) => ask ({ type: "set", key, value }).catch (() => {}).then (show),
  });
}

/** @param {Buoy.SettingsState} state */
async function makeParts (state) {
  const field = fieldsOf (state);

  return [
    makePart ("warnings", null, makeSwitch (field ("enabled"), "enabled"),
              makeChoice (field ("banner-level"), "bannerLevel", LEVELS),
              makeChoice (field ("link-action"), "linkAction", ACTIONS),
              await makePermission ("messagesMove", "moveJunk")),
    makePart ("addressBooks", "addressBooksWords", await makePermission ("addressBooks", "useAddressBooks")),
    makePart ("nameServers", "nameServersWords", makeChoice (field ("lookups"), "lookups", LOOKUPS)),
    ...Object.entries (LISTS).map (([key, { name, example }]) =>
      makePart (name, `${name}Words`, makeList (field (key), name, example))),
    makePart ("reportAddress", "reportAddressWords",
              makeText (field ("organization-report-address"), "reportAddress", "reportAddressExample")),
    makePart ("checks", "checksWords", makeChecks (field ("suppressed-checks"), state.checks)),
  ];
}

async function show () {
  /** @type {Buoy.SettingsState} */
  const state = await ask ({ type: "settings" });
  const focused = document.activeElement?.id ?? "";
  const words = state.trouble ?? (state.available ? state.policyTrouble : say ("notKept"));
  const parts = state.trouble === null ? await makeParts (state) : [];
  const notes = [words, state.policyEvents].filter ((note) => note !== null);

  document.querySelector ("main")?.replaceChildren (...notes.map ((note) => make ("p", "trouble", note)), ...parts);
  if (focused !== "")
    document.getElementById (focused)?.focus ();
}

browser.runtime.onMessage.addListener ((message) => {
  if (message.type === "changed")
    show ();
  return undefined;
});
fillWords ();
show ();
