/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The analysed messages. A message is analysed once for all its views, and the work is cancelled when the last view is
 * closed. If the native program crashes, the message is analysed again automatically, but not forever: it may be the
 * cause of the crash.
 */
import { CONTEXT } from "./host.js";
import { lessonOf } from "./lessons.js";
import { isLeftAlone, piecesOf, readMessage } from "./mail.js";
import { Shown } from "./shown.js";
import { isInstallationFault, Refusal, Trouble } from "./trouble.js";

const MAX_CASES = 50; /* fewer than the native program keeps */
const MAX_CRASHES = 2;
const LOOK_UP_PATIENCE_MS = 60000; /* lookups take a while */

/** @typedef {import("./trouble.js").TroubleCode} TroubleCode */
/** @typedef {import("./port.js").Frame} Frame */

export class Case {
  /** @param {Thunderbird.MessageHeader} header */
  constructor (header) {
    this.id = header.id;
    this.header = header;
    /** @type {Set<number | string>} the tabs and others that need it */
    this.holders = new Set ();
    /** @type {"waiting" | Buoy.View["state"]} */
    this.state = "waiting";
    /** @type {Frame | null} `verdict`, or `error` for a message that can't be analysed */
    this.frame = null;
    /** @type {TroubleCode | null} */
    this.trouble = null;
    /** Its number in the conversation @session with the native program. */
    this.message = 0;
    this.session = 0;
    this.crashes = 0;
    /** The number under which the program has a verdict, which may not be the last any more. */
    this.judged = 0;
    /** What its documents display. */
    this.shown = new Shown ();
    /** @type {Promise<void> | null} that is being judged */
    this.telling = null;
    this.wasGone = false;
    /** What its documents display could not be judged. */
    this.isShownUnjudged = false;
    /** Encrypted, and not decrypted for us: later there may be a key, and what is displayed was not analysed. */
    this.sealed = false;
    /** @type {Promise<void> | null} settles when it is analysed, or can't be */
    this.running = null;
    /** The reader has asked for a lookup, and has not stopped it. */
    this.isLookUpWanted = false;
    this.isLookingUp = false;
    /** The reader has marked it as junk over its warning. */
    this.isMarkedJunk = false;
    /** @type {((value?: void) => void)[]} called with the first answer, which lookups may change */
    this.waiting = [];
    /** @type {{ sender: string, site: string | null, words: string } | null} the trust just given in this message */
    this.trusted = null;
  }
}

export class Cases {
  /** @param {import("./host.js").Host} host */
  constructor (host) {
    this.host = host;
    /** @type {Map<number, Case>} by message; the last used is at the end */
    this.all = new Map ();
    /** @type {(subject: Case) => void} called when there is something new to show */
    this.onOutcome = () => {};
  }

  /**
   * @param {Thunderbird.MessageHeader} header
   * @param {number | string} holder
   * @returns {Case}
   */
  hold (header, holder) {
    const subject = this.all.get (header.id) ?? new Case (header);

    subject.header = header;
    subject.holders.add (holder);
    this.all.delete (header.id);
    this.all.set (header.id, subject);
    this.forgetOld ();
    return subject;
  }

  /**
   * @param {Case} subject
   * @param {number | string} holder
   */
  release (subject, holder) {
    subject.holders.delete (holder);
    if (subject.holders.size === 0 && (subject.running !== null || subject.sealed))
      this.forget (subject);
  }

  /** @param {Case} subject */
  forget (subject) {
    this.all.delete (subject.id);
    if (subject.session === this.host.port.session && subject.message !== 0)
      this.host.port.cancel (subject.message);
  }

  forgetOld () {
    for (const subject of this.all.values ())
      {
        if (this.all.size <= MAX_CASES)
          return;
        if (subject.holders.size === 0)
          this.forget (subject);
      }
  }

