/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A system without the public suffix list: reported once, however many hosts are looked up, and not fatal.
 */
#include "config.h"

#include "base/host/buoy-host.h"

#include <libpsl.h>

/* Replace libpsl's. */
psl_ctx_t *
psl_latest (const char *file)
{
  return NULL;
}

const psl_ctx_t *
psl_builtin (void)
{
  return NULL;
}

static void
test_reported_once (void)
{
  static const char *const hosts[] = { "www.shop.example", "shop.example", "example", "192.0.2.1", "" };

  g_test_expect_message ("bellbuoy-base", G_LOG_LEVEL_WARNING, "The public suffix list is not installed*");
  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
      {
        const char *domain = buoy_host_registrable_domain (hosts[i]);

        g_assert_true (domain == NULL || g_str_has_suffix (hosts[i], domain));
      }
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/no-suffix-list/reported-once", test_reported_once);
  return g_test_run ();
}
