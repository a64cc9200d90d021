/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The way to the background. When the extension is updated or taken away, what it has left in an open message must not
 * answer for it any more.
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
   * The answer; undefined if none can be had, as while the background is started anew.
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
