/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A web server on loopback that answers as configured, and counts its requests.
 */
#pragma once

#include <gio/gio.h>

typedef struct _Registry Registry;

typedef struct
{
  const char *path; /* asked for: "/domain/shop.test" */
  guint status;
  const char *body;        /* NULL: @n_bytes times "[" */
  const char *location;    /* NULL */
  const char *retry_after; /* NULL */
  gsize n_bytes;
  guint drip_ms; /* delay before each 100 bytes */
} RegistryPage;

/* Serves @pages (the last one has no path), 404 for all others, in a thread. */
Registry *registry_start (const RegistryPage *pages);
void registry_stop (Registry *registry);

/* "http://127.0.0.1:PORT" */
const char *registry_get_url (Registry *registry);
guint registry_get_n_requests (Registry *registry);
/* What was asked for, in order; (transfer full). */
char **registry_dup_paths (Registry *registry);
/* The header fields of the last request: "Name: value" lines in order. */
char *registry_dup_fields (Registry *registry);
