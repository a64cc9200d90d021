/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader can do about the message that is shown.
 */
#pragma once

#include "e-buoy-analysis.h"

/* What a kind of action (junk, reports, trust) works on; valid as long as the banner. */
typedef struct
{
  EMailDisplay *display;    /* use weak references and g_signal_connect_object(): it may be freed first */
  EBuoyAnalysis *analysis;  /* finished, with a notice */
  EMailPartList *part_list; /* the message */
  GActionMap *actions;      /* where to add actions; each name once */
  GMenu *menu;              /* where to add a section, if there are entries: "bellbuoy.NAME" names an action */
} EBuoyOffer;

/* The actions for the message that @display shows; entries for the banner's menu are appended to @menu. (transfer full)
 */
GSimpleActionGroup *e_buoy_actions_new (EMailDisplay *display, EBuoyAnalysis *analysis, GMenu *menu);

/* Adds an action without a parameter. @activate gets @owner, and is not called any more once that is freed. */
GSimpleAction *e_buoy_actions_add (const EBuoyOffer *offer, const char *name, GCallback activate, gpointer owner);
