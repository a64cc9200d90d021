/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which links the marks are for.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const SCRIPT = readFileSync (new URL ("../../plugin/thunderbird/content/marks.js", import.meta.url), "utf8");
const BEGIN = "https://a.example/";

/** Whether the rules for a false link whose href is told as @told are for a link with @href. */
function isMarked (told, href) {
  const world = createContext ({ BuoyWords: { say: () => "" } });

  runInContext (SCRIPT, world);
  const rules = world.BuoyMarks.rulesOf ({ falseLinks: [{ href: told, kind: "false-link" }], markAll: false });
  const conditions = [...rules.split ("{")[0].matchAll (/\[\*\|href(.?)="(.*?)"\]/g)];

  assert.notEqual (conditions.length, 0);
  return conditions.every (([, match, value]) => match === "^" ? href.startsWith (value)
    : match === "$" ? href.endsWith (value) : href === value);
}

test ("a href that was cut is found by its ends, whatever the sender wrote in them", () => {
  for (const head of [BEGIN, `${BEGIN}…/`, `…${BEGIN}`])
    for (const tail of ["/end", "/…end", "/end…"])
      assert.ok (isMarked (`${head}…${tail}`, `${head}${"x".repeat (5000)}${tail}`), `${head} ${tail}`);
  assert.ok (!isMarked (`${BEGIN}…/end`, `${BEGIN}x/other`));
});

test ("another href is compared as a whole", () => {
  assert.ok (isMarked (BEGIN, BEGIN));
  assert.ok (!isMarked (BEGIN, `${BEGIN}x`));
  assert.ok (isMarked ("…", "…"));
});
