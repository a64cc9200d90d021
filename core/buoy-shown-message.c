/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Filled by the host and bounded, whatever it is given. As a GVariant it can be sent to another process.
 */
#include "config.h"

#include "buoy-shown-message-private.h"

#include <string.h>

#define LINK_FORMAT "(ssmsbb)"
#define LINKS_FORMAT "a" LINK_FORMAT
#define SHOWN_FORMAT "(" LINKS_FORMAT "sub)" /* links, text, the number left out, a password field */

G_DEFINE_BOXED_TYPE (BuoyShown, buoy_shown, buoy_shown_ref, buoy_shown_unref)

static void
shown_link_free (gpointer data)
{
  BuoyShownLink *link = data;

  g_free (link->href);
  g_free (link->text);
  g_free (link->base);
  g_free (link);
}

/**
 * buoy_shown_new:
 *
 * Creates a document without links and text.
 *
 * Returns: (transfer full): an empty document
 *
 * Since: 0.2
 */
BuoyShown *
buoy_shown_new (void)
{
  BuoyShown *shown = g_new0 (BuoyShown, 1);

  g_atomic_ref_count_init (&shown->ref_count);
  shown->links = g_ptr_array_new_with_free_func (shown_link_free);
  shown->text = g_string_new (NULL);
  return shown;
}

/**
 * buoy_shown_ref:
 * @shown: what is displayed
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @shown
 *
 * Since: 0.2
 */
BuoyShown *
buoy_shown_ref (BuoyShown *shown)
{
  g_return_val_if_fail (shown != NULL, NULL);

  g_atomic_ref_count_inc (&shown->ref_count);
  return shown;
}

/**
 * buoy_shown_unref:
 * @shown: (transfer full): what is displayed
 *
 * Drops a reference; any thread may.
 *
 * Since: 0.2
 */
void
buoy_shown_unref (BuoyShown *shown)
{
  g_return_if_fail (shown != NULL);

  if (!g_atomic_ref_count_dec (&shown->ref_count))
    return;
  g_ptr_array_unref (shown->links);
  g_string_free (shown->text, TRUE);
  g_free (shown);
}

/* Whether @n_bytes more may be kept. */
static gboolean
has_room_for (BuoyShown *shown, gsize n_bytes)
{
  if (n_bytes > BUOY_MAX_SHOWN_BYTES - shown->n_bytes)
    return FALSE;
  shown->n_bytes += n_bytes;
  return TRUE;
}

static void
add (BuoyShown *shown, const char *href, const char *text, const char *base, gboolean is_seen, gboolean is_form)
{
  const gsize n_bytes = strlen (href) + strlen (text) + (base != NULL ? strlen (base) : 0);
  BuoyShownLink *link;

  if (shown->links->len >= BUOY_MAX_SHOWN_LINKS || !has_room_for (shown, n_bytes))
    {
      buoy_shown_add_left_out (shown, 1);
      return;
    }
  link = g_new0 (BuoyShownLink, 1);
  link->href = g_utf8_make_valid (href, -1);
  link->text = g_utf8_make_valid (text, -1);
  link->base = base != NULL ? g_utf8_make_valid (base, -1) : NULL;
  link->is_seen = is_seen;
  link->is_form = is_form;
  g_ptr_array_add (shown->links, link);
}

/**
 * buoy_shown_add_link:
 * @shown: what is displayed
 * @href: the value of its attribute, as the document has it
 * @text: its text as rendered; where there is none, what stands for its pictures
 * @base: (nullable): the address that @href is relative to, if the document names one
 * @is_seen: whether it seems to be visible. Programs are mistaken about that, so it only decides what is told first
 *
 * Adds a link. Of too many, and of too long ones, only the number is kept.
 *
 * Since: 0.2
 */
void
buoy_shown_add_link (BuoyShown *shown, const char *href, const char *text, const char *base, gboolean is_seen)
{
  g_return_if_fail (shown != NULL);
  g_return_if_fail (href != NULL && text != NULL);

  add (shown, href, text, base, is_seen, FALSE);
}

