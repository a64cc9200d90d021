/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The serial number is stored after the document, so that an attempt that was interrupted between the two is repeated.
 */
#include "config.h"

#include "fetch/buoy-fetch.h"

#include <gio/gio.h>
#include <unistd.h>

#include "fetch/buoy-fetch-lock.h"
#include "fetch/buoy-fetch-state.h"
#include "fetch/buoy-minisign.h"
#include "net/http/buoy-http.h"
#include "policy/buoy-policy-file.h"
#include "policy/buoy-policy-folders.h"

#define DOCUMENT_TYPES "application/json, */*;q=0.1"
#define SIGNATURE_TYPES "text/plain, */*;q=0.1"
#define SIGNATURE_ENDING ".minisig"
#define STATUS_OK 200
#define STATUS_NOT_MODIFIED 304
#define STATUS_NOT_FOUND 404
#define SECONDS 20 /* per answer; enough for 256 kB over a slow connection */

typedef struct
{
  const BuoyFetchConf *conf;
  BuoyPolicyKeys *keys;
  const char *root;
  char *path; /* where the policy is stored */
  BuoyHttp *http;
  BuoyFetchState *state;
} Fetch;

static gboolean
fail (GError **error, BuoyFetchError code, const char *detail)
{
  g_set_error_literal (error, BUOY_FETCH_ERROR, code, detail);
  return FALSE;
}

static BuoyFetchError
code_of (const GError *cause)
{
  static const BuoyFetchError codes[] = {
    [BUOY_HTTP_ERROR_URL] = BUOY_FETCH_ERROR_ADDRESS,
    [BUOY_HTTP_ERROR_UNREACHABLE] = BUOY_FETCH_ERROR_UNREACHABLE,
    [BUOY_HTTP_ERROR_TIMED_OUT] = BUOY_FETCH_ERROR_UNREACHABLE,
    [BUOY_HTTP_ERROR_TOO_LARGE] = BUOY_FETCH_ERROR_TOO_LARGE,
    [BUOY_HTTP_ERROR_REDIRECTS] = BUOY_FETCH_ERROR_STATUS,
    [BUOY_HTTP_ERROR_BUSY] = BUOY_FETCH_ERROR_STATUS,
    [BUOY_HTTP_ERROR_CUT] = BUOY_FETCH_ERROR_CUT,
  };

  return cause->domain == BUOY_HTTP_ERROR ? codes[cause->code] : BUOY_FETCH_ERROR_UNREACHABLE;
}

/* Redirects are not followed: the administrator configured where the policy is. */
static BuoyHttpReply *
ask (const Fetch *fetch, const char *url, const char *types, gsize max_bytes, const char *etag, GError **error)
{
  const BuoyHttpRequest request = {
    .url = url, .accept = types, .max_bytes = max_bytes, .seconds = SECONDS, .etag = etag, .stays = TRUE, .whole = TRUE
  };
  g_autoptr (GError) cause = NULL;
  BuoyHttpReply *reply = buoy_http_fetch (fetch->http, &request, NULL, &cause);

  if (reply == NULL)
    fail (error, code_of (cause), cause->message);
  return reply;
}

static gboolean
fail_by_status (const BuoyHttpReply *reply, const char *url, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("%s: %u", url, reply->status);

  return fail (error, BUOY_FETCH_ERROR_STATUS, detail);
}

