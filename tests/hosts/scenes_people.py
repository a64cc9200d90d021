# SPDX-License-Identifier: LGPL-2.1-or-later
"""The reader's contacts, from the address book and the folder of sent mail: their names with other addresses get a
warning, and unknown senders are mentioned."""
from gi.repository import Atspi

import mails
from accessible import text_of, walk
from evolution_driver import wait_for
from scenes import check, settle, show

STRANGER = ('You do not know this sender', '初めてのやり取り')
CONTACTS = [('Anna Lindqvist', 'anna@garden.example')]


def letter(subject, sender, minute):
    """A Reply-To elsewhere is no reason for a warning by itself."""
    mail = mails.message(subject, sender, minute)
    mail['Reply-To'] = 'office77@gmail.com'
    mail.set_content(f'{subject}. Please answer soon.\n')
    return mail


def sent():
    mail = mails.message('Hello')
    del mail['From'], mail['To']
    mail['From'] = 'hanako@example.ne.jp'
    mail['To'] = 'Berta Holm <berta@harbour.example>'
    mail.set_content('Hello.\n')
    return mail


SUBJECTS = ('From the book', 'From sent mail', 'From nobody', 'From herself')
MAILS = [mails.write('1', letter(SUBJECTS[0], 'Anna Lindqvist <anna@elsewhere.example>', 0)),
         mails.write('2', letter(SUBJECTS[1], 'Holm, Berta <berta77@elsewhere.example>', 1)),
         mails.write('3', letter(SUBJECTS[2], 'Carla Moss <carla@elsewhere.example>', 2)),
         mails.write('4', letter(SUBJECTS[3], 'Anna Lindqvist <anna@garden.example>', 3)),
         mails.write('5', mails.lie('A shop'))]
SENT = [mails.write('sent', sent())]
SELECT = '4'
LOOKS = {'settings': """
[org/gnome/evolution/mail]
paned-size=3000000
"""}


def details(evolution):
    evolution.press(evolution.wait_for_button(evolution.banners, 'Details', '詳細'))
    window = wait_for('the details', evolution.other_window)
    evolution.screenshot(f'stranger-{evolution.locale}')
    text = '\n'.join(Atspi.Text.get_text(node, 0, -1) for node in walk(window) if 'Text' in node.get_interfaces())
    evolution.close_others()
    return text


def names_of_others_are_noticed(evolution):
    show(evolution, SUBJECTS[3])
    settle()  # the list of people is read meanwhile
    check(not evolution.banners(), 'a warning of a friend')
    for subject, address in zip(SUBJECTS[:2], ('anna@garden.example', 'berta@harbour.example')):
        show(evolution, subject)
        banner = evolution.wait_for_banner()
        evolution.screenshot(f'people-{subject[-4:]}-{evolution.locale}')
        check(address not in text_of(banner), f"another's address is printed: {text_of(banner)}")
    show(evolution, SUBJECTS[2])
    settle()
    check(not evolution.banners(), 'a warning of a stranger')


def strangers_are_told_of(evolution):
    show(evolution, SUBJECTS[0])
    text = details(evolution)
    check(any(words in text for words in STRANGER), 'the details do not say that the sender is a stranger')


SCENES = (names_of_others_are_noticed, strangers_are_told_of)
WORDLESS = (names_of_others_are_noticed,)
