/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The API: what a mail client includes. Our own hosts include other headers too, of what is exported for them only.
 */
#pragma once

#include "buoy-context.h"
#include "buoy-enum-types.h"
#include "buoy-shown-message.h"
#include "buoy-types.h"
#include "checks/buoy-check.h"
#include "checks/buoy-evidence-kind.h"
#include "checks/buoy-finding.h"
#include "notice/buoy-notice.h"
#include "scan/buoy-scan.h"
#include "verdict/buoy-verdict.h"
