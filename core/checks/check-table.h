/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every check: its identifier, its strength and its texts. Included by check-table.c and run-checks.c.
 * .suppressible_by_trust: an honest sender may do this, so that the reader's trust in an authenticated sender
 * suppresses it. Never set it for a disguise.
 * .is_mild: weighs less if the sender was authenticated for a month and never got a warning.
 * .for_pages: runs on attached pages too; its findings there become findings of attached-page.
 * The order is the order in which findings are shown.
 * Without .advice, what the message asks for decides (verdict/verdict-advice.c).
 */

/* clang-format off */
BUOY_CHECK (link_text_mismatch, LINKS,
  .id = "link-text-mismatch", .strength = BUOY_STRENGTH_STRONG, .suppressible_by_trust = TRUE, .for_pages = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A link does not lead where it says"),
  .explanation = N_("The text of a link names one site, but the link opens another. Scammers do this to make you "
"enter your password or card number on a site of theirs."))

BUOY_CHECK (from_origin_mismatch, AUTHENTICATION,
  .id = "from-origin-mismatch", .strength = BUOY_STRENGTH_STRONG,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("The sender's server is not the one it claims"),
  .explanation = N_("Anyone can write any sender address. The server that sent this message does not belong to the "
"sender's domain, and nothing else confirms the sender."))

BUOY_CHECK (authentication_failed, AUTHENTICATION,
  .id = "authentication-failed", .strength = BUOY_STRENGTH_STRONG,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("The sender's address failed its check"),
  .explanation = N_("Your mail provider checked whether the sender's domain really sent this message. "
                    "It did not pass."))

BUOY_CHECK (proof_missing, AUTHENTICATION,
  .id = "proof-missing", .strength = BUOY_STRENGTH_STRONG,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("This sender was confirmed before, but not now"),
  .explanation = N_("Earlier messages of this sender were confirmed by your mail provider. This one was checked in the "
                    "same way, and could not be confirmed. Someone else may have sent it."))

BUOY_CHECK (brand_impersonation, IDENTITY,
  .id = "brand-impersonation", .strength = BUOY_STRENGTH_STRONG, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It uses a company's name, but not its address"),
  .explanation = N_("The message uses a company's name, but its sender's address is not one of that company's as "
                    "far as we know."))

BUOY_CHECK (lookalike_domain, IDENTITY,
  .id = "lookalike-domain", .strength = BUOY_STRENGTH_STRONG, .for_pages = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A domain resembles a well-known one"),
  .explanation = N_("A domain name resembles one that you may know: with letters that look the same, one letter "
"more or fewer, or something added to the name. As far as we know, it belongs to someone else."))

BUOY_CHECK (deceptive_address, HEADER,
  .id = "deceptive-address", .strength = BUOY_STRENGTH_STRONG,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("An address line is not what it seems"),
  .explanation = N_("The sender line shows another address than the real one, names several senders or contains an "
"address that cannot exist, or there is a web address in place of your name."))

BUOY_CHECK (deceptive_url, LINKS,
  .id = "deceptive-url", .strength = BUOY_STRENGTH_STRONG, .for_pages = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A link is written to mislead"),
  .explanation = N_("A link's address is disguised: with a name before an @ sign, a number in place of a name, "
                    "letters that only look like others, or jumbled ones. What it opens is not what it seems to be."))

BUOY_CHECK (listed, LISTED,
  .id = "listed", .strength = BUOY_STRENGTH_STRONG, .for_pages = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A link opens a blocked site"),
  .explanation = N_("The site is on a block list that you or your organisation use: others found it to be harmful, or "
                    "it was blocked in your settings."))

BUOY_CHECK (contact_impersonation, IDENTITY,
  .id = "contact-impersonation", .strength = BUOY_STRENGTH_MEDIUM,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("You know the name, but not this address"),
  .explanation = N_("The message uses the name of someone in your contacts, but comes from an address that you do "
"not have for them. Ask them another way before you pay, open or answer anything."))

