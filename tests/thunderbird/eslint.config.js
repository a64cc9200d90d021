/* SPDX-License-Identifier: LGPL-2.1-or-later */
import noUnsanitized from "eslint-plugin-no-unsanitized";

const DOM = ["document", "window", "navigator", "location", "Option", "URLSearchParams", "Event", "MouseEvent", "Element",
             "HTMLElement", "Node", "Text", "performance", "ShadowRoot", "MutationObserver", "ResizeObserver", "PointerEvent", "KeyboardEvent",
             "HTMLFormElement", "HTMLButtonElement", "HTMLInputElement", "requestAnimationFrame", "SVGElement", "CSS"];
const ANYWHERE = ["browser", "console", "performance", "setTimeout", "clearTimeout", "atob", "btoa", "File", "URL", "crypto",
  "TextEncoder"];

const readonly = (names) => Object.fromEntries (names.map ((name) => [name, "readonly"]));

const rules = {
  "no-undef": "error",
  "no-unused-vars": ["error", { caughtErrors: "none" }],
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  "no-shadow": "error",
  "no-constant-condition": "error",
  "no-dupe-keys": "error",
  "no-unreachable": "error",
  "no-self-assign": "error",
  "no-fallthrough": "error",
  "no-async-promise-executor": "error",
  "no-unsafe-finally": "error",
  "prefer-const": "error",
  "eqeqeq": "error",
  "no-unsanitized/method": "error",
  "no-unsanitized/property": "error",
  "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "outerHTML" },
                               { property: "insertAdjacentHTML" }, { property: "setHTMLUnsafe" }],
};

/* BuoyWords and the like: each script in a message leaves one name for those after it. */
const SHARED = ["BuoyWords", "BuoyBackground", "BuoyLooks", "BuoyShield", "BuoySheet", "BuoyBanner", "BuoyMarks", "BuoyLinks",
                "BuoyJudge", "BuoyQuestion", "BuoyGuard", "BuoyShown", "BuoyWitness"];

const section = (folder, sourceType, globals, more = {}) => ({
  files: [`**/plugin/thunderbird/${folder}/*.js`],
  languageOptions: { ecmaVersion: 2024, sourceType, globals: readonly ([...ANYWHERE, ...globals]) },
  plugins: { "no-unsanitized": noUnsanitized },
  linterOptions: { reportUnusedDisableDirectives: "error" },
  rules: { ...rules, ...more },
});

export default [
  section ("background", "module", []),
  section ("pages", "module", DOM),
  section ("content", "script", [...DOM, ...SHARED], { "no-redeclare": "off", "no-shadow": "off", "no-unused-vars": "off" }),
];
