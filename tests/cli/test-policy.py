# SPDX-License-Identifier: LGPL-2.1-or-later
"""`bellbuoy policy`, and what a policy does to `bellbuoy check`."""

import json
import os
import shutil
import subprocess
import unittest

import jsonschema
from command import FALSE_LINK, CommandTest, call, objects

NO_SCHEMAS = {'GSETTINGS_SCHEMA_DIR': None, 'XDG_DATA_DIRS': '/nonexistent'}


LOOKALIKE = """\
From: Office <office@%s>
To: reader@provider.example
Subject: Invoice
Message-ID: <1@other.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8

Please find our new bank account below.
"""

DIRECTOR = """\
From: Anna Lindqvist <%s>
To: reader@provider.example
Subject: Are you at your desk?
Message-ID: <1@other.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8

I need a favour.
"""


# 64 × 64 points, nearly white
PICTURE = """\
From: a@example.org
To: b@example.org
Subject: x
Date: Sun, 29 Nov 2026 09:00:00 +0000
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAAAAACPAi4CAAAAUElEQVR42u3RuRHAQAzDQPbfsV5e
D/I4AxIUsPLH5J2ujPPkqdjO8+SOya3z5Nqc6PPk7I2a8+TI6tnzBCOMMMIII4wwwggjjDDCCCOM
fzI+qE/JBOJx408AAAAASUVORK5CYII=
"""


class PolicyTest(CommandTest):
    def call(self, *words, **environment):
        return call(*words, BELLBUOY_POLICY_ROOT=self.folder, **environment)

    def write_policy(self, policy, name='policy.json'):
        return self.write('etc/bellbuoy/' + name, policy if isinstance(policy, str) else json.dumps(policy))


class Show(PolicyTest):
    def rows(self, **environment):
        return {row['key']: row for row in objects(self.call('policy', 'show', '--json', **environment))}

    def test_nothing(self):
        rows = self.rows()
        self.assertIn('support-text', rows)
        self.assertNotIn('version', rows)
        for row in rows.values():
            self.assertEqual((row['source'], row['locked'], row['file'], row['line'], row['reader']),
                             ('default', False, None, 0, None), row)

    def test_sources(self):
        self.write_policy('{"banner-level": "danger",\n"own-domains": {"value": ["firm.example"], "locked": true},\n'
                          '"trusted-senders": {"value": ["firm.example"], "merge": true}, "support-text": "Call 7000"}')
        self.write('config/glib-2.0/settings/keyfile', "[org/bellbuoy/Bellbuoy]\nbanner-level='caution'\n"
                   "own-domains=['mine.example']\ntrusted-senders=['mine.example']\nenabled=false\n")
        rows = self.rows(GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=self.folder + '/config')
        found = {key: (row['value'], row['source'], row['locked'], row['line'], row['reader'])
                 for key, row in rows.items()}
        self.assertEqual(found['banner-level'], ('caution', 'reader', False, 0, 'caution'))
        self.assertEqual(found['enabled'], (False, 'reader', False, 0, False))
        self.assertEqual(found['own-domains'], (['firm.example'], 'policy', True, 2, ['mine.example']))
        self.assertEqual(found['trusted-senders'],
                         (['firm.example', 'mine.example'], 'policy', False, 3, ['mine.example']))
        self.assertEqual(found['support-text'], ('Call 7000', 'policy', True, 3, None))
        self.assertEqual(rows['own-domains']['file'], '/etc/bellbuoy/policy.json')

    def test_text(self):
        self.write_policy({'banner-level': {'value': 'danger', 'locked': True}})
        for locale, word in (('C.UTF-8', ', locked'), ('ja_JP.UTF-8', '、固定')):
            text = self.call('policy', 'show', LC_ALL=locale, LANGUAGE=locale[:2]).out
            self.assertIn('banner-level: "danger"\n    /etc/bellbuoy/policy.json:1' + word, text)

    def test_faults(self):
        self.write_policy('{"own-domain": []}')
        result = self.call('policy', 'show')
        self.assertEqual(result.status, 2)
        self.assertIn('/etc/bellbuoy/policy.json:1: own-domain: unknown key; did you mean “own-domains”?', result.err)


