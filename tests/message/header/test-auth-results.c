/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Authentication-Results and Received-SPF as servers write them. Each is printed in a canonical form: "id |
 * method=result ptype.property=value … {reason} (comment)".
 */
#include "config.h"

#include "message/header/buoy-auth-results.h"

typedef struct
{
  const char *name, *value, *expected;
} Case;

static const Case cases[] = {
  { "rfc-none", "example.org 1; none", "example.org |" },
  { "rfc-spf", "example.com; spf=pass smtp.mailfrom=example.net", "example.com | spf=pass smtp.mailfrom=example.net" },
  { "rfc-many",
    "example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf=pass "
    "smtp.mailfrom=example.net",
    "example.com | auth=pass smtp.auth=sender@example.net (cram-md5) | spf=pass "
    "smtp.mailfrom=example.net" },
  { "rfc-comments",
    "foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail "
    "policy (A dot can go here) "
    ". (like that) expired (this surprised me) = (as I wasn't expecting it) 1362471462",
    "foo.example.net | dkim=fail policy.expired=1362471462" },
  { "reason", "mx.example; dkim=fail/1 reason=\"bad signature; sorry\" header.d=example.com",
    "mx.example | dkim=fail/1 header.d=example.com {bad signature; sorry}" },
  { "outlook",
    "spf=pass (sender IP is 192.0.2.4) smtp.mailfrom=example.com; dkim=none (message not signed) "
    "header.d=none;dmarc=fail "
    "action=none header.from=bank.example;compauth=fail reason=001",
    "- | spf=pass smtp.mailfrom=example.com (sender IP is 192.0.2.4) | dkim=none header.d=none "
    "(message not signed) | "
    "dmarc=fail .action=none header.from=bank.example | compauth=fail {001}" },
  { "gmail",
    "mx.google.com; dkim=pass header.i=@example.com header.s=s1 header.b=AbC=; spf=pass "
    "(google.com: domain of a@example.com "
    "designates 192.0.2.4 as permitted sender) smtp.mailfrom=\"a b\"@example.com; dmarc=pass "
    "(p=NONE sp=NONE dis=NONE) "
    "header.from=example.com",
    "mx.google.com | dkim=pass header.i=@example.com header.s=s1 header.b=AbC= | spf=pass "
    "smtp.mailfrom=a b@example.com "
    "(google.com: domain of a@example.com designates 192.0.2.4 as permitted sender) | "
    "dmarc=pass header.from=example.com (p=NONE sp=NONE dis=NONE)" },
  { "gmail-old", "mx.google.com; spf=neutral (google.com: x) smtp.mail=a@example.ru",
    "mx.google.com | spf=neutral smtp.mailfrom=a@example.ru (google.com: x)" },
  { "yahoo-old",
    "mta1.mail.ne1.yahoo.com  from=yahoo.de; domainkeys=neutral (no sig);  from=yahoo.de; "
    "dkim=pass (ok)",
    "mta1.mail.ne1.yahoo.com | domainkeys=neutral header.from=yahoo.de (no sig) | dkim=pass "
    "header.from=yahoo.de (ok)" },
  { "verp", "mx.example; spf=pass smtp.mailfrom=bounce+user=example.org@example.com smtp.helo=a.example",
    "mx.example | spf=pass smtp.mailfrom=bounce+user=example.org@example.com smtp.helo=a.example" },
  { "stray-semicolon", "mx.example.jp; dkim=pass (ok); header.i=@example.jp; spf=pass; smtp.mailfrom=a@example.jp",
    "mx.example.jp | dkim=pass header.i=@example.jp (ok) | spf=pass smtp.mailfrom=a@example.jp" },
  { "case", "MX.Example; DKIM=Pass Header.D=Example.com", "mx.example | dkim=pass header.d=Example.com" },
  { "contrary-dmarc",
    "mx.example; dmarc=pass header.from=a.example; dmarc=fail header.from=a.example; dmarc=pass header.from=b.example",
    "mx.example | dmarc=fail header.from=a.example | dmarc=fail header.from=a.example | "
    "dmarc=pass header.from=b.example" },
  { "contrary-dmarc-of-nobody", "mx.example; dmarc=fail; dmarc=pass header.from=a.example",
    "mx.example | dmarc=fail | dmarc=fail header.from=a.example" },
  { "local-part-in-comment",
    "mx.example; spf=pass (domain of \"a\\\" ); dmarc=pass (b\"@evil.example is good) smtp.mailfrom=evil.example",
    "mx.example | spf=pass smtp.mailfrom=evil.example (domain of \"a\\\" ); dmarc=pass (b\"@evil.example is good)" },
  { "quote-in-comment", "mx.example; dkim=fail (no \" here) header.d=a.example; dmarc=fail (nor \" here)",
    "mx.example | dkim=fail header.d=a.example (no \" here) | dmarc=fail (nor \" here)" },
  { "id-only", "mx.example", "mx.example |" },
  { "empty", " (nothing) ", NULL },
  { "open-quote", "mx.example; dkim=\"pass header.d=x", "mx.example | dkim=pass header.d=x" },
  { "no-utf8", "mx.example; dkim=\xff", "mx.example | dkim=\xef\xbf\xbd" },
};

