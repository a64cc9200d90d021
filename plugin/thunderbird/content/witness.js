/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tells the background what the document really displays, which is judged beside the message's bytes. A link that may
 * not have been judged yet is not opened before that, unless it takes too long.
 */
/* exported BuoyWitness */

var BuoyWitness = (() => {
  let nOpen = 1; /* reports that were not judged yet; the first is still to come */
  /** @type {(() => void)[]} */
  const waiting = [];

  function settle () {
    nOpen -= 1;
    if (nOpen === 0)
      waiting.splice (0).forEach ((resolve) => resolve ());
  }

  function isSettled () {
    return nOpen === 0;
  }

  /** @returns {Promise<void>} when what is displayed was judged */
  function untilSettled () {
    return isSettled () ? Promise.resolve () : new Promise ((resolve) => { waiting.push (resolve); });
  }

  function start () {
    let isFirst = true;

    BuoyShown.follow (() => JSON.stringify (BuoyShown.collect (document, true)), (shown) => {
      nOpen += isFirst ? 0 : 1;
      isFirst = false;
      BuoyBackground.ask ({ type: "shown", shown }).then (settle);
    });
  }

  return { start, isSettled, untilSettled };
}) ();
