/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What to do instead of what a message asks for, by what the warning is about.
 */
#include "config.h"

#include "notice/notice-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BuoyAdvice advice;
  const char *danger;
  const char *caution;
} AdviceRow;

/* Translators: at most two sentences each, since they take room above the message. */
static const AdviceRow rows[] = {
  { BUOY_ADVICE_LINKS,
    N_ ("Do not open its links. Use your own bookmark or the official app instead, and never enter a password or a "
        "card number here."),
    N_ ("If you did not expect this message, do not open its links and do not reply. Ask the sender another way.") },
  { BUOY_ADVICE_FILES,
    N_ ("Do not open what is attached, and never enter a password or a card number there. Use your own bookmark or "
        "the official app instead."),
    N_ ("If you did not expect this message, do not open what is attached and do not reply. Ask the sender another "
        "way.") },
  { BUOY_ADVICE_FORM, N_ ("Do not type anything into this message. Use your own bookmark or the official app instead."),
    N_ ("If you did not expect this message, do not type anything into it and do not reply. Ask the sender another "
        "way.") },
  { BUOY_ADVICE_CALL,
    N_ ("Do not call the number in it. If you want to ask the company, look up its number on its own site or on your "
        "card."),
    N_ ("If you did not expect this message, do not call the number in it and do not reply. Ask the sender another "
        "way.") },
  { BUOY_ADVICE_CALL_AND_LINKS,
    N_ ("Do not open its links and do not call the numbers in it. Use your own bookmark or the official app instead, "
        "and tell nobody a password or a card number."),
    N_ ("If you did not expect this message, do not open its links, do not call the numbers in it and do not reply. "
        "Ask the sender another way.") },
  { BUOY_ADVICE_MONEY,
    N_ ("Do not pay, transfer or buy anything because of this message. Ask the person it names another way, for "
        "example by calling a number that you know."),
    N_ ("Before you pay, transfer or buy anything, ask the person it names another way, for example by calling a "
        "number that you know.") },
  { BUOY_ADVICE_REPLY,
    N_ ("Do not reply, and do not send money or personal data. If it names somebody whom you know, ask them another "
        "way."),
    N_ ("If you did not expect this message, do not reply. Ask the sender another way.") },
};

static const char *
words_of (BuoyAdvice advice, BuoyLevel level)
{
  for (guint i = 0; level != BUOY_LEVEL_NONE && i < G_N_ELEMENTS (rows); i++)
    if (rows[i].advice == advice)
      return _ (level == BUOY_LEVEL_DANGER ? rows[i].danger : rows[i].caution);
  return "";
}

/* Each warning also names whom to ask, if the organisation has set that. */
char *
buoy_notice_advise (const BuoyVerdict *verdict)
{
  const BuoyContext *context = verdict->context;
  const char *support = context != NULL ? context->support_text : NULL;
  const char *words = words_of (verdict->advice, verdict->level);

  if (support == NULL || verdict->level == BUOY_LEVEL_NONE)
    return g_strdup (words);
  /* Translators: two sentences, one after the other; languages without spaces between sentences leave it out. */
  return g_strdup_printf (_ ("%1$s %2$s"), words, support);
}
