# SPDX-License-Identifier: LGPL-2.1-or-later
"""Proves that the lints bite: one small bad tree a rule, and the fault that must be told of it."""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SPDX = '/* SPDX-License-Identifier: LGPL-2.1-or-later */\n'
MATRIX = '| `core/checks` | GLib, `core/evidence` |\n'
README = '# A room\n' + '\n'.join(f'## {name}\nA word.' for name in
                                  ['What', 'May include', 'Begin at', 'To add one']) + '\n\nEnd.\n'
SETTINGS = ('<?xml version="1.0"?>\n<schemalist><schema id="a.b" path="/a/b/"><key name="on" type="b">'
            '<default>true</default><summary>On</summary>%s</key></schema></schemalist>\n')
WHY = '<description>Why.</description>'
GSCHEMA = 'data/org.bellbuoy.Bellbuoy.gschema.xml'
READER = 'client/buoy-settings.c'
PO_HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
WORDS = '_("Word %s")\n'
EXCUSES = 'tests/data/excuses.ini'
WEIGH = '/* %s */\nstatic BuoyStrength\nweigh (void)\n{\n  return BUOY_STRENGTH_NOTE;\n}\n'
LIMITS = ''.join(f'#define {name} 9\n' for name in (
    'BUOY_MAX_HEADERS', 'BUOY_MAX_LINKS', 'BUOY_MAX_INNER', 'BUOY_MAX_PICTURES', 'BUOY_MAX_PAGES', 'MAX_ATTRIBUTES',
    'MAX_SIGNERS')) + ''.join(f'void\n{name} (void)\n{{\n}}\n' for name in ('buoy_message_note', 'buoy_claim_add'))
LOOP = 'void\nfind (%s)\n{\n%s  for (guint i = 0; i < n; i++)\n    %sg ();\n}\n'
UNBOUND = 'a loop that spends nothing'
LEXICON = {
    'core/lexicon/buoy-lexicon.h': 'BUOY_LEXICON_A,\nBUOY_LEXICON_N_TOPICS,\nBUOY_LEXICON_B,\n',
    'data/bellbuoy.gresource.xml': '<file>lexicon/en.ini</file><file>lexicon/de.ini</file>',
    'data/lexicon/en.ini': '[a]\nnow\n[b]\nx\n'}
SECURITY = '| it cannot | shown by |\n|---|---|\n| write | %s |\n'
SYMBOLS = {'core/bellbuoy.symbols': 'buoy_a\n', 'core/bellbuoy-private.symbols': 'buoy_b\n', 'ui/a.c': 'buoy_b ();\n'}
SKIPPED = 77  # a rule whose program is not installed

