/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Messages in which Thunderbird has not run the manifest's scripts.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeHeader, settle } from "./fake-browser.js";
import { start } from "./start-background.js";

test ("after an update the messages that are open get the new scripts, and only a new reader is greeted", async () => {
  const world = await start ({ tabs: [{ id: 7 }, { id: 8 }] });

  world.shown.set (7, [makeHeader (1)]);
  browser.runtime.onInstalled.fire ({ reason: "update" });
  await settle ();
  assert.deepEqual (world.callsOf ("executeScript"), [[{ target: { tabId: 7 }, files: ["/content/start.js"] }]]);
  assert.deepEqual (world.callsOf ("createTab"), []);
  browser.runtime.onInstalled.fire ({ reason: "install" });
  await settle ();
  assert.equal (world.callsOf ("createTab").length, 1);
});

test ("a message in which Thunderbird has not run the scripts gets them, and no other", async () => {
  for (const [answer, nRuns] of [[[{ result: false }], 1], [[{ result: true }], 0], [[], 0]]) {
    const world = await start ({ scripting: () => answer });

    browser.messageDisplay.onMessagesDisplayed.fire ({ id: 7 }, { messages: [makeHeader (1)] });
    await settle ();
    const runs = world.callsOf ("executeScript").filter (([{ files }]) => files !== undefined);
    assert.deepEqual (runs, Array (nRuns).fill ([{ target: { tabId: 7 }, files: ["/content/start.js"] }]));
  }
});
