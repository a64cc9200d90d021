/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The entry point in the document of a message. The guard is active before the first link exists.
 */
/* exported BuoyStart */

var BuoyStart = (() => {
  const PATIENCE_MS = 1500; /* most verdicts take a twentieth of this; later, the reader has begun to click */

  /* The view if the background does not answer. */
  const UNKNOWN = /** @type {Buoy.View} */ ({
    state: "failed", notice: null, isWarned: false, falseLinks: [], markAll: false, judgedHosts: [], isWhole: false,
    blocks: false, canMarkJunk: false, isMarkedJunk: false, trouble: null, trusted: null, support: null,
  });

  /**
   * Updates the guard first: it must work even if the document prevents us from showing something.
   * @param {Buoy.View} view
   */
  function show (view) {
    BuoyJudge.follow (view);
    BuoyBanner.show (view);
    BuoySheet.setMarks (BuoyMarks.rulesOf (view)).then (() => {
      /* the reader may have gone on, and a document without a window has no clock */
      if (document.defaultView !== null)
        performance.mark ("bellbuoy-shown");
    });
  }

  /** @returns {Promise<void>} when there is a root element */
  function untilRoot () {
    return new Promise ((resolve) => {
      if (document.documentElement !== null) {
        resolve ();
        return;
      }
      const observer = new MutationObserver (() => {
        if (document.documentElement === null)
          return;
        observer.disconnect ();
        resolve ();
      });

      observer.observe (document, { childList: true });
    });
  }

  async function start () {
    performance.mark ("bellbuoy-start"); /* tests/thunderbird reads how long it took */
    BuoyGuard.start ();
    await untilRoot ();
    BuoyShield.clear ();
    BuoyBanner.start ();
    browser.runtime.onMessage.addListener ((message) => {
      if (message?.type === "view")
        show (message.view);
      return undefined;
    });
    const patience = setTimeout (() => {
      if (BuoyJudge.getView () === null) /* a verdict may have been pushed before the answer */
        BuoyBanner.showWaiting ();
    }, PATIENCE_MS);
    const view = await BuoyBackground.ask ({ type: "view" });

    clearTimeout (patience);
    if (BuoyBackground.isAlive () && BuoyJudge.getView () === null)
      show (view ?? UNKNOWN);
    /* It is missing where an upgrade of the package put this file under a running client, whose manifest is older. */
    if (typeof BuoyWitness !== "undefined")
      BuoyWitness.start (); /* the background knows now which message this is */
  }

  /* Names that have started stay as they are: files may run again after an update of the extension, and late ones after
   * the background ran them all (background/scripts.js).
   */
  function keepNames () {
    for (const name of Object.getOwnPropertyNames (globalThis))
      if (name.startsWith ("Buoy"))
        Object.defineProperty (globalThis, name, { writable: false });
  }

  /* The first file is missing if it ran in the document before this one. The background then runs all of them. */
  const isWhole = Object.hasOwn (globalThis, "BuoyWords");

  if (isWhole && !Object.hasOwn (globalThis, "buoyHasStarted")) {
    Object.defineProperty (globalThis, "buoyHasStarted", { value: true });
    keepNames ();
    start ();
  }
}) ();
