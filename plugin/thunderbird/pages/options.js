/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The reader's settings, which Evolution uses, too; the same page as ui/buoy-preferences.c. Settings that the
 * organisation has locked are greyed out, with a note. Changes apply at once.
 */
import { ask, fillWords, make, say } from "./dom.js";
import { makeChecks, makeChoice, makeNumber, makeSwitch, makeText, makeToggles } from "./options-fields.js";
import { makeList } from "./options-list.js";
import { showMemory } from "./options-memory.js";
import { makePermission } from "./options-permissions.js";

/** @typedef {import("./options-fields.js").Field} Field */

const LEVELS = { caution: "everyWarning", danger: "onlyDanger" };
const ACTIONS = { warn: "askBeforeOpening", block: "neverOpen" };
const LOOKUPS = { off: "lookupsOff", "on-request": "lookupsOnRequest", automatic: "lookupsAutomatic" };
const KINDS = { sender: "lookupSender", registration: "lookupRegistration", "reverse-name": "lookupReverseName" };

/** Settings that are lists, by key; the names are those of words.js. */
const LISTS = {
  "trusted-senders": { name: "trustedSenders", example: "trustedSendersExample" },
  "trusted-links": { name: "trustedLinks", example: null },
  "receiving-servers": { name: "receivingServers", example: "receivingServersExample" },
  "block-sites": { name: "blockSites", example: "blockSitesExample" },
  "allow-sites": { name: "allowSites", example: "allowSitesExample" },
  "lists": { name: "blockLists", example: "blockListsExample" },
  "own-domains": { name: "ownDomains", example: "ownDomainsExample" },
  "protected-domains": { name: "protectedDomains", example: "protectedDomainsExample" },
  "protected-people": { name: "protectedPeople", example: "protectedPeopleExample" },
  "link-gateways": { name: "linkGateways", example: "linkGatewaysExample" },
};
const MAX_DAYS = 3650;
const TRUST = ["trusted-senders", "trusted-links"];
const SERVERS = ["receiving-servers"];
const SITES = ["block-sites", "allow-sites", "lists"];
const ORGANISATION = ["own-domains", "protected-domains", "protected-people", "link-gateways"];

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

/**
 * @param {(key: string) => Field} field
 * @param {string[]} keys
 */
function makeLists (field, keys) {
  return keys.map ((key) => {
    const { name, example } = LISTS[/** @type {keyof typeof LISTS} */ (key)];

    return makePart (name, `${name}Words`, makeList (field (key), name, example));
  });
}

/**
 * @param {Field} field
 * @param {Field} days
 */
function makeMemory (field, days) {
  const place = make ("div", "");

  place.id = "memory-state";
  showMemory (place).catch (() => {}); /* the page shows that there is no program */
  return makePart ("learning", "learningWords", makeSwitch (field, "learn"), place, makeNumber (days, "forgetDays", MAX_DAYS));
}

/**
 * First what readers usually decide, then what organisations do.
 * @param {Buoy.SettingsState} state
 */
async function makeParts (state) {
  const field = fieldsOf (state);

  return [
    makePart ("warnings", null, makeSwitch (field ("enabled"), "enabled"),
              makeChoice (field ("banner-level"), "bannerLevel", LEVELS),
              makeChoice (field ("link-action"), "linkAction", ACTIONS),
              makeSwitch (field ("qr-codes"), "decodeCodes"),
              await makePermission ("messagesMove", "moveJunk")),
    ...makeLists (field, TRUST),
    makePart ("addressBooks", "addressBooksWords", await makePermission ("addressBooks", "useAddressBooks")),
    makeMemory (field ("memory"), field ("memory-days")),
    ...makeLists (field, SERVERS),
    ...makeLists (field, SITES),
    makePart ("nameServers", "nameServersWords", makeChoice (field ("lookups"), "lookups", LOOKUPS),
              makeToggles (field ("lookup-kinds"), KINDS)),
    makePart ("checks", "checksWords", makeChecks (field ("suppressed-checks"), state.checks)),
    make ("h2", "group", say ("organisation")),
    ...makeLists (field, ORGANISATION),
    makePart ("reportAddress", "reportAddressWords",
              makeText (field ("organization-report-address"), "email", "reportAddress", "reportAddressExample")),
    makePart ("lookupGateway", "lookupGatewayWords",
              makeText (field ("lookup-gateway"), "url", "lookupGateway", "lookupGatewayExample")),
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
  const memory = document.getElementById ("memory-state");

  if (message.type === "changed")
    show ();
  if (message.type === "learned" && memory !== null)
    showMemory (memory);
  return undefined;
});
fillWords ();
show ();
