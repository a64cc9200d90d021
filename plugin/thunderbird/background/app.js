/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The parts of the background, put together.
 */
import { Cases } from "./cases.js";
import { Host } from "./host.js";
import { Tabs } from "./tabs.js";

export class App {
  constructor () {
    this.host = new Host ();
    this.settings = this.host.settings;
    this.cases = new Cases (this.host);
    this.tabs = new Tabs (this.cases, this.settings);

    this.cases.onOutcome = (subject) => this.tabs.update (subject);
    this.host.port.onReady = () => this.cases.retryFailed ();
    this.host.onChange = () => this.cases.renewAll ();
    this.settings.onChange = () => {
      browser.runtime.sendMessage ({ type: "changed" }).catch (() => {}); /* no page is open */
    };
  }

  /** It is time for another attempt; of what is on show nothing is known if the background was begun for it. */
  async retry () {
    const { port } = this.host;

    await port.retry.run (() => port.open ());
    if (port.greeting !== null)
      await this.tabs.recall ();
  }
}
