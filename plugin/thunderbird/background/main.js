/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The entry point. Thunderbird may end the background when it is idle and start it again with the next event, so all
 * listeners are added synchronously here.
 */
import { App } from "./app.js";
import { watchIdentities, watchPeople } from "./context.js";
import { tellJunk } from "./lessons.js";
import { makeMenu, onMenu } from "./menu.js";
import { answerPage } from "./pages.js";
import { answerMessage } from "./requests.js";
import { ensureScripts } from "./scripts.js";
import { onInstalled } from "./update.js";

const app = new App ();
const OWN_PAGES = browser.runtime.getURL ("/pages/");

/* Only our own pages are trusted; any other sender is a script in a message, whatever it claims. */
browser.runtime.onMessage.addListener ((request, sender) => {
  if (sender.url !== undefined && sender.url.startsWith (OWN_PAGES))
    return answerPage (app, request);
  if (sender.tab !== undefined)
    return answerMessage (app, request, { ...sender, tab: sender.tab });
  return undefined;
});

browser.messageDisplay.onMessagesDisplayed.addListener ((tab, { messages }) => {
  const subject = app.tabs.show (tab.id, messages);

  if (subject === null)
    return;
  app.cases.judge (subject);
  ensureScripts (tab.id).catch (() => {}); /* the reader has gone on */
});
browser.messages.onUpdated.addListener ((header, { junk }) => {
  if (junk !== undefined)
    tellJunk (app, header, junk);
});
browser.tabs.onRemoved.addListener ((tabId) => app.tabs.close (tabId));

const updateContext = () => app.host.updateContext ();
watchIdentities (updateContext);
watchPeople (updateContext);
browser.permissions.onAdded.addListener (() => {
  watchPeople (updateContext);
  updateContext ();
});
browser.permissions.onRemoved.addListener (updateContext);
browser.storage.managed.onChanged?.addListener (() => { app.host.updatePolicy (); });

browser.alarms.onAlarm.addListener (() => { app.retry (); });
browser.menus.onClicked.addListener (onMenu);
browser.runtime.onInstalled.addListener ((details) => {
  makeMenu ();
  onInstalled (details);
});
