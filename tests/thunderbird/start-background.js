/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A background of its own for each test, in a Thunderbird of its own.
 */
import { makeWorld } from "./fake-browser.js";

let started = 0;

export async function start (facts) {
  const world = makeWorld (facts);

  await import (`../../plugin/thunderbird/background/main.js?${started += 1}`);
  world.ask = (request, sender) => browser.runtime.onMessage.fire (request, sender)[0];
  world.fromTab = (tabId, request, url = "mailbox:///x") =>
    world.ask (request, { url, tab: { id: tabId, windowId: 1 }, documentId: `doc${tabId}` });
  world.fromPage = (request) => world.ask (request, { url: "moz-extension://uuid/pages/popup.html" });
  world.framesOf = (type) => world.ports.flatMap (({ frames }) => frames).filter ((frame) => frame.type === type);
  world.callsOf = (name) => world.calls.filter (([other]) => other === name).map (([, ...args]) => args);
  return world;
}
