/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The connection to the native program (PROTOCOL.md). It is opened at the first request. If it ends, it is opened again
 * after a growing delay, until an answer shows that the program works. Answers without a pending request are ignored.
 */
import { Retry } from "./retry.js";
import { Refusal, Trouble, troubleOf } from "./trouble.js";

export const PROTOCOL = 1;
const NAME = "org.bellbuoy.host";
const PATIENCE_MS = 15000; /* a message of 50 MB takes 5 s on a busy machine */
const MORE_PATIENCE_MS = 60000; /* pictures and lookups take a while */

/** @typedef {{ type: string, id?: number, [key: string]: any }} Frame */
/** @typedef {Iterable<Frame> | AsyncIterable<Frame>} Frames */
/** @typedef {{ resolve: (frame: Frame) => void, reject: (error: Error) => void,
 *              onPart: (frame: Frame) => void, timer: any }} Question */

export class Port {
  constructor () {
    /** @type {Thunderbird.Port | null} */
    this.port = null;
    /** @type {Promise<Frame> | null} the answer to hello */
    this.greeting = null;
    /** @type {Map<number, Question>} */
    this.questions = new Map ();
    /** @type {Trouble | null} why the connection ended; null while it works */
    this.trouble = null;
    /** Counts connections: message numbers are valid within one. */
    this.session = 0;
    this.lastId = 0;
    this.retry = new Retry ();
    /** @type {(hello: Frame) => Promise<void>} sends what must come first */
    this.prepare = async () => {};
    /** @type {() => void} */
    this.onReady = () => {};
    /** @type {(trouble: Trouble) => void} */
    this.onTrouble = () => {};
    /** @type {(frame: Frame) => void} called for frames that the program sends unasked */
    this.onNews = () => {};
  }

  /**
   * Opens the connection if necessary. Between two attempts it fails at once.
   * @returns {Promise<Frame>}
   */
  open () {
    if (this.greeting === null && this.retry.isDue && this.trouble !== null)
      return Promise.reject (this.trouble);
    this.greeting ??= this.greet ();
    return this.greeting;
  }

  /** @returns {Promise<Frame>} */
  async greet () {
    this.start ();
    const hello = await this.put ([{ type: "hello", protocol: PROTOCOL, version: browser.runtime.getManifest ().version,
                                     language: browser.i18n.getUILanguage () }])
      .catch ((error) => { throw error instanceof Refusal ? this.end (new Trouble ("version")) : error; });
    if (hello.protocol !== PROTOCOL)
      throw this.end (new Trouble ("version"));
    await this.prepare (hello);
    this.trouble = null;
    this.onReady ();
    return hello;
  }

  start () {
    const port = browser.runtime.connectNative (NAME);
    this.port = port;
    this.session += 1;
    port.onMessage.addListener ((frame) => {
      if (port === this.port)
        this.receive (frame);
    });
    port.onDisconnect.addListener (() => {
      if (port === this.port)
        this.end (troubleOf (port.error));
    });
  }

  /**
   * Sends the frames of one request, and waits for the last answer. An `error` answer is thrown as a Refusal.
   * @param {Frames} frames
   * @param {{ patience?: number, onPart?: (frame: Frame) => void, onSent?: (id: number) => void }} options
   * @returns {Promise<Frame>}
   */
  async ask (frames, options = {}) {
    await this.open ();
    const answer = await this.put (frames, options);
    this.retry.setFailures (0);
    return answer;
  }

  /**
   * Cancels a request, and lets the program free the message.
   * @param {number} message
   */
  cancel (message) {
    const question = this.questions.get (message);

    clearTimeout (question?.timer);
    this.questions.delete (message);
    question?.reject (new Refusal ({ type: "error", code: "cancelled" }));
    this.port?.postMessage ({ type: "cancel", id: this.lastId += 1, message });
  }

  /**
   * Like ask(), but also works before `hello`.
   * @param {Frames} frames
   * @param {{ patience?: number, onPart?: (frame: Frame) => void, onSent?: (id: number) => void }} options
   * @returns {Promise<Frame>}
   */
  async put (frames, { patience = PATIENCE_MS, onPart = () => {}, onSent = () => {} } = {}) {
    const id = this.lastId += 1;
    const port = this.port;
    /** @type {Promise<Frame>} */
    const answer = new Promise ((resolve, reject) => {
      this.questions.set (id, { resolve, reject, onPart, timer: null });
    });

    answer.catch (() => {}); /* it may arrive while frames are still being sent */
    onSent (id);
    await this.post (port, id, frames);
    const question = this.questions.get (id);
    if (question?.timer === null) /* otherwise a part of the answer has arrived already */
      this.waitFor (question, patience);
    return answer;
  }

  /**
   * @param {Question} question
   * @param {number} patience
   */
  waitFor (question, patience) {
    clearTimeout (question.timer);
    question.timer = setTimeout (() => this.end (new Trouble ("silent")), patience);
  }

  /**
   * @param {Thunderbird.Port | null} port
   * @param {number} id
   * @param {Frames} frames
   */
  async post (port, id, frames) {
    try {
      for await (const frame of frames)
        {
          if (port === null || port !== this.port || !this.questions.has (id))
            return;
          port.postMessage ({ ...frame, id });
        }
    } catch (error) {
      this.questions.delete (id);
      throw error;
    }
  }

  /** @param {Frame} frame */
  receive (frame) {
    const question = this.questions.get (frame?.id ?? 0);

    if (question === undefined)
      {
        if (frame?.id === 0)
          this.onNews (frame);
        return;
      }
    if (frame.more === true)
      {
        this.waitFor (question, MORE_PATIENCE_MS);
        question.onPart (frame);
        return;
      }
    clearTimeout (question.timer);
    this.questions.delete (frame.id ?? 0);
    if (frame.type === "error")
      question.reject (new Refusal (frame));
    else
      question.resolve (frame);
  }

  /**
   * Ends the connection: all requests fail, and it is opened again later.
   * @template {Trouble} T
   * @param {T} trouble
   * @returns {T} it
   */
  end (trouble) {
    const questions = [...this.questions.values ()];
    const port = this.port;

    this.port = null;
    this.greeting = null;
    this.trouble = trouble;
    this.questions.clear ();
    port?.disconnect ();
    this.retry.schedule ();
    for (const { reject, timer } of questions)
      {
        clearTimeout (timer);
        reject (trouble);
      }
    this.onTrouble (trouble);
    return trouble;
  }
}
