# SPDX-License-Identifier: LGPL-2.1-or-later
"""Large messages and many of them: half a minute of work."""

import base64
import unittest

from frames import FALSE_LINK, PLAIN, HostTest, with_attachment


class Large(HostTest):
    def test_too_large(self):
        """It is told at once, and what was there is given up."""
        host = self.talk()
        text = base64.b64encode(bytes(288 * 1024)).decode()
        for part in range(256 * 1024 * 1024 // (288 * 1024) + 1):
            host.write_text(60, part, text, last=False)
        self.assertEqual(host.answer(60)['code'], 'too-large')
        self.assertLess(host.memory(), 200)

    def test_seventy_megabytes(self):
        """All of it is judged, also what is displayed of it, and the memory is given back."""
        host = self.talk()
        verdict = host.judge(with_attachment(70))
        self.assertEqual(verdict['notice']['level'], 'danger')
        number = verdict['id']
        host.ask('details', message=number)
        for _ in range(2):
            self.assertEqual(host.ask('shown', message=number, documents=[])['type'], 'verdict')
        host.send({'type': 'cancel', 'id': 9000, 'message': number})
        host.judge(PLAIN)
        self.assertLess(host.memory(), 150)

    def test_quick_switches(self):
        """Who leafs through a folder: a thousand messages, all but the last given up at once."""
        host = self.talk()
        for _ in range(1000):
            number = host.submit(FALSE_LINK)
            host.send({'type': 'cancel', 'id': number + 100_000, 'message': number})
        self.assertEqual(host.judge(FALSE_LINK)['notice']['level'], 'danger')
        self.assertEqual(host.ask('details', message=number)['code'], 'gone')
        self.assertLess(host.memory(), 100)
        self.assert_ends_well(host)


unittest.main()
