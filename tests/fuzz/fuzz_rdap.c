/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Any bytes as a registry's answer, as IANA's list of registries and as a kept registration.
 */
#include "config.h"

#include "fuzz.h"
#include "net/rdap/buoy-rdap-answer.h"
#include "net/rdap/buoy-rdap-bootstrap.h"
#include "notice/buoy-registration-text.h"
#include "registry/buoy-registration-private.h"

#define NOW 1795910400 /* 2026-11-29 */

static void
tell (BuoyRegistration *registration)
{
  g_auto (GStrv) lines = buoy_registration_tell (registration, NOW);
  g_autofree char *json = buoy_lookup_to_json ("shop.test", registration, NULL, NOW);

  if (g_strv_length (lines) % 2 != 0 || !g_utf8_validate (json, -1, NULL))
    abort ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autofree char *related = NULL;
  g_autoptr (BuoyRegistration) answer = buoy_rdap_answer_parse (bytes, "shop.test", NOW, &related, NULL);
  g_autoptr (BuoyRegistration) kept = buoy_registration_from_bytes (bytes);
  g_autoptr (BuoyRdapBootstrap) bootstrap = buoy_rdap_bootstrap_new (bytes);

  if (answer != NULL)
    tell (answer);
  if (kept != NULL)
    tell (kept);
  if (bootstrap != NULL)
    buoy_rdap_bootstrap_find (bootstrap, "shop.test");
  return 0;
}
