/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The people and organisations of an answer (RFC 9083 §5.1), whose names stand in jCards (RFC 7095).
 */
#pragma once

#include <json-glib/json-glib.h>

/* The entity of @role ("registrar", "registrant"); NULL. */
JsonObject *buoy_rdap_entity_find (JsonObject *domain, const char *role);

/* (transfer full): the full name of @entity's card, or else its organisation; "" where it has neither. */
char *buoy_rdap_entity_name (JsonObject *entity);

/* Whether @name is a service's that registers in the stead of others, or a word for "hidden". */
gboolean buoy_rdap_entity_is_privacy_service (const char *name);
