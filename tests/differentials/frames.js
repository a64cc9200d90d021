/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For pages that display several messages, each in a frame: numbers the message in what is collected, opens its
 * attachments and fits the frames of its parts to their content, as Evolution's own script does. Comes between shown.js
 * and witness.js.
 */
(() => {
  const { collect } = BuoyShown;
  const MAX_HEIGHT = 1000; /* what is below is not looked at; WebKit takes no picture of a page above 32,767 */
  const isMessage = window.parent === window.top || /[?&]mime_type=message(?:%2F|\/)rfc822/i.test (document.URL);

  function messageOf (frame) {
    let outer = frame;

    while (outer.parent !== window.top)
      outer = outer.parent;
    for (let i = 0; i < window.top.length; i++)
      if (window.top[i] === outer)
        return i;
    return -1;
  }

  function openAttachments () {
    for (const element of document.querySelectorAll (".attachment-wrapper[inner-html-data]")) {
      element.innerHTML = element.getAttribute ("inner-html-data");
      element.hidden = false;
    }
  }

  /* All frames of a document together, once it has loaded: to measure one after changing another lays out the document
   * again, for hundreds of frames. */
  function fit (frames) {
    const heights = frames.map ((frame) => Math.min (frame.contentDocument?.documentElement?.scrollHeight ?? 0,
                                                     MAX_HEIGHT));

    frames.forEach ((frame, i) => { frame.style.height = `${heights[i]}px`; });
  }

  const loaded = []; /* frames of this document, until it has loaded */

  BuoyShown.fit = (frame) => document.readyState === "complete" ? fit ([frame]) : loaded.push (frame);

  function onLoad () {
    const frame = window === window.top ? null : window.frameElement; /* null if its parent is foreign */

    fit (loaded);
    if (frame !== null)
      window.parent.BuoyShown.fit (frame);
  }

  BuoyShown.collect = (...args) => ({ message: messageOf (window), ...collect (...args) });
  if (isMessage)
    openAttachments ();
  window.addEventListener ("load", onLoad);
}) ();
