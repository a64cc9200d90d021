/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which addresses are found in texts. Of a layout there is only what decides whether letters follow each other.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const SCRIPT = readFileSync (new URL ("../../../client/shown/addresses.js", import.meta.url), "utf8");

/**
 * The addresses in @nodes: strings are texts, each displayed @gap pixels behind the one before it, and { name } is an
 * element. @isWanted says which words beside an address belong to it.
 */
function find (nodes, gap = 0, isWanted = () => false) {
  class Node {}
  class Document {
    get body () { return null; }
    createTreeWalker () {
      const inline = ["B", "span", "SPAN", "I"];
      let left = 0;
      let block = { nodeName: "DIV" };
      const textOf = (data) => ({ data, length: data.length, left: left += 100 + gap,
                                  parentNode: { nodeName: "SPAN", parentNode: block } });
      const enter = ({ name }) => { block = inline.includes (name) ? block : { nodeName: name }; };
      const rest = nodes.flatMap ((node) => typeof node === "string" ? [textOf (node)] : enter (node) ?? []);

      return { nextNode: () => rest.shift () ?? null };
    }
  }
  class Range {
    setStart (node, from) { this.box = { left: node.left + (from > 0 ? 99 : 0), top: 0, bottom: 9 }; }
    setEnd (node, to) { this.box.right = node.left + (to < node.length ? 1 : 100); }
    getBoundingClientRect () { return this.box; }
  }
  const document = new Document ();
  const get = (prototype, name, object) => object[name];
  const NodeFilter = { SHOW_TEXT: 4 };
  const world = createContext ({ Node, Document, Range, NodeFilter, document, BuoyShown: { get } });

  runInContext (SCRIPT, world);
  const { textsOf, addressesOf, withWords } = world.BuoyAddresses;
  const texts = textsOf (document);

  return Array.from (addressesOf (texts), (address) => withWords (texts, address, isWanted));
}

test ("addresses are found in prose", () => {
  assert.deepEqual (find (["See www.shop.example, or mail to help@shop.example. Then"]),
                    ["www.shop.example", "help@shop.example."]);
  assert.deepEqual (find (["詳しくはwww.shop.exampleまで。www.shop.exampleです。", "\nｓｈｏｐ．ｅｘａｍｐｌｅ", " 日本語.jp"]),
                    ["www.shop.example", "www.shop.example", "ｓｈｏｐ．ｅｘａｍｐｌｅ", "日本語.jp"]);
  assert.deepEqual (find (["https://192.0.2.1/in and w\u00adww.\u200bshop\u2060.example", " shop。example"]),
                    ["https://192.0.2.1/in", "w\u00adww.\u200bshop\u2060.example", "shop。example"]);
});

test ("dots may be spelled", () => {
  assert.deepEqual (find (["www[dot]shop (.) example or\n", "www dot shop . example."]),
                    ["www[dot]shop (.) example", "www dot shop . example."]);
  assert.deepEqual (find (["[dot]example"]), []);
  assert.deepEqual (find (["The dot [in] the middle (of . ) it"]), []);
});

test ("sentences and numbers are no addresses", () => {
  assert.deepEqual (find (["It costs 3.50 EUR. That is all. Version 1.2.3, 10:30. ", "ABCです。これはXです。Yes"]), []);
});

test ("parts of an address are one if they are displayed so", () => {
  const parts = ["www", { name: "B" }, ".sh", { name: "span" }, "op.exam", "ple/in", { name: "P" }, "more"];

  assert.deepEqual (find (parts), ["www.shop.example/in"]);
  assert.deepEqual (find (parts, 10), ["op.exam"]);
  assert.deepEqual (find (["www.shop.example", { name: "TD" }, "Login"]), ["www.shop.example"]);
  assert.deepEqual (find (["the end.", { name: "SPAN" }, "Start"], 10), []);
});

test ("words beside an address are its own as far as they are wanted, and as the last address", () => {
  const texts = ["far", " ", "See ", { name: "B" }, "the a.example and b.example now", { name: "I" }, "or"];

  assert.deepEqual (find (texts, 10, ({ node }) => node.data !== "far"),
                    ["See  the a.example and b.example now or", " and b.example now or"]);
});

test ("long texts are searched in one go", () => {
  const long = "a.".repeat (1000000);

  assert.ok (find ([long]).every ((address) => address.length <= 2 * 256 + 1));
  assert.equal (find ([`${"。".repeat (100000)} www.shop.example`]).length, 1);
});
