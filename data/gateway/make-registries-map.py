#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the map of nginx from top-level domains to their registries' servers.

make-registries-map.py DNS.JSON > bellbuoy-registries.map

DNS.JSON is IANA's file (RFC 9224), https://data.iana.org/rdap/dns.json.
"""

import json
import re
import sys

LABEL = re.compile(r'[a-z0-9-]{2,63}$')
# What nginx would read as more than a text is in no registry's address.
BASE = re.compile(r'https://[a-z0-9.-]+(?:/[A-Za-z0-9._~/-]*)?/$')
FEWEST = 500  # top-level domains; IANA's file has more than a thousand


def read_services(path):
    with open(path, encoding='utf-8') as file:
        services = json.load(file)['services']
    for suffixes, bases in services:
        base = next((base for base in bases if BASE.match(base)), None)
        for suffix in suffixes:
            if base and LABEL.match(suffix.lower()):
                yield suffix.lower(), base.rstrip('/')


def main(path):
    rows = dict(read_services(path))
    if len(rows) < FEWEST:
        sys.exit(f'{path}: {len(rows)} top-level domains are too few: is it whole?')
    print('map $tld $registry {\n  default "";')
    for suffix, base in sorted(rows.items()):
        print(f'  {suffix} "{base}";')
    print('}')


if len(sys.argv) != 2:
    sys.exit(__doc__)
main(sys.argv[1])
