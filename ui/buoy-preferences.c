/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One page, the most common settings first. Each part has a sentence that explains it.
 */
#include "config.h"

#include "buoy-preferences.h"

#include <glib/gi18n-lib.h>

#include "bellbuoy.h"
#include "buoy-check-list.h"
#include "buoy-facts.h"
#include "buoy-list-editor.h"
#include "buoy-lock.h"
#include "buoy-policy-note.h"
#include "buoy-text-setting.h"
#include "buoy-sentence.h"

#define SPACING 6

typedef struct
{
  const char *key;
  const char *title;
  const char *explanation;
  const char *hint; /* an example of an entry; NULL if entries come from a message */
} ListRow;

static const ListRow lists[] = {
  { "trusted-senders", N_ ("Trusted senders"),
    N_ ("Mail from these domains is trusted as long as your mail provider confirms that it comes from "
        "there. You are still warned when a sender or link is disguised."),
    NULL },
  { "trusted-links", N_ ("Trusted links"),
    N_ ("Links in mail from these senders may lead to these sites, whatever their text says, as long as "
        "the sender is verified."),
    NULL },
  { "own-domains", N_ ("Domains of your organisation"),
    N_ ("Warn about mail that claims to come from these domains but arrives from outside without proof."),
    /* Translators: an example of a domain. */
    N_ ("company.example") },
  { "receiving-servers", N_ ("Servers that receive your mail"),
    N_ ("What these servers record about a message is trusted. Each is a name, an address or a network. "
        "The servers of your accounts are recognised automatically."),
    /* Translators: an example of the name of a mail server. */
    N_ ("mx.provider.example") },
  { "link-gateways", N_ ("Gateways that rewrite links"),
    N_ ("If your organisation’s mail filter puts its own server in front of links, they are judged by "
        "the original address: “host”, or “host:parameter” if the query contains that address."),
    /* Translators: an example of a server, and of the parameter that holds an address. */
    N_ ("links.company.example:url") },
};

/* A heading and its content. */
static GtkWidget *
part_new (const char *title, const char *explanation, GtkWidget *content)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (part), buoy_label_new (title, PANGO_WEIGHT_BOLD));
  if (explanation != NULL)
    gtk_container_add (GTK_CONTAINER (part), buoy_label_new (explanation, PANGO_WEIGHT_NORMAL));
  gtk_widget_set_margin_start (content, 2 * SPACING);
  gtk_container_add (GTK_CONTAINER (part), content);
  return part;
}

static GtkWidget *
switch_new (GSettings *settings, const char *key, const char *title)
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

static GtkWidget *
choice_new (GSettings *settings, const ChoiceRow *choice)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *label = buoy_label_new (_ (choice->label), PANGO_WEIGHT_NORMAL);
  GtkWidget *combo = gtk_combo_box_text_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choice->values) && choice->values[i] != NULL; i++)
    gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (combo), choice->values[i], _ (choice->words[i]));
  g_settings_bind (settings, choice->key, combo, "active-id", G_SETTINGS_BIND_NO_SENSITIVITY);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), combo);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (row), combo, FALSE, FALSE, 0);
  return buoy_lock_new (row, settings, choice->key);
}

static GtkWidget *
lookups_new (GSettings *settings)
{
  static const ChoiceRow choice = { "lookups",
                                    N_ ("Ask:"),
                                    { "off", "on-request", "automatic" },
                                    { N_ ("Never"), N_ ("When I ask for it"),
                                      N_ ("The policy and registries automatically, keys when I ask for them") } };

  return part_new (
      _ ("Look-ups"),
      _ ("If your mail provider did not verify the sender, the name servers of the sender's domain may "
         "help: they provide its policy and its signing keys. Only the policy of the organisation's own "
         "domain is looked up automatically, under a name that is the same for everyone. Keys and the "
         "policies of sub-domains are only looked up when you ask for it: whoever runs the servers can "
         "then tell that the message was opened. Only names of that domain are sent, and none that seems "
         "to be made for one reader. Registries are also asked who registered the domains that a warning is "
         "about, and when: they learn that somebody asks for a domain, and nothing else. Only when you ask "
         "for it are name servers also asked for the name of the server that sent the message."),
      choice_new (settings, &choice));
}

static GtkWidget *
general_new (GSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_container_add (GTK_CONTAINER (box), switch_new (settings, "enabled", _ ("Check messages when they are opened")));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_container_add (GTK_CONTAINER (box), choice_new (settings, &choices[i]));
  return part_new (_ ("Warnings"), NULL, box);
}

static GtkWidget *
list_new (GSettings *settings, const ListRow *row)
{
  GtkWidget *editor
      = buoy_list_editor_new (settings, row->key, _ (row->title), row->hint != NULL ? _ (row->hint) : NULL);

  return part_new (_ (row->title), _ (row->explanation), buoy_lock_new (editor, settings, row->key));
}

static GtkWidget *
reports_new (GSettings *settings)
{
  const char *key = "organization-report-address";
  GtkWidget *entry = buoy_text_setting_new (settings, key, _ ("Report address of your organisation"),
                                            /* Translators: an example of an address. */
                                            _ ("abuse@company.example"));

  return part_new (_ ("Report address of your organisation"),
                   _ ("Reporting to this address is the first entry in a warning's menu. Nothing is sent "
                      "automatically."),
                   buoy_lock_new (entry, settings, key));
}

static GtkWidget *
checks_new (GSettings *settings)
{
  return part_new (_ ("Checks"), _ ("Checks that are off give no warning."),
                   buoy_lock_new (buoy_check_list_new (settings), settings, "suppressed-checks"));
}

GtkWidget *
buoy_preferences_new (GSettings *settings)
{
  GtkWidget *page = gtk_scrolled_window_new (NULL, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3 * SPACING);

  gtk_container_set_border_width (GTK_CONTAINER (column), 2 * SPACING);
  gtk_container_add (GTK_CONTAINER (column), buoy_policy_note_new (settings));
  gtk_container_add (GTK_CONTAINER (column), general_new (settings));
  gtk_container_add (GTK_CONTAINER (column), lookups_new (settings));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    gtk_container_add (GTK_CONTAINER (column), list_new (settings, &lists[i]));
  gtk_container_add (GTK_CONTAINER (column), reports_new (settings));
  gtk_container_add (GTK_CONTAINER (column), checks_new (settings));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (page), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_container_add (GTK_CONTAINER (page), column);
  gtk_widget_show_all (page);
  return page;
}
