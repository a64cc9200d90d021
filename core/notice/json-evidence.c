/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The evidence of a message as JSON: from, origin, authentication, identity, links.
 */
#include "config.h"

#include "notice/json-private.h"

static const char *const origin_states[] = { "unknown", "match", "vouched", "mismatch" };
static const char *const target_states[] = { "no-claim", "match", "mismatch", "wrapped", "unknown" };

static const char *const link_kinds[] = { "anchor", "area", "form", "refresh", "plain", "named", "qr" };
static const char *const page_kinds[] = { "html", "svg", "archive", "calendar" };

const char *
buoy_auth_state_to_string (BuoyAuthState state)
{
  static const char *const names[] = { "none", "pass", "fail", "unknown" };

  return names[state];
}

static void
add_from (JsonBuilder *builder, const BuoyFacts *facts)
{
  json_builder_set_member_name (builder, "from");
  if (!facts->has_from)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "name", facts->from_name);
  buoy_json_add_text (builder, "address", facts->from_address);
  buoy_json_add_host (builder, "domain", facts->from_domain);
  json_builder_end_object (builder);
}

static void
add_origin (JsonBuilder *builder, const BuoyOriginFacts *origin)
{
  json_builder_set_member_name (builder, "origin");
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "state", origin_states[origin->state]);
  buoy_json_add_host (builder, "host", origin->host);
  buoy_json_add_text (builder, "helo", origin->helo);
  buoy_json_add_text (builder, "rdns", origin->rdns);
  buoy_json_add_text (builder, "ip", origin->ip);
  buoy_json_add_host (builder, "domain", origin->domain);
  buoy_json_add_host (builder, "by", origin->by);
  buoy_json_add_bool (builder, "assumed", origin->assumed);
  json_builder_end_object (builder);
}

static void
add_authentication (JsonBuilder *builder, const BuoyAuthFacts *auth, const BuoyVerification *verification)
{
  json_builder_set_member_name (builder, "authentication");
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "state", buoy_auth_state_to_string (auth->state));
  buoy_json_add_text (builder, "source", auth->source);
  buoy_json_add_text (builder, "spf", auth->spf);
  buoy_json_add_text (builder, "dkim", auth->dkim);
  buoy_json_add_text (builder, "dmarc", auth->dmarc);
  buoy_json_add_text (builder, "arc", auth->arc);
  buoy_json_add_text (builder, "aligned_domain", auth->aligned_domain);
  buoy_json_add_bool (builder, "assumed", auth->assumed);
  buoy_json_add_text (builder, "unread", auth->unread);
  buoy_json_add_local (builder, verification);
  json_builder_end_object (builder);
}

static void
add_places (JsonBuilder *builder, guint where)
{
  static const char *const places[] = { "from-name", "from-address", "subject-opening", "subject", "body",
                                        "logo",      "link-text",    "local-part",      "customer" };

  json_builder_set_member_name (builder, "where");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if ((where & (1u << i)) != 0)
      json_builder_add_string_value (builder, places[i]);
  json_builder_end_array (builder);
}

static void
add_identity (JsonBuilder *builder, const GPtrArray *claims)
{
  json_builder_set_member_name (builder, "identity");
  json_builder_begin_array (builder);
  for (guint i = 0; i < claims->len; i++)
    {
      const BuoyClaimFacts *claim = g_ptr_array_index (claims, i);

      json_builder_begin_object (builder);
      buoy_json_add_text (builder, "brand", claim->brand);
      buoy_json_add_text (builder, "name", claim->title);
      add_places (builder, claim->where);
      buoy_json_add_bool (builder, "proven", claim->proven);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder, const GPtrArray *links)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    {
      const BuoyLinkFacts *link = g_ptr_array_index (links, i);

      json_builder_begin_object (builder);
      buoy_json_add_text (builder, "kind", link_kinds[link->kind]);
      buoy_json_add_text (builder, "text", link->text);
      buoy_json_add_text (builder, "href", link->href);
      buoy_json_add_host (builder, "shown_host", link->shown_host);
      buoy_json_add_host (builder, "host", link->host);
      buoy_json_add_host (builder, "domain", link->domain);
      buoy_json_add_strings (builder, "wrappers", link->wrappers);
      buoy_json_add_text (builder, "state", target_states[link->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_script (JsonBuilder *builder, guint script)
{
  static const char *const signs[] = { "decodes", "writes", "leaves" };

  json_builder_set_member_name (builder, "script");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if ((script & (1u << i)) != 0)
      json_builder_add_string_value (builder, signs[i]);
  json_builder_end_array (builder);
}

static void
add_page (JsonBuilder *builder, const BuoyTextFacts *text)
{
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "name", text->name);
  buoy_json_add_text (builder, "kind", text->is_message ? "message" : page_kinds[text->kind]);
  buoy_json_add_text (builder, "title", text->title);
  buoy_json_add_bool (builder, "password", text->has_password_field);
  add_script (builder, text->script);
  add_identity (builder, text->claims);
  add_links (builder, text->links);
  json_builder_end_object (builder);
}

void
buoy_json_add_attached (JsonBuilder *builder, const BuoyFacts *facts)
{
  json_builder_set_member_name (builder, "attached");
  json_builder_begin_array (builder);
  for (guint i = 1; i < facts->texts->len; i++) /* behind the message's own */
    add_page (builder, g_ptr_array_index (facts->texts, i));
  json_builder_end_array (builder);
}

void
buoy_json_add_evidence (JsonBuilder *builder, const BuoyVerdict *verdict)
{
  const BuoyFacts *facts = verdict->facts;
  const BuoyTextFacts *body = buoy_facts_get_body (facts);

  add_from (builder, facts);
  add_origin (builder, &facts->origin);
  add_authentication (builder, &facts->auth, verdict->verification);
  buoy_json_add_lookups (builder, verdict->verification);
  add_identity (builder, body->claims);
  add_links (builder, body->links);
}
