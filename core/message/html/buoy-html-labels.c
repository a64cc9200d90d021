/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/html/buoy-html-labels.h"

#include <gumbo.h>
#include <string.h>

#include "base/shown/buoy-shown-host.h"
#include "base/text/buoy-text.h"
#include "message/buoy-message-builder.h"
#include "message/dom/buoy-html-tags.h"
#include "message/html/buoy-html-fields.h"
#include "message/html/buoy-html-find.h"

#define STEPS_OF_BYTE 30 /* of a label, which is copied, and searched for a host */

/* (nullable) */
static const GumboNode *
find_form (BuoyHtmlReader *reader, const GumboNode *button)
{
  const char *id = buoy_html_attribute (button, "form");
  const GumboNode *form = button->parent;

  if (id != NULL)
    return buoy_html_find_by_id (reader, button, id);
  /* Bounded: BUOY_MAX_TREE_DEPTH */
  while (form != NULL && form->type == GUMBO_NODE_ELEMENT && form->v.element.tag != GUMBO_TAG_FORM)
    form = form->parent;
  return form != NULL && form->type == GUMBO_NODE_ELEMENT ? form : NULL;
}

/* Where @button sends its form. (nullable) */
static const char *
find_action (BuoyHtmlReader *reader, const GumboNode *button)
{
  const char *action = buoy_html_attribute (button, "formaction");
  const GumboNode *form = action == NULL ? find_form (reader, button) : NULL;

  return form != NULL ? buoy_html_attribute (form, "action") : action;
}

/* The button that @label presses. (nullable) */
static const GumboNode *
find_button (BuoyHtmlReader *reader, const GumboNode *label)
{
  const char *id = buoy_html_attribute (label, "for");
  const GumboNode *labelled = id != NULL ? buoy_html_find_by_id (reader, label, id) : label;

  return labelled != NULL ? buoy_html_find_button (reader, labelled) : NULL;
}

void
buoy_html_read_form_label (BuoyHtmlReader *reader, const GumboNode *label)
{
  g_autofree char *text = reader->in_slot ? NULL : buoy_html_button_label (label);
  g_autofree char *visible = NULL;
  g_autofree char *host = NULL;
  const GumboNode *button;
  const char *action;

  if (text == NULL || !buoy_budget_spend (reader->message->budget, STEPS_OF_BYTE * strlen (text)))
    return;
  visible = buoy_text_strip_invisible (text);
  host = buoy_shown_host_find (visible);
  button = host != NULL ? find_button (reader, label) : NULL;
  action = button != NULL ? find_action (reader, button) : NULL;
  if (action != NULL && *action != '\0')
    buoy_message_add_link (reader->message, BUOY_LINK_FORM, buoy_text_squeeze (visible),
                           buoy_message_strip_href (action), reader->base, FALSE, TRUE);
}
