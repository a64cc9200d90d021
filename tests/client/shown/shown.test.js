/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What needs no client: a document that has a text, and elements of which nothing but their trees or forms count.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const SCRIPT = readFileSync (new URL ("../../../client/shown/shown.js", import.meta.url), "utf8");

/**
 * What is collected of a document whose body shows @text, with @nTrees shadow trees, @nForms forms, a <base> and @link:
 * the attributes of a link without text, the alternative texts of its pictures, what styles generate before and after
 * it, what fills its slots (null: it is an element of a drawing), and how many links there are, each in the next one.
 */
function collect (text, nTrees = 0, nForms = 0, base = null, link = null) {
  class Node {
    get baseURI () { return base; }
    get textContent () { return this.words; }
  }
  class Element extends Node {
    getAttribute (name) { return this.attributes === undefined ? "/" : this.attributes[name] ?? null; }
    querySelectorAll (selector) { return selector === "img" ? this.pictures : []; }
    checkVisibility () { return true; }
    closest () { return this; }
  }
  class HTMLElement extends Element {
    get innerText () { return text; }
  }
  class DocumentFragment extends Node {
    querySelectorAll (selector) { return selector.endsWith (" slot") ? listLinks ()[0]?.slots ?? [] : []; }
  }
  class ShadowRoot extends DocumentFragment {}
  class HTMLSlotElement extends HTMLElement {
    assignedNodes () {
      assert.ok (this instanceof HTMLSlotElement, "browsers throw an error, too");
      return [Object.assign (new Node (), { words: this.words })];
    }
  }
  class Link extends HTMLElement {
    slots = (link.slots ?? []).map ((words) => Object.assign (words === null ? new Element () : new HTMLSlotElement (),
                                                              { words, closest: () => this }));
    attributes = link;
    parentElement = null;
    pictures = link.pictures.map ((alt) => Object.assign (new Element (), { attributes: { alt } }));
    get innerText () { return link.own ?? ""; }
    getBoundingClientRect () { return { width: 1, height: link.boxed ?? 1 }; }
  }
  class Range {
    selectNodeContents () {}
    getBoundingClientRect () { return { width: 1, height: link.ranged ?? 1 }; }
  }
  let links = null;
  const listLinks = () => {
    links ??= link === null ? [] : Array.from ({ length: link.nested ?? 1 }, () => new Link ());
    links.forEach ((inner, i) => {
      inner.attributes = { ...link, href: `${link.href}${i || ""}` }; /* the same again is not told */
      inner.parentElement = links[i + 1] ?? null;
    });
    return links;
  };

  class Document extends Node {
    get body () { return new HTMLElement (); }
    querySelectorAll (selector) {
      if (selector.startsWith (":not("))
        return Array.from ({ length: nTrees }, () => ({ shadowRoot: new ShadowRoot () }));
      if (selector === "base[href]")
        return base === null ? [] : [new Element ()];
      if (selector.includes (":any-link"))
        return listLinks ();
      return Array.from ({ length: selector === "form[action]" ? nForms : 0 }, () => new Element ());
    }
  }
  const getComputedStyle = (element, part) => ({ content: element.attributes[part] ?? "none" });
  const world = createContext ({ Node, Element, HTMLElement, HTMLSlotElement, DocumentFragment, ShadowRoot, Document,
                                 Range, getComputedStyle });

  runInContext (SCRIPT, world);
  return world.BuoyShown.collect (new Document (), true);
}

test ("one text stands for a link without text, and none that a mail client adds", () => {
  const href = "https://click.elsewhere.example/1";
  const title = `Click to open ${href}`;
  const textOf = (link) => collect ("", 0, 0, null, { href, title, pictures: [], ...link }).links[0][1];

  assert.equal (textOf ({ pictures: ["Our", null, "shop.example"] }), "Our shop.example");
  assert.equal (textOf ({ pictures: [""], "aria-label": "shop.example" }), "shop.example");
  assert.equal (textOf ({}), title);
});

test ("a link is seen that has a box, or content that has one", () => {
  const isSeen = (link) => collect ("", 0, 0, null, { href: "/", title: "none", pictures: [], ...link }).links[0][3];

  assert.deepEqual ([isSeen ({ boxed: 0 }), isSeen ({ ranged: 0 }), isSeen ({ boxed: 0, ranged: 0 })],
                    [true, true, false]);
});

test ("what styles generate is displayed, unlike a title, and our own mark is not the sender's", () => {
  const textOf = (link) => collect ("", 0, 0, null, { href: "/", title: "none", pictures: [], ...link }).links[0][1];
  const mark = '"\u26a0\ufe0e" / "Misleading link, really opens other.example"';
  const site = "shop.example";

  assert.equal (textOf ({ "::before": `"https://" "${site}"`, "::after": '"!" / "other"' }), `https://${site} !`);
  assert.equal (textOf ({ "::before": "attr(data-site)", "data-site": site, "::after": mark }), site);
  assert.equal (textOf ({ own: "\u200b", "::before": `"${site}"` }), `${site} \u200b`);
  assert.equal (textOf ({ "::after": mark }), "none");
});

test ("what fills the slots of a link is its text, and a slot in a drawing is none", () => {
  const textOf = (slots) => collect ("", 1, 0, null, { href: "/", title: "none", pictures: [], slots }).links[0][1];

  assert.equal (textOf ([null, "www.", "shop.example"]), "www. shop.example");
  assert.equal (textOf ([null]), "none");
});

test ("what fills a slot is the text of the links around it, of a limited number", () => {
  const link = { href: "/", title: "none", pictures: [], slots: ["shop.example"], nested: 10 };
  const { links } = collect ("", 1, 0, null, link);

  assert.deepEqual (Array.from (links, ([, text]) => text), [...Array (8).fill ("shop.example"), "none", "none"]);
});

test ("a long text is cut in the middle", () => {
  const { text } = collect (`start${"a".repeat (100000)}end`);

  assert.match (text, /^starta+…a+end$/);
  assert.equal (text.length, 2 * 32768 + 1);
});

test ("a text is not cut within a character of two units", () => {
  for (const before of ["", "a"]) {
    const json = JSON.stringify (collect (before + "\u{1f600}".repeat (40000)));

    assert.doesNotMatch (json, /\\ud/, "a lone half is written as an escape");
  }
});

test ("what is beyond a bound counts as left out", () => {
  assert.equal (collect ("", 10, 10).leftOut, 0);
  assert.equal (collect ("", 0, 2003).leftOut, 3);
  assert.equal (collect ("", 0, 2003).forms.length, 2000);
  assert.ok (collect ("", 1000).leftOut > 0);
});

test ("a long base URL, which comes with each link, is cut, and counts as left out", () => {
  const cut = collect ("", 0, 2000, `https://base.example/${"a".repeat (1024 * 1024)}/end`);

  assert.ok (JSON.stringify (cut).length < 4 * 1024 * 1024);
  assert.match (cut.forms[0][2], /^https:\/\/base\.example\/a+…a+\/end$/);
  assert.ok (cut.leftOut > 0);
  const { forms, leftOut } = collect ("", 0, 1, "https://base.example/");

  assert.deepEqual ([forms[0][2], leftOut], ["https://base.example/", 0]);
});
