/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Types shared by all modules: levels, strengths, states, errors.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BUOY_AVAILABLE_IN_0_2 __attribute__ ((visibility ("default"))) extern

/**
 * BuoyLevel:
 * @BUOY_LEVEL_NONE: nothing to say. It does not mean that the message is safe.
 * @BUOY_LEVEL_CAUTION: something does not fit; amber.
 * @BUOY_LEVEL_DANGER: the message says what is not so; red.
 *
 * How loud the warning over a message is.
 *
 * Since: 0.2
 */
typedef enum
{
  BUOY_LEVEL_NONE,
  BUOY_LEVEL_CAUTION,
  BUOY_LEVEL_DANGER
} BuoyLevel;

/**
 * BuoyStrength:
 * @BUOY_STRENGTH_NOTE: for the details only, never part of a warning.
 * @BUOY_STRENGTH_WEAK: common in honest mail too.
 * @BUOY_STRENGTH_MEDIUM: rare in honest mail, no proof.
 * @BUOY_STRENGTH_STRONG: a checkable falsehood.
 *
 * What a finding weighs.
 *
 * Since: 0.2
 */
typedef enum
{
  BUOY_STRENGTH_NOTE,
  BUOY_STRENGTH_WEAK,
  BUOY_STRENGTH_MEDIUM,
  BUOY_STRENGTH_STRONG
} BuoyStrength;

/**
 * BuoyError:
 * @BUOY_ERROR_EMPTY: there were no bytes.
 * @BUOY_ERROR_NOT_MAIL: the bytes hold no header field of RFC 5322.
 * @BUOY_ERROR_DATA: a data file that is shipped or configured is broken.
 * @BUOY_ERROR_TOO_COMPLEX: nothing of it could be read in the time that a message is worth; what can be read in part
 *   has a verdict that says so.
 * @BUOY_ERROR_TIMED_OUT: the process that read the message did not end by itself, and was killed.
 * @BUOY_ERROR_CRASHED: the process that read the message crashed, or gave no answer that makes sense.
 * @BUOY_ERROR_NO_WORKER: the program that reads messages is missing, does not start, or was killed.
 * @BUOY_ERROR_OTHER_VERSION: that program is of another version, as after an upgrade.
 * @BUOY_ERROR_NO_SANDBOX: that program cannot give up its rights on this system, so it reads nothing.
 * @BUOY_ERROR_NO_RESOURCES: no process, file or memory is left for it.
 * @BUOY_ERROR_STOPPED: that program ended so often that it is not started again.
 *
 * Why a message could not be looked at. Those from %BUOY_ERROR_TIMED_OUT on are of a process that reads messages, which
 * no host uses yet.
 *
 * Since: 0.2
 */
typedef enum
{
  BUOY_ERROR_EMPTY,
  BUOY_ERROR_NOT_MAIL,
  BUOY_ERROR_DATA,
  BUOY_ERROR_TOO_COMPLEX,
  BUOY_ERROR_TIMED_OUT,
  BUOY_ERROR_CRASHED,
  BUOY_ERROR_NO_WORKER,
  BUOY_ERROR_OTHER_VERSION,
  BUOY_ERROR_NO_SANDBOX,
  BUOY_ERROR_NO_RESOURCES,
  BUOY_ERROR_STOPPED
} BuoyError;

#define BUOY_ERROR (buoy_error_quark ())
BUOY_AVAILABLE_IN_0_2 GQuark buoy_error_quark (void);

G_END_DECLS
