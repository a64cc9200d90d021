/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What nearly every file includes, parsed once per target with -Db_pch=true. Files include what they need all the same.
 */
#include <gio/gio.h>
#include <string.h>
