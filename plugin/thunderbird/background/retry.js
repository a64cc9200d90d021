/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Schedules opening the connection again after it broke, with a growing delay. Thunderbird may end the background
 * before that, so an alarm is used, and the number of failures is stored.
 */
const SECONDS = [1, 5, 30, 300];
const ALARM = "retry";

export class Retry {
  constructor () {
    this.failures = 0;
    /** @type {number | null} the stored number; null if not known yet */
    this.kept = null;
    this.isDue = false;
    /** @type {((value?: unknown) => void)[]} */
    this.waiting = [];
  }

  schedule () {
    const seconds = SECONDS[Math.min (this.failures, SECONDS.length - 1)];

    this.isDue = true;
    this.setFailures (this.failures + 1);
    browser.alarms.create (ALARM, { delayInMinutes: seconds / 60 });
  }

  /** @param {number} failures */
  setFailures (failures) {
    this.failures = failures;
    if (failures === this.kept)
      return;
    this.kept = failures;
    browser.storage.session.set ({ failures });
  }

  /**
   * Settles when the next attempt has ended, or at once if none is due.
   * @returns {Promise<unknown>}
   */
  wait () {
    return this.isDue ? new Promise ((resolve) => { this.waiting.push (resolve); }) : Promise.resolve ();
  }

  /**
   * Handles the alarm, which may have started the background.
   * @param {() => Promise<unknown>} attempt
   */
  async run (attempt) {
    const { failures = 0 } = await browser.storage.session.get ("failures");

    if (this.kept === null) /* otherwise this background has a newer number */
      this.failures = failures;
    this.isDue = false;
    await attempt ().catch (() => {});
    this.waiting.splice (0).forEach ((resolve) => resolve ());
  }
}
