/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-memory-model.h"

struct _BuoyMemoryModel
{
  GObject parent;

  GPtrArray *accounts; /* of BuoyMemoryAccount */
  char *kept;          /* NULL */
  BuoyLookBack look_back;
};

G_DEFINE_FINAL_TYPE (BuoyMemoryModel, buoy_memory_model, G_TYPE_OBJECT)

BuoyMemoryAccount *
buoy_memory_account_new (const char *id, char *words)
{
  BuoyMemoryAccount *account = g_new (BuoyMemoryAccount, 1);

  *account = (BuoyMemoryAccount){ g_strdup (id), words };
  return account;
}

void
buoy_memory_account_free (gpointer data)
{
  BuoyMemoryAccount *account = data;

  g_free (account->id);
  g_free (account->words);
  g_free (account);
}

BuoyMemoryModel *
buoy_memory_model_new (void)
{
  return g_object_new (BUOY_TYPE_MEMORY_MODEL, NULL);
}

void
buoy_memory_model_set (BuoyMemoryModel *self, GPtrArray *accounts, char *kept)
{
  g_ptr_array_unref (self->accounts);
  g_free (self->kept);
  self->accounts = accounts;
  self->kept = kept;
  g_signal_emit_by_name (self, "changed");
}

void
buoy_memory_model_set_look_back (BuoyMemoryModel *self, const BuoyLookBack *look_back)
{
  self->look_back = *look_back;
  g_signal_emit_by_name (self, "looked");
}

const GPtrArray *
buoy_memory_model_get_accounts (BuoyMemoryModel *self)
{
  return self->accounts;
}

const char *
buoy_memory_model_get_kept (BuoyMemoryModel *self)
{
  return self->kept;
}

const BuoyLookBack *
buoy_memory_model_get_look_back (BuoyMemoryModel *self)
{
  return &self->look_back;
}

void
buoy_memory_model_ask (BuoyMemoryModel *self, const char *signal, const char *argument)
{
  g_signal_emit_by_name (self, signal, argument);
}

static void
buoy_memory_model_finalize (GObject *object)
{
  BuoyMemoryModel *self = BUOY_MEMORY_MODEL (object);

  g_ptr_array_unref (self->accounts);
  g_free (self->kept);
  G_OBJECT_CLASS (buoy_memory_model_parent_class)->finalize (object);
}

static void
buoy_memory_model_class_init (BuoyMemoryModelClass *klass)
{
  static const char *const news[] = { "changed", "looked" };
  static const char *const requests[] = { "open", "start", "stop", "forget", "forget-sender", "clear" };

  G_OBJECT_CLASS (klass)->finalize = buoy_memory_model_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    g_signal_new (news[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    g_signal_new (requests[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING);
}

static void
buoy_memory_model_init (BuoyMemoryModel *self)
{
  self->accounts = g_ptr_array_new_with_free_func (buoy_memory_account_free);
}
