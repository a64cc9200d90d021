/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The interface for checks, which read the evidence and add findings, without clock, disk, network or prose.
 */
#pragma once

#include "checks/buoy-check.h"
#include "checks/buoy-finding.h"
#include "evidence/buoy-evidence.h"

/* What a finding is based on: several findings with the same basis count as one sign. */
typedef enum
{
  BUOY_BASIS_AUTHENTICATION, /* how From is authenticated: results, origin, an impossible address */
  BUOY_BASIS_IDENTITY,       /* who the message claims to be from */
  BUOY_BASIS_LINKS,          /* where links lead, compared with their texts */
  BUOY_BASIS_HOSTING,        /* the kind of hosts that links lead to */
  BUOY_BASIS_HEADER,         /* how the header is built */
  BUOY_BASIS_REPLY,          /* where replies go */
  BUOY_BASIS_CONTENT,        /* how the content is built */
  BUOY_BASIS_UNREAD,         /* what could not be read */
  BUOY_BASIS_ADDRESSEE,      /* whom it addresses */
  BUOY_BASIS_PRESSURE,       /* how it puts the reader under pressure */
  BUOY_BASIS_PROVIDER,       /* the verdict of the reader's provider */
  BUOY_BASIS_AGE,            /* how long a domain has been registered */
  BUOY_BASIS_LISTED,         /* that a site is on a block list */
  BUOY_BASIS_CLAIM           /* claims about its own safety */
} BuoyBasis;

/* What a reader should not do about a message. */
typedef enum
{
  BUOY_ADVICE_BY_CONTENT,     /* the sender is in doubt, so it depends on what the message asks for */
  BUOY_ADVICE_LINKS,          /* open its links */
  BUOY_ADVICE_FILES,          /* open what is attached */
  BUOY_ADVICE_FORM,           /* type something into the message */
  BUOY_ADVICE_CALL,           /* call the number in it */
  BUOY_ADVICE_CALL_AND_LINKS, /* either */
  BUOY_ADVICE_MONEY,          /* pay */
  BUOY_ADVICE_REPLY           /* reply, if the message asks for nothing else */
} BuoyAdvice;

typedef struct _BuoyFindings BuoyFindings;

const char *buoy_evidence_kind_to_string (BuoyEvidenceKind kind);

typedef void (*BuoyCheckFunc) (const BuoyEvidence *evidence, BuoyFindings *findings);

/* The public part of a row of the table. */
struct _BuoyCheck
{
  const char *id;                 /* stable: in the JSON, in settings, in policy */
  BuoyStrength strength;          /* of the strongest finding that it makes */
  gboolean needs_network;         /* it uses the network */
  const char *title;              /* untranslated, one line */
  const char *explanation;        /* untranslated: why it matters */
  gboolean for_pages;             /* also runs on attached pages; findings there become findings of attached-page */
  gboolean is_mild;               /* weakened for senders who were long authenticated: buoy-level.c */
  gboolean suppressible_by_trust; /* suppressed if the reader trusts the sender, who is authenticated */
  BuoyAdvice advice;              /* the advice for its findings, unless they are about links */
};

/* A row of the table. The functions are in run-checks.c, so that a program can read verdicts without linking the
 * checks.
 */
typedef struct
{
  BuoyCheck check;
  BuoyBasis basis;
} BuoyCheckRow;

const BuoyCheckRow *buoy_check_rows_get (guint *out_n_rows);

/* A link that a finding is about. */
typedef struct
{
  const BuoyTarget *target; /* owned by the evidence */
  const char *imitated;     /* the domain that the link's imitates, owned by the evidence. (nullable) */
  gboolean is_listed;       /* opens a site on a block list */
} BuoyCitedLink;

struct _BuoyFinding
{
  gatomicrefcount ref_count;
  const BuoyCheckRow *row;
  BuoyStrength strength; /* at most the row's */
  BuoyBasis basis;
  gboolean is_own_named; /* about a brand whose name is part of From's domain, in plain letters */
  gboolean warns_alone;  /* a medium finding that needs no second sign for a caution */
  gboolean answered;     /* suppressed by the reader's trust: reported as such, and not part of any warning */
  GPtrArray *citations;  /* of BuoyCitation */
  GArray *links;         /* of BuoyCitedLink: all links, although @citations names only a few */
};

/* Makes a finding with the strength and basis of @row and without evidence. */
BuoyFinding *buoy_finding_new (const BuoyCheckRow *row);
void buoy_citation_free (gpointer citation);

/* The findings of one message, in the order in which they were added. */
BuoyFindings *buoy_findings_new (void);
GPtrArray *buoy_findings_free_to_array (BuoyFindings *findings); /* of BuoyFinding */

/* Sets the running check; findings start with the row's strength and basis. */
void buoy_findings_begin (BuoyFindings *findings, const BuoyCheckRow *row);
BuoyFinding *buoy_findings_add (BuoyFindings *findings);

/* Adds evidence for the finding; NULL and empty values are ignored. */
void buoy_finding_cite (BuoyFinding *finding, BuoyEvidenceKind kind, const char *value);

/* Marks @target as misleading: clients mark it and ask before opening it. @imitated: (nullable). Both must live as long
 * as the evidence.
 */
void buoy_finding_cite_link (BuoyFinding *finding, const BuoyTarget *target, const char *imitated);

/* Cites a link that opens a site on a block list, whatever it shows. */
void buoy_finding_cite_listed_link (BuoyFinding *finding, const BuoyTarget *target);

/* Adds the evidence and the links of @other. */
void buoy_finding_take_evidence (BuoyFinding *finding, const BuoyFinding *other);

/* Makes the finding weaker than its row. */
void buoy_finding_weaken (BuoyFinding *finding, BuoyStrength strength);
void buoy_finding_set_basis (BuoyFinding *finding, BuoyBasis basis);
void buoy_finding_answer (BuoyFinding *finding);

/* Makes a medium finding enough for a caution: of what the reader should know about, although honest mail has it, too.
 */
void buoy_finding_warn_alone (BuoyFinding *finding);

/* Runs all checks, in table order, and returns an array of BuoyFinding (transfer full). If @cancellable (nullable) is
 * cancelled, the remaining checks are skipped. A check takes a few milliseconds at most, since the number of links is
 * limited.
 */
GPtrArray *buoy_checks_run (const BuoyEvidence *evidence, GCancellable *cancellable);

/* One function per row, in its own file: buoy_check_link_text_mismatch() is in link-text-mismatch.c. */
#define BUOY_CHECK(name, row_basis, ...) void buoy_check_##name (const BuoyEvidence *evidence, BuoyFindings *findings);
#include "checks/check-table.h"
#undef BUOY_CHECK
