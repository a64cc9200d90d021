/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A child shares the memory of the program until one of the two writes to it; then the kernel copies the page, which
 * costs a microsecond. What a child allocates should lie together, on pages of its own, and not in the free blocks that
 * the warm-up has left all over the heap: without them, it writes to a third fewer pages.
 */
#include "config.h"

#include <malloc.h>
#include <unistd.h>

#include "worker-private.h"

#define LARGEST_BYTES (64 * 1024) /* of a free block; there is hardly a larger one */
#define LARGEST_SMALL_BYTES 1024
#define STEP_BYTES 16                    /* by which the sizes of small blocks differ */
#define MAX_ALL_BYTES (16 * 1024 * 1024) /* of all of them; there is half a megabyte */

#ifdef __GLIBC__        /* others tell nothing of their heap */
static gpointer blocks; /* each begins with the address of the next; nobody needs them */

/* Where nothing was allocated yet. */
static const char *
get_top (void)
{
  return (const char *) sbrk (0) - mallinfo2 ().keepcost;
}

/* Allocates blocks of @size until one lies beyond @top. They are never freed. */
static void
take_free_blocks (gsize size, const char *top)
{
  static gsize n_bytes;

  while (n_bytes < MAX_ALL_BYTES)
    {
      gpointer *block = malloc (size);

      if (block == NULL)
        return;
      *block = blocks;
      blocks = block;
      n_bytes += size;
      if ((const char *) block >= top)
        return;
    }
}
#endif

void
worker_heap_settle (void)
{
#ifdef __GLIBC__
  const char *top;

  malloc_trim (0); /* joins free blocks once, not in each child */
  top = get_top ();
  for (gsize size = LARGEST_BYTES; size > LARGEST_SMALL_BYTES; size /= 2)
    take_free_blocks (size, top);
  for (gsize size = LARGEST_SMALL_BYTES; size >= STEP_BYTES; size -= STEP_BYTES)
    take_free_blocks (size, top);
#endif
}
