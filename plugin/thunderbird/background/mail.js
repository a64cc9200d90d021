/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message's bytes, and which messages are left alone.
 */

/* A multiple of 3, so that the base64 of the pieces can be joined. Larger frames cost more than they carry: Thunderbird
 * takes each to pieces and puts it together again. */
export const PIECE = 288 * 1024;
const PIECES_A_TURN = 8;
/* How far a structure that is encrypted as a whole shows it; a multiple of 4, for base64. */
const START = 64 * 1024;

const OWN = new Set (["sent", "drafts", "templates", "outbox"]);
const NEWS = new Set (["rss", "nntp"]);
const SEALED = /multipart\/encrypted|application\/(?:x-)?pkcs7-mime|-----BEGIN PGP MESSAGE-----/i;
const ENVELOPED = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03"; /* 1.2.840.113549.1.7.3, RFC 5652 §6.1 */
const ENCLOSED = /pkcs7-mime|\.p7m\b/i;

/**
 * What the reader has written, and what is no mail.
 * @param {Thunderbird.MessageHeader} header
 * @returns {Promise<boolean>}
 */
export async function isLeftAlone (header) {
  const folder = header.folder;

  if (folder === undefined || folder === null)
    return false;
  if (folder.specialUse.some ((use) => OWN.has (use)))
    return true;
  if (folder.accountId === undefined)
    return false;
  const account = await browser.accounts.get (folder.accountId);
  return account !== null && NEWS.has (account.type);
}

/**
 * The message as it came.
 * @param {number} id
 * @returns {Promise<string>} a character a byte
 */
export function readOriginal (id) {
  return browser.messages.getRaw (id, { data_format: "BinaryString" });
}

/**
 * Whether the whole message is S/MIME's and encrypted, or signed around something encrypted. Thunderbird displays it
 * under any label that it takes for S/MIME, such as application/octet-stream with a name in “.p7m”, so that the content
 * tells.
 * @param {string} raw
 */
export function isEnveloped (raw) {
  const body = raw.slice (raw.search (/\r?\n\r?\n/));
  const digits = body.slice (0, START).replace (/[^A-Za-z0-9+/]/g, ""); /* as Thunderbird reads base64 */

  if (!digits.startsWith ("MI")) /* a SEQUENCE */
    return false;
  const content = atob (digits.slice (0, digits.length & ~3));

  return content.includes (ENVELOPED) || ENCLOSED.test (content);
}

/** @param {string} raw */
export function isSealed (raw) {
  return SEALED.test (raw.slice (0, START)) || isEnveloped (raw);
}

/**
 * The message as the reader sees it: opened, if it is encrypted and there is a key. To open one takes it to pieces, so
 * it is asked for only where there is a reason. Thunderbird hands out less than it displays: only what is labelled as
 * RFC 8551 wants it.
 * @param {number} id
 * @returns {Promise<{ raw: string, opened: boolean, sealed: boolean }>}
 */
export async function readMessage (id) {
  const raw = await readOriginal (id);

  if (!isSealed (raw))
    return { raw, opened: false, sealed: false };
  try {
    const opened = await browser.messages.getRaw (id, { data_format: "BinaryString", decrypt: true });
    return { raw: opened, opened: opened !== raw, sealed: opened === raw && isEnveloped (raw) };
  } catch {
    return { raw, opened: false, sealed: true };
  }
}

const pause = () => new Promise ((resolve) => { setTimeout (resolve, 0); });

/**
 * The frames of one message. Others get their turn in between.
 * @param {string} raw
 * @param {{ context: number | null, opened: boolean, account?: string, lesson?: string }} about
 */
export async function* piecesOf (raw, about) {
  const count = Math.max (1, Math.ceil (raw.length / PIECE));

  for (let part = 0; part < count; part++)
    {
      if (part > 0 && part % PIECES_A_TURN === 0)
        await pause ();
      yield {
        type: "message", part, last: part === count - 1,
        data: btoa (raw.slice (part * PIECE, (part + 1) * PIECE)),
        ...(part === 0 ? about : {}),
      };
    }
}