static const Case spf_cases[] = {
  { "outlook",
    "Pass (protection.outlook.com: domain of example.com designates 192.0.2.4 as permitted sender) "
    "receiver=protection.outlook.com; client-ip=192.0.2.4; helo=mail.example.com; pr=C",
    "spf=pass .receiver=protection.outlook.com .client-ip=192.0.2.4 smtp.helo=mail.example.com "
    ".pr=C "
    "smtp.mailfrom=example.com (protection.outlook.com: domain of example.com designates 192.0.2.4 "
    "as permitted sender)" },
  { "rfc",
    "fail (x: domain of transitioning b@example.com does not) identity=mailfrom; "
    "envelope-from=\"a@example.com\";",
    "spf=fail .identity=mailfrom smtp.mailfrom=a@example.com (x: domain of transitioning "
    "b@example.com does not)" },
  { "softfail", "softfail (google.com: domain of transitioning b@example.com does not) client-ip=192.0.2.4;",
    "spf=softfail .client-ip=192.0.2.4 smtp.mailfrom=b@example.com "
    "(google.com: domain of transitioning b@example.com does not)" },
  { "no-result", "maybe client-ip=192.0.2.4", NULL },
  { "empty", "", NULL },
};

static void
print_method (GString *out, const BuoyAuthMethod *method)
{
  g_string_append_printf (out, "%s=%s", method->method, method->result);
  for (guint i = 0; i < method->properties->len; i++)
    {
      const BuoyAuthProperty *property = g_ptr_array_index (method->properties, i);

      g_string_append_printf (out, " %s.%s=%s", property->ptype, property->property, property->value);
    }
  if (method->reason != NULL)
    g_string_append_printf (out, " {%s}", method->reason);
  if (method->comment != NULL)
    g_string_append_printf (out, " (%s)", method->comment);
}

static void
test_results (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (BuoyAuthResults) results = buoy_auth_results_parse (row->value);
  g_autoptr (GString) out = g_string_new (NULL);

  if (results == NULL)
    {
      g_assert_null (row->expected);
      return;
    }
  g_string_append (out, results->authserv_id != NULL ? results->authserv_id : "-");
  for (guint i = 0; i < results->methods->len; i++)
    {
      g_string_append (out, " | ");
      print_method (out, g_ptr_array_index (results->methods, i));
    }
  if (results->methods->len == 0)
    g_string_append (out, " |");
  g_assert_cmpstr (out->str, ==, row->expected);
}

static void
test_spf (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (BuoyAuthMethod) method = buoy_received_spf_parse (row->value);
  g_autoptr (GString) out = g_string_new (NULL);

  if (method == NULL)
    {
      g_assert_null (row->expected);
      return;
    }
  print_method (out, method);
  g_assert_cmpstr (out->str, ==, row->expected);
}

static void
add_cases (const char *folder, const Case *rows, gsize n_rows, GTestDataFunc run)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat (folder, rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], run);
    }
}

/* Concatenating many comments must not take quadratic time. */
static void
test_comments (void)
{
  g_autoptr (GString) value = g_string_new ("mx.test; dkim=pass");
  BuoyAuthResults *results;
  const BuoyAuthMethod *method;

  for (guint i = 0; i < 4000; i++)
    g_string_append (value, " (twelve bytes)");
  results = buoy_auth_results_parse (value->str);
  method = g_ptr_array_index (results->methods, 0);
  g_assert_true (g_str_has_prefix (method->comment, "twelve bytes twelve"));
  g_assert_cmpuint (strlen (method->comment), <, 5000);
  buoy_auth_results_free (results);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/auth-results/", cases, G_N_ELEMENTS (cases), test_results);
  add_cases ("/received-spf/", spf_cases, G_N_ELEMENTS (spf_cases), test_spf);
  g_test_add_func ("/auth-results/comments", test_comments);
  return g_test_run ();
}
