/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A message may contain ten thousand links of four kilobytes: lists are cut if the frame would be too long, and the
 * frame says so.
 */
#include "config.h"

#include "host-answer-verdict.h"

#include <string.h>

#include "buoy-unjudged.h"
#include "host-answer-notice.h"
#include "host-answer.h"
#include "host-error.h"
#include "notice/buoy-feedback.h"
#include "notice/buoy-shown.h"
#include "verdict/buoy-verdict-hosts.h"

#define MAX_FALSE_LINKS 500               /* as many as are marked */
#define MAX_FALSE_LINK_BYTES (512 * 1024) /* half of a frame, in JSON */
#define MAX_HREF 4096                     /* of one href; if cut, it would match no link */
#define MAX_HOSTS 2000
#define MAX_HOST_BYTES (192 * 1024)
#define MAX_SITES 3 /* entries of a menu */

static const char *
kind_of (const BuoyFalseLink *link)
{
  if (link->is_listed)
    return "listed";
  return g_strcmp0 (link->imitated, link->shown) == 0 ? "lookalike" : "false-link";
}

static gsize
measure_false_link (const BuoyFalseLink *link)
{
  static const char names[] = "{\"href\":,\"address\":,\"shown\":,\"shownOwner\":[123,123],\"actual\":,"
                              "\"actualOwner\":[123,123],\"company\":,\"kind\":\"false-link\"}";
  const char *company = buoy_shown_find_company (link->shown);

  return sizeof names + host_measure (link->href) + host_measure (link->address) + host_measure (link->shown)
         + host_measure (link->actual) + host_measure (company != NULL ? company : "null");
}

static void
add_false_link (JsonBuilder *answer, const BuoyFalseLink *link)
{
  json_builder_begin_object (answer);
  host_add_text (answer, "href", link->href);
  host_add_text (answer, "address", link->address);
  host_add_sites (answer, link->shown, link->actual);
  host_add_text (answer, "kind", kind_of (link));
  json_builder_end_object (answer);
}

static void
add_false_links (JsonBuilder *answer, BuoyVerdict *verdict)
{
  const GPtrArray *links = buoy_verdict_get_false_links (verdict);
  guint n_added = 0;
  gsize n_bytes = 0;

  json_builder_set_member_name (answer, "falseLinks");
  json_builder_begin_array (answer);
  for (guint i = 0; i < links->len && n_added < MAX_FALSE_LINKS; i++)
    {
      const BuoyFalseLink *link = g_ptr_array_index (links, i);
      const gsize size = measure_false_link (link);

      if (strlen (link->href) > MAX_HREF || n_bytes + size > MAX_FALSE_LINK_BYTES)
        continue;
      add_false_link (answer, link);
      n_bytes += size;
      n_added++;
    }
  json_builder_end_array (answer);
  host_add_number (answer, "moreFalseLinks", links->len - n_added);
}

static void
add_hosts (JsonBuilder *answer, BuoyVerdict *verdict)
{
  g_auto (GStrv) hosts = buoy_verdict_list_honest_hosts (verdict);
  gsize n_bytes = 0;
  guint i = 0;

  json_builder_set_member_name (answer, "judgedHosts");
  json_builder_begin_array (answer);
  for (; hosts[i] != NULL && i < MAX_HOSTS && n_bytes + host_measure (hosts[i]) <= MAX_HOST_BYTES; i++)
    {
      json_builder_add_string_value (answer, hosts[i]);
      n_bytes += host_measure (hosts[i]);
    }
  json_builder_end_array (answer);
  host_add_bool (answer, "moreHosts", hosts[i] != NULL);
}

static const char *
name_of (BuoyTrust trust)
{
  static const char *const names[] = {
    [BUOY_TRUST_POSSIBLE] = "possible", [BUOY_TRUST_GIVEN] = "given",   [BUOY_TRUST_UNPROVEN] = "unproven",
    [BUOY_TRUST_FAILED] = "failed",     [BUOY_TRUST_SHARED] = "shared", [BUOY_TRUST_BARRED] = "barred",
  };

  return names[trust];
}

static void
add_sites (JsonBuilder *answer, BuoyVerdict *verdict, gboolean locked)
{
  g_autoptr (GPtrArray) sites = buoy_verdict_get_trustable_links (verdict);

  json_builder_set_member_name (answer, "sites");
  json_builder_begin_array (answer);
  for (guint i = 0; !locked && i < MIN (sites->len, MAX_SITES); i++)
    json_builder_add_string_value (answer, g_ptr_array_index (sites, i));
  json_builder_end_array (answer);
}

static gboolean
is_fixed (HostSettings *settings, const char *key)
{
  return !host_settings_is_available (settings) || host_settings_is_locked (settings, key);
}

static void
add_trust (JsonBuilder *answer, BuoyVerdict *verdict, HostSettings *settings)
{
  const char *sender = buoy_verdict_get_trustable_domain (verdict);
  g_autofree char *why = buoy_verdict_explain_trust (verdict);

  json_builder_set_member_name (answer, "trust");
  json_builder_begin_object (answer);
  host_add_text (answer, "state", name_of (buoy_verdict_get_trust (verdict)));
  host_add_text (answer, "sender", is_fixed (settings, "trusted-senders") ? NULL : sender);
  add_sites (answer, verdict, sender == NULL || is_fixed (settings, "trusted-links"));
  host_add_text (answer, "why", why);
  json_builder_end_object (answer);
}

static void
add_level (JsonBuilder *answer, BuoyLevel level, HostSettings *settings)
{
  host_add_bool (answer, "isWarned", level > BUOY_LEVEL_NONE);
  host_add_bool (answer, "isShown", level > BUOY_LEVEL_NONE && level >= host_settings_get_level (settings));
}

static GBytes *
answer_error (gint64 id, const HostMessage *message, HostSettings *settings)
{
  g_autoptr (JsonBuilder) answer = host_error_new (id, host_error_name (message->error));

  host_add_error_notice (answer, message->error);
  add_level (answer, buoy_unjudged_is_evasion (message->error) ? BUOY_LEVEL_CAUTION : BUOY_LEVEL_NONE, settings);
  return host_answer_finish (answer);
}

GBytes *
host_answer_verdict (gint64 id, const HostMessage *message, gboolean more, HostSettings *settings)
{
  g_autoptr (JsonBuilder) answer = NULL;

  if (message->verdict == NULL)
    return answer_error (id, message, settings);
  answer = host_answer_new ("verdict", id);
  host_add_bool (answer, "more", more);
  host_add_notice (answer, message->notice, buoy_notice_get_advice (message->notice));
  add_level (answer, buoy_verdict_get_level (message->verdict), settings);
  add_false_links (answer, message->verdict);
  add_hosts (answer, message->verdict);
  host_add_bool (answer, "isWhole", buoy_verdict_is_whole (message->verdict));
  host_add_text (answer, "failure", buoy_notice_get_failure (message->notice));
  add_trust (answer, message->verdict, settings);
  host_add_bool (answer, "canLookUp",
                 !host_settings_is (settings, "lookups", "off") && host_message_can_look_up (message));
  host_add_number (answer, "elapsedUs", g_get_monotonic_time () - message->began_us);
  return host_answer_finish (answer);
}
