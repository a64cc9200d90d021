/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What an organisation tells of itself, by its policy.
 */
#include "config.h"

#include "buoy-context-private.h"

/**
 * buoy_context_set_support_text:
 * @context: a context that no scan has seen yet
 * @text: (nullable): a sentence of the organisation's; %NULL or empty: none
 *
 * Sets what is said with each warning of whom to ask. It is shown as plain text.
 *
 * Since: 1.0
 */
void
buoy_context_set_support_text (BuoyContext *context, const char *text)
{
  g_return_if_fail (buoy_context_is_open (context));

  g_free (context->support_text);
  context->support_text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}
