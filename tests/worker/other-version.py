#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A worker program of another version, as it stands there after an upgrade."""

import socket
import struct

socket.socket(fileno=0).send(struct.pack('16s32sIII', b'bellbuoy-worker', b'99.0', 1, 1, 0))
