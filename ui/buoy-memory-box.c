/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The mail client owns the model: buttons only emit signals, and the rows follow the model.
 */
#include "config.h"

#include "buoy-memory-box.h"

#include <glib/gi18n-lib.h>

#include "buoy-list-entry.h"
#include "buoy-lock.h"
#include "buoy-preferences-part.h"
#include "buoy-question.h"
#include "buoy-sentence.h"

#define SPACING BUOY_PREFERENCES_SPACING
#define KEY "memory"
#define DAYS "memory-days"
#define MAX_DAYS 3650
#define ID "bellbuoy-account"

struct _BuoyMemoryBox
{
  GtkBox parent;

  GSettings *settings;
  BuoyMemoryModel *model;
  GtkWidget *rows; /* one per account */
  GtkWidget *kept;
  GtkWidget *words; /* progress of learning from existing mail */
  GtkWidget *bar;
  GtkWidget *look;
  GtkWidget *sender; /* to forget one */
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (BuoyMemoryBox, buoy_memory_box, GTK_TYPE_BOX)

static void
on_forget (GtkButton *button, BuoyMemoryModel *model)
{
  buoy_memory_model_ask (model, "forget", g_object_get_data (G_OBJECT (button), ID));
}

static GtkWidget *
row_new (BuoyMemoryModel *model, const BuoyMemoryAccount *account)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *words = buoy_label_new (account->words, PANGO_WEIGHT_NORMAL);
  GtkWidget *forget = gtk_button_new_with_label (_ ("Forget"));
  /* Translators: for screen readers; %s is a sentence about an account. */
  g_autofree char *name = g_strdup_printf (_ ("Forget: %s"), account->words);

  atk_object_set_name (gtk_widget_get_accessible (forget), name);
  g_object_set_data_full (G_OBJECT (forget), ID, g_strdup (account->id), g_free);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (on_forget), model, 0);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), words, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), forget, FALSE, FALSE, 0);
  return row;
}

static void
refresh_rows (BuoyMemoryBox *self)
{
  const GPtrArray *accounts = buoy_memory_model_get_accounts (self->model);

  gtk_container_foreach (GTK_CONTAINER (self->rows), (GtkCallback) gtk_widget_destroy, NULL);
  for (guint i = 0; i < accounts->len; i++)
    gtk_container_add (GTK_CONTAINER (self->rows), row_new (self->model, g_ptr_array_index (accounts, i)));
  if (accounts->len == 0)
    gtk_container_add (GTK_CONTAINER (self->rows),
                       buoy_label_new (_ ("Nothing was learned yet."), PANGO_WEIGHT_NORMAL));
  gtk_widget_show_all (self->rows);
}

static void
refresh_look_back (BuoyMemoryBox *self)
{
  const BuoyLookBack *look_back = buoy_memory_model_get_look_back (self->model);
  const gboolean is_running = look_back->state == BUOY_LOOK_BACK_RUNNING;
  g_autofree char *words = buoy_memory_words_tell_look_back (look_back);

  gtk_label_set_text (GTK_LABEL (self->words), words != NULL ? words : "");
  gtk_widget_set_visible (self->words, words != NULL);
  gtk_widget_set_visible (self->bar, is_running);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 look_back->n_all > 0 ? (double) look_back->n_read / look_back->n_all : 0);
  gtk_button_set_label (GTK_BUTTON (self->look), is_running ? _ ("_Stop") : _ ("_Look Back at Your Mail"));
  gtk_widget_set_sensitive (self->look, is_running || g_settings_get_boolean (self->settings, KEY));
}

static void
refresh (BuoyMemoryBox *self)
{
  const char *kept = buoy_memory_model_get_kept (self->model);

  refresh_rows (self);
  gtk_label_set_text (GTK_LABEL (self->kept), kept != NULL ? kept : "");
  gtk_widget_set_visible (self->kept, kept != NULL);
  gtk_widget_set_sensitive (self->sender, kept != NULL);
  gtk_widget_set_sensitive (self->clear, kept != NULL);
}

static void
on_look (BuoyMemoryBox *self)
{
  const BuoyLookBack *look_back = buoy_memory_model_get_look_back (self->model);

  buoy_memory_model_ask (self->model, look_back->state == BUOY_LOOK_BACK_RUNNING ? "stop" : "start", NULL);
}

static void
clear (gpointer model)
{
  buoy_memory_model_ask (model, "clear", NULL);
}

