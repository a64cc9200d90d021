/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The words that the extension itself says, by key; whatever is said about a message comes finished from the native
 * program. No part of the extension: make-locales.py makes `_locales` of it and po/. A sentence that ui/ or
 * plugin/evolution has already is written exactly as there and needs no translation. `%s`, `%u`, `%1$s` become the
 * substitutions of getMessage(); the underscore of a mnemonic goes.
 */
const words = {
  // Translators: what the add-on manager of Thunderbird calls it.
  extensionName: _("Bellbuoy"),
  // Translators: in the add-on manager of Thunderbird; at most 132 characters.
  extensionDescription: _("Warns of messages that are not what they say, and of links that do not lead where they say."),

  // The banner and the menu.
  details: _("_Details"),
  markAsJunk: _("Mark as _Junk"),
  more: _("More O_ptions"),
  close: _("_Close"),
  copy: _("_Copy"),
  undo: _("_Undo"),
  stillChecking: _("This message is still being checked"),
  // Translators: %s is the reason, half a sentence: "the message is empty".
  notChecked: _("This message could not be checked: %s"),
  leftAlone: _("This message was not checked. Your own mail and news are left alone, and checks may be switched off."),
  checkThisMessage: _("C_heck This Message…"),
  lookUp: _("Ask the sender's name servers for proof"),
  trustSender: _("Trust mail from %s while it is proven…"),
  trustSite: _("Links to %s are fine for this sender…"),
  whyNoTrust: _("Why this sender cannot be trusted…"),
  undoTrust: _("Undo the trust given here"),
  trust: _("_Trust"),
  doNotTrust: _("Do _not trust"),
  wrongWarning: _("This warning was wrong…"),
  wrongWarningTitle: _("This warning was wrong"),
  writeMail: _("_Write a Mail"),
  report: _("Report"),
  junkReportedToo: _("Mark the reported message as junk, too?"),
  leaveIt: _("_Leave It"),

  // The marks.
  markLink: _("Misleading link, really opens %s"),
  markAll: _("This message has too many misleading links: all its links are marked"),

  // The question before a link.
  linkFalse: _("This link does not lead where it says"),
  linkLookalike: _("This link opens a site that only looks like another"),
  linkUnchecked: _("This link has not been checked yet"),
  linkUnread: _("This link could not be checked"),
  formDoubtful: _("This form is in a doubtful message"),
  linkFalseFacts: _("Shown: %1$s\nReally opens: %2$s"),
  linkLookalikeFacts: _("Looks like: %1$s\nReally opens: %2$s"),
  linkUncheckedFacts: _("The check of this message is still running. Please wait a moment and try again."),
  linkUnreadFacts: _("Not all of this message could be checked. The link may not lead where it says.\nIt opens: %s"),
  formFacts: _("What you have entered would be sent to: %s"),
  linkRefused: _("Your settings do not let it be opened."),
  openAnyway: _("_Open anyway"),
  doNotOpen: _("Do _not open"),
  sendAnyway: _("_Send anyway"),
  doNotSend: _("Do _not send"),

  // The details.
  detailsTitle: _("Details of the warning"),
  detailsTitleQuiet: _("What was found in this message"),
  sectionSender: _("Who it says it is from"),
  sectionRoute: _("The way it came"),
  sectionVouching: _("Who vouches for it"),
  sectionLinks: _("Where its links lead"),
  sectionFindings: _("What does not fit"),
  sectionInFavour: _("What speaks for the sender"),
  sectionRemarks: _("About this check"),
  moreLinks: _("More links: %u"),

  // The options.
  managed: _("Managed by your organisation"),
};
