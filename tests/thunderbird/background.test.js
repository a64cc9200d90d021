/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The whole background against a Thunderbird of its own.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock } from "./fake-clock.js";
import { answerAsHost, makeHeader, settle } from "./fake-browser.js";
import { start } from "./start-background.js";

test ("a view is that of the message in the sender's tab, whatever else it says", async () => {
  const world = await start ({ raw: { 1: "one", 2: "two" } });

  world.shown.set (7, [makeHeader (1)]).set (8, [makeHeader (2)]);
  const view = await world.fromTab (7, { type: "view", message: 2, tabId: 8 });
  assert.equal (view.state, "judged");
  assert.equal (view.notice.level, "danger");
  assert.deepEqual (world.callsOf ("getRaw").map (([id]) => id), [1]);
});

test ("a message is read once for all its views, and again after it was shut", async () => {
  const world = await start ();

  world.shown.set (7, [makeHeader (1)]).set (8, [makeHeader (1)]);
  await Promise.all ([world.fromTab (7, { type: "view" }), world.fromTab (8, { type: "view" })]);
  await world.fromTab (7, { type: "view" });
  assert.equal (world.framesOf ("message").length, 1);
});

test ("the program hears of the reader before it hears of a message", async () => {
  const world = await start ({ policy: { enabled: true } });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  assert.deepEqual (world.ports[0].frames.map (({ type }) => type), ["hello", "policy", "context", "accounts", "message"]);
  assert.deepEqual (world.framesOf ("context")[0].ownAddresses, ["me@own.example"]);
  assert.equal (world.framesOf ("message")[0].context, world.framesOf ("context")[0].context);
});

test ("own mail is not read, and its links open as without us", async () => {
  const world = await start ();

  world.shown.set (7, [makeHeader (1, { id: "s", accountId: "a", specialUse: ["sent"] })]);
  const view = await world.fromTab (7, { type: "view" });
  assert.equal (view.state, "left-alone");
  assert.equal (await world.fromTab (7, { type: "link", href: "https://a.example/" }), null);
  assert.deepEqual (world.callsOf ("getRaw"), []);
});

