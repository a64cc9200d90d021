/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Signed mail, a name server with its keys, and the result in one line.
 */
#pragma once

#include "dns-server.h"
#include "net/buoy-verify-private.h"

#define FIELDS "from:to:subject:date:message-id:mime-version:content-type"

#define HEADER                               \
  "From: Bank <info@bank.example>\r\n"       \
  "To: reader@reader.example\r\n"            \
  "Subject: Statement\r\n"                   \
  "Date: Mon, 4 May 2020 07:59:00 +0900\r\n" \
  "Message-ID: <1@bank.example>\r\n"         \
  "MIME-Version: 1.0\r\n"                    \
  "Content-Type: text/plain; charset=UTF-8\r\n"
#define BODY "Dear customer,\r\n\r\nyour statement is ready.\r\n"
#define DELIVERED                                                                                 \
  "Received: from out.other.test (out.other.test [198.51.100.7]) by mx.reader.example (Postfix) " \
  "with ESMTP id 1; Mon, 4 May 2020 08:00:00 +0900\r\n"
#define DELIVERED_AT "1588546800"

typedef struct
{
  DnsServer *server;
  BuoyResolver *resolver;  /* waits for an answer however busy the machine is */
  BuoyResolver *impatient; /* for a server that says nothing */
} Fixture;

typedef struct
{
  const char *name, *domain, *selector, *expected;
  const char *fields, *more, *algorithm; /* NULL: the usual */
  const char *from, *to;                 /* replaced after it was signed */
  const char *on_top;                    /* header fields above; NULL: DELIVERED */
  gboolean simple;                       /* every byte of the header counts */
  gssize length;                         /* of l=; 0: without */
} Case;

/* Keys are made once: finding primes takes longer than everything else. */
void verify_keys_make (void);
void verify_keys_free (void);

void verify_set_up (Fixture *fixture, gconstpointer data);
void verify_tear_down (Fixture *fixture, gconstpointer data);

/* @header: as HEADER */
char *verify_make_message (const Case *row, const char *header);

/* @text with the first @from in it replaced. */
char *verify_replace (const char *text, const char *from, const char *to);

/* "SIGNATURES | state source dkim/dmarc aligned", each signature as "domain:state:reason:open:aligned" */
char *verify_write_down (const BuoyVerdict *verdict);

/* For @text: the impatient one if a key is asked of a server that says nothing. */
BuoyResolver *verify_get_resolver (Fixture *fixture, const char *text);

/* What @bytes amount to with the answers of @resolver, keys included. */
BuoyVerdict *verify_scan (GBytes *bytes, BuoyContext *context, BuoyResolver *resolver, GCancellable *cancellable,
                          GError **error);

/* The same of what @text amounts to online. */
char *verify_text (Fixture *fixture, const char *text);
