/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Adds an entry to Thunderbird's own menus that shows the details of any message, also without a warning.
 */
import { openDetails } from "./pages.js";

const CHECK = "check";

export async function makeMenu () {
  await browser.menus.removeAll ();
  browser.menus.create ({
    id: CHECK,
    title: browser.i18n.getMessage ("checkThisMessage"),
    contexts: ["message_list", "page", "message_display_action"],
  });
}

/**
 * @param {Thunderbird.Tab} [tab]
 * @returns {Promise<{ messages: Thunderbird.MessageHeader[] }>}
 */
async function listShown (tab) {
  return tab === undefined ? { messages: [] } : browser.messageDisplay.getDisplayedMessages (tab.id);
}

/**
 * @param {{ menuItemId: string, selectedMessages?: { messages: Thunderbird.MessageHeader[] } }} info
 * @param {Thunderbird.Tab} [tab]
 */
export async function onMenu (info, tab) {
  if (info.menuItemId !== CHECK)
    return;
  const [message] = info.selectedMessages?.messages ?? (await listShown (tab)).messages;
  if (message !== undefined)
    await openDetails (message.id);
}
