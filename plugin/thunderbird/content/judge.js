/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Decides whether something speaks against opening a link. Usually that is known beforehand: the verdict contains the
 * misleading links and the hosts that were judged. About other links the background is asked as soon as the pointer or
 * the focus reaches them, so that clicks rarely have to wait.
 */
/* exported BuoyJudge */

var BuoyJudge = (() => {
  const WAIT_MS = 300; /* for a click during the analysis; longer would seem broken */
  const ASK_MS = 2000; /* for an answer about one link, which needs no analysis */

  /** @type {Buoy.View | null} null until there is a verdict */
  let view = null;
  /** @type {Map<string, Buoy.FalseLink>} by the written and by the resolved URL */
  let lies = new Map ();
  /** @type {Set<string>} */
  let hosts = new Set ();
  /** @type {Map<string, Buoy.Doubt | null>} by address */
  let answers = new Map ();
  /** @type {(value?: unknown) => void} */
  let arrive = () => {};
  const arrival = new Promise ((resolve) => { arrive = resolve; });

  /** @param {Buoy.View} newView */
  function follow (newView) {
    view = newView;
    lies = new Map (view.falseLinks.toReversed ().flatMap ((link) => [[link.href, link], [link.address, link]]));
    hosts = new Set (view.judgedHosts);
    answers = new Map ();
    arrive ();
  }

  /** @returns {Buoy.View | null} */
  function getView () {
    return view;
  }

  /**
   * The doubt; null if there is none, undefined if not known yet, since the document may display another text for the
   * same link.
   * @param {ReturnType<typeof BuoyLinks.linkOf> & {}} link
   * @returns {Buoy.Doubt | null | undefined}
   */
  function doubtOf (link) {
    const known = verdictOn (link);
    const isFinal = view?.state === "left-alone" || BuoyWitness.isSettled () || BuoyLinks.staysInside (link);

    return known === null && !isFinal ? undefined : known;
  }

  /**
   * The same by the verdict that there is.
   * @param {ReturnType<typeof BuoyLinks.linkOf> & {}} link
   * @returns {Buoy.Doubt | null | undefined}
   */
  function verdictOn (link) {
    if (view === null)
      return BuoyLinks.staysInside (link) ? null : undefined;
    if (view.state === "left-alone")
      return null;
    const lie = lies.get (link.raw) ?? lies.get (link.address);

    if (lie !== undefined)
      return { ...lie, refused: view.blocks };
    if (BuoyLinks.staysInside (link))
      return null;
    if (view.isWhole && BuoyLinks.isWeb (link.address) && hosts.has (new URL (link.address).hostname))
      return null;
    return answers.get (link.address);
  }

  /**
   * Asks the background about an unknown link; undefined if there is no answer.
   * @param {ReturnType<typeof BuoyLinks.linkOf> & {}} link
   * @returns {Promise<Buoy.Doubt | null | undefined>}
   */
  async function askAbout (link) {
    const asked = answers;
    const doubt = await BuoyBackground.ask ({ type: "link", href: link.address });

    if (doubt !== undefined)
      asked.set (link.address, doubt);
    return doubt;
  }

  /** @param {ReturnType<typeof BuoyLinks.linkOf> & {}} link */
  function prepare (link) {
    if (view !== null && verdictOn (link) === undefined)
      askAbout (link);
  }

  /**
   * @template T
   * @param {Promise<T>} promise
   * @param {number} milliseconds
   * @returns {Promise<T | undefined>}
   */
  function within (promise, milliseconds) {
    return Promise.race ([promise, new Promise ((resolve) => { setTimeout (resolve, milliseconds); })]);
  }

  /**
   * The doubt as soon as it is known; that there is no verdict yet is also a doubt.
   * @param {ReturnType<typeof BuoyLinks.linkOf> & {}} link
   * @returns {Promise<Buoy.Doubt | null>}
   */
  async function decide (link) {
    await within (Promise.all ([arrival, BuoyWitness.untilSettled ()]), WAIT_MS);
    const known = verdictOn (link);

    if (known !== undefined)
      return known;
    const answer = view === null ? undefined : await within (askAbout (link), ASK_MS);

    return answer !== undefined ? answer : { ...BuoyQuestion.NO_SITES, kind: "unchecked", refused: false };
  }

  /** Whether the reader is asked before a form is sent. */
  function doubtsForms () {
    return view === null || (view.state !== "left-alone" && (view.isWarned || !view.isWhole));
  }

  /**
   * The same, after there is a verdict or waiting took too long.
   * @returns {Promise<boolean>}
   */
  async function decideForms () {
    await within (arrival, WAIT_MS);
    return doubtsForms ();
  }

  return { follow, getView, doubtOf, prepare, decide, doubtsForms, decideForms };
}) ();
