/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Host names as browsers handle them: UTS 46 for the ASCII form, the public suffix list (with its private section) for
 * the registrable domain.
 */
#include "config.h"

#include "base/host/buoy-host.h"

#include <libpsl.h>
#include <string.h>
#include <unicode/uidna.h>
#include <unicode/ustring.h>

#define MAX_HOST_BYTES 1024 /* a host has at most 253 in ASCII (RFC 1035 §2.3.4); longer text isn't one */
#define MAX_ASCII_BYTES 253
#define MAX_LABEL_BYTES 63 /* RFC 1035 §2.3.4 */
#define MAX_MARKS 100      /* combining marks in a label; some are composed with their letter */

static gpointer
open_uidna (gpointer unused)
{
  UErrorCode status = U_ZERO_ERROR;

  return uidna_openUTS46 (UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII
                              | UIDNA_NONTRANSITIONAL_TO_UNICODE,
                          &status);
}

static const UIDNA *
get_uidna (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_uidna, NULL);
}

static gpointer
open_psl (gpointer unused)
{
  psl_ctx_t *latest = psl_latest (NULL);
  const psl_ctx_t *psl = latest != NULL ? latest : psl_builtin ();

  if (psl == NULL)
    g_warning ("The public suffix list is not installed: registrable domains are unknown.");
  return (gpointer) psl;
}

static const psl_ctx_t *
get_psl (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_psl, NULL);
}

/* Letters, digits, hyphen, underscore, dot. */
static gboolean
is_plain (const char *host)
{
  for (const char *p = host; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '.' && *p != '_')
      return FALSE;
  return TRUE;
}

/* Whether @host has at most 253 bytes, and each of its labels 1 to 63 (RFC 1035 §2.3.4). */
static gboolean
has_good_labels (const char *host)
{
  gsize label = 0;

  if (*host == '\0' || strlen (host) > MAX_ASCII_BYTES)
    return FALSE;
  for (const char *p = host; *p != '\0'; p++)
    {
      if (*p != '.')
        {
          if (++label > MAX_LABEL_BYTES)
            return FALSE;
          continue;
        }
      if (label == 0)
        return FALSE;
      label = 0;
    }
  return label > 0;
}

/* Length without the trailing dot of a fully qualified name, which browsers keep. */
static gsize
bare_length (const char *host)
{
  const gsize length = strlen (host);

  return length > 1 && host[length - 1] == '.' ? length - 1 : length;
}

/* Errors about length or hyphens don't stop a browser (WHATWG URL "domain to ASCII", beStrict false). */
static gboolean
is_refused (const UIDNAInfo *info)
{
  const guint32 tolerated = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG
                            | UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

  return (info->errors & ~tolerated) != 0;
}

/* Mappings that UTS 46 has since Unicode 15.1 and 16; older ICU versions refuse or map these characters differently. */
static const char *const recent_mappings[][2] = {
  { "\u180e", "" },           /* Mongolian vowel separator */
  { "\u1e9e", "ß" },          /* capital sharp s */
  { "\u04c0", "\u04cf" },     /* Cyrillic palochka */
  { "\u2132", "\u214e" },     /* turned f */
  { "\u2183", "\u2184" },     /* reversed c */
  { "\U0002f868", "\u36fc" }, /* five CJK compatibility ideographs */
  { "\U0002f874", "\u5f53" }, { "\U0002f91f", "\U000243ab" }, { "\U0002f95f", "\u7aee" }, { "\U0002f9bf", "\u45d7" },
};

static char *
apply_recent_mappings (const char *host)
{
  GString *out = g_string_new (host);

  for (guint i = 0; i < G_N_ELEMENTS (recent_mappings); i++)
    g_string_replace (out, recent_mappings[i][0], recent_mappings[i][1], 0);
  return g_string_free (out, FALSE);
}

/* Whether @host has more combining marks than a label of 63 bytes can hold (RFC 1035 §2.3.4). No such name exists in
 * the DNS, and sorting the marks takes quadratic time.
 */
