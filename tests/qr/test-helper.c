/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Communication with the helper, with stub-decode.c as decoder: a picture that breaks its decoder affects nothing else.
 */
#include "config.h"

#include "qr/buoy-qr.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define SOON_US (300 * 1000)           /* for what hangs */
#define LATER_US (30 * G_USEC_PER_SEC) /* for what does not, on a busy machine too */
#define TURN_US 1000

static char *hanging; /* a file that is there once a decoder hangs */

/* Whether all of @orders, one picture each, were read; their texts, joined. One that hangs, being larger, is last. */
static gboolean
read_orders (const char *orders, gint64 patience, GCancellable *cancellable, char **out_texts)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  BuoyQrWork work = { g_get_monotonic_time () + patience, BUOY_QR_BUDGET, cancellable };
  gboolean done;

  for (const char *p = orders; *p != '\0'; p++)
    {
      g_autofree char *picture = g_strdup_printf ("%c%s", *p, *p == 'h' ? hanging : "");

      g_ptr_array_add (pictures, g_bytes_new (picture, strlen (picture)));
    }
  done = buoy_qr_read (pictures, &work, texts);
  g_ptr_array_add (texts, NULL);
  *out_texts = g_strjoinv (" ", (char **) texts->pdata);
  return done;
}

/* Process numbers of the children of @pid, as the kernel writes them; NULL where it does not tell. */
static char *
children_of (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/task/%s/children", pid, pid);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_strstrip (text) : NULL;
}

/* The running decoders; "" for none, NULL if the kernel does not say. */
static char *
find_decoders (void)
{
  g_autofree char *ours = g_strdup_printf ("%d", getpid ());
  g_autofree char *helper = children_of (ours);

  return helper != NULL && *helper != '\0' ? children_of (helper) : NULL;
}

static void
test_answers (void)
{
  static const struct
  {
    const char *orders;
    gboolean done;
    const char *texts;
  } cases[] = {
    { "g", TRUE, "https://good.test/" },   { "gg", TRUE, "https://good.test/ https://good.test/" },
    { "dg", FALSE, "https://good.test/" }, { "ng", FALSE, "https://good.test/" },
    { "bg", TRUE, "https://good.test/" },  { "cg", FALSE, "https://cut.test/ https://good.test/" },
    { "tg", TRUE, "https://good.test/" },  { "eg", FALSE, "https://dear.test/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *texts = NULL;

      g_test_message ("%s", cases[i].orders);
      g_assert_cmpint (read_orders (cases[i].orders, LATER_US, NULL, &texts), ==, cases[i].done);
      g_assert_cmpstr (texts, ==, cases[i].texts);
    }
}

static void
assert_good (void)
{
  g_autofree char *texts = NULL;

  g_assert_true (read_orders ("g", LATER_US, NULL, &texts));
  g_assert_cmpstr (texts, ==, "https://good.test/");
}

/* One helper for all pictures; another after it has exited. */
static void
test_warm (void)
{
  g_autofree char *ours = g_strdup_printf ("%d", getpid ());
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *texts = NULL;

  assert_good ();
  first = children_of (ours);
  assert_good ();
  second = children_of (ours);
  g_assert_cmpstr (first, ==, second);
  g_assert_false (read_orders ("k", LATER_US, NULL, &texts));
  assert_good ();
  third = children_of (ours);
  if (third != NULL)
    g_assert_cmpstr (first, !=, third);
}

/* However much it sends, what is read is limited. */
static void
test_flood (void)
{
  g_autofree char *texts = NULL;

  read_orders ("f", LATER_US, NULL, &texts);
  g_assert_cmpuint (strlen (texts), <=, BUOY_QR_MAX_TEXT_BYTES);
  assert_good ();
}

static void
assert_no_decoder_left (void)
{
  const gint64 end = g_get_monotonic_time () + LATER_US;
  g_autofree char *decoders = find_decoders ();

  while (g_strcmp0 (decoders, "") > 0 && g_get_monotonic_time () < end)
    {
      g_usleep (TURN_US);
      g_free (decoders);
      decoders = find_decoders ();
    }
  g_assert_cmpstr (decoders != NULL ? decoders : "", ==, "");
}

static void
test_hangs (void)
{
  g_autofree char *texts = NULL;

  g_assert_false (read_orders ("h", SOON_US, NULL, &texts));
  g_assert_cmpstr (texts, ==, "");
  assert_no_decoder_left ();
  assert_good ();
}

/* Neither sockets nor files can be created, nor a program started. */
static void
test_no_descriptors (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  struct rlimit kept;
  struct rlimit none;

  g_assert_no_errno (getrlimit (RLIMIT_NOFILE, &kept));
  for (rlim_t n = 0; n < 16; n++)
    {
      g_autofree char *texts = NULL;

      none = kept;
      none.rlim_cur = n;
      g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &none));
      if (!read_orders ("g", LATER_US, cancellable, &texts))
        g_assert_cmpstr (texts, ==, "");
      g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &kept));
    }
  assert_good ();
}

static gpointer
cancel_when_it_hangs (gpointer cancellable)
{
  while (!g_file_test (hanging, G_FILE_TEST_EXISTS))
    g_usleep (TURN_US);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* A reader who moves on does not wait, and no work continues; texts found before are kept. */
static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *texts = NULL;
  g_autofree char *no_texts = NULL;
  GThread *thread;

  g_remove (hanging);
  thread = g_thread_new ("reader", cancel_when_it_hangs, cancellable);
  g_assert_false (read_orders ("hg", LATER_US, cancellable, &texts));
  g_assert_cmpstr (texts, ==, "https://good.test/");
  g_thread_join (thread);
  assert_no_decoder_left ();
  g_assert_false (read_orders ("g", LATER_US, cancellable, &no_texts));
  g_assert_cmpstr (no_texts, ==, "");
  assert_good ();
}

/* Several messages at once. */
static gpointer
read_many (gpointer data)
{
  for (guint i = 0; i < 20; i++)
    assert_good ();
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bellbuoy-qr-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  hanging = g_build_filename (folder, "hanging", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/helper/no-descriptors", test_no_descriptors); /* before there is a helper */
  g_test_add_func ("/helper/answers", test_answers);
  g_test_add_func ("/helper/warm", test_warm);
  g_test_add_func ("/helper/flood", test_flood);
  g_test_add_func ("/helper/hangs", test_hangs);
  g_test_add_func ("/helper/cancelled", test_cancelled);
  g_test_add_func ("/helper/threads", test_threads);
  status = g_test_run ();
  g_remove (hanging);
  g_rmdir (folder);
  g_free (hanging);
  return status;
}
