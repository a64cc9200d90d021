/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the documents of one message display, in one frame. What does not fit in is left out in the middle and counted.
 */
const MAX_DOCUMENTS = 4; /* the message, and the same again with what was loaded later */
const MAX_BYTES = 700 * 1024; /* of a frame of 768 KiB */
const BYTES_OF_LETTER = 6; /* at most: a control character in JSON */

/** @param {object} value */
function measure (value) {
  return new TextEncoder ().encode (JSON.stringify (value)).length;
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} count
 * @returns {T[]}
 */
function keepEnds (list, count) {
  const half = Math.floor (count / 2);

  return list.length <= count ? list : [...list.slice (0, half), ...list.slice (list.length - half)];
}

/**
 * @param {Buoy.Shown} shown
 * @param {number} room
 * @returns {Buoy.Shown}
 */
function fit (shown, room) {
  const half = Math.floor (room / BYTES_OF_LETTER / 4); /* both take half of the room */
  const { links, forms, text } = shown;
  let fitting = measure (shown) <= room || text.length <= 2 * half ? shown
    : { ...shown, text: `${text.slice (0, half)}…${text.slice (-half)}` };

  for (let count = links.length + forms.length; count > 0 && measure (fitting) > room; count = Math.floor (count / 2)) {
    const kept = { links: keepEnds (links, count / 2), forms: keepEnds (forms, count / 2) };
    const nLeft = links.length + forms.length - kept.links.length - kept.forms.length;

    fitting = { ...fitting, ...kept, leftOut: shown.leftOut + nLeft };
  }
  return fitting;
}

export class Shown {
  constructor () {
    /** @type {Map<string, string>} JSON by document, the last one at the end */
    this.documents = new Map ();
    /** There is something that was not judged yet. */
    this.hasNews = false;
  }

  /**
   * The same as before is no news, also in another document: the message was opened again.
   * @param {string} document
   * @param {string} text
   */
  add (document, text) {
    if ([...this.documents.values ()].includes (text))
      return;
    this.documents.delete (document);
    this.documents.set (document, text);
    if (this.documents.size > MAX_DOCUMENTS)
      this.documents.delete ([...this.documents.keys ()][0]);
    this.hasNews = true;
  }

  /** The program knows nothing of it any more. */
  renew () {
    this.hasNews = this.documents.size > 0;
  }

  /** @returns {Buoy.Shown[]} */
  toDocuments () {
    const room = Math.floor (MAX_BYTES / this.documents.size);

    return [...this.documents.values ()].map ((text) => fit (JSON.parse (text), room));
  }
}
