/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * As much of Thunderbird as the background needs to run in Node.js.
 */
import { File } from "node:buffer";

/* Debian 12's Node.js has it, but not among the globals. */
globalThis.File ??= File;

export class FakeEvent {
  listeners = new Set ();
  addListener (listener) { this.listeners.add (listener); }
  removeListener (listener) { this.listeners.delete (listener); }
  fire (...args) { return [...this.listeners].map ((listener) => listener (...args)); }
}

/** One conversation with a native program: `answer (frame)` says what it says, an array of frames. */
export class FakePort {
  onMessage = new FakeEvent ();
  onDisconnect = new FakeEvent ();
  error = null;
  frames = [];
  open = true;

  constructor (answer) { this.answer = answer; }

  postMessage (frame) {
    if (!this.open)
      throw new Error ("Attempt to postMessage on disconnected port");
    this.frames.push (JSON.parse (JSON.stringify (frame)));
    for (const answer of this.answer (frame) ?? [])
      queueMicrotask (() => this.onMessage.fire (answer));
  }

  disconnect () { this.open = false; }

  /** As when the program ends. */
  break (error = null) {
    this.open = false;
    this.error = error;
    this.onDisconnect.fire (this);
  }
}

const SETTINGS = {
  enabled: { value: true, locked: false },
  "link-action": { value: "warn", locked: false },
  "trusted-senders": { value: [], locked: false },
  "trusted-links": { value: [], locked: false },
};

const NOTICE = { level: "danger", levelWord: "Danger", headline: "H", advice: "A", findings: [], remarks: [] };

/** What the native program says to a frame that it understands. */
export function answerAsHost (frame) {
  const { type, id } = frame;

  if (type === "hello")
    return [{ type, id, protocol: 1, version: "1", language: "en", locale: true, checks: [], settings: SETTINGS,
              available: true }];
  if (type === "policy")
    return [{ type, id, ignored: [] }];
  if (type === "context")
    return frame.more ? [] : [{ type, id, context: frame.context }];
  if ((type === "message" && frame.last) || type === "again" || type === "verify"
      || type === "shown")
    return [{ type: "verdict", id, more: false, notice: NOTICE, isWarned: true, isShown: true, falseLinks: [],
              moreFalseLinks: 0, judgedHosts: [], moreHosts: false, isWhole: true, failure: null,
              trust: { state: "unproven", sender: null, sites: [], why: null }, canLookUp: false, elapsedUs: 1 }];
  if (type === "event")
    return [{ type: "done", id }];
  if (["accounts", "forget", "forget-sender", "junk"].includes (type))
    return [{ type: "done", id }];
  if (type === "learn")
    return [{ type, id, taken: frame.messages.length }];
  if (type === "memory")
    return [{ type, id, accounts: frame.accounts.map (([key, words]) => ({ id: key, words })), kept: null }];
  if (type === "link")
    return [{ type, id, doubt: null }];
  return [];
}

/** A message as Thunderbird tells of it. */
export function makeHeader (id, folder = { id: "f", accountId: "a", specialUse: ["inbox"] }) {
  return { id, subject: `Message ${id}`, external: false, junk: false, folder, headerMessageId: `${id}@mail.example`,
           date: new Date (2026, 0, 1 + id), size: 1000 };
}

/**
 * @param {object} world `ports` takes each conversation that is begun, `answer` says what the program answers,
 *   `shown` which messages a tab shows, `raw` the bytes of each message
 */
