/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The only header that a host includes.
 */
#pragma once

#include "buoy-context.h"
#include "buoy-enum-types.h"
#include "buoy-types.h"
#include "checks/buoy-check.h"
#include "checks/buoy-evidence-kind.h"
#include "checks/buoy-finding.h"
#include "learn/buoy-learn.h"
#include "lists/buoy-block-list.h"
#include "memory/store/buoy-memory.h"
#include "net/buoy-lookup-server.h"
#include "net/buoy-scan-again.h"
#include "net/lists/buoy-block-list-update.h"
#include "net/rdap/buoy-lookup.h"
#include "registry/buoy-registration.h"
#include "notice/buoy-block-list-text.h"
#include "registry/buoy-server.h"
#include "notice/buoy-feedback.h"
#include "notice/buoy-json.h"
#include "notice/buoy-notice.h"
#include "notice/buoy-questions-text.h"
#include "notice/buoy-registration-text.h"
#include "notice/buoy-server-text.h"
#include "notice/buoy-shown.h"
#include "notice/buoy-story.h"
#include "verdict/buoy-questions.h"
#include "verdict/buoy-scan.h"
#include "verdict/buoy-trust-offer.h"
#include "verdict/buoy-verdict.h"
