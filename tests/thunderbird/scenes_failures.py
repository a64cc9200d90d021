# SPDX-License-Identifier: LGPL-2.1-or-later
"""Whatever becomes of the native program, mail stays readable, the reader is told once, and the message on show is
judged as soon as there is an answer again."""
import contextlib
import os
import pathlib
import signal

import mails
from scenes import (BANNER_TEXT, EKINET, HOSTS, PARCEL, SAMPLES, check, click_element, settle, wait_for_banner,
                    wait_for_question)
from thunderbird_profile import HOST_NAME
from waiting import wait_for

FRESH = ('First lie', 'Second lie')  # of which nothing is known yet
DEADLY = {'crash': 'It crashes', 'loop': 'It never ends', 'lie': 'It lies'}  # to the process that reads it
BUILT_SO = 'This message is built so'


def _deadly(minute, word):
    mail = mails.lie(DEADLY[word], minute)
    mail['X-Test-Fault'] = word
    return mails.write(word, mail)


MAILS = {'Samples': SAMPLES, 'Fresh': [mails.write(f'fresh{i}', mails.lie(FRESH[i], i)) for i in (0, 1)],
         'Deadly': [_deadly(minute, word) for minute, word in enumerate(DEADLY)]}
if 'BELLBUOY_WORKER_FAULTY' in os.environ:
    os.environ['BELLBUOY_WORKER'] = os.environ['BELLBUOY_WORKER_FAULTY']
BAR = 'return banner?.querySelector(".quiet")?.innerText'
BADGE = '''
  const about = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAboutMessage;
  const button = about.document.querySelector("[id^=bellbuoy][id*=messageDisplayAction]");
  return button?.getAttribute("badge") ?? "";'''
BACKGROUND = 'return WebExtensionPolicy.getByID("bellbuoy@bellbuoy.org").extension.backgroundState'
IDLE = 'extensions.background.idle.timeout'
VERSION = {'C.UTF-8': 'different versions', 'ja_JP.UTF-8': 'バージョン'}
# Programs of another protocol: one refuses the extension's, the other greets with its own.
OTHER_VERSIONS = ('{"type": "error", "code": "protocol", "words": "Update both."}',
                  '{"type": "hello", "protocol": 2, "version": "9.9", "language": "en", "locale": true, "checks": [],'
                  ' "settings": {}}')
GREET = '''exec python3 -c '
import json, struct, sys, time
length, = struct.unpack("=I", sys.stdin.buffer.read(4))
question = json.loads(sys.stdin.buffer.read(length))
answer = json.dumps(json.loads(sys.argv[1]) | {{"id": question["id"]}}).encode()
sys.stdout.buffer.write(struct.pack("=I", len(answer)) + answer)
sys.stdout.flush()
time.sleep(60)' '{answer}'
'''
NO_ANSWER = 20  # seconds, of which the extension waits 15


def _manifest(client):
    return client.base / '.mozilla/native-messaging-hosts' / f'{HOST_NAME}.json'


def _replace_host(client, script):
    """Thunderbird starts `script` in place of the native program."""
    path = client.base / 'stand-in'
    path.write_text(f'#!/bin/sh\n{script}\n', encoding='ascii')
    path.chmod(0o700)
    manifest = _manifest(client)
    text = manifest.read_text(encoding='utf-8')
    manifest.with_suffix('.kept').write_text(text, encoding='utf-8')
    manifest.write_text(text.replace(str(client.host), str(path)), encoding='utf-8')


def _give_host_back(client):
    kept = _manifest(client).with_suffix('.kept')
    if kept.exists():
        kept.rename(_manifest(client))


def _restart(client):
    client.quit()
    client.start_client()


def host_pids(client):
    """The native programs of this client, also those whose file was replaced since they began."""
    mark = f'HOME={client.base}'.encode()
    for entry in pathlib.Path('/proc').iterdir():
        try:
            if entry.name.isdigit() and os.readlink(entry / 'exe').removesuffix(' (deleted)') == str(client.host) \
                    and mark in (entry / 'environ').read_bytes().split(b'\0'):
                yield int(entry.name)
        except OSError:
            continue