BUOY_CHECK (name_moved, IDENTITY,
  .id = "name-moved", .strength = BUOY_STRENGTH_STRONG, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("This name used to come from another address"),
  .explanation = N_("Confirmed messages under this name came to you from elsewhere until now. This one comes from an "
                    "address that does not belong to the same sender as far as we know."))

BUOY_CHECK (own_address, IDENTITY,
  .id = "own-address", .strength = BUOY_STRENGTH_MEDIUM,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It claims to come from you"),
  .explanation = N_("The sender line shows your own address, but your mail provider could not confirm that the "
"message came from your account. Anyone can write your address there without knowing your "
"password."))

BUOY_CHECK (role_impersonation, IDENTITY,
  .id = "role-impersonation", .strength = BUOY_STRENGTH_STRONG, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It claims to be a help desk or administrator"),
  .explanation = N_("The sender calls itself a mail administrator, a support team or the like, but its address does "
"not belong to your provider or to any company that it names."))

BUOY_CHECK (reply_to_diverts, REPLY,
  .id = "reply-to-diverts", .strength = BUOY_STRENGTH_MEDIUM,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("Replies go to someone else"),
  .explanation = N_("If you reply, your message goes to an address that has nothing to do with the sender's."))

BUOY_CHECK (unread_content, UNREAD,
  .id = "unread-content", .strength = BUOY_STRENGTH_STRONG, .advice = BUOY_ADVICE_LINKS,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It cannot be checked completely"),
  .explanation = N_("It is far longer, more deeply nested, has far more links or pictures than other messages, shows "
"its text in a font of its own, or hides letters of its links, so parts of it were not checked. They may contain a false "
"link."))

BUOY_CHECK (deceptive_claim, CLAIM,
  .id = "deceptive-claim", .strength = BUOY_STRENGTH_MEDIUM,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It says of itself that it was checked"),
  .explanation = N_("The message claims to be checked, safe or from a trusted sender. Anyone can write that. Only "
"what your mail program shows outside of the message can tell you."))

BUOY_CHECK (ambiguous_structure, CONTENT,
  .id = "ambiguous-structure", .strength = BUOY_STRENGTH_MEDIUM,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("Mail programs do not show the same links"),
  .explanation = N_("It is built so that some mail programs show a link that others do not. Legitimate senders do not "
"write such messages."))

BUOY_CHECK (credential_form, CONTENT,
  .id = "credential-form", .strength = BUOY_STRENGTH_STRONG, .advice = BUOY_ADVICE_FORM,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("The message itself asks for a password"),
  .explanation = N_("There is a form inside the message. Legitimate senders do not ask you to type a password into "
"a message."))

BUOY_CHECK (dangerous_link, LINKS,
  .id = "dangerous-link", .strength = BUOY_STRENGTH_STRONG, .for_pages = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A link does not open a web page"),
  .explanation = N_("It runs code, or opens another program or a file on a server."))

BUOY_CHECK (attached_page, CONTENT,
  .id = "attached-page", .strength = BUOY_STRENGTH_STRONG, .advice = BUOY_ADVICE_FILES,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("An attached page is not what it seems"),
  .explanation = N_("A page, picture or invitation is attached that opens in your browser or calendar. It asks for a "
                    "password, leads elsewhere than it says, or uses the name of a company that did not send it."))

BUOY_CHECK (hidden_text, CONTENT,
  .id = "hidden-text", .strength = BUOY_STRENGTH_MEDIUM, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("The message contains hidden or disguised text"),
  .explanation = N_("Text is hidden, or written with letters that only look like others. This is often done to get "
"past spam filters."))

BUOY_CHECK (shown_differently, CONTENT,
  .id = "shown-differently", .strength = BUOY_STRENGTH_MEDIUM,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It shows links that it hides from other programs"),
  .explanation = N_("Your mail program shows links that other programs do not find in this message. It may be built "
                    "that way so that filters do not see them."))

BUOY_CHECK (links_moved, LINKS,
  .id = "links-moved", .strength = BUOY_STRENGTH_MEDIUM, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A link opens a site that this sender never used"),
  .explanation = N_("The message speaks of a password and leads to a service where anyone can publish a page. Earlier "
                    "messages of this sender never led there."))

