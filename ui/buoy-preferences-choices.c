/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Settings with a few values each.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "buoy-lock.h"
#include "buoy-preferences-part.h"
#include "buoy-sentence.h"
#include "buoy-style.h"
#include "buoy-word-toggle.h"

#define SPACING BUOY_PREFERENCES_SPACING
#define MAX_CHOICE_EMS 20 /* fits beside the list of pages in a window of 800 pixels */

GtkWidget *
buoy_preferences_switch_new (GSettings *settings, const char *key, const char *title)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_container_add (GTK_CONTAINER (button), buoy_label_new (title, PANGO_WEIGHT_NORMAL));
  g_settings_bind (settings, key, button, "active", G_SETTINGS_BIND_NO_SENSITIVITY);
  return buoy_lock_new (button, settings, key);
}

typedef struct
{
  const char *key;
  const char *label;
  const char *values[3]; /* NULL if there are two */
  const char *words[3];
} ChoiceRow;

static const ChoiceRow choices[] = {
  { "banner-level", N_ ("Show:"), { "caution", "danger" }, { N_ ("Every warning"), N_ ("Only “Danger”") } },
  { "link-action", N_ ("Misleading links:"), { "warn", "block" }, { N_ ("Ask before opening"), N_ ("Never open") } },
};

/* Long choices wrap, so that the page is not wider than the window with large text. */
static void
wrap_words (GtkWidget *combo)
{
  GList *cells = gtk_cell_layout_get_cells (GTK_CELL_LAYOUT (combo));

  for (const GList *cell = cells; cell != NULL; cell = cell->next)
    g_object_set (cell->data, "wrap-mode", PANGO_WRAP_WORD_CHAR, "wrap-width",
                  (int) (MAX_CHOICE_EMS * buoy_style_get_em (combo)), NULL);
  g_list_free (cells);
}

static GtkWidget *
choice_new (GSettings *settings, const ChoiceRow *choice)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *label = buoy_label_new (_ (choice->label), PANGO_WEIGHT_NORMAL);
  GtkWidget *combo = gtk_combo_box_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choice->values) && choice->values[i] != NULL; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), choice->values[i], _ (choice->words[i]));
  wrap_words (combo);
  g_settings_bind (settings, choice->key, combo, "active-id", G_SETTINGS_BIND_NO_SENSITIVITY);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), combo);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (row), combo, FALSE, FALSE, 0);
  return buoy_lock_new (row, settings, choice->key);
}

/* Whom the lookups ask. */
static GtkWidget *
kinds_new (GSettings *settings)
{
  static const struct
  {
    const char *kind, *title;
  } rows[] = {
    { "sender", N_ ("The policy and the keys of the sender's domain") },
    { "registration", N_ ("Who registered a domain, and when") },
    { "reverse-name", N_ ("The name of the server that sent the message") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_container_add (GTK_CONTAINER (box),
                       buoy_word_toggle_new (settings, "lookup-kinds", rows[i].kind, _ (rows[i].title)));
  return buoy_lock_new (box, settings, "lookup-kinds");
}

GtkWidget *
buoy_preferences_lookups_new (GSettings *settings)
{
  static const ChoiceRow choice = { "lookups",
                                    N_ ("Ask:"),
                                    { "off", "on-request", "automatic" },
                                    { N_ ("Never"), N_ ("When I ask for it"),
                                      N_ ("The policy and registries automatically, keys when I ask for them") } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (box), choice_new (settings, &choice));
  gtk_container_add (GTK_CONTAINER (box), kinds_new (settings));
  return buoy_preferences_part_new (
      _ ("Lookups"),
      _ ("If your mail provider did not verify the sender, the name servers of the sender's domain may "
         "help: they provide its policy and its signing keys. Only the policy of the organisation's own "
         "domain is looked up automatically, under a name that is the same for everyone. Keys and the "
         "policies of sub-domains are only looked up when you ask for it: whoever runs the servers can "
         "then tell that the message was opened. Only names of that domain are sent, and none that seems "
         "to be made for one reader. Registries are also asked who registered the domains that a warning is "
         "about, and when: they learn that somebody asks for a domain, and nothing else. Only when you ask "
         "for it are name servers also asked for the name of the server that sent the message."),
      box);
}

GtkWidget *
buoy_preferences_warnings_new (GSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (box),
                     buoy_preferences_switch_new (settings, "enabled", _ ("Check messages when they are opened")));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_container_add (GTK_CONTAINER (box), choice_new (settings, &choices[i]));
  gtk_container_add (GTK_CONTAINER (box),
                     buoy_preferences_switch_new (settings, "qr-codes", _ ("Decode QR codes in pictures")));
  return buoy_preferences_part_new (_ ("Warnings"), NULL, box);
}
