/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One message as one JSON object on one line.
 */
#include "config.h"

#include "notice/buoy-json.h"

#include "base/host/buoy-host.h"
#include "buoy-type-names.h"
#include "evidence/links/buoy-href.h"
#include "evidence/links/buoy-redirect.h"
#include "base/url/buoy-url.h"
#include "notice/buoy-notice.h"
#include "notice/json-private.h"
#include "notice/notice-private.h"

#define SCHEMA_VERSION 1 /* raised by incompatible changes */

static void
add_date (JsonBuilder *builder, const BuoyFacts *facts)
{
  g_autoptr (GDateTime) utc = facts->has_date ? g_date_time_new_from_unix_utc (facts->date) : NULL;
  g_autofree char *text = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  buoy_json_add_text (builder, "date", text);
}

static void
add_finding (JsonBuilder *builder, const BuoyNoticeFinding *words)
{
  const BuoyFinding *finding = words->finding;

  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "id", finding->row->check.id);
  buoy_json_add_text (builder, "strength", buoy_strength_to_string (buoy_finding_get_strength (finding)));
  buoy_json_add_text (builder, "title", words->title);
  buoy_json_add_text (builder, "explanation", words->explanation);
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->citations->len; i++)
    {
      const BuoyCitation *citation = g_ptr_array_index (finding->citations, i);

      json_builder_begin_object (builder);
      buoy_json_add_text (builder, "kind", buoy_evidence_kind_to_string (citation->kind));
      buoy_json_add_text (builder, "value", citation->value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_findings (JsonBuilder *builder, const GPtrArray *findings)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    add_finding (builder, g_ptr_array_index (findings, i));
  json_builder_end_array (builder);
}

/*< private >
 * buoy_verdict_to_json:
 * @verdict: a verdict
 *
 * Writes everything that is known about a message as one JSON object (RFC 8259) on one line, as
 * data/verdict.schema.json has it; its words are in the language of the current locale. A string of the mail is cut to
 * 4 KiB, in its middle.
 *
 * Returns: (transfer full): the JSON text
 */
char *
buoy_verdict_to_json (const BuoyVerdict *verdict)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (BuoyNotice) notice = NULL;
  const BuoyFacts *facts;

  g_return_val_if_fail (verdict != NULL, NULL);

  notice = buoy_notice_new ((BuoyVerdict *) verdict);
  facts = verdict->facts;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, SCHEMA_VERSION);
  buoy_json_add_text (builder, "message_id", facts->message_id);
  buoy_json_add_text (builder, "subject", facts->subject);
  add_date (builder, facts);
  buoy_json_add_text (builder, "level", buoy_level_to_string (verdict->level));
  buoy_json_add_text (builder, "headline", buoy_notice_get_headline (notice));
  buoy_json_add_text (builder, "error", NULL);
  buoy_json_add_evidence (builder, verdict);
  buoy_json_add_attached (builder, facts);
  add_findings (builder, buoy_notice_get_findings (notice));
  buoy_json_add_strings (builder, "limits", facts->limits);
  json_builder_set_member_name (builder, "policy");
  json_builder_begin_object (builder);
  buoy_json_add_strings (builder, "suppressed", verdict->suppressed);
  buoy_json_add_text (builder, "trusted_sender", verdict->trust == BUOY_TRUST_GIVEN ? facts->from_domain : NULL);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return buoy_json_finish (builder);
}

/* As the standard parses it: "example.org:80" has the scheme "example.org". */
static BuoyUrl *
open_text (const char *text)
{
  BuoyUrl *url = buoy_url_parse (text, NULL);

  return url != NULL ? url : buoy_href_open (text, NULL);
}

static void
add_wrapped (JsonBuilder *builder, const BuoyUrl *url)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (BuoyUrl) target = url != NULL ? buoy_redirect_trace (url, names) : NULL;
  g_autofree char *text = target != NULL ? buoy_url_to_string (target) : NULL;

  buoy_json_add_strings (builder, "wrappers", names);
  buoy_json_add_text (builder, "target", text);
}

/*< private >
 * buoy_url_to_json:
 * @text: what stands in a link
 *
 * Writes what a browser would open: the URL and its parts by the WHATWG URL standard, what a mail program makes of a
 * bare host, and the URL that is wrapped in it: by known services, or by sites that may send their visitors on.
 *
 * Returns: (transfer full): the JSON text
 */
char *
buoy_url_to_json (const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (BuoyUrl) url = open_text (text);
  g_autofree char *href = url != NULL ? buoy_url_to_string (url) : NULL;

  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "input", text);
  buoy_json_add_text (builder, "url", href);
  buoy_json_add_text (builder, "scheme", url != NULL ? url->scheme : NULL);
  buoy_json_add_host (builder, "host", url != NULL ? url->host : NULL);
  buoy_json_add_text (builder, "domain", url != NULL ? buoy_host_registrable_domain (url->host) : NULL);
  add_wrapped (builder, url);
  buoy_json_add_text (builder, "error", url == NULL ? "a browser would refuse it" : NULL);
  json_builder_end_object (builder);
  return buoy_json_finish (builder);
}
