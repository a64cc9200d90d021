/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "qr-cases.h"

#include "qr/buoy-qr.h"

GBytes *
qr_case_picture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "qr", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

gboolean
qr_case_read (GPtrArray *pictures, char **out_texts)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  BuoyQrWork work = { G_MAXINT64, BUOY_QR_BUDGET, NULL };
  const gboolean done = buoy_qr_read (pictures, &work, texts);

  g_ptr_array_add (texts, NULL);
  *out_texts = g_strjoinv (" ", (char **) texts->pdata);
  return done;
}
