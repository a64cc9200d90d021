/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The entries for a key form a chain: a merged list is added to the value below it, any other entry hides that. At the
 * end of the chain is the reader's value.
 */
#include "config.h"

#include "policy/buoy-policy-set.h"

struct _BuoyPolicySet
{
  gatomicrefcount n_refs;
  GHashTable *chains; /* char * to GSList of BuoyPolicyEntry */
};

static void
free_chain (gpointer chain)
{
  g_slist_free_full (chain, (GDestroyNotify) buoy_policy_entry_unref);
}

static void
add_entry (BuoyPolicySet *set, BuoyPolicyEntry *entry)
{
  GSList *chain = NULL;
  char *key = NULL;

  g_hash_table_steal_extended (set->chains, entry->key, (gpointer *) &key, (gpointer *) &chain);
  if (!entry->is_merged)
    g_clear_pointer (&chain, free_chain);
  g_free (key);
  g_hash_table_insert (set->chains, g_strdup (entry->key), g_slist_prepend (chain, buoy_policy_entry_ref (entry)));
}

BuoyPolicySet *
buoy_policy_set_new (GPtrArray *files)
{
  BuoyPolicySet *set = g_new0 (BuoyPolicySet, 1);

  g_atomic_ref_count_init (&set->n_refs);
  set->chains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_chain);
  for (guint i = 0; i < files->len; i++)
    {
      const BuoyPolicyFile *file = files->pdata[i];

      for (guint j = 0; j < file->entries->len; j++)
        add_entry (set, file->entries->pdata[j]);
    }
  return set;
}

BuoyPolicySet *
buoy_policy_set_ref (BuoyPolicySet *set)
{
  g_atomic_ref_count_inc (&set->n_refs);
  return set;
}

void
buoy_policy_set_unref (BuoyPolicySet *set)
{
  if (!g_atomic_ref_count_dec (&set->n_refs))
    return;
  g_hash_table_unref (set->chains);
  g_free (set);
}

const GSList *
buoy_policy_set_get (BuoyPolicySet *set, const char *key)
{
  return g_hash_table_lookup (set->chains, key);
}

/* A merged list does not hide a lock below it. */
static gboolean
is_locked (const GSList *chain)
{
  const GSList *last = g_slist_last ((GSList *) chain);

  return last != NULL && ((const BuoyPolicyEntry *) last->data)->is_locked;
}

gboolean
buoy_policy_set_is_locked (BuoyPolicySet *set, const char *key)
{
  return is_locked (buoy_policy_set_get (set, key));
}

gboolean
buoy_policy_list_contains (GVariant *list, GVariant *entry)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);

      if (g_variant_equal (child, entry))
        return TRUE;
    }
  return FALSE;
}

static void
add_all (GVariantBuilder *builder, GVariant *list, GVariant *except)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);

      if (except == NULL || !buoy_policy_list_contains (except, child))
        g_variant_builder_add_value (builder, child);
    }
}

/* The entries of @ours, then those of @below that are not among them. */
static GVariant *
unite (GVariant *ours, GVariant *below)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (ours));
  add_all (&builder, ours, NULL);
  if (below != NULL)
    add_all (&builder, below, ours);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static GVariant *
apply (const GSList *chain, GVariant *reader)
{
  const BuoyPolicyEntry *entry = chain != NULL ? chain->data : NULL;
  g_autoptr (GVariant) below = NULL;

  if (entry == NULL)
    return reader != NULL ? g_variant_ref (reader) : NULL;
  if (!entry->is_merged)
    return g_variant_ref (entry->is_locked || reader == NULL ? entry->value : reader);
  below = apply (chain->next, reader);
  return unite (entry->value, below);
}

GVariant *
buoy_policy_set_apply (BuoyPolicySet *set, const char *key, GVariant *reader)
{
  return apply (buoy_policy_set_get (set, key), reader);
}

GVariant *
buoy_policy_set_strip (BuoyPolicySet *set, const char *key, GVariant *value)
{
  g_autoptr (GVariant) rest = g_variant_ref_sink (value);

  for (const GSList *chain = buoy_policy_set_get (set, key); chain != NULL; chain = chain->next)
    {
      const BuoyPolicyEntry *entry = chain->data;
      GVariantBuilder builder;

      if (!entry->is_merged)
        break;
      g_variant_builder_init (&builder, g_variant_get_type (rest));
      add_all (&builder, rest, entry->value);
      g_variant_unref (rest);
      rest = g_variant_ref_sink (g_variant_builder_end (&builder));
    }
  return g_steal_pointer (&rest);
}

gboolean
buoy_policy_set_holds (BuoyPolicySet *set, const char *key, GVariant *value)
{
  for (const GSList *chain = buoy_policy_set_get (set, key); chain != NULL; chain = chain->next)
    {
      const BuoyPolicyEntry *entry = chain->data;

      if ((entry->is_merged || entry->is_locked) && buoy_policy_list_contains (entry->value, value))
        return TRUE;
    }
  return FALSE;
}

gboolean
buoy_policy_set_agrees (BuoyPolicySet *set, BuoyPolicySet *other, const char *key)
{
  const GSList *a = buoy_policy_set_get (set, key);
  const GSList *b = buoy_policy_set_get (other, key);

  for (; a != NULL && b != NULL; a = a->next, b = b->next)
    {
      const BuoyPolicyEntry *one = a->data;
      const BuoyPolicyEntry *two = b->data;

      if (one->is_locked != two->is_locked || one->is_merged != two->is_merged
          || !g_variant_equal (one->value, two->value))
        return FALSE;
    }
  return a == NULL && b == NULL;
}
