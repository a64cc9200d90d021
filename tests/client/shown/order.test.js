/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The text of a link in the order in which its parts are displayed.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const SCRIPT = readFileSync (new URL ("../../../client/shown/order.js", import.meta.url), "utf8");

const counts = { boxes: 0, hits: 0 };

/**
 * What is reported of a link with @parts: [text, left, top], ten pixels a letter; no place if it is not displayed. What
 * is right of @edge is cut off.
 */
function read (parts, nLinks = 1, edge = 1e6, textOverflow = "clip", { direction = "ltr", ...covers } = {}) {
  const link = { nodes: parts, childElementCount: parts.length, textContent: parts.map (([text]) => text).join ("") };
  class Document {
    createTreeWalker (link) {
      const rest = link.nodes.map (([data, left, top, height]) => ({ data, left, top, height, parentElement: link }));

      return { nextNode: () => rest.shift () ?? null };
    }
  }
  const document = Object.assign (new Document (), { documentElement: { clientWidth: 500, scrollWidth: 900 } });
  const rangeOf = ({ node, from, to }) => ({
    getClientRects: () => (counts.boxes += 1, node.left === undefined ? []
      : [{ left: node.left + 10 * from, right: node.left + 10 * to, width: 10 * (to - from), height: node.height ?? 12,
           top: node.top, bottom: node.top + 12 }]),
    getBoundingClientRect: () => ({ right: node.left + 10 * to }),
  });
  const hit = ({ x }) => (counts.hits += 1, x < edge ? link : null);
  const world = createContext ({
    Document, NodeFilter: { SHOW_TEXT: 4 }, document,
    window: { innerWidth: 2e6, innerHeight: 2e6, scrollX: 0, scrollY: 0 },
    getComputedStyle: () => ({ textOverflow, direction }),
    BuoyShown: { get: () => ({}), hrefOf: () => "https://target.example/", renderedOf: () => link.textContent },
    BuoyCovers: { follow () {}, isFirstHidden: () => false, isCovered: () => false, isUnclear: () => false, ...covers },
    BuoyAddresses: { ADDRESS: /\w\.\w|:\/\/./, rangeOf }, BuoyTargets: { hit, nearest: () => link },
  });

  counts.boxes = counts.hits = 0;
  runInContext (SCRIPT, world);
  const { links, nLeft } = world.BuoyOrder.collect ([], Array (nLinks).fill (link), null);

  assert.equal (links.every (([href]) => href === "https://target.example/"), true);
  return [Array.from (links, ([, text]) => text), nLeft];
}

test ("parts that stand in another order than in the tree are one text", () => {
  assert.deepEqual (read ([[".example", 80, 0], ["bank", 40, 0], ["www.", 0, 0]]), [["www.bank.example"], 0]);
});

test ("parts that stand apart are not joined, and lines follow each other", () => {
  assert.deepEqual (read ([["b.example", 120, 3], [" Now ", 60, 0], ["Go", 0, 0]]), [["Go Now b.example"], 0]);
  assert.deepEqual (read ([["b.example", 0, 20], ["at", 50, 2], ["Look", 0, 0]]), [["Look at b.example"], 0]);
});

test ("nothing is reported of a text in order, without an address, or not displayed", () => {
  assert.deepEqual (read ([["www.", 0, 0], ["bank.example", 40, 0]]), [[], 0]);
  assert.deepEqual (read ([["1.", 40, 0], ["No", 0, 0]]), [[], 0]);
  assert.deepEqual (read ([[".example"], ["bank"], ["www."]]), [[], 0]);
});

test ("the end of a text that is cut off is not read", () => {
  assert.deepEqual (read ([["www.bank.example.elsewhere.test", 0, 0]], 1, 160), [["www.bank.example"], 0]);
  assert.deepEqual (read ([["www.bank.example", 0, 0]], 1, 160), [[], 0]);
  assert.deepEqual (read ([["x ".repeat (100) + "www.bank.example.elsewhere.test", 0, 0]], 1, 2160),
                    [["x ".repeat (100) + "www.bank.example"], 0]);
  assert.deepEqual (read ([["www.bank.example", 0, 0]], 1, 0), [[], 0]);
  assert.deepEqual (read ([["www.bank.example", 0, 0]], 1, 120, "ellipsis"), [[], 0]);
});

test ("only parts that may be an address together are measured", () => {
  read ([["News", 0, 0], [" of 12. More ", 40, 0]]);
  assert.equal (counts.boxes, 0);
  assert.deepEqual (read ([["2. ", 900, 0], ["//bank", 60, 0], ["https:", 0, 0]]), [["https://bank 2."], 0]);
  assert.deepEqual (read ([["1. ", 900, 0], ["ank", 30, 0], ["a.b", 0, 0]]), [["a.bank 1."], 0]);
});

test ("letters beyond the window, and behind the last host, are not tested", () => {
  read ([["www.bank.example", 0, 3e6]]);
  assert.equal (counts.hits, 0);
  read ([["www.bank.example", 0, 0]]);
  const { hits } = counts;

  read ([[`www.bank.example/${"path/".repeat (100)}`, 0, 0]]);
  assert.equal (counts.hits, hits);
});

test ("letters that the reader can't scroll to, or too small to read, are not read", () => {
  const parts = [["elsewhere.test/www.bank.example", -155, 0]];

  assert.deepEqual (read (parts), [["www.bank.example"], 0]);
  assert.deepEqual (read (parts, 1, 1e6, "clip", { direction: "rtl" }), [[], 0]);
  assert.deepEqual (read ([["www.bank.example", 0, 0], [".elsewhere.test", 160, 0, 3]]), [["www.bank.example"], 0]);
});

test ("letters are not read that no click tells to be hidden", () => {
  const readWith = (covers, text = "www.bank.example.elsewhere.test") => read ([[text, 0, 0]], 1, 1e6, "clip", covers);

  assert.deepEqual (readWith ({ isCovered: (node, { x }) => x > 160 }), [["www.bank.example"], 0]);
  assert.deepEqual (readWith ({ isFirstHidden: () => true }, "xbank.example"), [["bank.example"], 0]);
  assert.deepEqual (readWith ({ isUnclear: () => true })[1] > 1000, true);
  assert.deepEqual (readWith ({ isUnclear: () => true }, "www.bank.example"), [[], 0]);
});

test ("what is left out is counted", () => {
  const parts = Array.from ({ length: 300 }, (_, i) => ["a.b", 3000 - 10 * i, 0]);

  assert.equal (read (parts, 300)[1] > 0, true);
  assert.deepEqual (read ([[".b", 10, 0], ["a", 0, 0]], 250)[1], 50);
  assert.deepEqual (read ([["a.b".repeat (200000), 0, 0]], 1, 1e9), [[], 1]);
});
