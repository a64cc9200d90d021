/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Evidence from header lines, for tables of cases.
 */
#pragma once

#include "evidence/buoy-evidence.h"

/* @headers: whole header lines. @trusted_host, @own_address: NULL for none. */
BuoyEvidence *trace_evidence_new (const char *headers, const char *trusted_host, const char *own_address);

/* The same with a given context. */
BuoyEvidence *trace_evidence_new_with (const char *headers, const char *trusted_host, const char *own_address,
                                       BuoyContext *context);

/* A line of the reader's Postfix with "unknown" as the reverse name of a client that claims a bank's name. */
#define FROM_STRANGER                                                                         \
  "Received: from bank.example (unknown [198.51.100.9]) by mx.reader.example (Postfix) with " \
  "ESMTP id 1;"                                                                               \
  " Mon, 4 May 2020 08:00:00 +0900\n"

/* A line in which the same server accepted a message from a server of the bank. */
#define FROM_BANK                                                                           \
  "Received: from out.bank.example (out.bank.example [198.51.100.8]) by mx.reader.example " \
  "(Postfix) with ESMTPS"                                                                   \
  " id 1; Mon, 4 May 2020 08:00:00 +0900\n"

/* A line for a server of another sender. */
#define FROM_OTHER                                                                                \
  "Received: from out.other.test (out.other.test [198.51.100.7]) by mx.reader.example (Postfix) " \
  "with ESMTPS"                                                                                   \
  " id 1; Mon, 4 May 2020 08:00:00 +0900\n"

#define BANK "From: The Bank <info@bank.example>\n"