/**
 * buoy_shown_add_form:
 * @shown: what is displayed
 * @action: where it is sent, as the document has it
 * @label: the text of the button that sends it
 * @base: (nullable): the address that @action is relative to, if the document names one
 *
 * Adds a form.
 *
 * Since: 0.2
 */
void
buoy_shown_add_form (BuoyShown *shown, const char *action, const char *label, const char *base)
{
  g_return_if_fail (shown != NULL);
  g_return_if_fail (action != NULL && label != NULL);

  add (shown, action, label, base, TRUE, TRUE);
}

/**
 * buoy_shown_add_text:
 * @shown: what is displayed
 * @text: text of one document, as rendered
 *
 * Adds visible text.
 *
 * Since: 0.2
 */
void
buoy_shown_add_text (BuoyShown *shown, const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (shown != NULL);
  g_return_if_fail (text != NULL);

  if (*text == '\0' || !has_room_for (shown, strlen (text) + 1))
    return;
  valid = g_utf8_make_valid (text, -1);
  if (shown->text->len > 0)
    g_string_append_c (shown->text, '\n');
  g_string_append (shown->text, valid);
}

/**
 * buoy_shown_add_left_out:
 * @shown: what is displayed
 * @n_links: how many more links are displayed
 *
 * Counts links that are displayed and not added. Where the bytes hold fewer links than that, the message cannot be
 * checked whole.
 *
 * Since: 0.2
 */
void
buoy_shown_add_left_out (BuoyShown *shown, guint n_links)
{
  g_return_if_fail (shown != NULL);

  shown->n_left_out += MIN (n_links, G_MAXUINT - shown->n_left_out);
}

/**
 * buoy_shown_set_has_password_field:
 * @shown: what is displayed
 *
 * Says that the message displays a field for a password.
 *
 * Since: 0.2
 */
void
buoy_shown_set_has_password_field (BuoyShown *shown)
{
  g_return_if_fail (shown != NULL);

  shown->has_password_field = TRUE;
}

/*< private >
 * buoy_shown_to_variant:
 * @shown: what is displayed
 *
 * Writes @shown as a value that buoy_shown_new_from_variant() reads in another process of the same version. The format
 * may change.
 *
 * Returns: (transfer floating): the value
 */
GVariant *
buoy_shown_to_variant (const BuoyShown *shown)
{
  GVariantBuilder links;

  g_return_val_if_fail (shown != NULL, NULL);

  g_variant_builder_init (&links, G_VARIANT_TYPE (LINKS_FORMAT));
  for (guint i = 0; i < shown->links->len; i++)
    {
      const BuoyShownLink *link = g_ptr_array_index (shown->links, i);

      g_variant_builder_add (&links, LINK_FORMAT, link->href, link->text, link->base, link->is_seen, link->is_form);
    }
  return g_variant_new (SHOWN_FORMAT, &links, shown->text->str, shown->n_left_out, shown->has_password_field);
}

/*< private >
 * buoy_shown_new_from_variant:
 * @variant: a value that buoy_shown_to_variant() has written, or any other
 *
 * Reads what is displayed from a value that may come from a process that is not trusted: the limits hold for it, too.
 *
 * Returns: (transfer full) (nullable): what is displayed; %NULL if the value is of another form
 */
BuoyShown *
buoy_shown_new_from_variant (GVariant *variant)
{
  g_autoptr (BuoyShown) shown = NULL;
  g_autoptr (GVariantIter) links = NULL;
  const char *href, *text, *base, *visible;
  gboolean is_seen, is_form, has_password_field;
  guint n_left_out;

  g_return_val_if_fail (variant != NULL, NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (SHOWN_FORMAT)))
    return NULL;
  shown = buoy_shown_new ();
  g_variant_get (variant, "(" LINKS_FORMAT "&sub)", &links, &visible, &n_left_out, &has_password_field);
  buoy_shown_add_text (shown, visible);
  buoy_shown_add_left_out (shown, n_left_out);
  shown->has_password_field = has_password_field;
  while (g_variant_iter_next (links, "(&s&sm&sbb)", &href, &text, &base, &is_seen, &is_form))
    add (shown, href, text, base, is_seen, is_form);
  return g_steal_pointer (&shown);
}
