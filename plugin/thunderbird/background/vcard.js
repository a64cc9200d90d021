/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reads a name and addresses from a vCard (RFC 6350), as Thunderbird writes it.
 */

/* §3.2: folded lines */
const FOLD = /\r?\n[ \t]/g;
/* §3.3: [group.]name[;parameter]:value; a quoted parameter may contain a colon */
const LINE = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/;

/** @param {string} value */
function unescape (value) {
  return value.replace (/\\(.)/g, (_, character) => (/n/i.test (character) ? " " : character)).trim ();
}

/**
 * @param {string} vCard
 * @returns {[string, string][]} the name, "" if there is none, with each address
 */
export function readPerson (vCard) {
  /** @type {string[]} */
  const addresses = [];
  let name = "";

  for (const line of vCard.replace (FOLD, "").split (/\r?\n/))
    {
      const match = LINE.exec (line);

      if (match === null)
        continue;
      if (match[1].toUpperCase () === "FN")
        name = unescape (match[3]);
      else if (match[1].toUpperCase () === "EMAIL")
        addresses.push (unescape (match[3]));
    }
  return addresses.filter ((address) => address.includes ("@")).map ((address) => [name, address]);
}
