/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What Thunderbird knows about the reader: own addresses, and, if the reader has allowed it, the people in the local
 * address books.
 */
import { readPerson } from "./vcard.js";

const PEOPLE_A_FRAME = 2000;
const MAX_PEOPLE = 20000; /* as many as the native program keeps */

const ADDRESS_BOOKS = { permissions: ["addressBooks"] };

/** @returns {Promise<string[]>} */
export async function listOwnAddresses () {
  const identities = await browser.identities.list ();

  return [...new Set (identities.map ((identity) => identity.email).filter (Boolean))];
}

/** @returns {Promise<[string, string][]>} names and addresses */
export async function listPeople () {
  /** @type {[string, string][]} */
  const people = [];

  if (!await browser.permissions.contains (ADDRESS_BOOKS))
    return people;
  for (const book of await browser.addressBooks.list (false))
    {
      if (book.remote)
        continue; /* it is queried over the network */
      for (const contact of await browser.addressBooks.contacts.list (book.id))
        people.push (...readPerson (contact.vCard));
    }
  return people.slice (0, MAX_PEOPLE);
}

/**
 * The frames that transmit this as number @context.
 * @param {number} context
 * @param {string[]} ownAddresses
 * @param {[string, string][]} people
 */
export function* contextFrames (context, ownAddresses, people) {
  let start = 0;

  do
    {
      const contacts = people.slice (start, start + PEOPLE_A_FRAME);

      yield {
        type: "context", context, contacts, more: start + PEOPLE_A_FRAME < people.length,
        ...(start === 0 ? { ownAddresses } : {}),
      };
      start += PEOPLE_A_FRAME;
    }
  while (start < people.length);
}

/** @param {() => void} onChange */
export function watchPeople (onChange) {
  const books = browser.addressBooks;

  if (books === undefined)
    return; /* not allowed */
  for (const name of /** @type {const} */ (["onCreated", "onManyCreated", "onUpdated", "onDeleted"]))
    books.contacts[name]?.addListener (onChange);
}

/** @param {() => void} onChange */
export function watchIdentities (onChange) {
  for (const name of /** @type {const} */ (["onCreated", "onUpdated", "onDeleted"]))
    browser.identities[name].addListener (onChange);
}