  /**
   * Settles when there is something to show.
   * @param {Case} subject
   * @returns {Promise<void>}
   */
  judge (subject) {
    if (subject.state === "judged" || subject.state === "left-alone")
      return Promise.resolve ();
    const first = new Promise ((/** @type {(value?: void) => void} */ resolve) => {
      subject.waiting.push (resolve);
    });
    return Promise.race ([this.run (subject, () => this.read (subject)), first]);
  }

  /**
   * Only one piece of work on a message runs at a time; later callers wait for the same one.
   * @param {Case} subject
   * @param {() => Promise<void>} work
   * @returns {Promise<void>}
   */
  run (subject, work) {
    subject.running ??= this.persist (subject, work).finally (() => {
      subject.running = null;
      if (this.all.get (subject.id) === subject)
        this.onOutcome (subject);
    });
    return subject.running;
  }

  /**
   * If the connection breaks, it is opened again once before an error is reported.
   * @param {Case} subject
   * @param {() => Promise<void>} work
   */
  async persist (subject, work) {
    try {
      await work ();
    } catch (error) {
      if (this.mayPersist (error))
        {
          await this.host.port.retry.wait ();
          await work ().catch ((again) => this.fail (subject, again));
        }
      else
        this.fail (subject, error);
    }
  }

  /** @param {unknown} error */
  mayPersist (error) {
    return error instanceof Trouble && !isInstallationFault (error.code) && this.host.port.retry.failures <= 1;
  }

  /**
   * @param {Case} subject
   * @param {unknown} error
   */
  fail (subject, error) {
    if (error instanceof Refusal)
      {
        subject.frame = error.frame;
        subject.state = "judged";
        return;
      }
    if (!(error instanceof Trouble))
      console.error (error); /* the message was deleted, or can't be read */
    subject.state = "failed";
    subject.trouble = error instanceof Trouble ? error.code : null;
  }

  /** @param {Case} subject */
  async read (subject) {
    if (await isLeftAlone (subject.header))
      {
        subject.state = "left-alone";
        return;
      }
    await this.host.port.open ();
    if (this.host.settings.get ("enabled") === false)
      {
        subject.state = "left-alone";
        return;
      }
    const { raw, opened, sealed } = await readMessage (subject.id);
    subject.sealed = sealed;
    subject.shown.renew ();
    await this.ask (subject, piecesOf (raw, { context: CONTEXT, opened, ...await lessonOf (subject.header) }));
  }

  /**
   * @param {Case} subject
   * @param {import("./port.js").Frames} frames
   * @param {object} options
   */
  async ask (subject, frames, options = {}) {
    const { port } = this.host;

    const frame = await port.ask (frames, {
      ...options,
      onSent: (id) => {
        subject.message = id;
        subject.session = port.session;
        subject.crashes += 1; /* until it answers */
      },
      onPart: (part) => { this.take (subject, part); this.onOutcome (subject); },
    });
    this.take (subject, frame);
  }

  /**
   * @param {Case} subject
   * @param {Frame} frame
   */
  take (subject, frame) {
    subject.crashes = 0;
    subject.judged = frame.id ?? 0;
    subject.frame = frame;
    subject.state = "judged";
    subject.trouble = null;
    subject.waiting.splice (0).forEach ((resolve) => resolve ());
    this.tellShown (subject);
  }

  /**
   * What a document of the message displays is judged beside the bytes.
   * @param {Case} subject
   * @param {string} document
   * @param {string} text
   * @returns {Promise<void>} when it was judged
   */
  async takeShown (subject, document, text) {
    subject.shown.add (document, text);
    if (subject.state === "waiting" && subject.running !== null)
      await this.judge (subject); /* which also ends if it can't be analysed */
    await this.tellShown (subject);
  }

  /**
   * If there is something new, and a verdict; otherwise the next verdict begins it.
   * @param {Case} subject
   * @returns {Promise<void>}
   */
  async tellShown (subject) {
    if (subject.telling === null && subject.shown.hasNews && subject.frame?.type === "verdict"
        && subject.judged === subject.message && subject.session === this.host.port.session
        && this.all.get (subject.id) === subject)
      subject.telling = this.askAboutShown (subject).finally (() => {
        subject.telling = null;
        this.tellShown (subject);
      });
    await subject.telling;
  }

