/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The native program with what it is told before any message: the policy, and what Thunderbird knows of the reader.
 */
import { contextFrames, listOwnAddresses, listPeople } from "./context.js";
import { accountsFrame } from "./lessons.js";
import { Port } from "./port.js";
import { Settings } from "./settings.js";
import { Refusal } from "./trouble.js";

const PATIENCE_MS = 60000; /* an address book of 20 000 people on a busy machine */
/* The number of what the program knows of the reader: always the same, so that what is told anew takes the place of
 * what was told before, also for messages that were judged under it. */
export const CONTEXT = 1;
const GATHER_MS = 1000; /* people that are imported come one by one */

export class Host {
  constructor () {
    this.port = new Port ();
    this.settings = new Settings (this.port);
    /** @type {any} */
    this.contextDue = null;
    /** @type {() => void} what was judged may be judged differently now */
    this.onChange = () => {};
    this.port.prepare = (hello) => this.prepare (hello);
    this.port.onNews = (frame) => this.takeNews (frame);
  }

  /** @param {any} hello */
  async prepare (hello) {
    this.settings.take (hello);
    await this.settings.tellPolicy ();
    await this.tellContext ();
    await this.tellAccounts ();
  }

  /** An older program does not know what to do with them; and where nothing can be stored, nothing is learned. */
  async tellAccounts () {
    const frame = await accountsFrame ().catch (() => null);

    if (frame === null)
      return;
    await this.port.put ([frame]).catch ((error) => {
      if (!(error instanceof Refusal))
        throw error;
    });
  }

  async tellContext () {
    const [addresses, people] = await Promise.all ([listOwnAddresses (), listPeople ().catch (() => [])]);

    await this.port.put (contextFrames (CONTEXT, addresses, people), { patience: PATIENCE_MS });
  }

  /** What Thunderbird knows of the reader has changed. */
  updateContext () {
    this.contextDue ??= setTimeout (() => {
      this.contextDue = null;
      this.tellContextAnew ().catch (console.error);
    }, GATHER_MS);
  }

  /** If anybody is there to be told. */
  async tellContextAnew () {
    if (this.port.greeting === null)
      return;
    await this.port.open ();
    await this.tellContext ();
    this.onChange ();
  }

  async updatePolicy () {
    if (this.port.greeting === null)
      return;
    await this.port.open ();
    await this.settings.tellPolicy ();
  }

  /** @param {any} frame */
  takeNews (frame) {
    if (frame?.type !== "settings")
      return;
    this.settings.take (frame);
    this.settings.onChange ();
    this.onChange ();
  }
}
