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
add_from (JsonBuilder *builder, const BuoyEvidence *evidence)
{
  const BuoyMailbox *from = evidence->from;

  json_builder_set_member_name (builder, "from");
  if (from == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "name", from->name);
  buoy_json_add_text (builder, "address", from->address);
  buoy_json_add_host (builder, "domain", from->domain);
  json_builder_end_object (builder);
}

static void
add_origin (JsonBuilder *builder, const BuoyOrigin *origin)
{
  const BuoyReceived *line = origin->boundary_hop;

  json_builder_set_member_name (builder, "origin");
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "state", origin_states[origin->state]);
  buoy_json_add_host (builder, "host", origin->host);
  buoy_json_add_text (builder, "helo", line != NULL ? line->helo : NULL);
  buoy_json_add_text (builder, "rdns", line != NULL ? line->rdns : NULL);
  buoy_json_add_text (builder, "ip", line != NULL ? line->ip : NULL);
  buoy_json_add_host (builder, "domain", origin->domain);
  buoy_json_add_host (builder, "by", origin->by);
  buoy_json_add_bool (builder, "assumed", origin->assumed);
  json_builder_end_object (builder);
}

static void
add_authentication (JsonBuilder *builder, const BuoyAuthentication *auth, const BuoyVerification *verification)
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
  static const char *const places[]
      = { "from-name", "from-address", "subject-opening", "subject", "body", "logo", "link-text", "local-part" };

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
      const BuoyClaim *claim = g_ptr_array_index (claims, i);

      json_builder_begin_object (builder);
      buoy_json_add_text (builder, "brand", claim->brand->id);
      buoy_json_add_text (builder, "name", claim->brand->title);
      add_places (builder, claim->where);
      buoy_json_add_bool (builder, "proven", claim->proven);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder, const GPtrArray *targets)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < targets->len; i++)
    {
      const BuoyTarget *target = g_ptr_array_index (targets, i);

      json_builder_begin_object (builder);
      buoy_json_add_text (builder, "kind", link_kinds[target->link->kind]);
      buoy_json_add_text (builder, "text", target->link->text);
      buoy_json_add_text (builder, "href", target->link->href);
      buoy_json_add_host (builder, "shown_host", target->shown_host);
      buoy_json_add_host (builder, "host", target->host);
      buoy_json_add_host (builder, "domain", target->domain);
      buoy_json_add_strings (builder, "wrappers", target->wrappers);
      buoy_json_add_text (builder, "state", target_states[target->state]);
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
add_page (JsonBuilder *builder, const BuoyEvidence *evidence)
{
  const BuoyPage *page = evidence->page;

  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "name", page != NULL ? page->name : NULL);
  buoy_json_add_text (builder, "kind", page != NULL ? page_kinds[page->kind] : "message");
  buoy_json_add_text (builder, "title", evidence->message->subject);
  buoy_json_add_bool (builder, "password", evidence->message->has_password_field);
  add_script (builder, page != NULL ? page->script : 0);
  add_identity (builder, evidence->claims);
  add_links (builder, evidence->targets);
  json_builder_end_object (builder);
}

void
buoy_json_add_attached (JsonBuilder *builder, const BuoyEvidence *evidence, const GPtrArray *inner)
{
  json_builder_set_member_name (builder, "attached");
  json_builder_begin_array (builder);
  for (guint i = 0; i < evidence->pages->len; i++)
    add_page (builder, g_ptr_array_index (evidence->pages, i));
  for (guint i = 0; i < inner->len; i++)
    {
      const BuoyEvidence *message = g_ptr_array_index (inner, i);

      add_page (builder, message);
      for (guint k = 0; k < message->pages->len; k++)
        add_page (builder, g_ptr_array_index (message->pages, k));
    }
  json_builder_end_array (builder);
}

void
buoy_json_add_evidence (JsonBuilder *builder, const BuoyEvidence *evidence)
{
  add_from (builder, evidence);
  add_origin (builder, &evidence->origin);
  add_authentication (builder, &evidence->auth, evidence->verification);
  buoy_json_add_lookups (builder, evidence->verification);
  add_identity (builder, evidence->claims);
  add_links (builder, evidence->targets);
}
