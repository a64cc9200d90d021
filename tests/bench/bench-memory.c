/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wraps the allocator with a counter: this program's malloc() takes precedence over the C library's.
 * G_SLICE=always-malloc makes GLib's small objects count too.
 */
#include "config.h"

#include "bench.h"

#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdlib.h>

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *memory, size_t size);
extern void *__libc_memalign (size_t alignment, size_t size);
extern void __libc_free (void *memory);

static atomic_size_t now_bytes;
static atomic_size_t peak_bytes;

static void *
count_in (void *memory)
{
  gsize now = atomic_fetch_add (&now_bytes, malloc_usable_size (memory)) + malloc_usable_size (memory);
  gsize peak = atomic_load (&peak_bytes);

  while (now > peak && !atomic_compare_exchange_weak (&peak_bytes, &peak, now))
    continue;
  return memory;
}

static void
count_out (void *memory)
{
  atomic_fetch_sub (&now_bytes, malloc_usable_size (memory));
}

void *
malloc (size_t size)
{
  return count_in (__libc_malloc (size));
}

void *
calloc (size_t n, size_t size)
{
  return count_in (__libc_calloc (n, size));
}

void *
realloc (void *memory, size_t size)
{
  count_out (memory);
  return count_in (__libc_realloc (memory, size));
}

void *
memalign (size_t alignment, size_t size)
{
  return count_in (__libc_memalign (alignment, size));
}

void *
aligned_alloc (size_t alignment, size_t size)
{
  return memalign (alignment, size);
}

int
posix_memalign (void **out_memory, size_t alignment, size_t size)
{
  void *memory = memalign (alignment, size);

  if (memory == NULL)
    return ENOMEM;
  *out_memory = memory;
  return 0;
}

void
free (void *memory)
{
  count_out (memory);
  __libc_free (memory);
}

gsize
bench_memory_now (void)
{
  return atomic_load (&now_bytes);
}

gsize
bench_memory_peak (void)
{
  return atomic_load (&peak_bytes);
}

void
bench_memory_reset_peak (void)
{
  atomic_store (&peak_bytes, bench_memory_now ());
}
