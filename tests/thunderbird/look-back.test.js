/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What mail teaches: which messages may, in whose name, and the look back at those that are there already.
 */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { answerAsHost, makeHeader, makeWorld } from "./fake-browser.js";

makeWorld ();
const { LookBack } = await import ("../../plugin/thunderbird/background/look-back.js");
const { Host } = await import ("../../plugin/thunderbird/background/host.js");
const { answerPage } = await import ("../../plugin/thunderbird/background/pages.js");
const { accountsFrame, getPrefix, lessonOf } = await import ("../../plugin/thunderbird/background/lessons.js");

const INBOX = { id: "inbox", accountId: "local", specialUse: ["inbox"] };
const JUNK = { id: "junk", accountId: "local", specialUse: ["junk"] };

let world, lookBack;

/** Messages of a look back that the program was given. */
const lessons = () => world.ports.flatMap (({ frames }) => frames).filter (({ type }) => type === "learn");
const names = () => lessons ().flatMap (({ messages }) => messages.map (([name]) => name));

beforeEach (() => {
  world = makeWorld ({
    accountType: { local: "local", far: "imap" },
    folders: { local: [INBOX, JUNK], far: [{ id: "far", accountId: "far", specialUse: ["inbox"] }] },
    lists: { inbox: [3, 1, 2].map ((id) => makeHeader (id, INBOX)), junk: [makeHeader (9, JUNK)],
             far: [makeHeader (8)] },
    raw: { 1: "From: a\r\nReceived: b\r\n\r\nBody" },
  });
  lookBack = new LookBack (new Host ());
});

test ("where nothing can be stored, messages are judged all the same", async () => {
  const { local } = browser.storage;
  const get = local.get;

  local.get = async () => { throw new Error ("QuotaExceededError"); };
  assert.deepEqual (await lessonOf (makeHeader (1, INBOX)), {});
  await new Host ().port.open ();
  assert.deepEqual (world.ports[0].frames.map (({ type }) => type).filter ((type) => type === "accounts"), []);
  local.get = get;
  assert.equal ((await lessonOf (makeHeader (1, INBOX))).lesson, "inbox 1@mail.example");
});

test ("the messages of local accounts teach, the oldest first, and only by their headers", async () => {
  await lookBack.start (false);
  assert.deepEqual (names (), [1, 2, 3].map ((id) => `inbox ${id}@mail.example`));
  assert.equal (atob (lessons ()[0].messages[0][1]), "From: a\r\nReceived: b\r\n\r\n");
  assert.equal (lessons ()[0].account, `${await getPrefix ()}local`);
  assert.deepEqual (lookBack.progress, { state: "done", read: 3, all: 3 });
});

test ("long lists are read to the end, in small pages, since Thunderbird stops for each", async () => {
  world.lists.inbox = Array.from ({ length: 90 }, (_, id) => makeHeader (id, INBOX));
  await lookBack.start (false);
  assert.equal (names ().length, 90);
  const pages = world.calls.filter (([name]) => name === "query").map (([, { messagesPerPage }]) => messagesPerPage);

  assert.ok (pages.length > 0 && pages.every ((size) => size <= 25), `${pages}`);
});

test ("it is done once, unless the reader asks for it", async () => {
  await lookBack.start (false);
  await lookBack.start (false);
  assert.equal (names ().length, 3);
  await lookBack.start (true);
  assert.equal (names ().length, 6);
});

test ("it can be stopped, and does not begin again by itself", async () => {
  world.lists.inbox = Array.from ({ length: 90 }, (_, id) => makeHeader (id, INBOX));
  lookBack.onProgress = () => lookBack.progress.read > 0 && lookBack.stop ();
  await lookBack.start (false);
  assert.deepEqual (lookBack.progress, { state: "stopped", read: 25, all: 90 });
  lookBack.onProgress = () => {};
  await lookBack.start (false);
  assert.equal (names ().length, 25);
});

test ("an account that fails does not make those before it be read again", async () => {
  world.accountType = { local: "local", pop: "pop3" };
  world.folders.pop = [{ id: "pop", accountId: "pop", specialUse: ["inbox"] }];
  world.lists.pop = [makeHeader (7, world.folders.pop[0])];
  world.answer = (frame) => frame.type === "learn" && frame.account.endsWith ("pop")
    ? [{ type: "error", id: frame.id, code: "x", message: "it does not work" }] : answerAsHost (frame);
  await lookBack.start (false);
  assert.equal (lookBack.progress.state, "stopped");
  await lookBack.start (false);
  assert.deepEqual (names (), [1, 2, 3, 7, 7].map ((id) => `${id === 7 ? "pop" : "inbox"} ${id}@mail.example`));
});

test ("nothing is learned after it was forgotten", async () => {
  const host = new Host ();
  let forgetting = null;

  lookBack = new LookBack (host);
  world.lists.inbox = Array.from ({ length: 90 }, (_, id) => makeHeader (id, INBOX));
  browser.messages.getRaw = async () => {
    forgetting ??= answerPage ({ host, lookBack }, { type: "forget", account: null });
    return "From: a\r\n\r\n";
  };
  await lookBack.start (false);
  await forgetting;
  assert.deepEqual (world.ports[0].frames.map (({ type }) => type).filter ((type) => ["learn", "forget"].includes (type)),
                    ["learn", "forget"]);
});

test ("what was thrown away, and what is the reader's own, teaches nothing", async () => {
  const of = async (use, junk = false) =>
    (await lessonOf ({ ...makeHeader (1, { id: "f", accountId: "a", specialUse: [use] }), junk })).lesson;

  assert.equal (await of ("inbox"), "f 1@mail.example");
  for (const use of ["junk", "trash", "sent", "drafts", "templates", "outbox"])
    assert.equal (await of (use), undefined, use);
  assert.equal (await of ("inbox", true), undefined);
  assert.deepEqual (await lessonOf ({ ...makeHeader (1), folder: undefined }), {});
});

test ("the program is told which accounts there are", async () => {
  const prefix = await getPrefix ();

  assert.match (prefix, /^thunderbird\/[0-9a-f-]{36}\/$/);
  assert.deepEqual (await accountsFrame (), { type: "accounts", prefix, accounts: [`${prefix}local`, `${prefix}far`] });
});
