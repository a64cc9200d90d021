/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The native program's settings, which Evolution uses, too. A policy of Thunderbird's own (policies.json) is passed to
 * the program, which applies the precedence.
 */

/** @typedef {{ value: any, locked: boolean, fixed?: any[] }} Setting */

export class Settings {
  /** @param {import("./port.js").Port} port */
  constructor (port) {
    this.port = port;
    /** @type {Record<string, Setting>} empty until the program has sent them */
    this.all = {};
    /** Whether the program can store settings. */
    this.available = false;
    /** @type {string | null} the errors in the organisation's policy */
    this.policyTrouble = null;
    /** @type {string | null} a text saying that the organisation collects events */
    this.policyEvents = null;
    /** @type {string | null} whom the organisation's readers may ask */
    this.policySupport = null;
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
    this.policySupport = frame.policySupport ?? null;
    this.checks = frame.checks ?? this.checks;
  }

  /** @param {string} key */
  get (key) {
    return this.all[key]?.value;
  }

  /**
   * Sends the policy; called for each connection before anything else.
   * @returns {Promise<void>}
   */
  async tellPolicy () {
    const values = await browser.storage.managed.get ().catch (() => null); /* fails if there is no policy */

    if (values !== null)
      await this.port.put ([{ type: "policy", values }]);
  }

  /**
   * @param {string} key
   * @param {any} value null restores the default
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
