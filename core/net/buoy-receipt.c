/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Names that would act as a read receipt. The sender chooses the subdomain of From and the selector of a key, and runs
 * the name server for them: a query for a name made for one message reveals that it was read, when, and from where.
 * Without the reader's consent, only an organisation's own domain is looked up, because registering one for each
 * message would be expensive. With consent, names are looked up unless they seem to be made for one reader.
 */
#include "config.h"

#include "net/buoy-ask.h"

#include <string.h>

#include "base/host/buoy-host.h"

#define MAX_NAME_BYTES 50  /* honest selectors have up to 47, including the name of a Microsoft tenant */
#define MAX_DIGITS 14      /* consecutive: a time of day to the second */
#define MIN_PERSON_BYTES 3 /* "jo" is part of many words */

/* "Suzie.Q+x" → "-suzie-q-x-": for comparing whole words. */
static char *
words_of (const char *text, gsize length)
{
  GString *words = g_string_new ("-");

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalnum (text[i]))
      g_string_append_c (words, g_ascii_tolower (text[i]));
    else if (words->str[words->len - 1] != '-')
      g_string_append_c (words, '-');
  if (words->str[words->len - 1] != '-')
    g_string_append_c (words, '-');
  return g_string_free (words, FALSE);
}

/* Whether the local part of @address, which may lack a domain, is among @words. */
static gboolean
names_person (const char *words, const char *address, gboolean needs_digit)
{
  const gsize length = strcspn (address, "@");
  g_autofree char *person = words_of (address, length);

  return length >= MIN_PERSON_BYTES && strlen (person) >= MIN_PERSON_BYTES + strlen ("--")
         && (!needs_digit || strpbrk (person, "0123456789") != NULL) && strstr (words, person) != NULL;
}

static gboolean
names_any (const char *words, const GPtrArray *addresses, gboolean needs_digit)
{
  for (guint i = 0; i < addresses->len; i++)
    if (names_person (words, g_ptr_array_index (addresses, i), needs_digit))
      return TRUE;
  return FALSE;
}

/* The sender's own local part counts only with a digit: "news@news.example" is a department. */
static gboolean
names_reader (const BuoyAsk *ask, const char *words)
{
  const GPtrArray *own = ask->context != NULL ? ask->context->own_addresses : NULL;

  return (own != NULL && names_any (words, own, FALSE)) || names_any (words, ask->facts->addressees, FALSE)
         || names_any (words, ask->facts->authors, TRUE);
}

static gboolean
has_long_number (const char *text)
{
  for (text = strpbrk (text, "0123456789"); text != NULL; text = strpbrk (text, "0123456789"))
    {
      const gsize n_digits = strspn (text, "0123456789");

      if (n_digits > MAX_DIGITS)
        return TRUE;
      text += n_digits;
    }
  return FALSE;
}

static gboolean
may_be_receipt (const BuoyAsk *ask, const char *name, gsize length)
{
  g_autofree char *words = words_of (name, length);

  return length > MAX_NAME_BYTES || has_long_number (words) || names_reader (ask, words);
}

/* Whether @domain is an organisation's own, rather than one that a hosting service gives out below its own. */
static gboolean
is_organisation (const char *domain, const char *organisation)
{
  const char *dot = strchr (domain, '.');

  return dot != NULL && g_str_equal (domain, organisation) && !buoy_host_is_private_suffix (dot + 1);
}

gboolean
buoy_ask_may_name (const BuoyAsk *ask, const char *domain, const char *selector)
{
  const char *organisation = domain != NULL ? buoy_host_registrable_domain (domain) : NULL;

  if (organisation == NULL)
    return FALSE;
  if (ask->scope == BUOY_ASK_POLICY)
    return selector == NULL && is_organisation (domain, organisation)
           && !may_be_receipt (ask, domain, strcspn (domain, "."));
  return !may_be_receipt (ask, domain, (gsize) (organisation - domain))
         && (selector == NULL || !may_be_receipt (ask, selector, strlen (selector)));
}
