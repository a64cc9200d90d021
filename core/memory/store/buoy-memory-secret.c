/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Hashes of what is personal. Their key lies in the same file, so they hide an address from whoever sees a part of the
 * file or guesses with tables made elsewhere, not from whoever has all of it and tries each address.
 */
#include "config.h"

#include "memory/store/buoy-memory-private.h"

#include <string.h>

#define HASH_LETTERS 16 /* 64 bits */

static gboolean
read_secret (BuoyMemory *memory)
{
  sqlite3_stmt *statement = buoy_memory_prepare (memory, "SELECT value FROM secret", NULL);

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW
      && sqlite3_column_bytes (statement, 0) == BUOY_MEMORY_SECRET_BYTES)
    {
      memcpy (memory->secret, sqlite3_column_blob (statement, 0), BUOY_MEMORY_SECRET_BYTES);
      memory->has_secret = TRUE;
    }
  sqlite3_finalize (statement);
  return memory->has_secret;
}

char *
buoy_memory_hash (BuoyMemory *memory, const char *text)
{
  char *hash;

  if (!memory->has_secret && !read_secret (memory))
    return NULL;
  hash = g_compute_hmac_for_string (G_CHECKSUM_SHA256, memory->secret, BUOY_MEMORY_SECRET_BYTES, text, -1);
  hash[HASH_LETTERS] = '\0';
  return hash;
}

char *
buoy_memory_key_of (BuoyMemory *memory, const char *text, gboolean is_address)
{
  g_autofree char *hash = is_address ? buoy_memory_hash (memory, text) : NULL;

  if (!is_address)
    return g_strdup (text);
  return hash != NULL ? g_strconcat ("@", hash, NULL) : NULL;
}
