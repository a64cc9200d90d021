/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The native program, and what is sent to it before any message: the policy, and what Thunderbird knows about the
 * reader.
 */
import { contextFrames, listOwnAddresses, listPeople } from "./context.js";
import { accountsFrame } from "./lessons.js";
import { Port } from "./port.js";
import { Settings } from "./settings.js";
import { Refusal } from "./trouble.js";

const PATIENCE_MS = 60000; /* enough for an address book of 20 000 people on a busy machine */
/* The number of the context. It is always the same, so that a new context replaces the old one, also for messages that
 * were analysed with that. */
export const CONTEXT = 1;
const GATHER_MS = 1000; /* imported people are reported one by one */

export class Host {
  constructor () {
    this.port = new Port ();
    this.settings = new Settings (this.port);
    /** @type {any} */
    this.contextDue = null;
    /** @type {() => void} called when verdicts may be outdated */
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

  /** Sends the list of accounts. An older program does not know this frame; if nothing can be stored, nothing is
   * learned.
   */
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

  /** Call when what Thunderbird knows about the reader has changed. */
  updateContext () {
    this.contextDue ??= setTimeout (() => {
      this.contextDue = null;
      this.tellContextAnew ().catch (console.error);
    }, GATHER_MS);
  }

  /** Sends the context again if the program is running. */
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
