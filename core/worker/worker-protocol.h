/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the library and the worker program say to each other. Both ends check the version first, so that the packets
 * can be plain structures.
 *
 * Control socket: the program says hello; then the library sends requests, and nothing comes back. Each piece of work
 * has an answer socket of its own, whose other end the library keeps: closing it ends the work. On it, the process may
 * ask one question, before its answer; the library replies in one packet.
 */
#pragma once

#include <glib.h>

#define BUOY_WORKER_MAGIC "bellbuoy-worker"
#define BUOY_WORKER_PROTOCOL 3 /* changes with this file */

#define BUOY_WORKER_CONTROL_FD 0 /* what the program is started with */

#define BUOY_WORKER_N_CONTEXTS 8                          /* kept by the program; a reader has a few accounts */
#define BUOY_WORKER_NO_CONTEXT G_MAXUINT32                /* in place of a slot */
#define BUOY_WORKER_WORK_FILES 3                          /* the answer socket, the message, and more */
#define BUOY_WORKER_MAX_LISTS 62                          /* block lists of a context, each in a file */
#define BUOY_WORKER_MAX_FILES (1 + BUOY_WORKER_MAX_LISTS) /* of one packet */
#define BUOY_WORKER_MAX_ANSWER (32 * 1024 * 1024)         /* a verdict with 10,000 links takes three megabytes */
#define BUOY_WORKER_PACKET_BYTES (32 * 1024)              /* of an answer or a reply; a socket buffer holds several */
#define BUOY_WORKER_MEMORY_BYTES (512 * 1024 * 1024)      /* for one message; the budget ends at a quarter of it */

/* The first packet of the program. */
typedef struct
{
  char magic[16];
  char version[32]; /* of the package */
  guint32 protocol;
  guint32 is_closed;    /* whether it could give up its rights; if not, it exits */
  guint32 landlock_abi; /* 0: this kernel has no Landlock */
} BuoyWorkerHello;

typedef enum
{
  BUOY_WORKER_SET_CONTEXT, /* files: the context, and those of its block lists */
  BUOY_WORKER_RUN          /* files: the answer socket, the message, (optionally) more */
} BuoyWorkerOrder;

typedef struct
{
  guint32 order;
  guint32 task; /* whatever the two ends agree on */
  guint32 slot; /* of the context */
  guint64 size; /* of the context or the message */
  guint64 more_size;
  guint64 lists;   /* bits: the block lists, in their order, that have a file */
  guint32 n_lists; /* at most BUOY_WORKER_MAX_LISTS */
  gint32 nice;     /* of the thread that waits for the answer: its process works with the same priority */
} BuoyWorkerRequest;

/* The first byte of each packet of an answer. */
#define BUOY_WORKER_MORE 'M'    /* a piece; others follow */
#define BUOY_WORKER_LAST 'L'    /* the last piece */
#define BUOY_WORKER_ASKS 'A'    /* the last piece of the question */
#define BUOY_WORKER_FAILED 'E'  /* followed by a BuoyError, one byte */
#define BUOY_WORKER_DIED 'D'    /* followed by the status of waitpid(), an int; sent for a process that has ended */
#define BUOY_WORKER_NO_FORK 'F' /* no process could be made for the message */
