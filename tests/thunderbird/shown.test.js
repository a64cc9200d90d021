/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the documents of a message display, on its way to the native program.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answerAsHost, makeHeader, settle } from "./fake-browser.js";
import { FakeClock } from "./fake-clock.js";
import { start } from "./start-background.js";

const SHOWN = { links: [["https://a.example/", "b.example", null, true]], forms: [], hasPasswordField: false, leftOut: 0,
                text: "x" };

test ("what the document displays is told once there is a verdict, and once only", async () => {
  const world = await start ();
  const shown = JSON.stringify (SHOWN);

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "shown", shown });
  assert.deepEqual (world.framesOf ("shown"), [], "its document has not asked yet");
  const viewed = world.fromTab (7, { type: "view" });
  await settle ();
  await world.fromTab (7, { type: "shown", shown });
  await viewed;
  await world.fromTab (7, { type: "shown", shown });
  assert.deepEqual (world.framesOf ("shown").map (({ message, documents }) => [message, documents]),
                    [[world.framesOf ("message")[0].id, [SHOWN]]]);
  assert.equal (world.callsOf ("push").at (-1)[1].view.state, "judged");
});

test ("a message that was not checked completely is not shown as one without findings", async () => {
  const world = await start ({
    answer: (frame) => answerAsHost (frame).map ((one) => (one.type === "verdict"
      ? { ...one, isWarned: false, isShown: false, notice: { ...one.notice, level: "none" }, failure: "Not all." } : one)),
  });

  world.shown.set (7, [makeHeader (1)]);
  const view = await world.fromTab (7, { type: "view" });
  assert.equal (view.state, "judged");
  assert.equal (view.notice, null);
  assert.equal (view.trouble, "Not all.");
});

test ("what another document displays does not count for this message", async () => {
  const world = await start ();

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  await world.ask ({ type: "shown", shown: JSON.stringify (SHOWN) },
                   { url: "mailbox:///y", tab: { id: 7, windowId: 1 }, documentId: "before" });
  assert.deepEqual (world.framesOf ("shown"), []);
});

test ("what the program has forgotten is handed in again, with what the document displays", async () => {
  let isGone = true;
  const world = await start ({
    answer: (frame) => {
      if (frame.type !== "shown" || !isGone)
        return answerAsHost (frame);
      isGone = false;
      return [{ type: "error", id: frame.id, code: "gone" }];
    },
  });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  await world.fromTab (7, { type: "shown", shown: JSON.stringify (SHOWN) });
  await settle ();
  assert.deepEqual (world.framesOf ("shown").map (({ message }) => message),
                    world.framesOf ("message").map (({ id }) => id));
  assert.equal (world.framesOf ("shown").length, 2);
});

test ("if the program forgets a message twice in a row, its links are asked about", async () => {
  let isGone = true;
  const world = await start ({
    answer: (frame) => (frame.type === "shown" && isGone ? [{ type: "error", id: frame.id, code: "gone" }]
      : answerAsHost (frame)),
  });
  const lastView = () => world.callsOf ("push").at (-1)[1].view;
  const doubt = () => world.fromTab (7, { type: "link", href: "https://b.example/" });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  await world.fromTab (7, { type: "shown", shown: JSON.stringify (SHOWN) });
  await settle ();
  assert.equal (world.framesOf ("message").length, 2);
  assert.equal (lastView ().isWhole, false);
  assert.equal ((await doubt ()).kind, "unread");

  isGone = false;
  await world.fromTab (7, { type: "shown", shown: JSON.stringify ({ ...SHOWN, text: "later" }) });
  await settle ();
  assert.equal (lastView ().isWhole, true);
  assert.equal (await doubt (), null);
});

test ("what is displayed fits in a frame, and what is left out is counted", async () => {
  const world = await start ();
  const links = Array.from ({ length: 2000 }, (_, i) => [`https://a.example/${"é".repeat (500)}${i}`, "\u0001", null, true]);

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  await world.fromTab (7, { type: "shown",
                            shown: JSON.stringify ({ ...SHOWN, links, text: "\u0001".repeat (65537) }) });
  const [frame] = world.framesOf ("shown");
  const [told] = frame.documents;

  assert.ok (Buffer.byteLength (JSON.stringify (frame)) < 768 * 1024);
  assert.ok (told.links.length > 200);
  assert.equal (told.links.length + told.leftOut, 2000);
  assert.deepEqual ([told.links[0], told.links.at (-1)], [links[0], links.at (-1)]);
  assert.ok (told.text.length > 50000);
});

const part = (frame) => answerAsHost (frame).map ((answer) => ({ ...answer, more: true, canLookUp: true }));

test ("a click does not wait for ever for what is displayed of a message that can't be read", async () => {
  const world = await start ();
  const { error } = console;
  let fail = () => {};

  console.error = () => {};
  browser.messages.getRaw = () => new Promise ((resolve, reject) => { fail = reject; });
  world.shown.set (7, [makeHeader (1)]);
  const viewed = world.fromTab (7, { type: "view" });
  await settle ();
  const told = world.fromTab (7, { type: "shown", shown: JSON.stringify (SHOWN) });
  await settle ();
  fail (new Error ("network"));
  await Promise.all ([viewed, told]);
  console.error = error;
  assert.deepEqual (world.framesOf ("shown"), []);
});

test ("a message that was shut while it was judged is not handed in again", async () => {
  const clock = new FakeClock (); /* neither message is finished */
  const world = await start ({
    answer: (frame) => ({ shown: () => [], message: part }[frame.type] ?? answerAsHost) (frame),
  });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  world.fromTab (7, { type: "shown", shown: JSON.stringify (SHOWN) });
  await settle ();
  world.shown.set (7, [makeHeader (2)]);
  await world.fromTab (7, { type: "view" });
  world.ports[0].onMessage.fire ({ type: "error", id: world.framesOf ("shown")[0].id, code: "gone" });
  await settle ();
  clock.stop ();
  assert.equal (world.framesOf ("message").length, 2);
});

test ("after a lookup that was stopped, what is displayed is judged with the verdict before", async () => {
  const clock = new FakeClock (); /* the lookup is never finished */
  const world = await start ({ answer: (frame) => (frame.type === "verify" ? part (frame) : answerAsHost (frame)) });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  world.fromPage ({ type: "look-up", message: 1 });
  await settle ();
  await world.fromTab (7, { type: "shown", shown: JSON.stringify (SHOWN) });
  await world.fromPage ({ type: "stop-look-up", message: 1 });
  await settle ();
  clock.stop ();
  assert.deepEqual (world.framesOf ("shown").map (({ message }) => message),
                    [world.framesOf ("verify")[0].id, world.framesOf ("message")[0].id]);
});