static gboolean
has_too_many_marks (const char *host)
{
  guint n_marks = 0;

  for (const char *p = host; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '.')
        n_marks = 0;
      else if ((guchar) *p >= 0x80 && g_unichar_combining_class (g_utf8_get_char (p)) != 0 && ++n_marks > MAX_MARKS)
        return TRUE;
    }
  return FALSE;
}

char *
buoy_host_map (const char *host)
{
  g_autofree char *recent = NULL;
  char buffer[MAX_HOST_BYTES * 4];
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  if (host == NULL || strlen (host) > MAX_HOST_BYTES)
    return NULL;
  if (g_str_is_ascii (host)) /* as in browsers, an A-label that cannot be decoded is kept too */
    return g_ascii_strdown (host, -1);
  if (has_too_many_marks (host))
    return NULL;
  recent = apply_recent_mappings (host);
  length = uidna_nameToASCII_UTF8 (get_uidna (), recent, -1, buffer, sizeof buffer, &info, &status);

  if (U_FAILURE (status) || is_refused (&info) || length <= 0)
    return NULL;
  return g_strndup (buffer, (gsize) length);
}

char *
buoy_host_to_ascii (const char *host)
{
  g_autofree char *ascii = NULL;

  if (host == NULL || *host == '\0' || strlen (host) > MAX_HOST_BYTES || !g_utf8_validate (host, -1, NULL))
    return NULL;

  ascii = buoy_host_map (host);
  if (ascii == NULL)
    return NULL;
  ascii[bare_length (ascii)] = '\0';
  return is_plain (ascii) && has_good_labels (ascii) ? g_steal_pointer (&ascii) : NULL;
}

/* Whether @ascii could exist in the DNS; decoding a longer label takes quadratic time. */
static gboolean
fits_labels (const char *ascii)
{
  gsize label = 0;

  for (const char *p = ascii; *p != '\0'; p++)
    {
      label = *p != '.' ? label + 1 : 0;
      if (label > MAX_LABEL_BYTES)
        return FALSE;
    }
  return strlen (ascii) <= MAX_HOST_BYTES;
}

char *
buoy_host_to_unicode (const char *ascii)
{
  char buffer[MAX_HOST_BYTES * 4];
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  if (ascii == NULL)
    return NULL;
  if (strstr (ascii, "xn--") == NULL || !fits_labels (ascii))
    return g_strdup (ascii);
  length = uidna_nameToUnicodeUTF8 (get_uidna (), ascii, -1, buffer, sizeof buffer, &info, &status);
  if (U_FAILURE (status) || is_refused (&info) || length <= 0)
    return g_strdup (ascii);
  return g_strndup (buffer, (gsize) length);
}

/* Corrects @domain, the registrable domain of @bare, for suffixes that the lists of older systems lack: below these,
 * each bank has registered its own name since 2025.
 *
 * Returns: (nullable): a part of @bare; NULL if @bare is such a suffix itself
 */
static const char *
step_below_recent_suffix (const char *bare, const char *domain)
{
  static const char *const recent[] = { "bank.in", "fin.in" };

  for (guint i = 0; domain != NULL && i < G_N_ELEMENTS (recent); i++)
    {
      if (strcmp (domain, recent[i]) != 0)
        continue;
      if (domain == bare)
        return NULL;
      for (domain--; domain > bare && domain[-1] != '.';)
        domain--;
      return domain;
    }
  return domain;
}

/* The offset of the registrable domain in @ascii; -1 if there is none. */
static gssize
find_registrable_domain (const char *ascii)
{
  g_autofree char *bare = NULL;
  const char *domain;

  if (*ascii == '\0' || *ascii == '[' || buoy_host_is_ip (ascii) || strstr (ascii, "..") != NULL)
    return -1;
  bare = g_strndup (ascii, bare_length (ascii));
  domain = step_below_recent_suffix (bare, psl_registrable_domain (get_psl (), bare));
  return domain != NULL ? domain - bare : -1;
}

/* The same few hosts of a message are looked up thousands of times, and each lookup in the list takes a microsecond. */
typedef struct
{
  char host[MAX_ASCII_BYTES + 1];
  gssize start;
} KnownHost;

