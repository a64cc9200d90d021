/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The button in Thunderbird's own header, which no message can draw over or imitate.
 */
import { explainTrouble } from "./trouble.js";
import { unreadWords } from "./view.js";

const MAX_LABEL = 10; /* a longer one takes a second line of the header */

/** @typedef {{ label: string, title: string, badge: string, color: string | null, icon: string }} Look */

/** @returns {Look} */
function quiet () {
  return {
    label: "", title: browser.i18n.getMessage ("extensionName"), badge: "", color: null, icon: "pages/bellbuoy.svg",
  };
}

/** @type {Record<string, { badge: string, color: string, icon: string }>} */
const WARNINGS = {
  danger: { badge: "!", color: "#c01c28", icon: "pages/danger.svg" },
  caution: { badge: "!", color: "#8f5902", icon: "pages/caution.svg" },
};

/**
 * @param {import("./cases.js").Case} subject
 * @returns {Look}
 */
export function lookOf (subject) {
  const frame = subject.frame;

  if (subject.state === "failed")
    {
      const words = subject.trouble === null ? unreadWords () : explainTrouble (subject.trouble);
      return { ...quiet (), title: words, badge: "?", color: "#5e5c64" };
    }
  if (subject.state !== "judged" || !frame?.isShown || frame.notice === undefined || frame.notice.level === "none")
    return quiet ();
  const { level, levelWord, headline } = frame.notice;
  return { ...WARNINGS[level], label: levelWord.slice (0, MAX_LABEL), title: `${levelWord}: ${headline}` };
}

/**
 * @param {number} tabId
 * @param {Look} look
 */
async function paint (tabId, look) {
  const action = browser.messageDisplayAction;

  await Promise.all ([
    action.setLabel ({ tabId, label: look.label }),
    action.setTitle ({ tabId, title: look.title }),
    action.setIcon ({ tabId, path: look.icon }),
    action.setBadgeText ({ tabId, text: look.badge }),
    action.setBadgeBackgroundColor ({ tabId, color: look.color }),
  ]);
}

/**
 * @param {number} tabId
 * @param {import("./cases.js").Case | null} subject null: no message, or several
 */
export function showOnButton (tabId, subject) {
  paint (tabId, subject === null ? quiet () : lookOf (subject)).catch (() => {}); /* the tab is gone */
}
