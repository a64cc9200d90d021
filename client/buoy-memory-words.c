/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "buoy-memory-words.h"

#include <glib/gi18n-lib.h>

#include "memory/store/buoy-known-sender.h"
#include "notice/buoy-shown.h"

char *
buoy_memory_words_tell_account (const char *name, const char *server, const char *checker)
{
  g_autofree char *account = buoy_shown_name (name);

  if (server == NULL)
    /* Translators: %s is an account. */
    return g_strdup_printf (_ ("%s: which servers receive its mail is not known yet."), account);
  if (checker == NULL)
    /* Translators: %1$s is an account, %2$s a mail server. */
    return g_strdup_printf (
        _ ("%1$s: mail is received by %2$s. No checks are read, as not all mail from there has any."), account, server);
  if (g_str_equal (server, checker))
    /* Translators: %1$s is an account, %2$s a mail server. */
    return g_strdup_printf (_ ("%1$s: mail is received by %2$s; its checks are read."), account, server);
  /* Translators: %1$s is an account, %2$s and %3$s are mail servers. */
  return g_strdup_printf (_ ("%1$s: mail is received by %2$s; the checks of %3$s are read."), account, server, checker);
}

char *
buoy_memory_words_tell_look_back (const BuoyLookBack *look_back)
{
  switch (look_back->state)
    {
    case BUOY_LOOK_BACK_RUNNING:
      /* Translators: both are numbers of messages. */
      return g_strdup_printf (_ ("Looking back at your mail: %1$u of %2$u messages"), look_back->n_read,
                              look_back->n_all);
    case BUOY_LOOK_BACK_STOPPED:
      /* Translators: both are numbers of messages. */
      return g_strdup_printf (_ ("Stopped after %1$u of %2$u messages"), look_back->n_read, look_back->n_all);
    case BUOY_LOOK_BACK_DONE:
      if (look_back->n_read == 0)
        return g_strdup (_ ("There was nothing new to look at."));
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u message was looked at", "%u messages were looked at",
                                           look_back->n_read),
                              look_back->n_read);
    case BUOY_LOOK_BACK_NONE:
    default:
      return NULL;
    }
}

char *
buoy_memory_words_tell_kept (BuoyMemory *memory)
{
  g_auto (GStrv) accounts = buoy_memory_list_accounts (memory);
  const guint n = g_strv_length (accounts), n_senders = buoy_memory_count_senders (memory);
  g_autofree char *taught = NULL;
  g_autofree char *senders = NULL;

  if (n == 0 && n_senders == 0)
    return NULL;
  taught = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "What was learned from the mail of %u account is kept on this computer.",
                                         "What was learned from the mail of %u accounts is kept on this computer.", n),
                            n);
  if (n_senders == 0)
    return g_steal_pointer (&taught);
  /* Translators: %u is a number of domains that mail came from. */
  senders = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sender's domain is remembered.",
                                          "%u senders' domains are remembered.", n_senders),
                             n_senders);
  return g_strjoin ("\n", taught, senders, NULL);
}