static void
on_clear (BuoyMemoryBox *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (self->clear);
  BuoyQuestion *question
      = buoy_question_new (GTK_WINDOW (window), GTK_MESSAGE_QUESTION,
                           _ ("Forget everything that was learned from your mail?"),
                           _ ("Your mail stays as it is. More warnings may be shown for some time."));

  gtk_window_set_modal (GTK_WINDOW (question), TRUE);
  gtk_dialog_add_buttons (GTK_DIALOG (question), _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Forget"), GTK_RESPONSE_ACCEPT,
                          NULL);
  buoy_question_run (question, GTK_RESPONSE_CANCEL, clear, g_object_ref (self->model), g_object_unref);
}

static void
on_forget_sender (GtkEntry *entry, BuoyMemoryModel *model)
{
  g_autofree char *sender = buoy_list_entry_read_sender (gtk_entry_get_text (entry));

  if (sender == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (entry));
      return;
    }
  buoy_memory_model_ask (model, "forget-sender", sender);
  gtk_entry_set_text (entry, "");
}

static void
on_forget_clicked (GtkEntry *entry)
{
  gtk_widget_activate (GTK_WIDGET (entry));
}

/* An address can be entered that is known, but never seen here: only a fingerprint of it is kept. */
static GtkWidget *
sender_new (BuoyMemoryModel *model)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *forget = gtk_button_new_with_mnemonic (_ ("Forget This _Sender"));

  /* Translators: an example of a domain. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("newsletter.example"));
  atk_object_set_name (gtk_widget_get_accessible (entry), _ ("Domain or address of a sender to forget"));
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_forget_sender), model, 0);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (on_forget_clicked), entry, G_CONNECT_SWAPPED);
  gtk_box_pack_start (GTK_BOX (row), entry, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), forget, FALSE, FALSE, 0);
  return row;
}

static GtkWidget *
days_new (GSettings *settings)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2 * SPACING);
  GtkWidget *label
      = buoy_label_new (_ ("Forget senders after this many days without mail (0: never):"), PANGO_WEIGHT_NORMAL);
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_DAYS, 1);

  g_settings_bind (settings, DAYS, spin, "value", G_SETTINGS_BIND_NO_SENSITIVITY);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_box_pack_start (GTK_BOX (row), label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), spin, FALSE, FALSE, 0);
  return buoy_lock_new (row, settings, DAYS);
}

static GtkWidget *
button_new (BuoyMemoryBox *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

/* Hidden while it is empty. */
static GtkWidget *
words_new (void)
{
  GtkWidget *label = buoy_label_new ("", PANGO_WEIGHT_NORMAL);

  gtk_widget_set_no_show_all (label, TRUE);
  return label;
}

static void
buoy_memory_box_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (buoy_memory_box_parent_class)->map (widget);
  buoy_memory_model_ask (BUOY_MEMORY_BOX (widget)->model, "open", NULL);
}

static void
buoy_memory_box_finalize (GObject *object)
{
  BuoyMemoryBox *self = BUOY_MEMORY_BOX (object);

  g_object_unref (self->settings);
  g_object_unref (self->model);
  G_OBJECT_CLASS (buoy_memory_box_parent_class)->finalize (object);
}

static void
buoy_memory_box_class_init (BuoyMemoryBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = buoy_memory_box_finalize;
  GTK_WIDGET_CLASS (klass)->map = buoy_memory_box_map;
}

static void
buoy_memory_box_init (BuoyMemoryBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->kept = words_new ();
  self->words = words_new ();
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_no_show_all (self->bar, TRUE);
  self->look = button_new (self, _ ("_Look Back at Your Mail"), G_CALLBACK (on_look));
  self->clear = button_new (self, _ ("_Forget Everything…"), G_CALLBACK (on_clear));
}

static void
add_all (BuoyMemoryBox *self)
{
  GtkWidget *const children[] = { buoy_preferences_switch_new (self->settings, KEY, _ ("Learn from my mail")),
                                  self->rows,
                                  self->words,
                                  self->bar,
                                  self->look,
                                  days_new (self->settings),
                                  self->kept,
                                  self->sender,
                                  self->clear };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_container_add (GTK_CONTAINER (self), children[i]);
}

GtkWidget *
buoy_memory_box_new (GSettings *settings, BuoyMemoryModel *model)
{
  BuoyMemoryBox *self = g_object_new (BUOY_TYPE_MEMORY_BOX, NULL);

  self->settings = g_object_ref (settings);
  self->model = g_object_ref (model);
  self->sender = sender_new (model);
  add_all (self);
  refresh (self);
  refresh_look_back (self);
  g_signal_connect_object (model, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "looked", G_CALLBACK (refresh_look_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (refresh_look_back), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
