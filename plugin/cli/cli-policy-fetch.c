/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * `bellbuoy policy fetch`: run by a system timer or an administrator.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>
#include <sys/stat.h>

#include "cli-policy.h"
#include "fetch/buoy-fetch-state.h"
#include "fetch/buoy-fetch.h"
#include "policy/buoy-policy-folders.h"

#define UMASK 022 /* mail clients of other users read the policy */
#define DAY_SECONDS (24 * 60 * 60)
#define PATIENCE (3 * DAY_SECONDS) /* a weekend without the network is no problem */

static int
complain (const GError *error)
{
  g_autofree char *why = buoy_fetch_error_explain ((BuoyFetchError) error->code, error->message);

  cli_complain ("policy fetch", why);
  return CLI_TROUBLE;
}

static int
fetch (const BuoyFetchConf *conf, const char *root)
{
  g_autoptr (BuoyPolicyKeys) keys = buoy_policy_keys_new (g_settings_schema_source_get_default ());
  g_autoptr (GError) error = NULL;
  gboolean is_changed;

  if (keys == NULL)
    {
      cli_complain ("policy fetch", _ ("the settings schemas are not installed"));
      return CLI_TROUBLE;
    }
  umask (UMASK);
  if (!buoy_fetch_policy (conf, keys, root, &is_changed, &error))
    return complain (error);
  g_print ("%s\n", is_changed ? _ ("a new policy is in force") : _ ("the policy has not changed"));
  return CLI_CLEAN;
}

int
cli_policy_fetch (int argc, char **argv)
{
  const char *root = g_getenv (BUOY_POLICY_ROOT_VARIABLE);
  g_autoptr (GOptionContext) options = g_option_context_new (_ ("- fetch the organisation's policy"));
  g_autoptr (BuoyFetchConf) conf = NULL;
  g_autoptr (GError) error = NULL;

  if (!cli_parse_options (options, "policy fetch", argc, argv))
    return CLI_TROUBLE;
  conf = buoy_fetch_conf_read (root, &error);
  if (conf != NULL)
    return fetch (conf, root);
  if (error != NULL)
    return complain (error);
  cli_complain (BUOY_FETCH_CONF, _ ("there is no such file; bellbuoy-policy(5) describes it"));
  return CLI_TROUBLE;
}

static char *
date_of (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return time != NULL ? g_date_time_format (time, "%F %H:%M UTC") : g_strdup ("");
}

static char *
describe_failure (const BuoyFetchConf *conf, const BuoyFetchState *state)
{
  g_autofree char *why = buoy_fetch_error_explain (state->fault, state->detail);
  g_autofree char *date = date_of (state->checked);

  if (state->checked == 0)
    /* Translators: %1$s is an address, %2$s an error in words. */
    return g_strdup_printf (_ ("The policy of %1$s was never fetched: %2$s"), conf->url, why);
  /* Translators: %1$s is an address, %2$s a date and a time, %3$s an error in words. */
  return g_strdup_printf (_ ("The policy of %1$s is that of %2$s, since the last attempt failed: %3$s"), conf->url,
                          date, why);
}

/* Includes the serial number if the policy is signed. */
static char *
describe_success (const BuoyFetchConf *conf, const BuoyFetchState *state)
{
  g_autofree char *date = date_of (state->checked);
  g_autofree char *serial = NULL;

  if (state->serial == 0)
    /* Translators: %1$s is an address, %2$s a date and a time. */
    return g_strdup_printf (_ ("The policy of %1$s was up to date on %2$s"), conf->url, date);
  serial = g_strdup_printf ("%" G_GUINT64_FORMAT, state->serial);
  /* Translators: %1$s is an address, %2$s a date and a time, %3$s a number. */
  return g_strdup_printf (_ ("The policy of %1$s was up to date on %2$s (signed, serial number %3$s)"), conf->url, date,
                          serial);
}

/* Whether the last attempt used this address and key. */
static gboolean
is_of (const BuoyFetchState *state, const BuoyFetchConf *conf)
{
  return state->tried != 0 && g_str_equal (state->url, conf->url) && g_str_equal (state->key, conf->key);
}

static gboolean
is_recent (gint64 seconds)
{
  return g_get_real_time () / G_USEC_PER_SEC - seconds < PATIENCE;
}

char *
cli_policy_describe_fetch (const char *root, const char **out_advice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BuoyFetchConf) conf = buoy_fetch_conf_read (root, &error);
  g_autoptr (BuoyFetchState) state = buoy_fetch_state_read (root);

  *out_advice = NULL;
  if (error != NULL)
    {
      *out_advice = _ ("Correct /etc/bellbuoy/fetch.conf; see bellbuoy-policy(5).");
      return buoy_fetch_error_explain ((BuoyFetchError) error->code, error->message);
    }
  if (conf == NULL)
    return NULL;
  if (!is_of (state, conf) || (!state->is_failed && !is_recent (state->tried)))
    {
      *out_advice = _ ("Start the timer (systemctl enable --now bellbuoy-policy.timer), or run “bellbuoy policy fetch” "
                       "as root.");
      /* Translators: %s is an address. */
      return g_strdup_printf (_ ("The policy of %s is not fetched regularly"), conf->url);
    }
  if (!state->is_failed)
    return describe_success (conf, state);
  if (!buoy_fetch_error_may_pass (state->fault) || !is_recent (state->checked))
    *out_advice = _ ("Until this is corrected, the last good policy stays in force.");
  return describe_failure (conf, state);
}
