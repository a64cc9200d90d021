/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Mail with a hostile value in every place that a sender controls.
 */
#pragma once

#include <glib.h>

/* Stands in every value, and behind each way of beginning a line. */
#define HOSTILE_WORD "INJECTED"

/* A value of controls, C1 controls, overrides, line ends, escape sequences, broken UTF-8, and our own words. */
GString *hostile_value_new (GRand *rand);

/* A message; *@n_values grows by how many values it holds. */
GBytes *hostile_mail_new (GRand *rand, guint *n_values);
