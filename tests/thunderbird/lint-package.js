/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * lint-package.js XPI: what addons-linter says of the package. It knows the interfaces of Firefox alone, so those of
 * Thunderbird are unknown to it; anything else is a fault.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LINTER = fileURLToPath (new URL ("node_modules/.bin/addons-linter", import.meta.url));
const ALLOWED = new Set (["MANIFEST_PERMISSIONS", "MANIFEST_OPTIONAL_PERMISSIONS", "UNSUPPORTED_API"]);
const SKIPPED = 77;

if (!existsSync (LINTER) || Number (process.versions.node.split (".")[0]) < 20)
  process.exit (SKIPPED);

function lint (xpi) {
  try {
    return execFileSync (LINTER, ["--output", "json", xpi], { encoding: "utf8" });
  } catch (error) {
    return error.stdout; /* it has found something */
  }
}

const { errors, warnings, notices } = JSON.parse (lint (process.argv[2]));
const faults = [...errors, ...warnings, ...notices].filter (({ code }) => !ALLOWED.has (code));

for (const { code, message, file, line } of faults)
  console.error (`${file ?? ""}:${line ?? ""}: ${code}: ${message}`);
process.exit (faults.length === 0 ? 0 : 1);
