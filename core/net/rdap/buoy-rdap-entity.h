/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Entities of an answer (RFC 9083 §5.1); their names are in jCards (RFC 7095).
 */
#pragma once

#include <json-glib/json-glib.h>

/* The entity with @role ("registrar", "registrant"). (nullable) */
JsonObject *buoy_rdap_entity_find (JsonObject *domain, const char *role);

/* (transfer full): the full name on @entity's card, or else its organisation; "" if it has neither. */
char *buoy_rdap_entity_name (JsonObject *entity);

/* Whether @name is that of a privacy service, or a word for "hidden". */
gboolean buoy_rdap_entity_is_privacy_service (const char *name);
