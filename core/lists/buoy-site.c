/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Normalises sites. A host is compared as a browser opens it and a path as a server reads it, so that no spelling
 * evades a list: "evil.test." is "evil.test", "/%6Cogin" and "//login" are "/login".
 */
#include "config.h"

#include "lists/buoy-site.h"

#include <string.h>

#include "base/host/buoy-host.h"

void
buoy_site_free (BuoySite *site)
{
  g_free (site->host);
  g_free (site->name);
  g_free (site);
}

static BuoySite *
site_new (BuoySiteKind kind, const char *host, char *name)
{
  BuoySite *site = g_new0 (BuoySite, 1);

  site->kind = kind;
  site->host = g_strdup (host);
  site->name = name;
  return site;
}

/* A name of at least two labels, or an IP address. (transfer full) (nullable) */
static char *
read_host (const char *text)
{
  g_autofree char *host = buoy_host_to_ascii (text);

  return host != NULL && strchr (host, '.') != NULL ? g_steal_pointer (&host) : NULL;
}

static BuoySite *
parse_host (const char *entry)
{
  g_autofree char *host = read_host (entry);

  return host == NULL ? NULL : site_new (BUOY_SITE_HOST, host, g_strdup (host));
}

/* "evil.test", ".evil.test" and "*.evil.test" are equivalent. */
static BuoySite *
parse_domain (const char *entry)
{
  const char *bare = entry + (g_str_has_prefix (entry, "*.") ? 2 : *entry == '.' ? 1 : 0);
  g_autofree char *host = read_host (bare);

  if (host == NULL || buoy_host_is_ip (host))
    return NULL;
  return site_new (BUOY_SITE_DOMAIN, host, g_strconcat (".", host, NULL));
}

static gboolean
has_host (const BuoyUrl *url)
{
  return url != NULL && buoy_url_is_web (url) && url->host != NULL && *url->host != '\0';
}

/* A URL in the form in which it is compared. */
typedef struct
{
  char *host;
  char *host_port; /* with the port, unless it is the scheme's default */
  char *path;
  const char *query; /* (nullable) */
} Plain;

static void
plain_clear (Plain *plain)
{
  g_free (plain->host);
  g_free (plain->host_port);
  g_free (plain->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plain, plain_clear)

static char *
without_last_dots (const char *host)
{
  gsize length = strlen (host);

  while (length > 1 && host[length - 1] == '.')
    length--;
  return g_strndup (host, length);
}

/* Decodes "%6C" once, as a server does, and merges repeated slashes. */
static char *
plain_path (const char *path)
{
  GString *plain = g_string_sized_new (strlen (path));

  for (const char *p = path; *p != '\0'; p++)
    {
      char letter = *p;

      if (letter == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]) && !(p[1] == '0' && p[2] == '0'))
        {
          letter = (char) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]));
          p += 2;
        }
      if (letter != '/' || plain->len == 0 || plain->str[plain->len - 1] != '/')
        g_string_append_c (plain, letter);
    }
  return g_string_free (plain, FALSE);
}

static void
make_plain (const BuoyUrl *url, Plain *plain)
{
  plain->host = without_last_dots (url->host);
  plain->host_port = url->port < 0 ? g_strdup (plain->host) : g_strdup_printf ("%s:%d", plain->host, url->port);
  plain->path = plain_path (url->path);
  plain->query = url->query;
}

/* A URL that ends in "/" covers everything below it, so the root covers the whole host; a URL with a query covers only
 * that page.
 */
static BuoySite *
site_of_url (const BuoyUrl *url)
{
  g_auto (Plain) plain = { 0 };

  make_plain (url, &plain);
  if (plain.query != NULL)
    return site_new (BUOY_SITE_PAGE, plain.host, g_strconcat (plain.host_port, plain.path, "?", plain.query, NULL));
  if (g_str_equal (plain.path, "/"))
    return site_new (BUOY_SITE_HOST, plain.host, g_strdup (plain.host_port));
  if (g_str_has_suffix (plain.path, "/"))
    return site_new (BUOY_SITE_FOLDER, plain.host, g_strconcat (plain.host_port, plain.path, "*", NULL));
  return site_new (BUOY_SITE_PAGE, plain.host, g_strconcat (plain.host_port, plain.path, NULL));
}

BuoyUrl *
buoy_site_read_url (const char *text)
{
  g_autofree char *with_scheme = strstr (text, "://") != NULL ? NULL : g_strconcat ("http://", text, NULL);

  return buoy_url_parse (with_scheme != NULL ? with_scheme : text, NULL);
}

static BuoySite *
parse_url (const char *entry)
{
  g_autoptr (BuoyUrl) url = buoy_site_read_url (entry);

  return has_host (url) && strchr (url->host, '.') != NULL ? site_of_url (url) : NULL;
}

BuoySite *
buoy_site_parse (const char *entry, BuoySiteFormat format)
{
  if (strchr (entry, '/') != NULL)
    return format == BUOY_SITE_FORMAT_DOMAINS ? NULL : parse_url (entry);
  switch (format)
    {
    case BUOY_SITE_FORMAT_DOMAINS:
      return parse_domain (entry);
    case BUOY_SITE_FORMAT_URLS:
      return parse_url (entry);
    default:
      return parse_host (entry);
    }
}

static BuoySiteKey
key_of (const char *name, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  BuoySiteKey key;

  g_checksum_update (checksum, (const guchar *) name, (gssize) length);
  g_checksum_get_digest (checksum, digest, &size);
  memcpy (&key, digest, sizeof key);
  return GUINT64_FROM_LE (key);
}

BuoySiteKey
buoy_site_get_key (const BuoySite *site)
{
  return key_of (site->name, strlen (site->name));
}

/* The registrable domain comes first, so that it is looked up no matter how many labels precede it. */
static guint
add_domains (const char *host, BuoySiteKey *keys)
{
  const char *domain = buoy_host_registrable_domain (host);
  guint n = 0;

  while (domain != NULL && n < BUOY_SITE_MAX_DOMAINS)
    {
      g_autofree char *name = g_strconcat (".", domain, NULL);

      keys[n++] = key_of (name, strlen (name));
      if (domain == host)
        break;
      for (domain--; domain > host && domain[-1] != '.'; domain--)
        ;
    }
  return n;
}

static guint
add_pages (const Plain *plain, BuoySiteKey *keys)
{
  g_autofree char *page = g_strconcat (plain->host_port, plain->path, NULL);
  g_autofree char *query = plain->query == NULL ? NULL : g_strconcat (page, "?", plain->query, NULL);
  const char *slash = page + strlen (plain->host_port);
  guint n = 0;

  keys[n++] = key_of (page, strlen (page));
  if (query != NULL)
    keys[n++] = key_of (query, strlen (query));
  for (guint i = 0; slash != NULL && i < BUOY_SITE_MAX_FOLDERS; i++, slash = strchr (slash + 1, '/'))
    {
      g_autofree char *folder = g_strdup_printf ("%.*s/*", (int) (slash - page), page);

      keys[n++] = key_of (folder, strlen (folder));
    }
  return n;
}

guint
buoy_site_find_keys (const BuoyUrl *url, BuoySiteKey keys[BUOY_SITE_MAX_KEYS])
{
  g_auto (Plain) plain = { 0 };
  guint n = 0;

  if (!has_host (url))
    return 0;
  make_plain (url, &plain);
  keys[n++] = key_of (plain.host, strlen (plain.host));
  if (url->port >= 0)
    keys[n++] = key_of (plain.host_port, strlen (plain.host_port));
  n += add_domains (plain.host, keys + n);
  return n + add_pages (&plain, keys + n);
}
