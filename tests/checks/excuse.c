/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "excuse.h"

#include "mail.h"

#include <string.h>

struct _Excuses
{
  GKeyFile *file;
  GStrv names;
};

Excuses *
excuses_read (const char *path)
{
  Excuses *excuses = g_new0 (Excuses, 1);
  g_autoptr (GError) error = NULL;

  excuses->file = g_key_file_new ();
  g_key_file_load_from_file (excuses->file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  excuses->names = g_key_file_get_groups (excuses->file, NULL);
  return excuses;
}

void
excuses_free (Excuses *excuses)
{
  g_key_file_unref (excuses->file);
  g_strfreev (excuses->names);
  g_free (excuses);
}

const char *const *
excuses_get_names (const Excuses *excuses)
{
  return (const char *const *) excuses->names;
}

char *
excuses_get_word (const Excuses *excuses, const char *name, const char *word)
{
  return g_key_file_get_string (excuses->file, name, word, NULL);
}

/* The part after the last @ of a text with addresses. */
static char *
get_domain (const char *text)
{
  const char *at = text != NULL ? strrchr (text, '@') : NULL;

  return at != NULL ? g_strndup (at + 1, strcspn (at + 1, "> ,;")) : NULL;
}

/* The text between @before and the first of @ends; NULL. */
static char *
get_between (const char *text, const char *before, const char *ends)
{
  const char *start = text != NULL ? strstr (text, before) : NULL;

  if (start == NULL)
    return NULL;
  start += strlen (before);
  return g_strndup (start, strcspn (start, ends));
}

/* @kind: a kind's name. */
static const char *
get_cited (BuoyVerdict *verdict, const char *kind)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (BUOY_TYPE_EVIDENCE_KIND);
  const GEnumValue *row = g_enum_get_value_by_nick (kinds, kind);
  const GPtrArray *findings = buoy_verdict_get_findings (verdict);

  if (row == NULL)
    return NULL;
  for (guint i = 0; i < findings->len; i++)
    {
      const BuoyFinding *finding = g_ptr_array_index (findings, i);
      const char *value = buoy_finding_get_value (finding, (BuoyEvidenceKind) row->value);

      if (value != NULL)
        return value;
    }
  return NULL;
}

/* The value of {word} in a row; NULL if this mail has none. */
static char *
get_fact (const Mail *mail, BuoyVerdict *verdict, const char *word)
{
  g_autofree char *from = mail_get (mail, "From");
  g_autofree char *to = mail_get (mail, "To");
  g_autofree char *trace = mail_get (mail, "Received");

  if (g_str_equal (word, "from-domain"))
    return get_domain (from);
  if (g_str_equal (word, "to-domain"))
    return get_domain (to);
  if (g_str_equal (word, "shown-domain"))
    return get_domain (get_cited (verdict, "shown-address"));
  if (g_str_equal (word, "helo"))
    return get_between (trace, "from ", " ;\t");
  if (g_str_equal (word, "by"))
    return get_between (trace, "by ", " ;\t");
  if (g_str_equal (word, "ip"))
    return get_between (trace, "[", "]");
  if (g_str_equal (word, "from-local"))
    return get_between (from, "<", "@");
  return g_strdup (get_cited (verdict, word));
}

/* @text with its {words} replaced; NULL if one of them has no value. */
static char *
fill_in (const char *text, const Mail *mail, BuoyVerdict *verdict)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const gsize length = strspn (p + (*p == '{'), "abcdefghijklmnopqrstuvwxyz-");
      g_autofree char *word = NULL;
      g_autofree char *fact = NULL;

      if (*p != '{' || p[length + 1] != '}')
        {
          g_string_append_c (out, *p);
          continue;
        }
      word = g_strndup (p + 1, length);
      fact = get_fact (mail, verdict, word);
      if (fact == NULL || *fact == '\0')
        return NULL;
      g_string_append (out, fact);
      p += length + 1;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* @text repeated as often as "repeat" says, with "#" replaced by the number. */
