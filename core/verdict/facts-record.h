/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/buoy-record.h"
#include "verdict/buoy-verdict-facts.h"

/* Limits of arrays. What the engine makes stays below them. */
#define BUOY_RECORD_MAX_LIST 10000  /* domains, codes, mailboxes … */
#define BUOY_RECORD_MAX_LINKS 20000 /* of one text: BUOY_MAX_LINKS, and QR codes */

/* What may be done to a text if the verdict is too large otherwise. */
enum
{
  BUOY_ROLE_SHOWN = 1, /* it may be cut */
  BUOY_ROLE_COMPARED   /* buoy_facts_shorten_address() */
};

extern const BuoyRecordType buoy_facts_record;         /* of BuoyFacts */
extern const BuoyRecordType buoy_picture_facts_record; /* of BuoyPictureFacts */

/* Whether what was read is consistent, so that all of it may be shown. */
gboolean buoy_facts_are_sound (const BuoyFacts *facts);