BUOY_CHECK (undisclosed_target, HOSTING,
  .id = "undisclosed-target", .strength = BUOY_STRENGTH_WEAK, .suppressible_by_trust = TRUE, .is_mild = TRUE,
  .advice = BUOY_ADVICE_LINKS,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A link hides where it leads"),
  .explanation = N_("A link goes through a service that shortens or wraps it, so you cannot see beforehand where it "
"leads."))

BUOY_CHECK (open_hosting, HOSTING,
  .id = "open-hosting", .strength = BUOY_STRENGTH_MEDIUM, .suppressible_by_trust = TRUE, .is_mild = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It uses a service that is open to anyone"),
  .explanation = N_("The sender's address or every link belongs to a service where anyone can open an account "
                    "without giving a name. The service's own name says nothing about who is behind it."))

BUOY_CHECK (ip_address_link, HOSTING,
  .id = "ip-address-link", .strength = BUOY_STRENGTH_MEDIUM, .suppressible_by_trust = TRUE, .for_pages = TRUE,
  .advice = BUOY_ADVICE_LINKS,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A link points to a raw IP address"),
  .explanation = N_("A link opens a server by its IP address (a number) instead of a name. Companies rarely link to "
"their sites like that."))

BUOY_CHECK (new_domain, AGE,
  .id = "new-domain", .strength = BUOY_STRENGTH_MEDIUM, .needs_network = TRUE, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("A domain was registered only recently"),
  .explanation = N_("The server that sent this message, or a site that a suspect link opens, has a domain that was "
                    "registered only a short time ago. Scammers register new domains all the time; companies keep "
                    "theirs for years."))

BUOY_CHECK (private_registration, AGE,
  .id = "private-registration", .strength = BUOY_STRENGTH_NOTE, .needs_network = TRUE, .suppressible_by_trust = TRUE,
  /* Translators: a line in the details; under 60 characters. */
  .title = N_("Who registered a domain is hidden"),
  .explanation = N_("The registry does not say who registered the domain. That is so for most domains, and proves "
                    "nothing."))

BUOY_CHECK (stray_links, LINKS,
  .id = "stray-links", .strength = BUOY_STRENGTH_MEDIUM, .suppressible_by_trust = TRUE, .is_mild = TRUE,
  .advice = BUOY_ADVICE_LINKS,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("Links have nothing to do with the sender"),
  .explanation = N_("Links open sites that have nothing to do with the sender, and their texts do not say so."))

BUOY_CHECK (origin_unverified, AUTHENTICATION,
  .id = "origin-unverified", .strength = BUOY_STRENGTH_WEAK, .suppressible_by_trust = TRUE, .is_mild = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("The sending server's name could not be confirmed"),
  .explanation = N_("The server that sent this message has no name that belongs to its IP address (“unknown”). "
"Company servers normally have one."))

BUOY_CHECK (spam_stamp, PROVIDER,
  .id = "spam-stamp", .strength = BUOY_STRENGTH_WEAK, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It was marked as spam on the way"),
  .explanation = N_("A server on the way marked this message as spam."))

BUOY_CHECK (no_addressee, ADDRESSEE,
  .id = "no-addressee", .strength = BUOY_STRENGTH_WEAK, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It does not name you"),
  .explanation = N_("It is about an account or a contract of yours, but does not use your name."))

BUOY_CHECK (urgency, PRESSURE,
  .id = "urgency", .strength = BUOY_STRENGTH_WEAK, .suppressible_by_trust = TRUE,
  /* Translators: the banner's first line; under 60 characters. */
  .title = N_("It puts you under pressure"),
  .explanation = N_("It threatens that something will be stopped, lost or charged unless you act at once."))

BUOY_CHECK (first_contact, IDENTITY,
  .id = "first-contact", .strength = BUOY_STRENGTH_NOTE,
  /* Translators: a line in the details; under 60 characters. */
  .title = N_("It is the first message from this sender"),
  .explanation = N_("No earlier message from this sender is remembered for this account. That is so for two messages in "
                    "three, and proves nothing."))
/* clang-format on */