export function makeBrowser (world) {
  const calls = world.calls = [];
  const note = (name, result = undefined) => async (...args) => {
    calls.push ([name, ...args]);
    return typeof result === "function" ? result (...args) : result;
  };
  const alarms = new Map ();
  const onAlarm = new FakeEvent ();
  const rests = new Map (); /* what is left of a list, and how much of it is a page */
  const givePage = (messages, size) => {
    const id = messages.length > size ? `rest ${rests.size}` : null;

    rests.set (id, [messages.slice (size), size]);
    return { id, messages: messages.slice (0, size) };
  };
  const getManaged = async () => {
    if (world.policy === undefined)
      throw new Error ("Managed storage manifest not found");
    return world.policy;
  };

  return {
    accounts: {
      get: async (id) => ({ type: world.accountType?.[id] ?? "imap" }),
      list: async () => Object.entries (world.accountType ?? {}).map (([id, type]) => ({ id, name: id, type })),
    },
    alarms: { onAlarm, create: (name, { delayInMinutes }) => {
      clearTimeout (alarms.get (name));
      alarms.set (name, setTimeout (() => onAlarm.fire ({ name }), Math.round (delayInMinutes * 60000)));
    } },
    compose: { beginNew: note ("beginNew") },
    folders: { query: async ({ accountId }) => world.folders?.[accountId] ?? world.junkFolders ?? [] },
    i18n: { getMessage: (key, parts) => [key, ...[parts ?? []].flat ()].join (" "), getUILanguage: () => "en-US" },
    identities: { list: async () => [{ email: "me@own.example" }], onCreated: new FakeEvent (), onUpdated: new FakeEvent (),
                  onDeleted: new FakeEvent () },
    menus: { create: note ("menu"), removeAll: note ("removeMenus"), onClicked: new FakeEvent () },
    messageDisplay: { getDisplayedMessages: async (tabId) => ({ messages: world.shown?.get (tabId) ?? [] }),
                      onMessagesDisplayed: new FakeEvent () },
    messageDisplayAction: Object.fromEntries (["setTitle", "setLabel", "setIcon", "setBadgeText", "setBadgeBackgroundColor",
                                               "openPopup"].map ((name) => [name, note (name)])),
    messages: {
      get: async (id) => makeHeader (id),
      query: note ("query", ({ folderId, messagesPerPage }) => givePage (world.lists?.[folderId] ?? [], messagesPerPage)),
      continueList: async (id) => givePage (...rests.get (id)),
      getRaw: note ("getRaw", (id, options) => {
        if (options.decrypt && world.opened?.[id] === undefined)
          throw new Error ("could not be decrypted");
        return options.decrypt ? world.opened[id] : world.raw?.[id] ?? "From: a@b.example\r\n\r\nHello";
      }),
      onUpdated: new FakeEvent (),
      update: note ("update"),
      move: note ("move"),
    },
    permissions: { contains: async ({ permissions }) => permissions.every ((name) => world.granted?.includes (name)),
                   onAdded: new FakeEvent (), onRemoved: new FakeEvent () },
    runtime: {
      connectNative: (name) => {
        const port = new FakePort (world.missing ? () => [] : world.answer ?? answerAsHost);
        calls.push (["connectNative", name]);
        world.ports.push (port);
        if (world.missing)
          setTimeout (() => port.break ({ message: `No such native application ${name}` }), 0);
        return port;
      },
      getManifest: () => ({ version: "1", message_display_scripts: [{ js: ["moz-extension://uuid/content/start.js"] }] }),
      getURL: (path) => `moz-extension://uuid${path}`,
      sendMessage: async () => {},
      onInstalled: new FakeEvent (),
      onMessage: new FakeEvent (),
    },
    scripting: { executeScript: note ("executeScript", () => world.scripting?.() ?? []), insertCSS: note ("insertCSS"),
                 removeCSS: note ("removeCSS") },
    storage: { local: { get: async () => world.local ??= {},
                        set: async (values) => { world.local = { ...world.local, ...values }; } },
               managed: { onChanged: new FakeEvent (), get: getManaged },
               session: { get: async () => world.session ?? {}, set: note ("session") } },
    tabs: { query: async () => world.tabs ?? [], create: note ("createTab"), sendMessage: note ("push"),
            onRemoved: new FakeEvent () },
    windows: { create: note ("createWindow"), openDefaultBrowser: note ("openDefaultBrowser") },
  };
}

/** Lets everything that is ready happen. */
export async function settle () {
  for (let turn = 0; turn < 20; turn++)
    await new Promise ((resolve) => { setImmediate (resolve); });
}

/** A world of its own with `browser` in it; before the background is imported. */
export function makeWorld (facts = {}) {
  const world = { ports: [], shown: new Map (), ...facts };

  globalThis.browser = makeBrowser (world);
  return world;
}
