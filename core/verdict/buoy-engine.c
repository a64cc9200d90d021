/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "verdict/buoy-engine.h"

#include "verdict/engine-private.h"

const BuoyEngine buoy_engine = {
  .judge = buoy_verdict_of_bytes,
  .list_pictures = buoy_message_list_pictures,
  .read_headers = buoy_header_facts_read,
};
