/* SPDX-License-Identifier: LGPL-2.1-or-later */
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeWorld } from "./fake-browser.js";

makeWorld ();
const { contextFrames, listPeople } = await import ("../../plugin/thunderbird/background/context.js");
const { readPerson } = await import ("../../plugin/thunderbird/background/vcard.js");

test ("names and addresses of a vCard", () => {
  assert.deepEqual (readPerson ("BEGIN:VCARD\r\nFN:Ada Hill\r\nEMAIL;PREF=1:ada@hillside.example\r\nEND:VCARD"),
                    [["Ada Hill", "ada@hillside.example"]]);
  assert.deepEqual (readPerson ("fn;X=\"a:b\":Hill\\, Ada\nitem1.EMAIL;TYPE=work:a@b.example\nEMAIL:c@\n d.example"),
                    [["Hill, Ada", "a@b.example"], ["Hill, Ada", "c@d.example"]]);
  assert.deepEqual (readPerson ("EMAIL:a@b.example"), [["", "a@b.example"]]);
  assert.deepEqual (readPerson ("FN:Nobody\nEMAIL:\nTEL:1"), []);
  assert.deepEqual (readPerson (""), []);
});

test ("a line that never ends is read in linear time", () => {
  const start = Date.now ();

  readPerson (`${"A".repeat (200000)}${";x".repeat (200000)}`);
  readPerson (`EMAIL${";\"".repeat (200000)}`);
  assert.ok (Date.now () - start < 2000);
});

test ("people go in frames of 2 000, and the last says so", () => {
  const people = Array.from ({ length: 4001 }, (_, i) => [`P${i}`, `p${i}@a.example`]);
  const frames = [...contextFrames (3, ["me@a.example"], people)];

  assert.deepEqual (frames.map (({ contacts }) => contacts.length), [2000, 2000, 1]);
  assert.deepEqual (frames.map (({ more }) => more), [true, true, false]);
  assert.deepEqual (frames.map (({ ownAddresses }) => ownAddresses), [["me@a.example"], undefined, undefined]);
  assert.equal ([...contextFrames (3, [], [])].length, 1);
});

test ("address books are read only if that is allowed, and those of the network never", async () => {
  const world = makeWorld ();
  const asked = [];

  browser.addressBooks = {
    list: async () => [{ id: "local" }, { id: "ldap", remote: true }],
    contacts: { list: async (id) => { asked.push (id); return [{ vCard: "FN:A\nEMAIL:a@b.example" }]; } },
  };
  assert.deepEqual (await listPeople (), []);
  world.granted = ["addressBooks"];
  assert.deepEqual (await listPeople (), [["A", "a@b.example"]]);
  assert.deepEqual (asked, ["local"]);
});
