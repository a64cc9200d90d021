/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeClock } from "./fake-clock.js";
import { answerAsHost, makeWorld, settle } from "./fake-browser.js";

makeWorld ();
const { Port } = await import ("../../plugin/thunderbird/background/port.js");

function withClock (name, run) {
  test (name, async () => {
    const clock = new FakeClock ();
    try {
      await run (clock);
    } finally {
      clock.stop ();
    }
  });
}

/** A port that is opened again as the background does it. */
function makePort () {
  const port = new Port ();

  browser.alarms.onAlarm.addListener (() => { port.retry.run (() => port.open ()); });
  return port;
}

withClock ("one greeting for all questions, and each answer to its question", async () => {
  const world = makeWorld ();
  const port = new Port ();
  const answers = await Promise.all ([1, 2, 3].map (() => port.ask ([{ type: "message", last: true }])));

  assert.equal (world.ports.length, 1);
  assert.equal (world.ports[0].frames.filter ((frame) => frame.type === "hello").length, 1);
  assert.equal (new Set (answers.map ((answer) => answer.id)).size, 3);
});

withClock ("an answer that nobody has asked for is dropped, news are told", async () => {
  const world = makeWorld ();
  const port = new Port ();
  const news = [];

  port.onNews = (frame) => news.push (frame.type);
  await port.open ();
  world.ports[0].onMessage.fire ({ type: "verdict", id: 99 });
  world.ports[0].onMessage.fire ({ type: "settings", id: 0 });
  world.ports[0].onMessage.fire (null);
  assert.deepEqual (news, ["settings"]);
});

withClock ("a verdict of which more is to come is a part", async () => {
  makeWorld ({ answer: (frame) => (frame.type === "message"
    ? [{ type: "verdict", id: frame.id, more: true }, { type: "verdict", id: frame.id, more: false, last: true }]
    : answerAsHost (frame)) });
  const parts = [];
  const answer = await new Port ().ask ([{ type: "message", last: true }], { onPart: (part) => parts.push (part) });

  assert.equal (parts.length, 1);
  assert.equal (answer.last, true);
});

withClock ("what is still to come may take longer than the first answer", async (clock) => {
  const world = makeWorld ({ answer: (frame) => (frame.type === "message"
    ? [{ type: "verdict", id: frame.id, more: true }] : answerAsHost (frame)) });
  const asking = new Port ().ask ([{ type: "message", last: true }]);

  await settle ();
  clock.tick (30000);
  await settle ();
  assert.equal (world.ports[0].open, true);
  world.ports[0].onMessage.fire ({ type: "verdict", id: world.ports[0].frames.at (-1).id, more: false });
  assert.equal ((await asking).more, false);
});

withClock ("an error is a refusal, and the conversation goes on", async () => {
  const world = makeWorld ({ answer: (frame) => (frame.type === "message"
    ? [{ type: "error", id: frame.id, code: "gone", words: "…" }] : answerAsHost (frame)) });
  const port = new Port ();

  await assert.rejects (port.ask ([{ type: "message" }]), { name: "Error", code: "gone" });
  assert.equal (port.trouble, null);
  assert.equal (world.ports.length, 1);
});

withClock ("a program that is missing is tried again after 1, 5, 30, 300 seconds", async (clock) => {
  const world = makeWorld ({ missing: true });
  const port = makePort ();
  const asking = port.ask ([{ type: "message" }]);

  clock.tick (0);
  await assert.rejects (asking, { code: "missing" });
  for (const [index, seconds] of [1, 5, 30, 300, 300].entries ())
    {
      assert.equal (world.ports.length, index + 1);
      await assert.rejects (port.ask ([{ type: "message" }]), { code: "missing" });
      clock.tick (seconds * 1000 - 1);
      await settle ();
      assert.equal (world.ports.length, index + 1, `not before ${seconds} seconds`);
      clock.tick (1);
      await settle ();
      clock.tick (0);
      await settle ();
    }
});

withClock ("one that ends is begun again, and an answer makes the waiting short again", async (clock) => {
  const world = makeWorld ();
  const port = makePort ();
  let ready = 0;

  port.onReady = () => { ready += 1; };
  await port.ask ([{ type: "message", last: true }]);
  world.ports[0].break ();
  assert.equal (port.trouble?.code, "ended");
  assert.equal (port.retry.failures, 1);
  clock.tick (1000);
  await settle ();
  assert.equal (ready, 2);
  await port.ask ([{ type: "message", last: true }]);
  assert.equal (port.retry.failures, 0);
  assert.equal (port.session, 2);
});

withClock ("one that does not answer is given up after a while", async (clock) => {
  const world = makeWorld ({ answer: (frame) => (frame.type === "message" ? [] : answerAsHost (frame)) });
  const port = new Port ();
  const asking = port.ask ([{ type: "message", last: true }]);

  await settle ();
  clock.tick (15000);
  await assert.rejects (asking, { code: "silent" });
  assert.equal (world.ports[0].open, false);
});

withClock ("another protocol is told as such", async () => {
  for (const answer of [{ type: "hello", protocol: 2 }, { type: "error", code: "protocol", words: "…" }])
    {
      makeWorld ({ answer: (frame) => [{ ...answer, id: frame.id }] });
      await assert.rejects (new Port ().open (), { code: "version" });
    }
});

withClock ("what nobody wants any more is cancelled, and no frame of it follows", async () => {
  const world = makeWorld ({ answer: (frame) => (frame.type === "message" ? [] : answerAsHost (frame)) });
  const port = new Port ();
  let number = 0;
  let goOn = () => {};
  async function* frames () {
    yield { type: "message", part: 0 };
    await new Promise ((resolve) => { goOn = resolve; });
    yield { type: "message", part: 1 };
  }
  const asking = port.ask (frames (), { onSent: (id) => { number = id; } });

  await settle ();
  port.cancel (number);
  goOn ();
  await assert.rejects (asking, { code: "cancelled" });
  const frameTypes = world.ports[0].frames.map ((frame) => `${frame.type}${frame.part ?? ""}`);
  assert.deepEqual (frameTypes, ["hello", "message0", "cancel"]);
});
