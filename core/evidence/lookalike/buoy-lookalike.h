/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Domains made to be mistaken for another's: a brand's, the organisation's, a contact's.
 */
#pragma once

#include "evidence/buoy-evidence.h"

typedef enum
{
  BUOY_LOOKALIKE_LETTERS,   /* the name in letters that look like its own */
  BUOY_LOOKALIKE_TYPO,      /* the name with one letter more, fewer, other, or two swapped */
  BUOY_LOOKALIKE_EMBEDDED,  /* the whole domain within another one */
  BUOY_LOOKALIKE_COMBINED,  /* the name joined to role words */
  BUOY_LOOKALIKE_SUFFIX,    /* the name under another suffix */
  BUOY_LOOKALIKE_SUB_DOMAIN /* the name as a label of somebody else's domain */
} BuoyLookalikeKind;

typedef enum
{
  BUOY_IN_FROM,
  BUOY_IN_REPLY_TO,
  BUOY_IN_LINK
} BuoyLookalikePlace;

typedef struct
{
  BuoyLookalikeKind kind;
  BuoyStrength strength; /* how sure it is that nobody honest has this name */
  BuoyLookalikePlace place;
  char *host;             /* ASCII */
  char *imitated;         /* the domain that it is mistaken for */
  const BuoyBrand *brand; /* whose that is; NULL: the organisation's or a contact's */
} BuoyLookalike;

typedef struct _BuoyLookalikes BuoyLookalikes;

/* The domains of all brands, made ready once. */
const BuoyLookalikes *buoy_lookalikes_get_default (void);

/* The domains of the reader's side and contacts, free mail left out; NULL where there are none. */
BuoyLookalikes *buoy_lookalikes_new_for_context (const BuoyContext *context);
void buoy_lookalikes_free (BuoyLookalikes *lookalikes);

/* The domain of @lookalikes for which @ascii_host can be mistaken; NULL. A host that is somebody's own, in the
 * registry or among the senders, is no look-alike of anybody. @site: its registrable domain, within it; NULL where it
 * has none. (transfer full)
 */
BuoyLookalike *buoy_lookalikes_find (const BuoyLookalikes *lookalikes, const char *ascii_host, const char *site);

/* Whether @domain is one of those of @lookalikes. */
gboolean buoy_lookalikes_has (const BuoyLookalikes *lookalikes, const char *domain);

void buoy_lookalike_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyLookalikes, buoy_lookalikes_free)
