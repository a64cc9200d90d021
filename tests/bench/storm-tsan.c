/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Tells the thread sanitizer of GLib's locks and reference counts. GLib itself is not built with it, so it does not see
 * that one thread waits for another; each function here stands before GLib's of the same name and says so.
 */
#include "config.h"

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WITH_TSAN
#endif
#endif

#ifdef WITH_TSAN
#include <gio/gio.h>

#include <dlfcn.h>

/* clang's <sanitizer/tsan_interface.h> */
void __tsan_acquire (void *address);
void __tsan_release (void *address);

#define UNSEEN __attribute__ ((no_sanitize ("thread")))

/* @function with one argument: what other threads did with it before is done, and what we did is done for them. */
#define TELL(type, function, argument_type)                             \
  UNSEEN type (function) (argument_type * object)                       \
  {                                                                     \
    static type (*real) (argument_type *);                              \
    type result;                                                        \
                                                                        \
    if (real == NULL)                                                   \
      real = (type (*) (argument_type *)) dlsym (RTLD_NEXT, #function); \
    __tsan_release (object);                                            \
    __tsan_acquire (object);                                            \
    result = real (object);                                             \
    __tsan_acquire (object);                                            \
    return result;                                                      \
  }

/* The same where nothing is returned, and @object is gone behind it. */
#define TELL_BEFORE(function, argument_type)                            \
  UNSEEN void (function) (argument_type * object)                       \
  {                                                                     \
    static void (*real) (argument_type *);                              \
                                                                        \
    if (real == NULL)                                                   \
      real = (void (*) (argument_type *)) dlsym (RTLD_NEXT, #function); \
    __tsan_release (object);                                            \
    __tsan_acquire (object);                                            \
    real (object);                                                      \
  }

#define TELL_BEHIND(function, argument_type)                            \
  UNSEEN void (function) (argument_type * object)                       \
  {                                                                     \
    static void (*real) (argument_type *);                              \
                                                                        \
    if (real == NULL)                                                   \
      real = (void (*) (argument_type *)) dlsym (RTLD_NEXT, #function); \
    real (object);                                                      \
    __tsan_acquire (object);                                            \
  }

TELL_BEHIND (g_mutex_lock, GMutex)
TELL_BEFORE (g_mutex_unlock, GMutex)
TELL_BEHIND (g_rec_mutex_lock, GRecMutex)
TELL_BEFORE (g_rec_mutex_unlock, GRecMutex)
TELL_BEHIND (g_rw_lock_reader_lock, GRWLock)
TELL_BEFORE (g_rw_lock_reader_unlock, GRWLock)
TELL_BEHIND (g_rw_lock_writer_lock, GRWLock)
TELL_BEFORE (g_rw_lock_writer_unlock, GRWLock)
TELL_BEFORE (g_atomic_ref_count_inc, gatomicrefcount)
TELL (gboolean, g_atomic_ref_count_dec, gatomicrefcount)
TELL (GBytes *, g_bytes_ref, GBytes)
TELL_BEFORE (g_bytes_unref, GBytes)
TELL_BEFORE (g_object_unref, void)

UNSEEN
gboolean (g_once_init_enter) (volatile void *location)
{
  static gboolean (*real) (volatile void *);
  gboolean result;

  if (real == NULL)
    real = (gboolean (*) (volatile void *)) dlsym (RTLD_NEXT, "g_once_init_enter");
  result = real (location);
  __tsan_acquire ((void *) location);
  return result;
}

UNSEEN void (g_once_init_leave) (volatile void *location, gsize result)
{
  static void (*real) (volatile void *, gsize);

  if (real == NULL)
    real = (void (*) (volatile void *, gsize)) dlsym (RTLD_NEXT, "g_once_init_leave");
  __tsan_release ((void *) location);
  real (location, result);
}

typedef struct
{
  GOnce *once;
  GThreadFunc func;
  gpointer data;
} Call;

/* Others see that it is done as soon as it returns. */
UNSEEN static gpointer
run (gpointer data)
{
  const Call *call = data;
  gpointer result = call->func (call->data);

  __tsan_release (call->once);
  return result;
}

UNSEEN gpointer
g_once_impl (GOnce *once, GThreadFunc func, gpointer data)
{
  static gpointer (*real) (GOnce *, GThreadFunc, gpointer);
  Call call = { once, func, data };
  gpointer result;

  if (real == NULL)
    real = (gpointer (*) (GOnce *, GThreadFunc, gpointer)) dlsym (RTLD_NEXT, "g_once_impl");
  result = real (once, run, &call);
  __tsan_acquire (once);
  return result;
}
#endif
