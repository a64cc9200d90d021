/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Answers requests of the extension's own pages.
 */
import * as actions from "./actions.js";
import { getPrefix } from "./lessons.js";
import { explainTrouble, Refusal, Trouble } from "./trouble.js";
import { canMarkJunk, unreadWords } from "./view.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./cases.js").Case} Case */

const WIDTH = 640;
const HEIGHT = 760;
const PAGE = "page"; /* the holder of a message for a page */
const NO_TRUST = { sender: null, sites: [], why: null };
const NO_NOTICE = { level: /** @type {const} */ ("none"), levelWord: "", advice: "", findings: [], remarks: [] };

/** @param {number} message */
export function openDetails (message) {
  return browser.windows.create ({
    type: "popup", url: `/pages/details.html?message=${message}`, width: WIDTH, height: HEIGHT,
    allowScriptsToClose: true,
  });
}

/**
 * @param {App} app
 * @param {number} message
 * @returns {Promise<Case>} analysed, or impossible to analyse
 */
async function findCase ({ cases }, message) {
  const subject = cases.all.get (message) ?? cases.hold (await browser.messages.get (message), PAGE);

  await cases.judge (subject);
  return subject;
}

/** @param {Case} subject */
function wordsOf (subject) {
  if (subject.state === "failed")
    return subject.trouble === null ? unreadWords () : explainTrouble (subject.trouble);
  if (subject.state === "judged")
    return browser.i18n.getMessage ("notChecked", subject.frame?.words ?? "");
  return browser.i18n.getMessage ("leftAlone");
}

/**
 * @param {App} app
 * @param {number} tabId
 * @returns {Promise<Buoy.PopupState>}
 */
async function popupState (app, tabId) {
  const { messages } = await browser.messageDisplay.getDisplayedMessages (tabId);
  const subject = app.tabs.show (tabId, messages);

  if (subject !== null)
    await app.cases.judge (subject);
  const frame = subject?.state === "judged" ? subject.frame : null;
  return {
    message: subject?.id ?? null,
    notice: frame?.notice ?? null,
    words: subject === null ? "" : wordsOf (subject),
    isWarned: frame?.isWarned === true,
    canMarkJunk: subject !== null && canMarkJunk (subject),
    canLookUp: frame?.canLookUp === true,
    trust: frame?.trust ?? NO_TRUST,
    trusted: subject !== null && subject.trusted !== null
             && app.settings.trusts (subject.trusted.sender, subject.trusted.site) ? subject.trusted.words : null,
    places: frame === null ? [] : await actions.listPlaces (app.host).catch (() => []),
  };
}

/**
 * @param {App} app
 * @param {Case} subject
 * @param {boolean} again whether to send the message again if the program has dropped it
 * @returns {Promise<Buoy.Details>}
 */
async function detailsOf (app, subject, again = true) {
  const frame = subject.frame;
  const notice = frame?.notice ?? { ...NO_NOTICE, headline: wordsOf (subject) };

  if (frame?.type !== "verdict")
    return { notice, story: null, text: notice.headline, isWarned: frame?.isWarned === true, canLookUp: false,
             questions: [] };
  try {
    const details = await app.host.port.ask ([{ type: "details", message: subject.message }]);
    return { notice: details.notice, story: details.story, text: details.text, isWarned: frame.isWarned,
             canLookUp: frame.canLookUp, questions: details.questions };
  } catch (error) {
    if (!again || !(error instanceof Refusal || error instanceof Trouble))
      throw error;
    await app.cases.renew (subject, "again");
    return detailsOf (app, subject, false);
  }
}

/**
 * @param {App} app
 * @returns {Promise<Buoy.SettingsState>}
 */
async function settingsState ({ host, settings }) {
  let trouble = null;

  await host.port.open ().catch ((error) => {
    trouble = error instanceof Trouble ? explainTrouble (error.code) : String (error);
  });
  return {
    settings: settings.all,
    available: settings.available,
    policyTrouble: settings.policyTrouble,
    policyEvents: settings.policyEvents,
    checks: settings.checks,
    trouble,
  };
}

/**
 * @param {App} app
 * @returns {Promise<Buoy.MemoryState>}
 */
async function memoryState ({ host, lookBack }) {
  const prefix = await getPrefix ();
  const accounts = (await browser.accounts.list (false)).map (({ id, name }) => [`${prefix}${id}`, name]);

  await host.port.open ();
  const known = await host.port.ask ([{ type: "memory", accounts }]);
  return { accounts: known.accounts, kept: known.kept, lookBack: lookBack.progress };
}

/**
 * @param {App} app
 * @param {string | null} account null: everything
 */
async function forget ({ host, lookBack }, account) {
  await lookBack.stop (); /* otherwise messages being sent would be learned after that */
  await host.port.ask ([{ type: "forget", account }]);
  host.onChange ();
}

/**
 * @param {App} app
 * @param {string} sender
 */
async function forgetSender ({ host }, sender) {
  await host.port.ask ([{ type: "forget-sender", sender }]);
  host.onChange ();
}

/**
 * @param {App} app
 * @param {any} request a Buoy.PageRequest about a message
 */
async function answerAbout (app, request) {
  const subject = await findCase (app, request.message);

  switch (request.type)
    {
    case "details":
      return detailsOf (app, subject);
    case "junk":
      return actions.markJunk (app.host, subject);
    case "look-up":
      return app.cases.lookUp (subject);
    case "stop-look-up":
      return app.cases.stopLookUp (subject);
    case "undo-trust":
      return actions.undoTrust (app.host, subject);
    case "report":
      return actions.report (app.host, subject, request.place);
    case "give-trust":
      await actions.giveTrust (app.host, subject, request.sender, request.site);
      return app.tabs.update (subject);
    case "wrong":
      return app.host.port.ask ([{ type: "note", message: subject.message, question: request.step === "ask",
                                   undo: request.step === "undo" }]);
    default:
      return undefined;
    }
}

/**
 * @param {App} app
 * @param {any} request a Buoy.PageRequest
 * @returns {Promise<any>}
 */
export async function answerPage (app, request) {
  switch (request.type)
    {
    case "popup":
      return popupState (app, request.tabId);
    case "open-details":
      return openDetails (request.message).then (() => undefined);
    case "ask-trust":
      return actions.askTrust (app.host, request.sender, request.site);
    case "write-note":
      return actions.writeNote (request.note);
    case "settings":
      return settingsState (app);
    case "set":
      return app.settings.set (request.key, request.value);
    case "memory":
      return memoryState (app);
    case "look-back":
      return void app.lookBack.start (true);
    case "stop-look-back":
      return app.lookBack.stop ();
    case "forget":
      return forget (app, request.account);
    case "forget-sender":
      return forgetSender (app, request.sender);
    default:
      return answerAbout (app, request);
    }
}
