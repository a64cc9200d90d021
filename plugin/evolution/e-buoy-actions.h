/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the reader can do about the message that is shown.
 */
#pragma once

#include "e-buoy-analysis.h"

/* What a subject (junk, reports, trust) works on; it lives as long as the banner. */
typedef struct
{
  EMailDisplay *display;    /* use weak references and g_signal_connect_object(): it may go first */
  EBuoyAnalysis *analysis;  /* finished, with a notice */
  EMailPartList *part_list; /* the message */
  GActionMap *actions;      /* where the subject's actions go; a name once */
  GMenu *menu;              /* where its section goes, if it has entries: "bellbuoy.NAME" names an action */
} EBuoyOffer;

/* The actions for the message that @display shows; what of them stands in the banner's menu is appended to @menu.
 * (transfer full)
 */
GSimpleActionGroup *e_buoy_actions_new (EMailDisplay *display, EBuoyAnalysis *analysis, GMenu *menu);

/* Adds an action without parameter; @activate gets @owner, and is not called any more when that is gone. */
GSimpleAction *e_buoy_actions_add (const EBuoyOffer *offer, const char *name, GCallback activate, gpointer owner);
