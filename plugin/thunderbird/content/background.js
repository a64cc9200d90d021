/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Sends requests to the background. When the extension is updated or removed, its scripts in open messages must stop
 * answering.
 */
/* exported BuoyBackground */

var BuoyBackground = (() => {
  /** @returns {boolean} */
  function isAlive () {
    try {
      return Boolean (browser.runtime?.id);
    } catch {
      return false;
    }
  }

  /**
   * The answer; undefined if there is none, such as while the background restarts.
   * @param {Buoy.Request} request
   * @returns {Promise<any>}
   */
  async function ask (request) {
    try {
      return await browser.runtime.sendMessage (request) ?? null;
    } catch {
      return undefined;
    }
  }

  return { isAlive, ask };
}) ();
