/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Rewritten as a whole, so that a full disk leaves the old file intact.
 */
#include "config.h"

#include "buoy-notes.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "notice/buoy-feedback.h"
#include "notice/buoy-shown.h"

#define FILE_NAME "wrong-warnings.jsonl"
#define MAX_NOTES 500    /* the newest; by then, a rule that is wrong so often is known */
#define LOCK_ATTEMPTS 50 /* a second in total */
#define LOCK_PAUSE_US (20 * 1000)
#define MAX_BYTES (1024 * 1024) /* a larger file isn't ours, and is replaced */

/* The newest lines of the file, leaving room for one note. */
static gboolean
append_old (GString *out, const char *path, GError **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length = 0;
  guint n_lines, first;

  if (!g_file_get_contents (path, &text, &length, &own_error))
    {
      if (g_error_matches (own_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (length > MAX_BYTES)
    return TRUE;
  lines = g_strsplit (text, "\n", -1);
  n_lines = g_strv_length (lines);
  n_lines -= n_lines > 0 && *lines[n_lines - 1] == '\0' ? 1 : 0;
  first = n_lines >= MAX_NOTES ? n_lines - (MAX_NOTES - 1) : 0;
  for (guint i = first; i < n_lines; i++)
    g_string_append_printf (out, "%s\n", lines[i]);
  return TRUE;
}

/* Two clients may write at once. Don't wait long: without the lock, at worst a note is lost. */
static void
lock (int descriptor)
{
  for (guint i = 0; i < LOCK_ATTEMPTS && flock (descriptor, LOCK_EX | LOCK_NB) != 0; i++)
    g_usleep (LOCK_PAUSE_US);
}

typedef gboolean (*ChangeFunc) (GString *text, const char *note);

static gboolean
append_note (GString *text, const char *note)
{
  g_string_append_printf (text, "%s\n", note);
  return TRUE;
}

static gboolean
erase_note (GString *text, const char *note)
{
  g_autofree char *line = g_strconcat ("\n", note, "\n", NULL);
  const char *found;

  g_string_prepend_c (text, '\n'); /* so that each line is preceded by a newline, too */
  found = g_strrstr (text->str, line);
  if (found != NULL)
    g_string_erase (text, found - text->str, (gssize) strlen (line) - 1);
  g_string_erase (text, 0, 1);
  return found != NULL;
}

static gboolean
change (const char *folder, const char *note, ChangeFunc func, GError **error)
{
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!append_old (text, path, error) || !func (text, note))
    return FALSE;
  return g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
change_locked (const char *folder, const char *note, ChangeFunc func, GError **error)
{
  gboolean changed;
  int descriptor;

  g_mkdir_with_parents (folder, 0700); /* if this fails, the next call reports it */
  descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0)
    lock (descriptor);
  changed = change (folder, note, func, error);
  if (descriptor >= 0)
    close (descriptor);
  return changed;
}

gboolean
buoy_notes_add (const char *folder, const char *note, GError **error)
{
  return change_locked (folder, note, append_note, error);
}

gboolean
buoy_notes_remove (const char *folder, const char *note, GError **error)
{
  return change_locked (folder, note, erase_note, error);
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "bellbuoy", NULL);
}

gboolean
buoy_notes_write (BuoyVerdict *verdict, GError **error)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *note = buoy_verdict_to_note (verdict, now);

  return buoy_notes_add (folder, note, error);
}

/* The note may be of yesterday if midnight has passed since. */
gboolean
buoy_notes_take_back (BuoyVerdict *verdict, GError **error)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autofree char *note = buoy_verdict_to_note (verdict, now);
  g_autofree char *older = buoy_verdict_to_note (verdict, yesterday);
  g_autoptr (GError) own_error = NULL;

  if (buoy_notes_remove (folder, note, &own_error)
      || (own_error == NULL && buoy_notes_remove (folder, older, &own_error)))
    return TRUE;
  if (own_error == NULL) /* there was no such note */
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));
  return FALSE;
}

const char *
buoy_notes_get_subject (void)
{
  /* Translators: the subject of a mail. */
  return _ ("Bellbuoy: a warning was wrong");
}

/* The path as people write it: "~/.local/share/bellbuoy/wrong-warnings.jsonl". */
static char *
dup_place (void)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && path[strlen (home)] == G_DIR_SEPARATOR)
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

static char *
thank (const char *place, const char *address)
{
  if (address == NULL)
    /* Translators: %s is the name of a file. */
    return g_strdup_printf (
        _ ("Thank you. This was noted on your computer, in %s. If you like, tell your mail administrator or the "
           "Bellbuoy developers: the report below is not sent unless you send it."),
        place);
  /* Translators: %1$s is the name of a file, %2$s an address of the reader's organisation. */
  return g_strdup_printf (
      _ ("Thank you. This was noted on your computer, in %1$s. Your organisation asks to be told at "
         "%2$s: the report below is not sent unless you send it."),
      place, address);
}

char *
buoy_notes_tell (BuoyNoteState state, const char *address, const char *trouble)
{
  g_autofree char *place = dup_place ();
  g_autofree char *shown = buoy_shown_text (trouble != NULL ? trouble : "");

  switch (state)
    {
    case BUOY_NOTE_ASKED:
      /* Translators: %s is the name of a file. */
      return g_strdup_printf (
          _ ("If this message is legitimate, that can be noted on your computer, in %s, so that it can be found again. "
             "The report below contains nothing of the message but its sender's domain. Nothing is sent."),
          place);
    case BUOY_NOTE_NOTED:
      return thank (place, address);
    case BUOY_NOTE_REMOVED:
      return g_strdup (_ ("The note was removed again."));
    case BUOY_NOTE_STAYS:
      /* Translators: %1$s is the name of a file, %2$s tells why, as “Permission denied”. */
      return g_strdup_printf (_ ("The note could not be removed from %1$s: %2$s."), place, shown);
    case BUOY_NOTE_FAILED:
    default:
      /* Translators: %1$s is the name of a file, %2$s tells why, as “No space left on device”. */
      return g_strdup_printf (_ ("This could not be noted on your computer, in %1$s: %2$s."), place, shown);
    }
}
