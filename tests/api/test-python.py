# SPDX-License-Identifier: LGPL-2.1-or-later
"""A Python client: scans a message, and reads what the library makes of it."""

import sys

import gi
gi.require_version('Buoy', '1')
from gi.repository import Buoy, GLib  # noqa: E402

EXPECTED = ['link-text-mismatch strong', 'from-origin-mismatch strong', 'lookalike-domain medium',
            'origin-unverified weak']

with open(sys.argv[1], 'rb') as file:
    verdict = Buoy.scan(GLib.Bytes.new(file.read()), None, Buoy.ScanFlags.PICTURES, None)
findings = verdict.get_findings()
found = [f'{finding.get_check().get_id()} {finding.get_strength().value_nick}' for finding in findings]
shown = findings[0].get_value(Buoy.EvidenceKind.SHOWN_HOST)

assert verdict.get_level() == Buoy.Level.DANGER, verdict.get_level()
assert found == EXPECTED, found
assert shown == 'www.eki-net.com', shown
assert [link.actual for link in verdict.get_false_links()] == ['ekl-net.vecterdian.test']

notice = Buoy.Notice.new(verdict)
lines = [(line.label, line.value) for line in notice.get_findings()[0].lines]
assert lines == [('Shown', 'www.eki-net.com'), ('Really opens', 'ekl-net.vecterdian.test')], lines
assert notice.get_level_word() == 'Danger' and notice.get_headline() in notice.to_text(), notice.to_text()
del verdict, notice  # what they gave is the client's own
assert findings[0].get_citations()[0].value == shown
try:
    Buoy.scan(GLib.Bytes.new(b''), None, 0, None)
    sys.exit('an empty message got a verdict')
except GLib.Error as error:
    assert error.matches(Buoy.error_quark(), Buoy.Error.EMPTY), error
