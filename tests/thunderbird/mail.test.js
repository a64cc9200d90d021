/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeHeader, makeWorld } from "./fake-browser.js";

makeWorld ();
const { isLeftAlone, PIECE, piecesOf, readMessage } = await import ("../../plugin/thunderbird/background/mail.js");

async function collect (raw) {
  const frames = [];
  for await (const frame of piecesOf (raw, { context: 7, opened: false }))
    frames.push (frame);
  return frames;
}

test ("the pieces are the message, byte by byte", async () => {
  for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1, 20 * PIECE + 5])
    {
      const raw = Array.from ({ length }, (_, i) => String.fromCharCode ((i * 31) % 256)).join ("");
      const frames = await collect (raw);

      assert.equal (frames.map (({ data }) => atob (data)).join (""), raw);
      assert.deepEqual (frames.map (({ part }) => part), frames.map ((_, i) => i));
      assert.deepEqual (frames.map (({ last }) => last), frames.map ((_, i) => i === frames.length - 1));
      assert.deepEqual (frames.map (({ context }) => context), frames.map ((_, i) => (i === 0 ? 7 : undefined)));
      assert.ok (frames.every ((frame) => JSON.stringify (frame).length < 768 * 1024));
    }
});

test ("the base64 of the pieces can be joined", async () => {
  const frames = await collect ("x".repeat (3 * PIECE + 2));

  assert.ok (frames.slice (0, -1).every (({ data }) => !data.endsWith ("=")));
});

test ("own messages and news are not checked", async () => {
  makeWorld ({ accountType: { news: "nntp", feeds: "rss" } });
  const folder = (specialUse, accountId = "a") => makeHeader (1, { id: "f", accountId, specialUse });

  for (const use of ["sent", "drafts", "templates", "outbox"])
    assert.equal (await isLeftAlone (folder ([use])), true, use);
  for (const use of ["inbox", "archives", "junk", "trash"])
    assert.equal (await isLeftAlone (folder ([use])), false, use);
  assert.equal (await isLeftAlone (folder ([], "news")), true);
  assert.equal (await isLeftAlone (folder ([], "feeds")), true);
  assert.equal (await isLeftAlone (folder ([])), false);
  assert.equal (await isLeftAlone (makeHeader (1, null)), false, "a file");
});

test ("only what smells of encryption is opened", async () => {
  const plain = "Content-Type: text/plain\r\n\r\nHello";
  const sealed = "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"\r\n\r\n…";
  const far = `${"x".repeat (70000)}-----BEGIN PGP MESSAGE-----`;
  const world = makeWorld ({ raw: { 1: plain, 2: sealed, 3: sealed, 4: far }, opened: { 2: "opened" } });

  assert.deepEqual (await readMessage (1), { raw: plain, opened: false, sealed: false });
  assert.deepEqual (await readMessage (2), { raw: "opened", opened: true, sealed: false });
  assert.deepEqual (await readMessage (3), { raw: sealed, opened: false, sealed: true }, "without a key");
  await readMessage (4);
  assert.deepEqual (world.calls.filter (([, , options]) => options.decrypt).map (([, id]) => id), [2, 3]);
});
