/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One row for each list, with a sentence that explains it.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "buoy-list-editor.h"
#include "buoy-lock.h"
#include "buoy-preferences-part.h"

typedef struct
{
  const char *key;
  const char *title;
  const char *explanation;
  const char *hint;       /* an example of an entry */
  BuoyListEntryFunc read; /* NULL if entries come from a message */
} ListRow;

static const ListRow trust_lists[] = {
  { "trusted-senders", N_ ("Trusted senders"),
    N_ ("Mail from these domains is trusted as long as your mail provider confirms that it comes from "
        "there. You are still warned when a sender or link is disguised."),
    /* Translators: an example of a domain. */
    N_ ("newsletter.example"), buoy_list_entry_read_host },
  { "trusted-links", N_ ("Trusted links"),
    N_ ("Links in mail from these senders may lead to these sites, whatever their text says, as long as "
        "the sender is verified."),
    NULL, NULL },
};

static const ListRow site_lists[] = {
  { "block-sites", N_ ("Blocked sites"),
    N_ ("You are warned about links to these sites: a host, a host with a path, or “*.” and a domain for all of its "
        "hosts."),
    /* Translators: an example of a site. */
    N_ ("*.scam.example"), buoy_list_entry_read_site },
  { "allow-sites", N_ ("Allowed sites"),
    N_ ("These sites are allowed even if a block list contains them. You are still warned about disguised links to "
        "them."),
    /* Translators: an example of a site. */
    N_ ("shop.example/offers"), buoy_list_entry_read_site },
  { "lists", N_ ("Block lists"),
    N_ ("You are warned about links to sites on these lists: each is a name, “hosts”, “domains” or “urls”, and an "
        "https address or the path of a file. “bellbuoy lists update” renews them."),
    /* Translators: an example of a block list: a name, the kind of its entries, and where it is. */
    N_ ("shield hosts https://lists.example/hosts.txt"), buoy_list_entry_read_subscription },
};

static const ListRow organisation_lists[] = {
  { "own-domains", N_ ("Domains of your organisation"),
    N_ ("Warn about mail that claims to come from these domains but arrives from outside without proof."),
    /* Translators: an example of a domain. */
    N_ ("company.example"), buoy_list_entry_read_host },
  { "protected-domains", N_ ("Domains to protect from imitation"),
    N_ ("You are warned about domains that look like these, such as those of partners and banks. This does not make "
        "them trusted."),
    /* Translators: an example of a domain. */
    N_ ("partner.example"), buoy_list_entry_read_host },
  { "protected-people", N_ ("People to protect from imitation"),
    N_ ("You are warned if a message with such a name comes from an address of another domain. This does not make "
        "their mail trusted."),
    /* Translators: an example of a name and an address. */
    N_ ("Jane Doe <jane@company.example>"), buoy_list_entry_read_person },
  { "link-gateways", N_ ("Gateways that rewrite links"),
    N_ ("If your organisation’s mail filter puts its own server in front of links, they are judged by "
        "the original address: “host”, or “host:parameter” if the query contains that address."),
    /* Translators: an example of a server, and of the parameter that holds an address. */
    N_ ("links.company.example:url"), buoy_list_entry_read_host },
};

static const ListRow servers
    = { "receiving-servers", N_ ("Servers that receive your mail"),
        N_ ("What these servers record about a message is trusted. Each is a name, an address or a network. "
            "The servers of your accounts are recognised automatically."),
        /* Translators: an example of the name of a mail server. */
        N_ ("mx.provider.example"), buoy_list_entry_read_server };

static GtkWidget *
list_new (GSettings *settings, const ListRow *row)
{
  GtkWidget *editor
      = buoy_list_editor_new (settings, row->key, _ (row->title), row->hint != NULL ? _ (row->hint) : NULL, row->read);

  return buoy_preferences_part_new (_ (row->title), _ (row->explanation), buoy_lock_new (editor, settings, row->key));
}

static void
add_lists (GtkContainer *column, GSettings *settings, const ListRow *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    gtk_container_add (column, list_new (settings, &rows[i]));
}

void
buoy_preferences_add_trust_lists (GtkContainer *column, GSettings *settings)
{
  add_lists (column, settings, trust_lists, G_N_ELEMENTS (trust_lists));
}

void
buoy_preferences_add_site_lists (GtkContainer *column, GSettings *settings)
{
  add_lists (column, settings, site_lists, G_N_ELEMENTS (site_lists));
}

void
buoy_preferences_add_organisation_lists (GtkContainer *column, GSettings *settings)
{
  add_lists (column, settings, organisation_lists, G_N_ELEMENTS (organisation_lists));
}

GtkWidget *
buoy_preferences_servers_new (GSettings *settings)
{
  return list_new (settings, &servers);
}