  /** @param {Case} subject */
  async askAboutShown (subject) {
    const { message, shown } = subject;

    shown.hasNews = false;
    try {
      const frame = await this.host.port.ask ([{ type: "shown", message, documents: shown.toDocuments () }]);

      if (subject.message !== message)
        return; /* it was judged anew meanwhile, together with that */
      subject.frame = frame;
      subject.isShownUnjudged = false;
      subject.wasGone = false;
      this.onOutcome (subject);
    } catch (error) {
      if (this.all.get (subject.id) === subject) /* else nobody looks at it any more */
        this.failShown (subject, message, error);
    }
  }

  /**
   * A message that the program has forgotten is handed in again, but not twice in a row.
   * @param {Case} subject
   * @param {number} message
   * @param {unknown} error
   */
  failShown (subject, message, error) {
    if (error instanceof Refusal && error.code === "gone" && subject.message === message && !subject.wasGone)
      {
        subject.wasGone = true;
        this.run (subject, () => this.read (subject));
        return;
      }
    if (!(error instanceof Refusal || error instanceof Trouble))
      console.error (error);
    subject.isShownUnjudged = true;
    this.onOutcome (subject);
  }

  /**
   * Analyses the message again with the current settings, or with the results of lookups.
   * @param {Case} subject
   * @param {"again" | "verify"} type
   * @returns {Promise<void>}
   */
  renew (subject, type) {
    return this.run (subject, async () => {
      if (subject.frame?.type !== "verdict" || subject.session !== this.host.port.session
          || this.host.settings.get ("enabled") === false)
        return this.read (subject);
      const { frame, message, judged, crashes } = subject;

      subject.isLookingUp = type === "verify";
      try {
        const context = type === "again" ? { context: CONTEXT } : {};
        await this.ask (subject, [{ type, message: subject.message, ...context }],
                        type === "verify" ? { patience: LOOK_UP_PATIENCE_MS } : {});
      } catch (error) {
        if (type === "verify" && error instanceof Refusal && error.code === "cancelled")
          {
            Object.assign (subject, { frame, message, judged, crashes });
            subject.shown.renew (); /* it may have been judged meanwhile, which this frame lacks */
            this.tellShown (subject);
            return;
          }
        if (!(error instanceof Refusal) || error.code !== "gone")
          throw error;
        await this.read (subject);
      } finally {
        subject.isLookingUp = false;
      }
    });
  }

  /**
   * Waits for the running work first, since the lookup adds to its result.
   * @param {Case} subject
   */
  async lookUp (subject) {
    subject.isLookUpWanted = true;
    while (subject.running !== null)
      await subject.running;
    if (subject.isLookUpWanted)
      await this.renew (subject, "verify");
    subject.isLookUpWanted = false;
  }

  /**
   * Stops the lookup; the previous verdict stays.
   * @param {Case} subject
   */
  stopLookUp (subject) {
    subject.isLookUpWanted = false;
    if (subject.isLookingUp && subject.session === this.host.port.session)
      this.host.port.cancel (subject.message);
  }

  /** Call when the settings have changed: displayed messages are analysed again now, others when they are opened. */
  renewAll () {
    for (const subject of [...this.all.values ()])
      if (subject.holders.size === 0)
        this.forget (subject);
      else /* the running work was started with the old settings */
        (subject.running ?? Promise.resolve ()).then (() => this.renew (subject, "again"));
  }

  /** Call when the native program is available again. */
  retryFailed () {
    for (const subject of this.all.values ())
      if (subject.state === "failed" && subject.holders.size > 0 && subject.crashes < MAX_CRASHES)
        this.run (subject, () => this.read (subject));
  }
}
