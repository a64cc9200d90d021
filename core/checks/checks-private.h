/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What a check may do: read the evidence and add findings. No clock, disk, network or prose.
 */
#pragma once

#include "checks/buoy-check.h"
#include "checks/buoy-finding.h"
#include "evidence/buoy-evidence.h"

/* What a finding is based on: several findings with the same basis count as one sign. */
typedef enum
{
  BUOY_BASIS_AUTHENTICATION, /* how From is authenticated: results, origin, an impossible address */
  BUOY_BASIS_IDENTITY,       /* whom the message claims to be from */
  BUOY_BASIS_LINKS,          /* where links lead, compared with their texts */
  BUOY_BASIS_HOSTING,        /* the kind of hosts that links lead to */
  BUOY_BASIS_HEADER,         /* how the header is built */
  BUOY_BASIS_REPLY,          /* where replies go */
  BUOY_BASIS_CONTENT,        /* how the content is built */
  BUOY_BASIS_UNREAD,         /* what could not be read */
  BUOY_BASIS_ADDRESSEE,      /* whom it addresses */
  BUOY_BASIS_PRESSURE,       /* how it presses */
  BUOY_BASIS_PROVIDER,       /* the verdict of the reader's provider */
  BUOY_BASIS_AGE,            /* since when a domain is registered */
  BUOY_BASIS_LISTED,         /* that others found a site to be harmful */
  BUOY_BASIS_CLAIM           /* what it says of its own safety */
} BuoyBasis;

/* What a reader should not do about a message. */
typedef enum
{
  BUOY_ADVICE_BY_CONTENT,     /* of a check: the sender is in doubt, so it depends on what the message asks for */
  BUOY_ADVICE_LINKS,          /* open its links */
  BUOY_ADVICE_FILES,          /* open what is attached */
  BUOY_ADVICE_FORM,           /* type something into the message */
  BUOY_ADVICE_CALL,           /* call the number in it */
  BUOY_ADVICE_CALL_AND_LINKS, /* either */
  BUOY_ADVICE_MONEY,          /* pay */
  BUOY_ADVICE_REPLY           /* reply: there is nothing else to do with it */
} BuoyAdvice;

typedef struct _BuoyFindings BuoyFindings;

typedef void (*BuoyCheckFunc) (const BuoyEvidence *evidence, BuoyFindings *findings);

/* What others see of a row of the table. */
struct _BuoyCheck
{
  const char *id;                 /* stable: in the JSON, in settings, in policy */
  BuoyStrength strength;          /* of the strongest finding that it makes */
  gboolean needs_network;         /* it uses the network */
  const char *title;              /* untranslated, one line */
  const char *explanation;        /* untranslated: why it matters */
  gboolean for_pages;             /* it runs on attached pages too, whose findings are those of attached-page */
  gboolean is_mild;               /* a sender's practice, if he was proven for long: verdict-excuse.c */
  gboolean suppressible_by_trust; /* if the reader trusts the sender, who is authenticated */
  BuoyAdvice advice;              /* what its findings call for, unless they accuse links */
};

/* A row of the table: what others see, and what only the engine needs. The functions are in run-checks.c, so that a
 * program can read verdicts without them.
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
  const BuoyTarget *target; /* of the evidence that the finding is made of */
  const char *imitated;     /* the domain for whose the link's is taken, out of the evidence; NULL */
  gboolean is_listed;       /* a block list has what it opens */
} BuoyCitedLink;

struct _BuoyFinding
{
  gatomicrefcount ref_count;
  const BuoyCheckRow *row;
  BuoyStrength strength; /* at most the row's */
  BuoyBasis basis;
  gboolean is_own_named; /* about a brand whose name From's domain bears, in plain letters */
  gboolean answered;     /* suppressed by the reader's trust: reported as left out, not part of any warning */
  GPtrArray *citations;  /* of BuoyCitation */
  GArray *links;         /* of BuoyCitedLink: every one, however few are named in the evidence */
};

/* With the strength and basis of @row, and nothing cited. */
BuoyFinding *buoy_finding_new (const BuoyCheckRow *row);
void buoy_citation_free (gpointer citation);

/* The findings of one message, in the order in which they were added. */
BuoyFindings *buoy_findings_new (void);
GPtrArray *buoy_findings_free_to_array (BuoyFindings *findings); /* of BuoyFinding */

/* Sets the running check; findings start with the row's strength and basis. */
void buoy_findings_begin (BuoyFindings *findings, const BuoyCheckRow *row);
BuoyFinding *buoy_findings_add (BuoyFindings *findings);

/* Evidence for or about the finding; NULL and empty values are left out. */
void buoy_finding_cite (BuoyFinding *finding, BuoyEvidenceKind kind, const char *value);

/* Says that @target is such a link: clients mark it and ask before it is opened. @imitated: nullable; both live as long
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

/* What all checks find, in table order; (transfer full), of BuoyFinding. Where @cancellable (nullable) is cancelled,
 * the rest is left out. A check takes a few milliseconds at most, since the links of a message are limited.
 */
GPtrArray *buoy_checks_run (const BuoyEvidence *evidence, GCancellable *cancellable);

/* One function a row, in a file of its own: buoy_check_link_text_mismatch() in link-text-mismatch.c. */
#define BUOY_CHECK(name, row_basis, ...) void buoy_check_##name (const BuoyEvidence *evidence, BuoyFindings *findings);
#include "checks/check-table.h"
#undef BUOY_CHECK
