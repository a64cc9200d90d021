/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The settings are those of the native program, which Evolution has too. A policy of Thunderbird's own (policies.json)
 * goes to the program, which knows what outweighs what.
 */

/** @typedef {{ value: any, locked: boolean, fixed?: any[] }} Setting */

export class Settings {
  /** @param {import("./port.js").Port} port */
  constructor (port) {
    this.port = port;
    /** @type {Record<string, Setting>} empty until the program has told */
    this.all = {};
    /** Whether the program can keep what the reader sets. */
    this.available = false;
    /** @type {string | null} the errors in the organisation's policy */
    this.policyTrouble = null;
    /** @type {string | null} that the organisation gets events */
    this.policyEvents = null;
    /** @type {{ id: string, title: string, explanation: string, strength: Buoy.Strength }[]} */
    this.checks = [];
    /** @type {() => void} */
    this.onChange = () => {};
  }

  /** @param {any} frame `hello` or `settings` */
  take (frame) {
    this.all = frame.settings ?? {};
    this.available = frame.available === true;
    this.policyTrouble = frame.policyTrouble ?? null;
    this.policyEvents = frame.policyEvents ?? null;
    this.checks = frame.checks ?? this.checks;
  }

  /** @param {string} key */
  get (key) {
    return this.all[key]?.value;
  }

  /**
   * Told to the program in each conversation before anything else.
   * @returns {Promise<void>}
   */
  async tellPolicy () {
    const values = await browser.storage.managed.get ().catch (() => null); /* it fails where there is no policy */

    if (values !== null)
      await this.port.put ([{ type: "policy", values }]);
  }

  /**
   * @param {string} key
   * @param {any} value null goes back to the default
   */
  set (key, value) {
    return this.port.ask ([{ type: "set", key, value }]);
  }

  /**
   * @param {string} sender
   * @param {string | null} site
   */
  trusts (sender, site) {
    if (site === null)
      return (this.get ("trusted-senders") ?? []).includes (sender);
    return (this.get ("trusted-links") ?? []).some ((/** @type {string[]} */ pair) => pair[0] === sender && pair[1] === site);
  }
}