static char *
digest_of (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Whether the file still has the stored digest. */
static gboolean
is_in_place (const Fetch *fetch)
{
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;
  gsize length;

  if (!g_file_get_contents (fetch->path, &text, &length, NULL))
    return FALSE;
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  return g_str_equal (digest, fetch->state->digest);
}

/* Fetches and verifies the signature of @document. Returns its serial number; 0 with @error set. */
static guint64
verify (const Fetch *fetch, GBytes *document, GError **error)
{
  g_autofree char *url = g_strconcat (fetch->conf->url, SIGNATURE_ENDING, NULL);
  g_autoptr (BuoyHttpReply) reply = ask (fetch, url, SIGNATURE_TYPES, BUOY_MINISIGN_MAX_BYTES, NULL, error);
  g_autofree char *comment = NULL;
  guint64 serial = 0;

  if (reply == NULL)
    return 0;
  if (reply->status == STATUS_NOT_FOUND)
    fail (error, BUOY_FETCH_ERROR_UNSIGNED, url);
  else if (reply->status != STATUS_OK)
    fail_by_status (reply, url, error);
  else if ((comment = buoy_minisign_verify (fetch->conf->key, document, reply->body)) == NULL)
    fail (error, BUOY_FETCH_ERROR_SIGNATURE, url);
  else if ((serial = buoy_minisign_read_serial (comment)) == 0)
    fail (error, BUOY_FETCH_ERROR_SERIAL, comment);
  return serial;
}

/* An equal number is accepted only with the same document: a server must not choose between two. */
static gboolean
check_serial (const Fetch *fetch, guint64 serial, const char *digest, GError **error)
{
  const guint64 last = fetch->state->serial;
  g_autofree char *detail = NULL;

  if (serial > last || (serial == last && g_str_equal (digest, fetch->state->digest)))
    return TRUE;
  detail = g_strdup_printf ("%" G_GUINT64_FORMAT ", %" G_GUINT64_FORMAT, serial, last);
  return fail (error, BUOY_FETCH_ERROR_SERIAL, detail);
}

/* Any fault refuses the whole document, since the rest might protect less than the policy in force. */
static gboolean
validate (const Fetch *fetch, GBytes *document, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (document, &length);
  g_autoptr (BuoyPolicyFile) file = buoy_policy_file_parse (fetch->keys, fetch->conf->url, text, length);
  g_autofree char *line = NULL;

  if (file->is_expired)
    return fail (error, BUOY_FETCH_ERROR_EXPIRED, fetch->conf->url);
  if (file->faults->len == 0)
    return TRUE;
  line = buoy_policy_fault_to_string (file->faults->pdata[0]);
  return fail (error, BUOY_FETCH_ERROR_INVALID, line);
}

static gboolean
store (const Fetch *fetch, GBytes *document, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *text = g_bytes_get_data (document, &length);

  return g_file_set_contents_full (fetch->path, text, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, &cause)
         || fail (error, BUOY_FETCH_ERROR_NOT_KEPT, cause->message);
}

static gboolean
take (const Fetch *fetch, const BuoyHttpReply *reply, gboolean *out_changed, GError **error)
{
  BuoyFetchState *state = fetch->state;
  g_autofree char *digest = digest_of (reply->body);
  guint64 serial = 0;

  if (*fetch->conf->key != '\0')
    {
      serial = verify (fetch, reply->body, error);
      if (serial == 0 || !check_serial (fetch, serial, digest, error))
        return FALSE;
    }
  *out_changed = !g_str_equal (digest, state->digest) || !is_in_place (fetch);
  if (*out_changed && !(validate (fetch, reply->body, error) && store (fetch, reply->body, error)))
    return FALSE;
  g_free (state->digest);
  state->digest = g_steal_pointer (&digest);
  g_free (state->etag);
  state->etag = g_strdup (reply->etag != NULL && g_utf8_validate (reply->etag, -1, NULL) ? reply->etag : "");
  state->serial = serial;
  return TRUE;
}

static gboolean
run (const Fetch *fetch, gboolean *out_changed, GError **error)
{
  const char *etag = *fetch->state->etag != '\0' && is_in_place (fetch) ? fetch->state->etag : NULL;
  g_autoptr (BuoyHttpReply) reply = ask (fetch, fetch->conf->url, DOCUMENT_TYPES, BUOY_POLICY_MAX_BYTES, etag, error);

  if (reply == NULL)
    return FALSE;
  if (reply->status == STATUS_NOT_MODIFIED && etag != NULL)
    return TRUE;
  if (reply->status != STATUS_OK)
    return fail_by_status (reply, fetch->conf->url, error);
  return take (fetch, reply, out_changed, error);
}

/* The ETag and the time of the last check belong to one address, serial numbers to one key: forget those of others. */
static void
forget_others (BuoyFetchState *state, const BuoyFetchConf *conf)
{
  const gboolean is_same_key = g_str_equal (state->key, conf->key);
  const gboolean is_same_url = g_str_equal (state->url, conf->url);

  if (!is_same_key)
    state->serial = 0;
  if (!is_same_url)
    state->checked = 0;
  if (!is_same_key || !is_same_url)
    *state->etag = '\0';
  g_free (state->url);
  state->url = g_strdup (conf->url);
  g_free (state->key);
  state->key = g_strdup (conf->key);
}

static void
note_result (BuoyFetchState *state, const GError *cause)
{
  state->tried = g_get_real_time () / G_USEC_PER_SEC;
  state->is_failed = cause != NULL;
  if (cause == NULL)
    state->checked = state->tried;
  else
    {
      state->fault = (BuoyFetchError) cause->code;
      g_free (state->detail);
      state->detail = g_utf8_make_valid (cause->message, -1);
    }
}

/* The state is read with the lock: another run may just have changed it. */
static gboolean
fetch_alone (const BuoyFetchConf *conf, BuoyPolicyKeys *keys, const char *root, gboolean *out_changed, GError **error)
{
  g_autoptr (BuoyFetchState) state = buoy_fetch_state_read (root);
  g_autoptr (BuoyHttp) http = buoy_http_new (NULL);
  g_autofree char *path = buoy_policy_at_root (root, BUOY_FETCH_POLICY);
  const Fetch fetch = { conf, keys, root, path, http, state };
  g_autoptr (GError) cause = NULL;
  g_autoptr (GError) not_kept = NULL;

  forget_others (state, conf);
  run (&fetch, out_changed, &cause);
  note_result (state, cause);
  if (!buoy_fetch_state_write (state, root, &not_kept) && cause == NULL)
    return fail (error, BUOY_FETCH_ERROR_NOT_KEPT, not_kept->message);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
buoy_fetch_policy (const BuoyFetchConf *conf, BuoyPolicyKeys *keys, const char *root, gboolean *out_changed,
                   GError **error)
{
  g_autofree char *path = buoy_policy_at_root (root, BUOY_FETCH_POLICY);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done;
  int lock;

  *out_changed = FALSE;
  g_mkdir_with_parents (folder, 0755); /* if this fails, writing there reports it */
  lock = buoy_fetch_lock_take (root, error);
  if (lock < 0)
    return FALSE;
  done = fetch_alone (conf, keys, root, out_changed, error);
  close (lock);
  return done;
}
