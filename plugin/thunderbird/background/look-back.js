/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Learns from messages that are there already, but only from accounts whose mail is on this machine (local folders,
 * POP). For IMAP there is no way to know which messages would be downloaded, so these are learned from when they are
 * opened. It never starts over automatically.
 */
import { CONTEXT } from "./host.js";
import { getPrefix, mayTeach } from "./lessons.js";
import { readOriginal } from "./mail.js";

const MAX_MESSAGES = 2000; /* per account: more than needed to know its servers */
/* Thunderbird collects the headers of a page without a break, which takes it more than half a millisecond each. */
const PAGE = 20;
const BATCH = 25; /* messages per frame: their headers fit into one */
const MAX_SIZE = 1024 * 1024; /* bytes; a message is read completely for its header */
const MAX_HEADER = 24 * 1024; /* bytes; a batch of these fits into a frame */
const LOCAL = new Set (["local", "pop3"]);
const PAUSE_MS = 20;

const pause = () => new Promise ((resolve) => { setTimeout (resolve, PAUSE_MS); });

/** @param {string} folderId */
async function* headersOf (folderId) {
  let list = await browser.messages.query ({ folderId, messagesPerPage: PAGE });

  for (;;)
    {
      yield* list.messages;
      if (list.id === null || list.id === undefined)
        return;
      list = await browser.messages.continueList (list.id);
    }
}

/** @param {Thunderbird.MessageHeader} header */
const timeOf = (header) => new Date (header.date).getTime ();

/**
 * The newest messages, the oldest of them first.
 * @param {string} accountId
 * @returns {Promise<Thunderbird.MessageHeader[]>}
 */
async function listMessages (accountId) {
  const headers = [];

  for (const folder of await browser.folders.query ({ accountId }))
    if (mayTeach (folder))
      for await (const header of headersOf (folder.id))
        if (!header.junk && header.size <= MAX_SIZE)
          headers.push (header);
  return headers.sort ((a, b) => timeOf (b) - timeOf (a)).slice (0, MAX_MESSAGES).reverse ();
}

/**
 * @param {Thunderbird.MessageHeader} header
 * @returns {Promise<[string, string] | null>} its name and its header
 */
async function readLesson (header) {
  try {
    const raw = await readOriginal (header.id);
    const end = raw.search (/\r?\n\r?\n/);
    const text = raw.slice (0, Math.min (end < 0 ? raw.length : end, MAX_HEADER));

    return [`${header.folder?.id} ${header.headerMessageId}`, btoa (`${text}\r\n\r\n`)];
  } catch {
    return null; /* it was deleted */
  }
}

export class LookBack {
  /** @param {import("./host.js").Host} host */
  constructor (host) {
    this.host = host;
    /** @type {Buoy.LookBack} */
    this.progress = { state: "none", read: 0, all: 0 };
    /** @type {() => void} */
    this.onProgress = () => {};
    this.isStopped = false;
    /** @type {Promise<void>} settles when the last run has ended */
    this.end = Promise.resolve ();
  }

  /** @param {Partial<Buoy.LookBack>} progress */
  tell (progress) {
    Object.assign (this.progress, progress);
    this.onProgress ();
  }

  /**
   * @param {boolean} anew also read accounts that were read before
   * @returns {Promise<void>}
   */
  start (anew) {
    if (this.progress.state !== "running" && this.host.settings.get ("memory") !== false)
      this.end = this.run (anew);
    return this.end;
  }

  /** @param {boolean} anew */
  async run (anew) {
    this.isStopped = false;
    this.tell ({ state: "running", read: 0, all: 0 });
    try {
      await this.readAll (anew);
      this.tell ({ state: this.isStopped ? "stopped" : "done" });
    } catch (error) {
      console.error (error);
      this.tell ({ state: "stopped" });
    }
    if (this.progress.read > 0)
      this.host.onChange ();
  }

  /** @returns {Promise<void>} when the program is told nothing more */
  stop () {
    this.isStopped = true;
    return this.end;
  }

  /** @param {boolean} anew */
  async readAll (anew) {
    const kept = await browser.storage.local.get ("lookedBack");
    const done = new Set (anew ? [] : kept.lookedBack ?? []);

    for (const account of await browser.accounts.list (false))
      {
        if (!LOCAL.has (account.type) || done.has (account.id))
          continue;
        if (!this.isStopped)
          await this.readAccount (account.id);
        done.add (account.id);
        await browser.storage.local.set ({ lookedBack: [...done] }); /* the next one may fail */
      }
  }

  /** @param {string} accountId */
  async readAccount (accountId) {
    const headers = await listMessages (accountId);
    const account = `${await getPrefix ()}${accountId}`;

    this.tell ({ all: this.progress.all + headers.length });
    for (let start = 0; start < headers.length && !this.isStopped; start += BATCH)
      {
        const batch = headers.slice (start, start + BATCH);
        const lessons = await Promise.all (batch.map (readLesson));

        await this.host.port.open ();
        await this.host.port.ask ([{ type: "learn", account, context: CONTEXT,
                                     messages: lessons.filter ((lesson) => lesson !== null) }]);
        this.tell ({ read: this.progress.read + batch.length });
        await pause ();
      }
  }
}
