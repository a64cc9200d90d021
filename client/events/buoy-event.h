/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An event: a warning, or what the reader did about it.
 */
#pragma once

#include "bellbuoy.h"

typedef enum
{
  BUOY_EVENT_WARNING_SHOWN,
  BUOY_EVENT_LINK_BLOCKED,       /* by a setting, without asking */
  BUOY_EVENT_LINK_DECLINED,      /* the reader was asked, and went back */
  BUOY_EVENT_LINK_OPENED_ANYWAY, /* the reader was asked, and went on */
  BUOY_EVENT_MARKED_JUNK,
  BUOY_EVENT_REPORTED,
  BUOY_EVENT_MARKED_WRONG,
  BUOY_EVENT_TRUSTED,
  BUOY_EVENT_POLICY_FAULT,
  BUOY_EVENT_LIST_REFUSED, /* a block list was not taken: it is damaged, no list, or accuses what everybody uses */
  BUOY_EVENT_WORKER_DIED,  /* bellbuoy-worker ended by itself */
  BUOY_N_EVENTS
} BuoyEventKind;

/* One row per kind. The numbers are from OCSF 1.3: Detection Finding (2004), profile security_control. */
typedef struct
{
  const char *name;
  const char *message_id; /* the journal's MESSAGE_ID */
  int activity;           /* 1 create, 2 update */
  int action;             /* 0 unknown, 1 allowed, 2 denied */
  int disposition;        /* 1 allowed, 2 blocked, 10 exonerated, 19 alert, 99 other */
  const char *ecs_type;
  gboolean is_error; /* of Bellbuoy's own work, and no finding */
} BuoyEventRow;

const BuoyEventRow *buoy_event_kind_get_row (BuoyEventKind kind);

typedef struct
{
  BuoyEventKind kind;
  gint64 time_us;        /* since 1970 */
  char *level;           /* "danger", "caution", "none" */
  char **checks;         /* identifiers of checks, the gravest first */
  char *message;         /* a mark shared by all events of a message in one session; reveals nothing about it */
  char *sender;          /* domain; NULL if there is none, or it must not be reported */
  char *link;            /* registrable domain; NULL if there is none, or it must not be reported */
  guint64 policy_serial; /* of the policy that was fetched; 0: none */
} BuoyEvent;

/* Makes an event about @verdict (nullable) and the link @uri (nullable). @tells_domains: whether domains may be
 * reported.
 */
BuoyEvent *buoy_event_new (BuoyEventKind kind, BuoyVerdict *verdict, const char *uri, gboolean tells_domains);
void buoy_event_free (BuoyEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BuoyEvent, buoy_event_free)