@unittest.skipUnless(shutil.which('dconf'), 'dconf is not installed')
class Dconf(PolicyTest):
    """A database of the system with locks, as an administrator compiles it, under a profile of the test's own."""

    def setUp(self):
        super().setUp()
        self.write('keys/bellbuoy', "[org/bellbuoy/Bellbuoy]\nlookups='off'\nown-domains=['firm.example']\n"
                   "banner-level='danger'\n")
        self.write('keys/locks/bellbuoy', '/org/bellbuoy/Bellbuoy/lookups\n/org/bellbuoy/Bellbuoy/own-domains\n')
        database = os.path.join(self.folder, 'database')
        subprocess.run(['dconf', 'compile', database, os.path.join(self.folder, 'keys')], check=True)
        self.environment = {'GSETTINGS_BACKEND': 'dconf', 'XDG_CONFIG_HOME': self.folder,
                            'DBUS_SESSION_BUS_ADDRESS': 'disabled:',
                            'DCONF_PROFILE': self.write('profile', f'user-db:none\nfile-db:{database}\n')}

    def rows(self):
        return {row['key']: row for row in objects(self.call('policy', 'show', '--json', **self.environment))}

    def test_locks(self):
        rows = self.rows()
        if rows['banner-level']['value'] != 'danger':
            self.skipTest('GLib has no module for dconf')
        self.assertEqual((rows['own-domains']['value'], rows['own-domains']['locked'], rows['own-domains']['source']),
                         (['firm.example'], True, 'system'))
        self.assertFalse(rows['banner-level']['locked'])
        self.assertIn('own-domains is locked by dconf', self.call('doctor', HOME=self.folder, **self.environment).out)
        for words in (['lookup', 'firm.example'], ['check', '--online', self.write('mail.eml', FALSE_LINK)]):
            result = self.call(*words, **self.environment)
            self.assertEqual((result.status, result.out), (2, ''))
            self.assertIn('your organisation does not allow lookups', result.err)
        self.write_policy({'own-domains': ['policy.example']})
        self.assertEqual(self.rows()['own-domains']['value'], ['firm.example'])
        self.write_policy({'own-domains': {'value': ['policy.example'], 'locked': True}})
        self.assertEqual(self.rows()['own-domains']['value'], ['policy.example'])


class Validate(PolicyTest):
    def test_good(self):
        path = self.write('good.json', '{"enabled": true}')
        result = self.call('policy', 'validate', path)
        self.assertEqual((result.status, result.out, result.err), (0, '', ''))

    def test_faults(self):
        path = self.write('bad.json', '{"own-domain": [],\n"banner-level": "loud",\n"enabled": true,}')
        result = self.call('policy', 'validate', path)
        self.assertEqual(result.status, 2)
        self.assertEqual(result.out.splitlines(), [
            f'{path}:1: own-domain: unknown key; did you mean “own-domains”?',
            f'{path}:2: banner-level: must be one of: caution, danger',
            f'{path}:3: trailing comma'])

    def test_hostile(self):
        """What a file holds is shown harmless."""
        path = self.write('bad.json', '{"\\u001b[31mred\\u202e": 1}')
        result = self.call('policy', 'validate', path)
        self.assertEqual(result.status, 2)
        self.assertNotIn('\x1b', result.out)
        self.assertNotIn('\u202e', result.out)

    def test_no_file(self):
        for path in (self.folder + '/none.json', self.folder, '/dev/zero'):
            self.assertEqual(self.call('policy', 'validate', path).status, 2)

    def test_installed(self):
        self.assertEqual(self.call('policy', 'validate').status, 0)
        self.write_policy('{', 'policy.d/10-a.json')
        result = self.call('policy', 'validate')
        self.assertEqual(result.status, 2)
        self.assertTrue(result.out.startswith('/etc/bellbuoy/policy.d/10-a.json:1: '), result.out)


class Documents(PolicyTest):
    def test_example(self):
        path = self.write('example.json', self.call('policy', 'example').out)
        self.assertEqual(self.call('policy', 'validate', path).status, 0)

    def test_schema(self):
        schema = json.loads(self.call('policy', 'schema').out)
        validator = jsonschema.Draft202012Validator(schema)
        validator.check_schema(schema)
        validator.validate(json.loads(self.call('policy', 'example').out))
        good = [{}, {'enabled': False}, {'own-domains': {'value': ['a.example'], 'merge': True}},
                {'trusted-links': [['a.example', 'b.example']]}, {'$comment': 'x'}]
        bad = [{'enabled': 1}, {'own-domains': 'a.example'}, {'own-domain': []}, {'banner-level': 'loud'},
               {'enabled': {'value': True, 'merge': True}}, {'trusted-links': [['a.example']]}, [],
               {'enabled': {'locked': True}}]
        for policy, is_good in [(policy, True) for policy in good] + [(policy, False) for policy in bad]:
            with self.subTest(policy=policy):
                path = self.write('policy.json', json.dumps(policy))
                self.assertEqual(validator.is_valid(policy), is_good)
                self.assertEqual(self.call('policy', 'validate', path).status, 0 if is_good else 2)

    def test_usage(self):
        for words in ([], ['ring'], ['show', '--loud']):
            self.assertEqual(self.call('policy', *words).status, 2)
        for words in (['--help'], ['show', '--help']):
            self.assertEqual(self.call('policy', *words).status, 0)

    def test_no_schemas(self):
        for words in ('show', 'validate', 'schema', 'example'):
            result = self.call('policy', words, **NO_SCHEMAS)
            self.assertEqual((result.status, result.out), (2, ''))
            self.assertIn('schemas', result.err)


