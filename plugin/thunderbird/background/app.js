/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Creates and connects the parts of the background.
 */
import { Cases } from "./cases.js";
import { Host } from "./host.js";
import { LookBack } from "./look-back.js";
import { Tabs } from "./tabs.js";

const LOOK_BACK_DELAY_MS = 5000;

export class App {
  constructor () {
    this.isLookBackPlanned = false;
    /** When a banner's button that marks junk was last clicked, in milliseconds. */
    this.lastJunk = -Infinity;
    this.host = new Host ();
    this.settings = this.host.settings;
    this.cases = new Cases (this.host);
    this.tabs = new Tabs (this.cases, this.settings);

    this.cases.onOutcome = (subject) => this.tabs.update (subject);
    this.lookBack = new LookBack (this.host);
    this.host.port.onReady = () => {
      this.cases.retryFailed ();
      this.planLookBack ();
    };
    this.lookBack.onProgress = () => {
      browser.runtime.sendMessage ({ type: "learned" }).catch (() => {}); /* no page is open */
    };
    this.host.onChange = () => this.cases.renewAll ();
    this.settings.onChange = () => {
      browser.runtime.sendMessage ({ type: "changed" }).catch (() => {}); /* no page is open */
    };
  }

  /** Starts later, so that the displayed message comes first. */
  planLookBack () {
    if (this.isLookBackPlanned)
      return;
    this.isLookBackPlanned = true;
    setTimeout (() => this.lookBack.start (false), LOOK_BACK_DELAY_MS);
  }

  /** Tries to connect again. If the background was started by this alarm, nothing is known about the displayed
   * messages.
   */
  async retry () {
    const { port } = this.host;

    await port.retry.run (() => port.open ());
    if (port.greeting !== null)
      await this.tabs.recall ();
  }
}