# (rule, the bad tree as path: content, what must be told)
BAD_TREES = [
    ('includes', {'core/README.md': MATRIX, 'core/checks/a.c': '#include <gtk/gtk.h>\n'}, 'a.c:1: core/checks may not'),
    ('includes', {'core/README.md': MATRIX, 'core/message/m.h': '', 'core/checks/a.c': '#include "message/m.h"\n'},
     'may not include message/m.h'),
    ('includes', {'core/README.md': '| `ui` | `core/notice` |\n', 'core/notice/n-private.h': '',
                  'ui/a.c': '#include "notice/n-private.h"\n'}, 'ui may not include notice/n-private.h'),
    ('includes', {'core/README.md': MATRIX, 'core/new/a.c': ''}, 'core/new has no row'),
    ('circles', {'core/a.c': 'void\na (void)\n{\n  b ();\n}\n', 'core/b.c': 'void\nb (void)\n{\n  c ();\n}\n',
                 'core/c.c': 'void\nc (void)\n{\n  a ();\n}\n'}, 'core/a.c:1: is part of a circle: it calls b ()'),
    ('sizes', {'a.c': '\n' * 401}, '401 lines'),
    ('sizes', {'a.c': 'void\nf (void)\n{\n' + '  g ();\n' * 80 + '}\n'}, 'a.c:3: a function of 82 lines'),
    ('sizes', {'a.c': '/* ' + 'x' * 120 + ' */\n'}, '126 columns'),
    ('sizes', {'core/room/a.c': SPDX}, 'core/room/README.md:1: is missing'),
    ('sizes', {'core/README.md': README + 'More.\n' * 30}, '41 lines'),
    ('sizes', {'core/README.md': README.replace('Begin at', 'Start')}, 'no heading "Begin at"'),
    ('spdx', {'a.c': 'int a;\n'}, 'a.c:1: does not say'),
    ('spdx', {'script/run': '#!/bin/sh\n'}, 'script/run:1: does not say'),
    ('potfiles', {'po/POTFILES': 'gone.c\n'}, 'gone.c does not exist'),
    ('potfiles', {'po/POTFILES': '', 'a.c': WORDS}, 'a.c:1: holds words'),
    ('potfiles', {'po/POTFILES': '', 'a.ui': '<property translatable="yes">Word</property>\n'}, 'a.ui:1: holds words'),
    ('po', {'po/POTFILES': 'a.c\n', 'po/LINGUAS': 'ja\n', 'a.c': WORDS, 'po/ja.po': PO_HEAD}, 'msgcmp: '),
    ('po', {'po/POTFILES': 'a.c\n', 'po/LINGUAS': 'ja\n', 'a.c': WORDS,
            'po/ja.po': PO_HEAD + '\n#, fuzzy\nmsgid "Word %s"\nmsgstr "言葉 %s"\n'}, 'msgcmp: '),
    ('po', {'po/POTFILES': 'a.c\n', 'po/LINGUAS': 'ja\n', 'a.c': WORDS,
            'po/ja.po': PO_HEAD + '\n#, c-format\nmsgid "Word %s"\nmsgstr "言葉 %d"\n'}, 'msgfmt: '),
    ('security', {'docs/security.md': SECURITY % '`tests/a.c` `/a/b`'}, 'security.md:3: tests/a.c does not exist'),
    ('security', {'docs/security.md': SECURITY % '`tests/a.c` `/a/b`', 'tests/a.c': 'add ("/a/c");\n'},
     'security.md:3: /a/b is not in the test before it'),
    ('security', {'docs/security.md': SECURITY % 'a promise'}, 'security.md:3: names no test'),
    ('versions', {'meson.build': "  version: '2',\n", 'NEWS': 'Bellbuoy 1 (now)\n'}, 'NEWS:1: version 1, where'),
    ('excuses', {EXCUSES: '[known]\n', 'core/checks/a.c': WEIGH % 'Weighs.'}, 'a.c:5: lowers or leaves out'),
    ('excuses', {EXCUSES: '[known]\n', 'core/checks/a.c': WEIGH % 'Excuse: known, gone'}, 'excuse gone has no row'),
    ('excuses', {EXCUSES: '[known]\n[idle]\n', 'core/checks/a.c': WEIGH % 'Excuse: known'}, ':2: idle is named by no'),
    ('loops', {'core/evidence/l.h': LIMITS, 'core/evidence/a.c': LOOP % ('BuoyEvidence *e', '', '')},
     'a.c:4: ' + UNBOUND),
    ('loops', {'core/evidence/l.h': LIMITS, 'core/evidence/a.c': LOOP % (
        'const char *p', '', 'for (const char *q = p; *q != 0; q++)\n      ')}, 'a.c:5: ' + UNBOUND),
    ('loops', {'core/evidence/l.h': LIMITS, 'core/evidence/a.c': LOOP % (
        'BuoyEvidence *e', '  /* Bounded: MAX_GONE */\n', '')}, 'a.c:3: "Bounded: MAX_GONE" names no'),
    ('loops', {'core/evidence/l.h': LIMITS.replace('BUOY_MAX_LINKS', 'GONE')}, 'BUOY_MAX_LINKS limits a list'),
    ('format', {'a.c': 'G_DEFINE_QUARK (a - b, a_b)\n'}, 'a.c:1: clang-format would change the name'),
    ('format', {'a.c': 'int\nf (void)\n{\n    return 0;\n}\n'}, 'a.c:3: is not as clang-format'),
    ('spelling', {'README.md': 'It rec' 'ieves mail.\n'}, 'README.md:1: rec' 'ieves ==> receives'),
    ('lexicon', LEXICON | {'data/lexicon/de.ini': '[b]\nheute\n[a]\njetzt\n'}, "de.ini:1: its sections are not those"),
    ('lexicon', LEXICON | {'data/lexicon/de.ini': '[a]\n[b]\nheute\n'}, '[a] is empty and does not say why'),
    ('lexicon', LEXICON | {'data/lexicon/de.ini': '[a]\nÜberfällig\n[b]\nx\n'}, 'has to be written "uberfallig"'),
    ('lexicon', LEXICON | {'data/lexicon/de.ini': '[a]\njetzt\njetzt\n[b]\nx\n'}, ':3: "jetzt" stands there twice'),
    ('lexicon', LEXICON | {'data/lexicon/de.ini': '[a]\nnur jetzt\njetzt\n[b]\nx\n'}, '"nur jetzt" is not needed'),
    ('lexicon', LEXICON | {'data/lexicon/en.ini': '[a]\nyour ... card\n[b]\nx\n'}, ':2: "your ... card": "..." stands'),
    ('lexicon', LEXICON | {'data/bellbuoy.gresource.xml': ''}, 'en.ini:1: is not named'),
    ('symbols', SYMBOLS | {'core/bellbuoy.symbols': 'buoy_c\nbuoy_a\n'}, 'core/bellbuoy.symbols:1: is not in order'),
    ('symbols', SYMBOLS | {'ui/a.c': ''}, 'buoy_b is not called by a host'),
    ('symbols', SYMBOLS | {'core/a.h': 'BUOY_FOR_HOSTS void buoy_a (void);\n'}, 'buoy_a is not BUOY_AVAILABLE_IN_'),
    ('symbols', SYMBOLS | {'core/a.h': 'void buoy_b (int *a,\n             int b);\n'}, 'buoy_b is not BUOY_FOR'),
    ('symbols', SYMBOLS | {'core/a.h': 'BUOY_FOR_HOSTS void buoy_c (void);\n'}, 'buoy_c is BUOY_FOR_HOSTS, but'),
    ('settings', {GSCHEMA: SETTINGS % '', READER: 'keys[] = { "on" };\n'}, 'on has no description'),
    ('settings', {GSCHEMA: SETTINGS % WHY, READER: 'keys[] = { "off" };\n'}, 'off is not both'),
]


def write_tree(root, tree):
    for path, content in tree.items():
        path = os.path.join(root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(content)


def is_caught(rule, tree, expected):
    with tempfile.TemporaryDirectory() as root:
        write_tree(root, tree)
        result = subprocess.run([sys.executable, os.path.join(HERE, f'test-{rule}.py'), root],
                                capture_output=True, text=True, check=False)
    if result.returncode == 1 and expected in result.stdout:
        return True
    if result.returncode == SKIPPED:
        print(f'test-{rule}.py: {result.stdout}', end='')
        return True
    print(f'test-{rule}.py said {result.stdout!r} {result.stderr!r}, not {expected!r}')
    return False


caught = [is_caught(*row) for row in BAD_TREES]
print(f'{sum(caught)} of {len(caught)} bad trees caught')
sys.exit(0 if all(caught) else 1)
