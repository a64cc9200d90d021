/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The result of one check for a mail, for tables that test its rules.
 */
#pragma once

#include <bellbuoy.h>

#define RULE_BY " by mx.reader.test (Postfix) with ESMTPS id 1; Sun, 26 Jan 2025 09:00:00 +0900\n"
#define RULE_RESULTS "Authentication-Results: mx.reader.test; "

/* What the receiving side, mx.reader.test, recorded about the sender's authentication for shop.test. */
#define RULE_NOTHING ""
#define RULE_FROM_HOME "Received: from out.shop.test (out.shop.test [198.51.100.7])" RULE_BY
#define RULE_CARRIED "Received: from out.relay.example (out.relay.example [198.51.100.7])" RULE_BY
#define RULE_NAMELESS "Received: from out.relay.example (unknown [198.51.100.7])" RULE_BY
#define RULE_PROVEN RULE_RESULTS "dmarc=pass header.from=shop.test\n" RULE_CARRIED
#define RULE_FAILED RULE_RESULTS "dmarc=fail header.from=shop.test\n" RULE_CARRIED
#define RULE_DOUBTED \
  RULE_RESULTS "spf=none smtp.mailfrom=shop.test; dkim=none; dmarc=none header.from=shop.test\n" RULE_CARRIED

#define RULE_LINK(text, href) "<a href=\"" href "\">" text "</a> "

/* The strengths of all findings of the check @id, "medium weak"; "-" for none. @header: fields, From among them. The
 * reader is me@reader.test, of the organisation that has readers.example, too, and knows Mika Sato <mika@work.example>
 * and Ken Mori <ken.mori@gmail.com>.
 */
char *rule_tell (const char *id, const char *header, const char *html);

/* The same of content in any form: @content begins with its own header fields. */
char *rule_tell_content (const char *id, const char *header, const char *content);
