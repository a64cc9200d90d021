/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A clock that stands still until it is told to go on. (That of node:test is younger than Debian's Node.js.)
 */
export class FakeClock {
  now = 0;
  timers = new Map ();
  lastId = 0;
  real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };

  constructor () {
    globalThis.setTimeout = (run, ms = 0) => {
      this.timers.set (this.lastId += 1, { at: this.now + ms, run });
      return this.lastId;
    };
    globalThis.clearTimeout = (id) => this.timers.delete (id);
  }

  tick (ms) {
    this.now += ms;
    for (const [id, { at, run }] of [...this.timers])
      if (at <= this.now && this.timers.delete (id))
        run ();
  }

  stop () {
    globalThis.setTimeout = this.real.set;
    globalThis.clearTimeout = this.real.clear;
  }
}