test ("what a script in a message can't do", async () => {
  const world = await start ();

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  for (const url of ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.example", "data:text/html,x", "https:", 7, null])
    await world.fromTab (7, { type: "open", url });
  assert.deepEqual (world.callsOf ("openDefaultBrowser"), []);
  for (const type of ["set", "give-trust", "write-note", "report", "details", "settings"])
    assert.equal (await world.fromTab (7, { type, message: 1, key: "enabled", value: false, sender: "a.example" }), undefined);
  assert.deepEqual (world.framesOf ("set").concat (world.framesOf ("trust")), []);
  assert.equal (world.ask ({ type: "settings" }, { url: "https://a.example/moz-extension://uuid/pages/" }), undefined);
});

test ("a link that the reader has said yes to goes to the browser", async () => {
  const world = await start ();

  await world.fromTab (7, { type: "open", url: "https://a.example/x" });
  assert.deepEqual (world.callsOf ("openDefaultBrowser"), [["https://a.example/x"]]);
});

test ("the work on a message that nobody looks at any more is given up", async () => {
  const clock = new FakeClock (); /* the second message is never answered */
  const world = await start ({ answer: (frame) => (frame.type === "message" ? [] : answerAsHost (frame)) });

  world.shown.set (7, [makeHeader (1)]);
  const first = world.fromTab (7, { type: "view" });
  await settle ();
  world.shown.set (7, [makeHeader (2)]);
  world.fromTab (7, { type: "view" });
  await settle ();
  assert.equal (await first, null, "its document has gone");
  assert.deepEqual (world.framesOf ("cancel").map (({ message }) => message), [world.framesOf ("message")[0].id]);
  clock.stop ();
});

test ("a lookup waits for what is under way, which stopping it leaves alone", async () => {
  const part = (frame) => answerAsHost (frame).map ((answer) => ({ ...answer, more: true, canLookUp: true }));
  const world = await start ({ answer: (frame) => (frame.type === "message" ? part (frame) : answerAsHost (frame)) });
  const finish = () => {
    const [verdict] = answerAsHost (world.framesOf ("message")[0]);

    world.ports[0].onMessage.fire ({ ...verdict, canLookUp: true });
  };

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  const stopped = world.fromPage ({ type: "look-up", message: 1 });
  await settle ();
  await world.fromPage ({ type: "stop-look-up", message: 1 });
  assert.deepEqual (world.framesOf ("cancel"), []);
  const wanted = world.fromPage ({ type: "look-up", message: 1 });
  await settle ();
  assert.deepEqual (world.framesOf ("verify"), [], "pictures come first");
  finish ();
  await Promise.all ([stopped, wanted]);
  assert.equal (world.framesOf ("verify").length, 1);
  assert.equal ((await world.fromTab (7, { type: "view" })).isWarned, true);
});

test ("a crash is told to nobody if the second try works", async () => {
  const clock = new FakeClock ();
  let crash = true;
  const world = await start ({
    answer: (frame) => {
      if (frame.type !== "message" || !crash)
        return answerAsHost (frame);
      crash = false;
      queueMicrotask (() => world.ports[0].break ());
      return [];
    },
  });

  world.shown.set (7, [makeHeader (1)]);
  const asking = world.fromTab (7, { type: "view" });
  await settle ();
  clock.tick (1000);
  await settle ();
  const view = await asking;
  clock.stop ();
  assert.equal (view.state, "judged");
  assert.equal (world.ports.length, 2);
});

test ("a message over which the program crashes is not tried for ever, and its links are asked about", async () => {
  const clock = new FakeClock ();
  const world = await start ({
    answer: (frame) => {
      if (frame.type !== "message")
        return answerAsHost (frame);
      queueMicrotask (() => world.ports.at (-1).break ());
      return [];
    },
  });

  world.shown.set (7, [makeHeader (1)]);
  const asking = world.fromTab (7, { type: "view" });
  for (let turn = 0; turn < 20; turn++)
    {
      await settle ();
      clock.tick (300000);
    }
  const view = await asking;
  clock.stop ();
  assert.equal (view.state, "failed");
  assert.equal (view.isWhole, false);
  assert.equal (world.framesOf ("message").length, 2);
  assert.equal ((await world.fromTab (7, { type: "link", href: "https://a.example/" })).kind, "unread");
});

test ("a program that is missing is told once, and the button shows it", async () => {
  const clock = new FakeClock ();
  const world = await start ({ missing: true });

  world.shown.set (7, [makeHeader (1)]).set (8, [makeHeader (2)]);
  const asking = world.fromTab (7, { type: "view" });
  await settle ();
  clock.tick (0);
  const first = await asking;
  const second = await world.fromTab (8, { type: "view" });
  clock.stop ();
  assert.equal (first.trouble, "hostMissing");
  assert.equal (second.trouble, null);
  assert.ok (first.isWhole && second.isWhole, "links open as without us");
  await settle ();
  assert.ok (world.callsOf ("setBadgeText").some (([{ tabId, text }]) => tabId === 8 && text === "?"));
});

test ("what was told before the background was ended is not told again", async () => {
  const clock = new FakeClock ();
  const world = await start ({ answer: (frame) => [{ type: "error", id: frame.id, code: "protocol", words: "…" }],
                               session: { told: ["version"] } });

  world.shown.set (7, [makeHeader (1)]);
  const view = await world.fromTab (7, { type: "view" });
  clock.stop ();
  assert.equal (view.state, "failed");
  assert.equal (view.trouble, null);
});

test ("an attempt that is due after the background was ended counts on, and finds what is on show", async () => {
  const clock = new FakeClock ();
  const world = await start ({ session: { failures: 3 }, missing: true, tabs: [{ id: 7 }, { id: 8 }] });

  world.shown.set (7, [makeHeader (1)]);
  browser.alarms.onAlarm.fire ({ name: "retry" });
  await settle ();
  clock.tick (0);
  await settle ();
  assert.deepEqual (world.callsOf ("push"), [], "there is nothing new");
  world.missing = false;
  clock.tick (299999);
  await settle ();
  assert.equal (world.ports.length, 1);
  clock.tick (1);
  await settle ();
  clock.stop ();
  assert.deepEqual (world.callsOf ("push").map (([tab, { view }]) => [tab, view.state]), [[7, "judged"]]);
});

test ("an answer makes the waiting short again, also for a background that was begun after failures", async () => {
  const world = await start ({ session: { failures: 3 } });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  assert.deepEqual (world.callsOf ("session"), [[{ failures: 0 }]]);
});

test ("a message that can't be read is told of, and its links are asked about", async () => {
  const world = await start ();

  browser.messages.getRaw = async () => { throw new Error ("network"); };
  world.shown.set (7, [makeHeader (1)]);
  const { error } = console;
  console.error = () => {};
  const view = await world.fromTab (7, { type: "view" });
  console.error = error;
  assert.equal (view.trouble, "notChecked notRead");
  assert.equal (view.isWhole, false);
  assert.equal ((await world.fromTab (7, { type: "link", href: "https://a.example/" })).kind, "unread");
});

test ("people that are imported are told of at once, not one by one", async () => {
  const clock = new FakeClock ();
  const world = await start ();

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  for (let turn = 0; turn < 100; turn++)
    browser.identities.onUpdated.fire ();
  clock.tick (1000);
  await settle ();
  clock.stop ();
  assert.equal (world.framesOf ("context").length, 2);
  assert.equal (new Set (world.framesOf ("context").map (({ context }) => context)).size, 1, "in its place");
  assert.equal (world.framesOf ("again").length, 1);
});

test ("a change of the settings is shown at once", async () => {
  const world = await start ();

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  world.ports[0].onMessage.fire ({ type: "settings", id: 0, available: true, settings: { enabled: { value: true } } });
  await settle ();
  assert.equal (world.framesOf ("again")[0].message, world.framesOf ("message")[0].id);
  assert.equal (world.callsOf ("push").at (-1)[1].view.state, "judged");
  world.ports[0].onMessage.fire ({ type: "settings", id: 0, available: true, settings: { enabled: { value: false } } });
  await settle ();
  assert.equal (world.callsOf ("push").at (-1)[1].view.state, "left-alone");
});

test ("junk is marked, and moved only where the reader has allowed it", async () => {
  for (const [granted, moves] of [[[], []], [["messagesMove"], [[[1], "junk", { isUserAction: true }]]]]) {
    const world = await start ({ junkFolders: [{ id: "junk" }] });

    world.granted = granted;
    world.shown.set (7, [makeHeader (1)]);
    await world.fromTab (7, { type: "view" });
    await world.fromTab (7, { type: "junk" });
    assert.deepEqual (world.callsOf ("update"), [[1, { junk: true }]]);
    assert.deepEqual (world.callsOf ("move"), moves);
  }
});

test ("a double click marks one message, although the next one is shown by then", async (context) => {
  const world = await start ();
  const clock = context.mock.method (performance, "now", () => 5000);
  const show = async (id) => {
    world.shown.set (7, [makeHeader (id)]);
    await world.fromTab (7, { type: "view" });
  };

  await show (1);
  await world.fromTab (7, { type: "junk" });
  await show (2);
  await world.fromTab (7, { type: "junk" });
  assert.deepEqual (world.callsOf ("update"), [[1, { junk: true }]]);
  clock.mock.mockImplementation (() => 6000);
  await world.fromTab (7, { type: "junk" });
  assert.deepEqual (world.callsOf ("update").map (([id]) => id), [1, 2]);
});

test ("junk is told to the program, wherever it was marked, and can be undone", async () => {
  const world = await start ();

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  const mark = async (id, junk) => {
    browser.messages.onUpdated.fire ({ ...makeHeader (id), junk }, { junk });
    await settle ();
  };

  await world.fromTab (7, { type: "junk" });
  await mark (1, true);
  await mark (1, true);
  await mark (2, true);
  browser.messages.onUpdated.fire (makeHeader (1), { flagged: true });
  assert.deepEqual (world.framesOf ("junk").map (({ junk }) => junk), [true]);
  assert.equal (world.framesOf ("junk")[0].message, world.framesOf ("message")[0].id);
  assert.equal (world.callsOf ("push").at (-1)[1].view.isMarkedJunk, true);
  await world.fromTab (7, { type: "undo-junk" });
  assert.deepEqual (world.callsOf ("update").at (-1), [1, { junk: false }]);
  await mark (1, false);
  assert.deepEqual (world.framesOf ("junk").map (({ junk }) => junk), [true, false]);
  assert.equal (world.callsOf ("push").at (-1)[1].view.isMarkedJunk, false);
});

test ("events go to the program only where the organisation gets them", async () => {
  for (const policyEvents of [null, "The organisation gets events"]) {
    const answer = (frame) => answerAsHost (frame).map ((told) => ({ ...told, policyEvents }));
    const world = await start ({ answer });

    world.shown.set (7, [makeHeader (1)]);
    await world.fromTab (7, { type: "view" });
    await world.fromTab (7, { type: "event", event: "link-declined", href: "https://a.example/" });
    await world.fromTab (7, { type: "junk" });
    await world.fromPage ({ type: "report", message: 1, place: { address: "r@c.example", subject: "S", text: "T" } });
    await settle ();
    const { id } = world.framesOf ("message")[0];

    assert.deepEqual (world.framesOf ("event").map (({ message, event, href }) => [message, event, href]),
                      policyEvents === null ? [] : [[id, "link-declined", "https://a.example/"],
                                                    [id, "marked-junk", null], [id, "reported", null]]);
  }
});

test ("a report has the message as it came", async () => {
  const raw = `From: a@b.example\r\n\r\n${String.fromCharCode (0, 128, 255)}`;
  const world = await start ({ raw: { 1: raw } });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromPage ({ type: "report", message: 1, place: { address: "r@c.example", subject: "S", text: "T" } });
  const [, details] = world.callsOf ("beginNew")[0];
  const bytes = new Uint8Array (await details.attachments[0].file.arrayBuffer ());
  assert.equal (String.fromCharCode (...bytes), raw);
  assert.deepEqual (details.to, ["r@c.example"]);
});

test ("several messages at once, or none, have nothing on the button", async () => {
  const world = await start ();

  browser.messageDisplay.onMessagesDisplayed.fire ({ id: 7 }, { messages: [makeHeader (1), makeHeader (2)] });
  await settle ();
  assert.deepEqual (world.callsOf ("setBadgeText"), [[{ tabId: 7, text: "" }]]);
  assert.deepEqual (world.callsOf ("getRaw"), []);
});

test ("a message that stays sealed is looked at again when it is opened again", async () => {
  const sealed = "Content-Type: multipart/encrypted\r\n\r\n…";
  const world = await start ({ raw: { 1: sealed } });

  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  world.shown.set (7, [makeHeader (2)]);
  await world.fromTab (7, { type: "view" });
  world.opened = { 1: "opened" };
  world.shown.set (7, [makeHeader (1)]);
  await world.fromTab (7, { type: "view" });
  assert.equal (world.framesOf ("message").at (-1).opened, true);
});

test ("a style sheet takes the place of the one before", async () => {
  const world = await start ();

  await world.fromTab (9, { type: "style", css: "a{}" });
  await world.fromTab (9, { type: "style", css: "b{}" });
  await world.fromTab (9, { type: "style", css: "" });
  await world.fromTab (9, { type: "style", css: { toString: 1 } });
  assert.deepEqual (world.callsOf ("insertCSS").map (([{ css, origin }]) => [css, origin]), [["a{}", "USER"], ["b{}", "USER"]]);
  assert.deepEqual (world.callsOf ("removeCSS").map (([{ css }]) => css), ["a{}", "b{}"]);
});
