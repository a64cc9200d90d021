/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeHeader, makeWorld } from "./fake-browser.js";

makeWorld ();
const { isEnveloped, isLeftAlone, PIECE, piecesOf, readMessage } = await import (
  "../../plugin/thunderbird/background/mail.js");

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

/* The start of a ContentInfo with that type: a SEQUENCE, the object identifier, and what follows. */
const START = "\x30\x82\x02\x44\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07";
const cms = (type, more = "") => `To: x\r\n\r\n${btoa (START + type + more).replace (/.{40}/g, "$&\r\n")}\r\n`;

test ("the content tells what S/MIME has encrypted, whatever it is called", () => {
  const label = "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\n";

  for (const raw of [cms ("\x03"), cms ("\x03").replace ("MI", "--\r\n\r\n MI"),
    cms ("\x03").replaceAll ("\r", ""), cms ("\x02", `${"x".repeat (90)}${label}MII`)])
    assert.equal (isEnveloped (raw), true);
  for (const raw of [cms ("\x02"), cms ("\x02", "Content-Type: text/html"), "To: x\r\n\r\nMIlk, eggs", "To: x", "",
    `${label}--b\r\n${label}--b--`, "To: x\r\n\r\nMI"])
    assert.equal (isEnveloped (raw), false);
});

test ("what Thunderbird does not open for us counts as unread", async () => {
  const raw = cms ("\x03");
  const nested = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    + "Content-Type: application/pkcs7-mime\r\n\r\nMII";
  makeWorld ({ raw: { 1: raw, 2: nested }, opened: { 1: raw, 2: nested } });

  assert.deepEqual (await readMessage (1), { raw, opened: false, sealed: true });
  assert.deepEqual (await readMessage (2), { raw: nested, opened: false, sealed: false }, "a part is not displayed");
});
