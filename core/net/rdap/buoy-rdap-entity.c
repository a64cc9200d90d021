/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "net/rdap/buoy-rdap-entity.h"

#include <string.h>

#include "base/text/buoy-text.h"
#include "net/rdap/buoy-rdap-json.h"

#define CARD_NAME 0 /* indices in a property: name, parameters, type, value (RFC 7095 §3.3) */
#define CARD_VALUE 3

/* Words in the names of privacy services and of hidden registrants, case-folded; also the names of such services, and
 * of registrars that register in their own name ("… by onamae.com").
 */
static const char *const privacy_words[] = {
  "privacy",
  "whoisguard",
  "whois guard",
  "domains by proxy",
  "proxy service",
  "proxy, llc",
  "whoisproxy",
  "redacted",
  "withheld",
  "not disclosed",
  "non-public data",
  "data protected",
  "private person",
  "private registration",
  "private by design",
  "statutory masking",
  "identity protect",
  "whois agent",
  "by onamae.com",
  "by value-domain",
  "muumuudomain",
  "hidden by",
  "anonymised",
  "anonymized",
  "registration private",
  "super privacy",
};

JsonObject *
buoy_rdap_entity_find (JsonObject *domain, const char *role)
{
  JsonArray *entities = buoy_rdap_json_array (domain, "entities");

  for (guint i = 0; entities != NULL && i < json_array_get_length (entities); i++)
    {
      JsonObject *entity = buoy_rdap_json_object_at (entities, i);

      if (entity != NULL && buoy_rdap_json_lists (entity, "roles", role))
        return entity;
    }
  return NULL;
}

/* The text of the card's property @name. An organisation may be an array; its first text is the name. */
static char *
find_property (JsonArray *properties, const char *name)
{
  for (guint i = 0; i < json_array_get_length (properties); i++)
    {
      JsonArray *property = buoy_rdap_json_array_at (properties, i);
      g_autofree char *found = property == NULL ? NULL : buoy_rdap_json_text_at (property, CARD_NAME);
      JsonArray *units;
      char *value;

      if (g_strcmp0 (found, name) != 0 || json_array_get_length (property) <= CARD_VALUE)
        continue;
      units = buoy_rdap_json_array_at (property, CARD_VALUE);
      value = units != NULL ? buoy_rdap_json_text_at (units, 0) : buoy_rdap_json_text_at (property, CARD_VALUE);
      if (value != NULL && *value != '\0')
        return value;
      g_free (value);
    }
  return NULL;
}

char *
buoy_rdap_entity_name (JsonObject *entity)
{
  static const char *const names[] = { "fn", "org" };
  JsonArray *card = buoy_rdap_json_array (entity, "vcardArray");
  JsonArray *properties = card != NULL && json_array_get_length (card) > 1 ? buoy_rdap_json_array_at (card, 1) : NULL;

  for (guint i = 0; properties != NULL && i < G_N_ELEMENTS (names); i++)
    {
      char *name = find_property (properties, names[i]);

      if (name != NULL)
        return name;
    }
  return g_strdup ("");
}

gboolean
buoy_rdap_entity_is_privacy_service (const char *name)
{
  g_autofree char *folded = buoy_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (privacy_words); i++)
    if (strstr (folded, privacy_words[i]) != NULL)
      return TRUE;
  return FALSE;
}
