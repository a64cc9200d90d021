/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For builds without libsodium.
 */
#include "config.h"

#include "cli.h"

#include <glib/gi18n.h>

#include "cli-policy.h"

int
cli_policy_fetch (int argc, char **argv)
{
  cli_complain ("policy fetch", _ ("this build cannot fetch policies"));
  return CLI_TROUBLE;
}

char *
cli_policy_describe_fetch (const char *root, const char **out_advice)
{
  *out_advice = NULL;
  return NULL;
}
