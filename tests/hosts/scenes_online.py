# SPDX-License-Identifier: LGPL-2.1-or-later
"""With lookups allowed, a warning disappears if the sender's own signature explains it, and stays otherwise. Keys are
only looked up on a click, since their names may be unique to a message."""
import atexit
import os
import pathlib
import shutil
import sys
import tempfile

from evolution_driver import wait_for
from scenes import MORE, check, settle

sys.path.append(str(pathlib.Path(__file__).parents[1] / 'net'))

from name_server import DOMAIN, SIGNED, NameServer  # noqa: E402 pylint: disable=wrong-import-position

SUBJECTS = ('Is dinner ready?', 'Is it cold?')
KEY = f'brisbane._domainkey.{DOMAIN}'

# The reader's provider found no signature, and answers go elsewhere: two things that do not fit.
HANDED_IN = f"""\
Authentication-Results: mx.provider.example; spf=none smtp.mailfrom=other.example; dkim=none; dmarc=none
Received: from out.other.example (unknown [203.0.113.7])
\tby mx.provider.example (Postfix) with ESMTP id 1
\tfor <suzie@shopping.example.net>; Mon, 11 Jun 2018 09:00:00 +0900
Reply-To: {DOMAIN} <someone.else@gmail.com>
"""

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='bellbuoy-online-'))
atexit.register(shutil.rmtree, FOLDER, True)
SERVER = NameServer()
SERVER.start()
os.environ['BELLBUOY_DNS_SERVER'] = SERVER.address
os.environ['BELLBUOY_RDAP_SERVER'] = 'http://127.0.0.1:1'  # nobody there


def write(name, text):
    path = FOLDER / name
    path.write_text(text, encoding='utf-8')
    return path


MAILS = [write('whole.eml', HANDED_IN + SIGNED),
         write('changed.eml', HANDED_IN + SIGNED.replace('lost', 'won').replace(*SUBJECTS))]
SELECT = 'changed'
LOOKS = {'settings': """
[org/bellbuoy/Bellbuoy]
lookups='automatic'
"""}


ASK = ('Look Up the Sender', '差出人と疑わしいドメイン')
NOW = ('Look Up', '調べる')


def look_up(evolution):
    before = len(evolution.windows())
    evolution.choose(evolution.wait_for_button(evolution.banners, *MORE), *ASK)
    wait_for('the details', lambda: len(evolution.windows()) > before)
    evolution.press_in_details(*NOW)


def automatic_asks_for_no_key(evolution):
    evolution.wait_for_message('We won the game')
    wait_for('the question for the policy', lambda: SERVER.asked)
    settle()
    # a busy machine repeats the question
    check(set(SERVER.asked) == {'_dmarc.example.com'}, f'asked without consent: {SERVER.asked}')


def changed_message_keeps_its_warning(evolution):
    look_up(evolution)
    wait_for('the question for the key', lambda: KEY in SERVER.asked)
    evolution.close_others()
    settle()
    evolution.wait_for_banner()


def signed_message_loses_it(evolution):
    evolution.repeat(lambda: evolution.click_message(SUBJECTS[0]), 'the signed message',
                     lambda: 'We lost the game' in evolution.document(evolution.window))
    look_up(evolution)
    wait_for('the warning to go', lambda: not evolution.banners(evolution.window))
    evolution.close_others()
    settle()
    check(not evolution.banners(evolution.window), 'the warning came back')
    check(SERVER.asked.count(KEY) == 1, f'asked again: {SERVER.asked}')


SCENES = (automatic_asks_for_no_key, changed_message_keeps_its_warning, signed_message_loses_it)
