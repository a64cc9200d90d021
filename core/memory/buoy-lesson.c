/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "memory/buoy-lesson.h"

#include <string.h>

BuoyLesson *
buoy_lesson_new (void)
{
  BuoyLesson *lesson = g_new0 (BuoyLesson, 1);

  g_atomic_ref_count_init (&lesson->ref_count);
  return lesson;
}

BuoyLesson *
buoy_lesson_ref (BuoyLesson *lesson)
{
  g_atomic_ref_count_inc (&lesson->ref_count);
  return lesson;
}

void
buoy_lesson_unref (BuoyLesson *lesson)
{
  if (!g_atomic_ref_count_dec (&lesson->ref_count))
    return;
  for (guint i = 0; i < BUOY_LESSON_MAX_NAMES; i++)
    g_free (lesson->names[i].key);
  g_free (lesson->sender);
  g_free (lesson->home);
  g_free (lesson->list);
  g_free (lesson->list_server);
  g_free (lesson);
}

static gboolean
has_name (const BuoyLesson *lesson, const char *key)
{
  for (guint i = 0; i < lesson->n_names; i++)
    if (g_str_equal (lesson->names[i].key, key))
      return TRUE;
  return FALSE;
}

void
buoy_lesson_take_name (BuoyLesson *lesson, char *key, gboolean is_person)
{
  if (key == NULL || lesson->n_names == BUOY_LESSON_MAX_NAMES || has_name (lesson, key))
    g_free (key);
  else
    lesson->names[lesson->n_names++] = (BuoyLessonName){ .key = key, .is_person = is_person };
}

guint32
buoy_trait_hash (const char *text)
{
  g_autoptr (GChecksum) checksum = text != NULL ? g_checksum_new (G_CHECKSUM_SHA256) : NULL;
  guint8 digest[32];
  gsize length = sizeof digest;
  guint32 hash;

  if (checksum == NULL)
    return 0;
  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (&hash, digest, sizeof hash);
  return MAX (hash, 1);
}
