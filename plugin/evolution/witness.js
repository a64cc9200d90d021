/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tells the module what each document of a message displays, whenever that changes. It runs in every frame, in a world
 * of its own that the message's content cannot reach, and has the functions of shown.js. The page around the message,
 * and that around an attached message, are Evolution's: their text is not the sender's, nor are addresses in a header.
 */
(() => {
  const PAUSE_MS = 60; /* Evolution changes a page several times while it loads */
  const MAX_TELLINGS = 50; /* of one document */

  const isOwnPage = window.top === window || /[?&]mime_type=message(?:%2F|\/)rfc822/i.test (document.URL);
  const inHeader = (href) => isOwnPage && /^mailto:/i.test (href);
  let told = "";
  let nTellings = 0;
  let timer = 0;

  function tell () {
    timer = 0;
    const shown = BuoyShown.collect (document, !isOwnPage);
    const json = JSON.stringify ({ ...shown, links: shown.links.filter (([href]) => !inHeader (href)) });

    if (json === told || nTellings >= MAX_TELLINGS)
      return;
    told = json;
    nTellings += 1;
    window.webkit.messageHandlers.bellbuoy.postMessage (`${document.URL}\n${json}`);
  }

  function plan () {
    if (timer === 0)
      timer = setTimeout (tell, PAUSE_MS);
  }

  tell ();
  new MutationObserver (plan).observe (document,
                                       { subtree: true, childList: true, characterData: true, attributes: true });
  window.addEventListener ("load", plan);
  window.addEventListener ("resize", plan);
  window.addEventListener ("toggle", plan, true);
}) ();
