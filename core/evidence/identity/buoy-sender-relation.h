/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Whether From is someone the reader knows.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* Judges whose address From is. Needs the sender, the authentication and the origin of @evidence. Points into the
 * context.
 */
BuoyRelation buoy_relation_judge (const BuoyEvidence *evidence);