#define N_KNOWN 16 /* a power of two; a message links to a handful of sites */

const char *
buoy_host_registrable_domain (const char *ascii)
{
  static __thread KnownHost known[N_KNOWN];
  KnownHost *slot;

  if (ascii == NULL || *ascii == '\0')
    return NULL;
  slot = &known[g_str_hash (ascii) % N_KNOWN];
  if (strcmp (slot->host, ascii) != 0)
    {
      slot->start = find_registrable_domain (ascii);
      if (g_strlcpy (slot->host, ascii, sizeof slot->host) >= sizeof slot->host)
        {
          slot->host[0] = '\0';
          return slot->start >= 0 ? ascii + slot->start : NULL;
        }
    }
  return slot->start >= 0 ? ascii + slot->start : NULL;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  const gsize length = bare_length (a);

  return length == bare_length (b) && strncmp (a, b, length) == 0;
}

gboolean
buoy_host_same_site (const char *ascii_a, const char *ascii_b)
{
  const char *site_a;
  const char *site_b;

  if (ascii_a == NULL || ascii_b == NULL)
    return FALSE;
  if (is_same_name (ascii_a, ascii_b))
    return TRUE;
  site_b = buoy_host_registrable_domain (ascii_b);
  if (!buoy_host_is_within (ascii_a, site_b)) /* most are not, which saves a lookup */
    return FALSE;
  site_a = buoy_host_registrable_domain (ascii_a);
  return site_a != NULL && is_same_name (site_a, site_b);
}

gboolean
buoy_host_is_within (const char *ascii, const char *domain)
{
  gsize length;
  gsize domain_length;

  if (ascii == NULL || domain == NULL || *domain == '\0')
    return FALSE;
  length = bare_length (ascii);
  domain_length = bare_length (domain);
  if (length < domain_length || strncmp (ascii + length - domain_length, domain, domain_length) != 0)
    return FALSE;
  return length == domain_length || ascii[length - domain_length - 1] == '.';
}

gpointer
buoy_host_look_up (GHashTable *by_name, const char *ascii)
{
  gpointer found = NULL;

  for (const char *name = ascii, *dot; found == NULL && name != NULL; name = dot + 1)
    {
      dot = strchr (name, '.');
      if (dot == NULL)
        return NULL;
      found = g_hash_table_lookup (by_name, name);
    }
  return found;
}

gboolean
buoy_host_is_private_suffix (const char *suffix)
{
  return suffix != NULL && strchr (suffix, '.') != NULL
         && psl_is_public_suffix2 (get_psl (), suffix, PSL_TYPE_PRIVATE | PSL_TYPE_NO_STAR_RULE);
}

/* Ignores the list's "*" rule, which makes any last label a suffix. */
static gboolean
is_listed_suffix (const char *suffix)
{
  return psl_is_public_suffix2 (get_psl (), suffix, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE);
}

/* Start of the last two labels: some countries are listed only at the second level (co.za). */
static const char *
second_label (const char *host, const char *last_dot)
{
  const char *start = last_dot;

  while (start > host && start[-1] != '.')
    start--;
  return start;
}

/* Suffixes for documentation (RFC 2606) and local networks (RFC 6762 with its appendix G). They are not in the public
 * suffix list, but hosts have them.
 */
static gboolean
is_reserved_suffix (const char *label)
{
  static const char *const reserved[]
      = { "example", "test", "invalid", "local", "lan", "internal", "localdomain", "intranet" };

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    if (g_str_equal (label, reserved[i]))
      return TRUE;
  return FALSE;
}

gboolean
buoy_host_has_known_suffix (const char *ascii)
{
  g_autofree char *bare = NULL;
  const char *dot;

  if (ascii == NULL || buoy_host_is_ip (ascii))
    return FALSE;
  bare = g_strndup (ascii, bare_length (ascii));
  dot = strrchr (bare, '.');
  if (dot == NULL || dot[1] == '\0')
    return FALSE;
  return is_reserved_suffix (dot + 1) || is_listed_suffix (dot + 1) || is_listed_suffix (second_label (bare, dot));
}
