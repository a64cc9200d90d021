/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "verdict/buoy-questions.h"

#define BUOY_QUESTIONS_MAX_DOMAINS 4 /* asked for at once; a message that is doubted names one or two */

struct _BuoyQuestions
{
  GPtrArray *domains; /* of char *: of which registries are asked, the server's first; at most the maximum above */
  GPtrArray *shared;  /* of char *: doubted, too, but anybody can have a name there: their age would say nothing */
  char *gateway;      /* the organisation's server that is asked in place of registries; NULL */
  char *address;      /* of the server that handed the message in, whose names are looked up; NULL */
  char *sender;       /* From's domain, whose policy and keys are looked up; NULL */
};

/* Whether a registry may be asked about @domain: it could have registered it, and no name below it carries more. Links
 * may have other characters in their host (WHATWG URL §3.2).
 */
gboolean buoy_questions_may_ask (const char *domain);
