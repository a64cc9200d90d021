/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the extension asks of `browser` is there in the installed Thunderbird, with the permissions of the manifest. The
 * schemas stand in Thunderbird's omni.ja; `npm test` or meson names it in OMNI_JA.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const OMNI = process.env.OMNI_JA ?? "/usr/lib/thunderbird/omni.ja";
const SCHEMAS = ["chrome/messenger/content/messenger/schemas/*.json", "chrome/toolkit/content/extensions/schemas/*.json"];
const EXTENSION = fileURLToPath (new URL ("../../plugin/thunderbird/", import.meta.url));

/* As in Schemas.sys.mjs: JSON with lines of comment. */
function readSchemas () {
  const names = execFileSync ("unzip", ["-Z1", OMNI, ...SCHEMAS], { encoding: "utf8" }).trim ().split ("\n");

  return names.flatMap ((name) => {
    const text = execFileSync ("unzip", ["-p", OMNI, name], { encoding: "utf8", maxBuffer: 1 << 26 });
    return JSON.parse (text.replace (/^\s*\/\/.*$/gm, "").replace (/^\s*\/\*[^]*?\*\//, ""));
  });
}

/* In Manifest V3 it stands below addressBooks, by an import. */
const CONTACTS = "contacts";

const isOfMv3 = ({ min_manifest_version: min = 3, max_manifest_version: max = 3 }) => min <= 3 && max >= 3;

/** The functions, events and properties by their whole name, each with its permissions. */
function listNames (schemas) {
  const names = new Map ();

  for (const space of schemas.filter ((schema) => isOfMv3 (schema) || schema.namespace === CONTACTS))
    {
      for (const item of [...space.functions ?? [], ...space.events ?? []].filter (isOfMv3))
        names.set (`${space.namespace}.${item.name}`, [...space.permissions ?? [], ...item.permissions ?? []]);
      for (const name of Object.keys (space.properties ?? {}))
        names.set (`${space.namespace}.${name}`, space.permissions ?? []);
    }
  return names;
}

function readSources () {
  return ["background", "content", "pages"].flatMap ((folder) =>
    readdirSync (`${EXTENSION}${folder}`).filter ((name) => name.endsWith (".js"))
      .map ((name) => [`${folder}/${name}`, readFileSync (`${EXTENSION}${folder}/${name}`, "utf8")]));
}

const CALL = /\bbrowser\.([a-zA-Z]+(?:\.(?:contacts|local|managed|session))?)\.([a-zA-Z]+)/g;
/* Areas of storage are a type. */
const ALIASES = { "storage.local": null, "storage.managed": null, "storage.session": null, "addressBooks.contacts": CONTACTS };

test ("every interface is there, and allowed", { skip: !existsSync (OMNI) && "no Thunderbird is installed" }, () => {
  const names = listNames (readSchemas ());
  const manifest = JSON.parse (readFileSync (`${EXTENSION}manifest.json.in`, "utf8"));
  const allowed = new Set ([...manifest.permissions, ...manifest.optional_permissions,
                            "manifest:message_display_action", ...Object.keys (manifest).map ((key) => `manifest:${key}`)]);
  let count = 0;

  for (const [file, text] of readSources ())
    for (const [, space, name] of text.matchAll (CALL))
      {
        const real = ALIASES[space] === undefined ? space : ALIASES[space];
        if (real === null)
          continue;
        const entry = names.get (`${real}.${name}`);
        assert.ok (entry !== undefined, `${file}: there is no browser.${space}.${name}`);
        for (const permission of entry)
          assert.ok (allowed.has (permission), `${file}: browser.${space}.${name} needs ${permission}`);
        count += 1;
      }
  assert.ok (count > 40, "the calls are found");
});

test ("no permission that nothing needs", () => {
  const manifest = JSON.parse (readFileSync (`${EXTENSION}manifest.json.in`, "utf8"));

  assert.deepEqual (manifest.permissions, ["accountsRead", "alarms", "menus", "messagesModify", "messagesRead",
                                           "messagesUpdate", "nativeMessaging", "scripting", "storage"]);
  assert.deepEqual (manifest.optional_permissions, ["addressBooks", "messagesMove"]);
  assert.doesNotMatch (JSON.stringify (manifest), /unsafe|https?:|experiment/);
});
