/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was verified here, as JSON: each signature, and the policy of From's domain.
 */
#include "config.h"

#include "notice/json-private.h"

static void
add_open_fields (JsonBuilder *builder, guint open)
{
  static const char *const names[] = { "body", "subject", "to", "reply-to", "content-type" };

  json_builder_set_member_name (builder, "open");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((open & (1u << i)) != 0)
      json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
}

static void
add_signature (JsonBuilder *builder, const BuoySignature *signature)
{
  static const char *const states[] = { "pass", "fail", "none", "unknown" };

  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "domain", signature->domain);
  buoy_json_add_text (builder, "selector", signature->selector);
  buoy_json_add_text (builder, "state", states[signature->state]);
  buoy_json_add_text (builder, "reason", signature->reason);
  buoy_json_add_bool (builder, "aligned", signature->aligned);
  json_builder_set_member_name (builder, "key_bits");
  json_builder_add_int_value (builder, signature->key_bits);
  add_open_fields (builder, signature->open);
  json_builder_end_object (builder);
}

void
buoy_json_add_local (JsonBuilder *builder, const BuoyVerification *verification)
{
  static const char *const policies[] = { "unknown", "absent", "none", "quarantine", "reject" };

  json_builder_set_member_name (builder, "local");
  if (verification == NULL || verification->unable || !verification->asked_sender)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  buoy_json_add_text (builder, "policy", policies[verification->policy]);
  buoy_json_add_bool (builder, "complete", verification->complete);
  json_builder_set_member_name (builder, "signatures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < verification->signatures->len; i++)
    add_signature (builder, g_ptr_array_index (verification->signatures, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
