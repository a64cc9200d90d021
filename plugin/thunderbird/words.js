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

  // Why there is no verdict at all.
  // Translators: bellbuoy-host is the name of a program.
  hostMissing: _("Bellbuoy cannot check messages: its program bellbuoy-host is not installed."),
  hostVersion: _("Bellbuoy cannot check messages: the add-on and its program are of different versions. Please update both."),
  hostEnded: _("Bellbuoy’s program has ended unexpectedly. It is being started again."),
  hostSilent: _("Bellbuoy’s program does not answer. It is being started again."),

  // The banner and the menu.
  details: _("_Details"),
  markAsJunk: _("Mark as _Junk"),
  more: _("More O_ptions"),
  showAll: _("Show All"),
  showLess: _("Show Less"),
  close: _("_Close"),
  copy: _("_Copy"),
  undo: _("_Undo"),
  stillChecking: _("This message is still being checked"),
  // Translators: %s is the reason, half a sentence: "the message is empty".
  notChecked: _("This message could not be checked: %s"),
  // Translators: half a sentence, to stand behind "This message could not be checked:".
  notRead: _("it could not be read"),
  leftAlone: _("This message was not checked. Your own messages and news are not checked, and checking may be switched off in the preferences."),
  checkThisMessage: _("C_heck This Message…"),
  lookUp: _("Look up the sender and suspect domains…"),
  trustSender: _("Trust mail from %s if verified…"),
  trustSite: _("Accept links to %s from this sender…"),
  whyNoTrust: _("Why this sender cannot be marked as trusted…"),
  undoTrust: _("Undo the trust given here"),
  trust: _("_Trust"),
  doNotTrust: _("Do _Not Trust"),
  wrongWarning: _("This warning was wrong…"),
  wrongWarningTitle: _("This warning was wrong"),
  noteIt: _("_Note It"),
  copyReport: _("_Copy Report"),
  writeMail: _("_Write a Mail"),
  report: _("Report"),

  // The marks.
  markLink: _("Misleading link, really opens %s"),
  markListed: _("Link to a blocked site, %s"),
  markAll: _("This message has too many misleading links: all its links are marked"),

  // The question before a link.
  linkFalse: _("This link does not lead where it says"),
  linkLookalike: _("This link opens a site that looks like another one"),
  linkListed: _("This link opens a blocked site"),
  linkUnchecked: _("This link has not been checked yet"),
  linkUnread: _("This link could not be checked"),
  formDoubtful: _("This form is in a suspicious message"),
  linkFalseFacts: _("Shown: %1$s\nReally opens: %2$s"),
  linkLookalikeFacts: _("Looks like: %1$s\nReally opens: %2$s"),
  linkListedFacts: _("A block list that you or your organisation use names it: %s"),
  linkUncheckedFacts: _("The check of this message is still running. Please wait a moment and try again."),
  linkUnreadFacts: _("Not all of this message could be checked. The link may not lead where it says.\nIt opens: %s"),
  formFacts: _("What you have entered would be sent to: %s"),
  linkRefused: _("Your settings do not allow opening this link."),
  openAnyway: _("_Open Anyway"),
  doNotOpen: _("Do _Not Open"),
  sendAnyway: _("_Send Anyway"),
  doNotSend: _("Do _Not Send"),

  // The details.
  detailsTitle: _("Details of the warning"),
  detailsTitleQuiet: _("What was found in this message"),
  sectionSender: _("Who it claims to be from"),
  sectionRoute: _("The route it took"),
  sectionVouching: _("Sender verification"),
  sectionLookUp: _("Look up"),
  lookUpNow: _("_Look Up"),
  lookUpRunning: _("Asking… The warning stays as it is meanwhile."),
  lookUpStopped: _("It was stopped. Nothing more is asked."),
  stop: _("_Stop"),
  sectionLinks: _("Where its links lead"),
  sectionFindings: _("What does not add up"),
  sectionInFavour: _("What supports the sender"),
  sectionRemarks: _("About this check"),
  moreLinks: _("More links: %u"),
  linkShown: _("Shown"),
  linkActual: _("Really opens"),

  // The options.
  optionsTitle: _("Deceptive Mail (Bellbuoy)"),
  // Translators: an entry of a menu, and a button.
  preferences: _("Preferences"),
  managed: _("Managed by your organisation"),
  notKept: _("These settings cannot be changed: their schema is not installed."),
  warnings: _("Warnings"),
  enabled: _("Check messages when they are opened"),
  bannerLevel: _("Show:"),
  everyWarning: _("Every warning"),
  onlyDanger: _("Only “Danger”"),
  linkAction: _("Misleading links:"),
  askBeforeOpening: _("Ask before opening"),
  neverOpen: _("Never open"),
  moveJunk: _("Move messages that are marked as junk to the junk folder"),
  addressBooks: _("Address books"),
  useAddressBooks: _("Warn when the name of somebody you know is used with another address"),
  addressBooksWords: _("The names and addresses in your address books do not leave this computer. Thunderbird asks you to allow it."),
  nameServers: _("Look-ups"),
  nameServersWords: _("If your mail provider did not verify the sender, the name servers of the sender's domain may help: they provide its policy and its signing keys. Only the policy of the organisation's own domain is looked up automatically, under a name that is the same for everyone. Keys and the policies of sub-domains are only looked up when you ask for it: whoever runs the servers can then tell that the message was opened. Only names of that domain are sent, and none that seems to be made for one reader. Registries are also asked who registered the domains that a warning is about, and when: they learn that somebody asks for a domain, and nothing else. Only when you ask for it are name servers also asked for the name of the server that sent the message."),
  lookups: _("Ask:"),
  lookupsOff: _("Never"),
  lookupsOnRequest: _("When I ask for it"),
  lookupsAutomatic: _("The policy and registries automatically, keys when I ask for them"),
  trustedSenders: _("Trusted senders"),
  trustedSendersWords: _("Mail from these domains is trusted as long as your mail provider confirms that it comes from there. You are still warned when a sender or link is disguised."),
  trustedLinks: _("Trusted links"),
  trustedLinksWords: _("Links in mail from these senders may lead to these sites, whatever their text says, as long as the sender is verified."),
  linksTo: _("%1$s: links to %2$s"),
  ownDomains: _("Domains of your organisation"),
  ownDomainsWords: _("Warn about mail that claims to come from these domains but arrives from outside without proof."),
  ownDomainsExample: _("company.example"),
  receivingServers: _("Servers that receive your mail"),
  receivingServersWords: _("What these servers wrote down about a message is believed. Each is a name, an address or a network. Where there is none, whoever wrote the newest Received line is taken for your mail provider."),
  receivingServersExample: _("mx.provider.example"),
  linkGateways: _("Gateways that rewrite links"),
  linkGatewaysWords: _("If your organisation’s mail filter puts its own server in front of links, they are judged by the original address: “host”, or “host:parameter” if the query contains that address."),
  linkGatewaysExample: _("links.company.example:url"),
  reportAddress: _("Report address of your organisation"),
  reportAddressWords: _("Reporting to this address is the first entry in a warning's menu. Nothing is sent automatically."),
  reportAddressExample: _("abuse@company.example"),
  checks: _("Checks"),
  checksWords: _("Checks that are off give no warning."),
  none: _("None"),
  add: _("Add"),
  remove: _("Remove"),
  removeOne: _("Remove %s"),

  // The page that is shown once, after the add-on was installed.
  welcomeTitle: _("Bellbuoy now checks the messages that you open"),
  welcomeWhat: _("It compares what a message says with what it is: the text of each link with the site that it opens, the sender with the servers that the message came from. Where they differ it warns you above the message, and asks before such a link is opened."),
  welcomePrivacy: _("Nothing leaves this computer. Your messages are read by a program that is installed here, and nobody is asked about them unless you say so."),
  welcomeSilence: _("A message without a warning is not proven to be safe. A warning above the message can be imitated by a sender; the button in Thunderbird’s own header cannot."),
};