class Check(PolicyTest):
    """What a policy tells the analysis."""

    def check(self, *words, **environment):
        mail = self.write('mail.eml', FALSE_LINK)
        return self.call('check', '--json', *words, mail, **environment)

    def ids(self, *words):
        return [finding['id'] for finding in objects(self.check(*words))[0]['findings']]

    def test_machine(self):
        self.assertIn('link-text-mismatch', self.ids())
        self.write_policy({'suppressed-checks': ['link-text-mismatch']})
        self.assertNotIn('link-text-mismatch', self.ids())
        self.write_policy({'suppressed-checks': []}, 'policy.d/1.json')
        self.assertIn('link-text-mismatch', self.ids())

    def test_file(self):
        self.write_policy({'suppressed-checks': ['link-text-mismatch']})
        path = self.write('own.json', '{"receiving-servers": ["mx.provider.example"]}')
        row = objects(self.check('--policy', path))[0]
        self.assertIn('link-text-mismatch', [finding['id'] for finding in row['findings']])
        self.assertFalse(row['origin']['assumed'])

    def test_broken(self):
        path = self.write('broken.json', '{')
        self.assertEqual(self.check('--policy', path).status, 2)
        self.assertEqual(self.check('--policy', self.folder + '/none').status, 2)
        self.write_policy('{')
        result = self.check()
        self.assertEqual(result.status, 1)
        self.assertIn('policy.json:1: ', result.err)

    def test_support_text(self):
        self.write_policy({'support-text': 'Ask the help desk: 7000'})
        mail = self.write('mail.eml', FALSE_LINK)
        self.assertIn('Ask the help desk: 7000', self.call('check', mail).out)

    def findings(self, mail, **policy):
        path = self.write('own.json', json.dumps(policy))
        mail = self.write('mail.eml', mail)
        row = objects(self.call('check', '--json', '--policy', path, mail))[0]
        return [finding['id'] for finding in row['findings']]

    def test_protected_domains(self):
        """A look-alike of a partner's domain, which no brand is; the partner itself is not accused."""
        mail = LOOKALIKE % 'harbourwerk-handel.example'
        self.assertNotIn('lookalike-domain', self.findings(mail))
        self.assertIn('lookalike-domain', self.findings(LOOKALIKE % 'harbourvverk-handel.com',
                                                        **{'protected-domains': ['harbourwerk-handel.com']}))
        self.assertNotIn('lookalike-domain', self.findings(LOOKALIKE % 'harbourwerk-handel.com',
                                                           **{'protected-domains': ['harbourwerk-handel.com']}))

    def test_qr_codes(self):
        """Without the program that decodes them, a picture is told as unread; where they are off, it is not tried."""
        mail = self.write('picture.eml', PICTURE)
        for decoded, limits in ((True, ['qr']), (False, [])):
            path = self.write('own.json', json.dumps({'qr-codes': decoded}))
            row = objects(self.call('check', '--json', '--policy', path, mail, BELLBUOY_QR_HELPER='/nonexistent'))[0]
            self.assertEqual(row['limits'], limits)

    def test_protected_people(self):
        people = {'protected-people': ['Anna Lindqvist <anna.lindqvist@firm.example>', 'nonsense', '<a@b.example>']}
        self.assertIn('contact-impersonation', self.findings(DIRECTOR % 'boss@stranger.example', **people))
        self.assertNotIn('contact-impersonation', self.findings(DIRECTOR % 'boss@stranger.example'))
        self.assertNotIn('contact-impersonation', self.findings(DIRECTOR % 'anna.lindqvist@firm.example', **people))

    def test_online(self):
        self.write_policy({'lookups': {'value': 'off', 'locked': True}})
        result = self.check('--online')
        self.assertEqual((result.status, result.out), (2, ''))
        self.assertIn('lookups', result.err)

    def test_no_schemas(self):
        self.assertEqual(self.check(**NO_SCHEMAS).status, 1)
        self.assertEqual(self.check('--policy', self.write('own.json', '{}'), **NO_SCHEMAS).status, 2)

    def test_older_schemas(self):
        """After an upgrade, until the schemas are compiled again: settings do not count, and messages are checked."""
        for name in ('Bellbuoy', 'Policy'):
            self.write(f'old/org.bellbuoy.{name}.gschema.xml',
                       f'<schemalist><schema id="org.bellbuoy.{name}" path="/org/bellbuoy/{name}/">'
                       '<key name="enabled" type="b"><default>true</default></key></schema></schemalist>')
        subprocess.run(['glib-compile-schemas', os.path.join(self.folder, 'old')], check=True)
        result = self.check(GSETTINGS_SCHEMA_DIR=os.path.join(self.folder, 'old'), XDG_DATA_DIRS='/nonexistent')
        self.assertEqual(result.status, 1)
        self.assertIn('older than this program', result.err)


unittest.main(verbosity=2)
