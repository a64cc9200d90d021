/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Reports to the module what each document of a message displays. It runs in every frame, in a script world that the
 * message's content cannot reach, and uses shown.js. The page around the message, and that around an attached message,
 * are Evolution's: their text is not the sender's, nor are mail addresses in a header.
 */
(() => {
  const MAX_NAME = 200; /* “data:” addresses hold the document */
  const isOwnPage = window.top === window || /^mail:.*[?&]mime_type=message(?:%2F|\/)rfc822/i.test (document.URL);
  const inHeader = (href) => isOwnPage && /^mailto:/i.test (href);

  function read () {
    const shown = BuoyShown.collect (document, !isOwnPage);

    return JSON.stringify ({ ...shown, links: shown.links.filter (([href]) => !inHeader (href)) });
  }

  /* Several frames may have the same address where it is not that of a part, such as “about:srcdoc”. */
  const name = /^mail:/i.test (document.URL) ? document.URL
    : `${document.URL.slice (0, MAX_NAME)} ${Math.random ().toString (36)}`;

  BuoyShown.follow (read, (json) => window.webkit.messageHandlers.bellbuoy.postMessage (`${name}\n${json}`));
}) ();
