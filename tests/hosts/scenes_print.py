# SPDX-License-Identifier: LGPL-2.1-or-later
"""A message is printed as its sender wrote it: without the bar, and without the signs at its false links."""
import re
import zlib

from gi.repository import Atspi

import mails
from accessible import walk
from evolution_driver import wait_for
from scenes import MARKS, check, show

SIGN = '\u26a0'
SIGNED, LYING = 'A sign', 'A lie'
STREAM = re.compile(rb'stream\r?\n(.*?)\r?\nendstream', re.DOTALL)
LETTERS = re.compile(rb'^<(\w+)>(?: <(\w+)>)? <(\w{4})>\s*$', re.MULTILINE)  # of a font: one, or from one to another


def signed():
    mail = mails.message(SIGNED, minute=1)
    mail.set_content(f'<p>{SIGNED} {SIGN}\ufe0e</p>', subtype='html')
    return mail


MAILS = [mails.write(SIGNED.replace(' ', '-'), signed()), mails.write(LYING.replace(' ', '-'), mails.lie(LYING, 2))]
SELECT = SIGNED.replace(' ', '-')


def letters_of(pdf):
    """All characters of its fonts, in no order."""
    letters = set()
    for stream in STREAM.findall(pdf):
        try:
            text = zlib.decompress(stream)
        except zlib.error:
            continue
        for first, last, code in LETTERS.findall(text) if b'begincmap' in text else ():
            count = int(last or first, 16) - int(first, 16) + 1
            letters.update(chr(int(code, 16) + number) for number in range(count))
    return letters


def printed(evolution):
    """A file in the folder in which Evolution was started, once it is complete."""
    for path in evolution.base_dir.glob('*.pdf'):
        pdf = path.read_bytes()
        if pdf.rstrip().endswith(b'%%EOF'):
            path.unlink()
            return pdf
    return None


def find(dialog, role, words):
    return next((node for node in walk(dialog) if node.get_role() == role and (node.get_name() or '') == words), None)


def print_it(evolution):
    evolution.activate(evolution.window)
    dialog = evolution.repeat(lambda: evolution.key('ctrl+p'), 'the dialog', evolution.other_window)
    printer = wait_for('the printer', lambda: find(dialog, Atspi.Role.TABLE_CELL, 'Print to File'))
    button = find(dialog, Atspi.Role.PUSH_BUTTON, 'Print')
    evolution.repeat(lambda: evolution.click_on(printer), 'a printer to be chosen',
                     lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE))
    evolution.press(button)
    pdf = wait_for('the print', lambda: printed(evolution))
    wait_for('the dialog to go', lambda: not evolution.other_window())
    return letters_of(pdf)


def sign_of_the_sender_is_printed(evolution):
    """What the other scene does not find is found where it is."""
    show(evolution, SIGNED)
    check(SIGN in print_it(evolution), 'the print lacks a letter of the message')


def marks_are_not_printed(evolution):
    show(evolution, LYING)
    evolution.wait_for_banner()
    wait_for('the mark', lambda: any(mark in evolution.document() for mark in MARKS))
    letters = print_it(evolution)
    check(set('https:/w.shop') <= letters, f'the link is not printed: {letters}')
    check(SIGN not in letters, 'the mark is printed')
    evolution.wait_for_banner()
    check(any(mark in evolution.document() for mark in MARKS), 'the mark is gone')


SCENES = (sign_of_the_sender_is_printed, marks_are_not_printed)
WORDLESS = SCENES
