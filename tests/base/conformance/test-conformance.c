/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The web platform tests for URLs and for domain to ASCII: our parser agrees with browsers.
 */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "base/host/buoy-host.h"
#include "base/url/buoy-url.h"

/* U+0000 ends strings in json-glib, and occurs in the data; this character replaces it. */
#define NUL_ESCAPED "\\u0000"
#define STAND_IN_ESCAPED "\\ue000"
#define STAND_IN "\xee\x80\x80"

/* Known deviations, with the reason. */
typedef struct
{
  const char *input;
  const char *why;
} Deviation;

#define KEPT_LABEL \
  "a host that is all ASCII is kept, whatever its A-labels decode to: a browser may open it, so it is judged"
#define CARET "the standard percent-encodes ^ in a path since 2024, later than these tests"

static const Deviation url_deviations[] = {
  { "http://a.b.c.xn--pokxncvks", KEPT_LABEL },
  { "http://a.b.c.XN--pokxncvks", KEPT_LABEL },
  { "http://a.b.c.Xn--pokxncvks", KEPT_LABEL },
  { "http://10.0.0.xn--pokxncvks", KEPT_LABEL },
  { "http://10.0.0.XN--pokxncvks", KEPT_LABEL },
  { "http://10.0.0.xN--pokxncvks", KEPT_LABEL },
  { "https://xn--/", KEPT_LABEL },
  { "file://xn--/p", KEPT_LABEL },
  { "foo://host/ !\"$%&'()*+,-./:;<=>@[\\]^_`{|}~", CARET },
  { "wss://host/ !\"$%&'()*+,-./:;<=>@[\\]^_`{|}~", CARET },
};

static const Deviation host_deviations[] = {
  { "xn--a", KEPT_LABEL },           { "xn--a.xn--zca", KEPT_LABEL }, { "xn--ls8h=", KEPT_LABEL },
  { "xn--1ug.example", KEPT_LABEL }, { "xn--a-yoc", KEPT_LABEL },     { "xn--zn7c.com", KEPT_LABEL },
};

static const char *
find_deviation (const Deviation *deviations, gsize n, const char *input)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (deviations[i].input, input))
      return deviations[i].why;
  return NULL;
}

static JsonArray *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "base", "conformance", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) text = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (contents);
  g_free (contents);
  g_assert_null (strstr (text->str, STAND_IN));
  g_string_replace (text, NUL_ESCAPED, STAND_IN_ESCAPED, 0);
  json_parser_load_from_data (parser, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return json_array_ref (json_node_get_array (json_parser_get_root (parser)));
}

static const char *
get_text (JsonObject *row, const char *name)
{
  JsonNode *node = json_object_get_member (row, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static BuoyUrl *
parse (const char *text, const BuoyUrl *base)
{
  g_autoptr (GString) bytes = g_string_new (text);

  for (char *p = strstr (bytes->str, STAND_IN); p != NULL; p = strstr (p + 1, STAND_IN))
    {
      const gssize at = p - bytes->str;

      g_string_erase (bytes, at, strlen (STAND_IN));
      g_string_insert_c (bytes, at, '\0');
      p = bytes->str + at;
    }
  return buoy_url_parse_bytes (bytes->str, bytes->len, base);
}

/* As the standard's getters: an empty part has no delimiter. */
static char *
with_mark (const char *mark, const char *part)
{
  return part != NULL && *part != '\0' ? g_strconcat (mark, part, NULL) : g_strdup ("");
}

/* The first part that differs; NULL. */
static char *
compare (const BuoyUrl *url, JsonObject *row)
{
  g_autofree char *href = buoy_url_to_string (url);
  g_autofree char *protocol = g_strconcat (url->scheme, ":", NULL);
  g_autofree char *port = url->port < 0 ? g_strdup ("") : g_strdup_printf ("%d", url->port);
  g_autofree char *search = with_mark ("?", url->query);
  g_autofree char *hash = with_mark ("#", url->fragment);
  const struct
  {
    const char *name, *found;
  } parts[] = {
    { "href", href },
    { "protocol", protocol },
    { "username", url->username },
    { "password", url->password },
    { "hostname", url->host != NULL ? url->host : "" },
    { "port", port },
    { "pathname", url->path },
    { "search", search },
    { "hash", hash },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].found, get_text (row, parts[i].name)) != 0)
      return g_strdup_printf ("%s is %s, not %s", parts[i].name, parts[i].found, get_text (row, parts[i].name));
  return NULL;
}

/* What is wrong with the result; NULL. */
static char *
judge_url (JsonObject *row)
{
  const char *base_text = get_text (row, "base");
  const gboolean fails = json_object_has_member (row, "failure");
  g_autoptr (BuoyUrl) base = base_text != NULL ? parse (base_text, NULL) : NULL;
  g_autoptr (BuoyUrl) url = base_text != NULL && base == NULL ? NULL : parse (get_text (row, "input"), base);

  if (url == NULL)
    return fails ? NULL : g_strdup ("is refused");
  return fails ? g_strdup ("is not refused") : compare (url, row);
}

static char *
judge_host (JsonObject *row)
{
  const char *output = get_text (row, "output");
  g_autofree char *text = g_strconcat ("https://", get_text (row, "input"), "/x", NULL);
  g_autoptr (BuoyUrl) url = parse (text, NULL);
  const char *found = url != NULL ? url->host : NULL;

  return g_strcmp0 (found, output) == 0 ? NULL : g_strdup_printf ("is %s, not %s", found, output);
}

/* Each row passes, or is a known deviation; a deviation that has disappeared is an error, too. */
static void
run (const char *file, char *(*judge) (JsonObject *), const Deviation *deviations, gsize n_deviations)
{
  g_autoptr (JsonArray) rows = load (file);
  guint n_rows = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonNode *node = json_array_get_element (rows, i);
      const char *input, *base, *known;
      g_autofree char *fault = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node)) /* a comment */
        continue;
      n_rows++;
      input = get_text (json_node_get_object (node), "input");
      base = get_text (json_node_get_object (node), "base");
      known = find_deviation (deviations, n_deviations, input);
      fault = judge (json_node_get_object (node));
      if ((fault == NULL) != (known == NULL))
        {
          g_test_message ("\"%s\" on \"%s\": %s", input, base, fault != NULL ? fault : known);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_rows, >, 0);
}

static void
test_urls (void)
{
  run ("urltestdata.json", judge_url, url_deviations, G_N_ELEMENTS (url_deviations));
}

static void
test_hosts (void)
{
  run ("toascii.json", judge_host, host_deviations, G_N_ELEMENTS (host_deviations));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conformance/urls", test_urls);
  g_test_add_func ("/conformance/hosts", test_hosts);
  return g_test_run ();
}
