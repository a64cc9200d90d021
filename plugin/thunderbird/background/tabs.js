/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which tab shows which message. A tab that shows several, or none, has no warning.
 */
import { showOnButton } from "./button.js";
import { forgetStyle } from "./style.js";
import { recallTold, viewOf } from "./view.js";

/** @typedef {import("./cases.js").Case} Case */

export class Tabs {
  /**
   * @param {import("./cases.js").Cases} cases
   * @param {import("./settings.js").Settings} settings
   */
  constructor (cases, settings) {
    this.cases = cases;
    this.settings = settings;
    /**
     * answered: its document was sent something to show; document: the one that asked last
     * @type {Map<number, { subject: Case, answered: boolean, document: string | null }>}
     */
    this.shown = new Map ();
  }

  /** @param {number} tabId */
  subjectOf (tabId) {
    return this.shown.get (tabId)?.subject ?? null;
  }

  /**
   * @param {number} tabId
   * @param {Thunderbird.MessageHeader[]} messages the messages that Thunderbird shows in it
   * @returns {Case | null}
   */
  show (tabId, messages) {
    const old = this.shown.get (tabId);

    if (messages.length !== 1)
      {
        this.close (tabId);
        showOnButton (tabId, null);
        return null;
      }
    const subject = this.cases.hold (messages[0], tabId);
    if (old?.subject === subject)
      return subject;
    this.shown.set (tabId, { subject, answered: false, document: null });
    if (old !== undefined)
      this.cases.release (old.subject, tabId);
    showOnButton (tabId, subject);
    return subject;
  }

  /** @param {number} tabId */
  close (tabId) {
    const old = this.shown.get (tabId);

    this.shown.delete (tabId);
    forgetStyle (tabId);
    if (old !== undefined)
      this.cases.release (old.subject, tabId);
  }

  /**
   * The view for the document of a message.
   * @param {number} tabId
   * @param {string} document
   * @returns {Promise<Buoy.View | null>} null if the tab shows another message
   */
  async view (tabId, document) {
    const { messages } = await browser.messageDisplay.getDisplayedMessages (tabId);
    const subject = this.show (tabId, messages);

    if (subject === null)
      return null;
    Object.assign (this.shown.get (tabId) ?? {}, { document });
    await this.cases.judge (subject);
    if (subject.state === "failed")
      await recallTold ();
    const shown = this.shown.get (tabId);
    if (shown?.subject !== subject)
      return null;
    shown.answered = true;
    return viewOf (subject, this.settings);
  }

  /**
   * What a document displays counts for the message that it was answered about.
   * @param {number} tabId
   * @param {string} document
   * @param {string} text a Buoy.Shown as JSON
   * @returns {Promise<void>} when it was judged
   */
  async takeShown (tabId, document, text) {
    const shown = this.shown.get (tabId);

    if (shown?.document === document)
      await this.cases.takeShown (shown.subject, document, text);
  }

  /** Restores which tab shows which message after the background was restarted. */
  async recall () {
    for (const { id } of await browser.tabs.query ({ type: ["mail", "messageDisplay"] }))
      {
        if (this.shown.has (id))
          continue;
        const { messages } = await browser.messageDisplay.getDisplayedMessages (id);
        const subject = this.show (id, messages);
        const shown = this.shown.get (id);
        if (subject === null || shown === undefined)
          continue;
        shown.answered = true;
        this.cases.judge (subject);
      }
  }

  /**
   * Updates the views of a message.
   * @param {Case} subject
   */
  update (subject) {
    for (const [tabId, shown] of this.shown)
      {
        if (shown.subject !== subject)
          continue;
        showOnButton (tabId, subject);
        if (shown.answered)
          browser.tabs.sendMessage (tabId, { type: "view", view: viewOf (subject, this.settings) }).catch (() => {});
      }
  }
}