@contextlib.contextmanager
def _impatient_background(client):
    """Thunderbird ends what runs in the background as soon as nothing happens, and not after half a minute."""
    client.run('Services.prefs.setIntPref(arguments[0], arguments[1])', IDLE, 300)
    try:
        yield
    finally:
        client.run('Services.prefs.clearUserPref(arguments[0])', IDLE)


def missing_program_is_told_of_once(client):
    manifest = _manifest(client)
    manifest.rename(manifest.with_suffix('.kept'))
    _restart(client)
    client.show(EKINET, 'Samples')
    words = client.wait_in_page('what is wrong', BAR)
    client.screenshot('missing')
    check('Bellbuoy' in words, words)
    client.show(PARCEL)
    settle()
    check(not client.in_page(BAR), 'it is told of twice')
    check(client.run(BADGE) == '?', f'the badge is {client.run(BADGE)}')
    with _impatient_background(client):
        wait_for('its end', lambda: client.run(BACKGROUND) == 'stopped')
        _give_host_back(client)
        wait_for_banner(client)  # by itself
    check(client.run(BADGE) == '!', 'the badge stays')


def other_version_is_told_of_once(client):
    for number, answer in enumerate(OTHER_VERSIONS):
        _replace_host(client, GREET.format(answer=answer))
        _restart(client)
        client.show(EKINET, 'Samples')
        words = client.wait_in_page('what is wrong', BAR)
        check(VERSION[client.locale] in words, words)
        client.screenshot(f'version-{number}')
        client.show(PARCEL)
        settle()
        check(not client.in_page(BAR), 'it is told of twice')
        check(client.run(BADGE) == '?', f'the badge is {client.run(BADGE)}')
        _give_host_back(client)
        wait_for_banner(client)  # by itself


def deadly_message_costs_its_own_verdict(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    before = list(host_pids(client))
    for subject in DEADLY.values():
        client.show(subject, 'Deadly')
        wait_for(f'the end of it: {subject}', lambda: BUILT_SO in (client.in_page(BANNER_TEXT) or ''))
    client.show(EKINET, 'Samples')
    wait_for('its own verdict', lambda: HOSTS[1] in (client.in_page(BANNER_TEXT) or ''))
    check(list(host_pids(client)) == before, 'the native program has ended')


def killed_program_is_started_again(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    before = list(host_pids(client))
    check(len(before) == 1, f'{len(before)} native programs')
    os.kill(before[0], signal.SIGKILL)
    client.show(FRESH[0], 'Fresh')
    wait_for_banner(client)
    check(list(host_pids(client)) not in ([], before), 'the program was not started again')


def silent_program_holds_links_back(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    pid, = host_pids(client)
    os.kill(pid, signal.SIGSTOP)
    try:
        client.forget_opened()
        client.show(FRESH[1], 'Fresh')
        click_element(client, 'a')
        wait_for_question(client)
        client.screenshot('unchecked')
        client.key('Return')
        client.wait_in_page('what is wrong', BAR, seconds=NO_ANSWER)
        check(not client.opened(), 'a link was opened unchecked')
    finally:
        os.kill(pid, signal.SIGKILL)
    wait_for_banner(client)


def nonsense_is_survived(client):
    for script in ('exec cat /dev/urandom', 'printf "\\005\\000\\000\\000nonse"; sleep 60', 'exit 1'):
        _replace_host(client, script)
        _restart(client)
        client.show(EKINET, 'Samples')
        client.wait_in_page(f'what is wrong with {script}', BAR, seconds=NO_ANSWER)
        _give_host_back(client)
    _restart(client)
    client.show(EKINET, 'Samples')
    wait_for_banner(client)


def nothing_is_left_running(client):
    client.show(EKINET, 'Samples')
    wait_for_banner(client)
    pids = list(host_pids(client))
    client.quit()
    wait_for('the end of the program', lambda: not any(os.path.exists(f'/proc/{pid}') for pid in pids), 5)
    client.start_client()


SCENES = (missing_program_is_told_of_once, other_version_is_told_of_once, deadly_message_costs_its_own_verdict,
          killed_program_is_started_again, silent_program_holds_links_back, nonsense_is_survived,
          nothing_is_left_running)
# The last one begins anew, without complaints of the program that was missing.
WORDLESS = (deadly_message_costs_its_own_verdict, killed_program_is_started_again, silent_program_holds_links_back,
            nonsense_is_survived)
