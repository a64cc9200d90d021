/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Answers requests of scripts in messages. They contain no message id: the tab determines the message.
 */
import * as actions from "./actions.js";
import { setStyle } from "./style.js";
import { openDetails } from "./pages.js";

/** @typedef {import("./app.js").App} App */

const WAIT_MS = 300; /* of a click for what is just being judged */
const HASTE_MS = 1000; /* ignore the second click of a double click, which would be for the next message */
const NO_SITES = { shown: null, shownOwner: null, actual: null, actualOwner: null, company: null };

/**
 * Whether Thunderbird displays more than was judged, and the link may be in that part.
 * @param {import("./cases.js").Case} subject
 * @param {string} href
 */
function isUnseenLink (subject, href) {
  const host = URL.canParse (href) ? new URL (href).hostname : null;

  return (subject.sealed || subject.isShownUnjudged) && !subject.frame?.judgedHosts?.includes (host);
}

/**
 * @param {App} app
 * @param {import("./cases.js").Case | null} subject
 * @param {string} href
 * @returns {Promise<Buoy.Doubt | null>}
 */
async function judgeLink ({ host }, subject, href) {
  /** @type {Buoy.Doubt} */
  const unread = { ...NO_SITES, kind: "unread", actual: href, refused: false };

  if (subject === null || subject.state === "waiting")
    return { ...NO_SITES, kind: "unchecked", refused: false };
  if (subject.state === "left-alone")
    return null;
  if (subject.state === "failed" || subject.session !== host.port.session || isUnseenLink (subject, href))
    return unread;
  try {
    await Promise.race ([subject.telling, new Promise ((resolve) => { setTimeout (resolve, WAIT_MS); })]);
    return (await host.port.ask ([{ type: "link", message: subject.message, href }])).doubt;
  } catch {
    return unread;
  }
}

/**
 * @param {App} app
 * @param {import("./cases.js").Case} subject
 */
async function markJunk (app, subject) {
  const now = performance.now ();
  const isHasty = now - app.lastJunk < HASTE_MS;

  app.lastJunk = now;
  if (!isHasty)
    await actions.markJunk (app.host, subject);
}

/**
 * @param {App} app
 * @param {any} request a Buoy.Request
 * @param {Thunderbird.Sender & { tab: Thunderbird.Tab }} sender
 * @returns {Promise<any>}
 */
export async function answerMessage (app, request, sender) {
  const tab = sender.tab;
  const subject = app.tabs.subjectOf (tab.id);

  switch (request.type)
    {
    case "view":
      return app.tabs.view (tab.id, sender.documentId ?? "");
    case "shown":
      return app.tabs.takeShown (tab.id, sender.documentId ?? "", String (request.shown));
    case "link":
      return judgeLink (app, subject, String (request.href));
    case "open":
      return actions.openInBrowser (request.url);
    case "event":
      return subject === null ? undefined
        : actions.sendEvent (app.host, subject, String (request.event), String (request.href));
    case "style":
      return setStyle (sender, request.css);
    case "menu":
      return browser.messageDisplayAction.openPopup ({ windowId: tab.windowId });
    case "details":
      return subject === null ? undefined : openDetails (subject.id);
    case "junk":
      return subject === null ? undefined : markJunk (app, subject);
    case "undo-junk":
      return subject === null ? undefined : actions.undoJunk (subject);
    case "undo-trust":
      return subject === null ? undefined : actions.undoTrust (app.host, subject);
    default:
      return undefined;
    }
}