static char *
repeat (const char *text, int times)
{
  g_auto (GStrv) pieces = times > 1 ? g_strsplit (text, "#", -1) : NULL;
  GString *out;

  if (pieces == NULL)
    return g_strdup (text);
  out = g_string_new (NULL);
  for (int i = 0; i < times; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      g_autofree char *copy = g_strjoinv (number, pieces);

      g_string_append (out, copy);
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *before; /* NULL: nothing */
  const char *after;
  const char *old; /* text that is replaced */
  const char *new;
} Content;

static const char *
find_tag (const char *text, const char *tag)
{
  return strcasestr (text, tag);
}

/* Wraps what a page shows: within its body, if it has one. */
static void
edit_page (GString *text, gpointer user_data)
{
  const Content *content = user_data;
  const char *body = find_tag (text->str, "<body");
  const char *head = find_tag (text->str, "</head>");
  const char *start = body != NULL ? strchr (body, '>') : head != NULL ? strchr (head, '>') : NULL;
  const char *end = find_tag (text->str, "</body");
  const gssize place = start == NULL ? 0 : start - text->str + 1;

  if (content->old != NULL)
    g_string_replace (text, content->old, content->new, 0);
  if (content->old != NULL || find_tag (text->str, "<frameset") != NULL)
    return;
  if (content->after != NULL)
    g_string_insert (text, end != NULL ? end - text->str : -1, content->after);
  if (content->before != NULL)
    g_string_insert (text, place, content->before);
}

/* A row that is being applied. */
typedef struct
{
  const Excuses *excuses;
  const char *name;
  Mail *mail;
  BuoyVerdict *verdict;
  gboolean failed; /* the mail lacks something that the row needs */
} Work;

/* The value of the row's @key for this mail; NULL if there is none. */
static char *
get_value (Work *work, const char *key)
{
  const int times = g_key_file_get_integer (work->excuses->file, work->name, "repeat", NULL);
  g_autofree char *text = g_key_file_get_string (work->excuses->file, work->name, key, NULL);
  g_autofree char *filled = NULL;

  if (text == NULL)
    return NULL;
  filled = fill_in (text, work->mail, work->verdict);
  work->failed |= filled == NULL;
  return filled != NULL ? repeat (filled, times) : NULL;
}

static void
change_header (Work *work)
{
  g_autofree char *field = get_value (work, "set");
  g_autofree char *fields = get_value (work, "header");
  g_autofree char *last = get_value (work, "header-end");
  g_autofree char *local = get_value (work, "local-part");
  g_autofree char *subject = get_value (work, "subject-before");
  g_autofree char *name = get_value (work, "name-after");
  g_autofree char *first = get_value (work, "name-before");

  g_free (get_value (work, "needs")); /* only tests whether it can be filled in */
  if (field != NULL)
    mail_set (work->mail, field);
  if (fields != NULL)
    mail_insert (work->mail, fields);
  if (last != NULL)
    mail_append (work->mail, last);
  if (local != NULL)
    work->failed |= !mail_set_local_part (work->mail, local);
  if (subject != NULL)
    work->failed |= !mail_prepend (work->mail, "Subject", subject);
  if (name != NULL)
    work->failed |= !mail_append_name (work->mail, name);
  if (first != NULL)
    work->failed |= !mail_append_name (work->mail, "") || !mail_prepend (work->mail, "From", first);
}

/* Replaces @old in the newest Received field by the row's @key. */
static void
change_trace (Work *work, const char *old, const char *key)
{
  g_autofree char *new = get_value (work, key);
  g_autofree char *value = mail_get (work->mail, "Received");
  g_autoptr (GString) field = g_string_new ("Received: ");

  if (new == NULL)
    return;
  if (old == NULL || value == NULL)
    {
      work->failed = TRUE;
      return;
    }
  g_string_append (field, value);
  g_string_replace (field, old, new, 1);
  mail_set (work->mail, field->str);
}

/* The client of the boundary hop: its address as the server writes it, and its HELO name. */
static void
change_peer (Work *work)
{
  g_autofree char *ip = get_fact (work->mail, work->verdict, "ip");
  g_autofree char *helo = get_fact (work->mail, work->verdict, "helo");
  const gboolean is_v4 = ip != NULL && strspn (ip, "0123456789.") == strlen (ip);

  change_trace (work, is_v4 ? ip : NULL, "peer");
  change_trace (work, helo, "helo");
}

static void
change_content (Work *work)
{
  g_autofree char *before = get_value (work, "html-before");
  g_autofree char *after = get_value (work, "html-after");
  g_autofree char *old = get_value (work, "html-old");
  g_autofree char *new = get_value (work, "html-new");
  g_autofree char *first = get_value (work, "text-before");
  g_autofree char *last = get_value (work, "text-after");
  Content page = { before, after, new != NULL ? old : NULL, new };
  Content text = { first, last, NULL, NULL };
  const gboolean has_page = before != NULL || after != NULL || page.old != NULL;
  const gboolean has_text = first != NULL || last != NULL;
  gboolean found = !has_page && !has_text;

  if (has_page)
    found |= mail_edit_parts (work->mail, "text/html", edit_page, &page);
  if (has_text)
    found |= mail_edit_parts (work->mail, "text/plain", edit_page, &text);
  work->failed |= !found;
}

static void
change_structure (Work *work)
{
  g_autofree char *type = get_value (work, "wrap");
  g_autofree char *before = get_value (work, "part-before");
  g_autofree char *after = get_value (work, "part-after");
  const int times = g_key_file_get_integer (work->excuses->file, work->name, "wrap-times", NULL);

  for (int i = 0; type != NULL && !work->failed && i < MAX (times, 1); i++)
    mail_wrap (work->mail, type, before, after);
}

GBytes *
excuses_apply (const Excuses *excuses, const char *name, GBytes *bytes, BuoyVerdict *verdict)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (Mail) mail = mail_new (text, length);
  Work work = { excuses, name, mail, verdict, FALSE };

  change_peer (&work);
  change_header (&work);
  change_content (&work);
  change_structure (&work);
  return work.failed ? NULL : mail_to_bytes (mail);
}
