# SPDX-License-Identifier: LGPL-2.1-or-later
"""The reader's own mail is left alone; everything else is judged wherever it lies, also what is attached or sealed."""
import mails
from imap_server import ImapServer, ask_for_bodies
from pgp_key import PgpKey
from scenes import EKINET, HOSTS, SAMPLES, check, click_element, has_banner, settle, wait_for_banner, wait_for_question
from waiting import wait_for

OWN = ('Sent', 'Drafts', 'Templates')
ATTACHED, SEALED, REMOTE = 'An attached message', 'A sealed message', 'A message on a server'


def _attach(data):
    """A friend's message with another one in it, written out as most programs do it."""
    headers = mails.message(ATTACHED, 'A friend <friend@garden.example>').as_bytes().split(b'\r\n\r\n')[0]
    return b'\n'.join([headers.replace(b'\r\n', b'\n'), b'MIME-Version: 1.0',
                       b'Content-Type: multipart/mixed; boundary="b"', b'', b'--b', b'', b'Look at this.', b'--b',
                       b'Content-Type: message/rfc822', b'Content-Disposition: attachment; filename="mail.eml"', b'',
                       data, b'--b--', b''])


MAILS = {name: SAMPLES[:2] for name in (*OWN, 'Other')} \
    | {'Attached': [mails.write('attached', _attach(SAMPLES[0].read_bytes()))]}
IDENTITY = mails.Identity()
ENVELOPED, SIGNED, MISLABELLED = 'An enveloped message', 'A signed message', 'A mislabelled message'
MAILS['Certified'] = [mails.write('enveloped', IDENTITY.seal(ENVELOPED)),
                      mails.write('signed', IDENTITY.sign(SIGNED, 1)),
                      mails.write('mislabelled', IDENTITY.seal(MISLABELLED, 2, 'application/octet-stream; name=a.p7m'))]
SERVER = ImapServer([mails.write('remote', mails.lie(REMOTE))])
FEEDS = {'type': 'rss', 'hostname': 'Feeds', 'userName': 'nobody', 'name': 'Feeds', 'login_at_startup': False,
         'directory-rel': '[ProfD]Mail/Feeds', 'check_new_mail': False}
PREFS = SERVER.prefs() | {f'mail.server.server4.{name}': value for name, value in FEEDS.items()} | {
    'mail.accountmanager.accounts': 'account1,account2,account3,account4', 'mail.account.account4.server': 'server4'}

SHOW_FEED = '''
  const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const folder = MailServices.accounts.allServers.find(({type}) => type == "rss").rootFolder.getChildNamed("News");
  const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
  if (pane.gFolder?.URI != folder.URI) pane.displayFolder(folder.URI);
  return pane.gDBView?.viewFolder?.URI == folder.URI && pane.gDBView.rowCount > 0;'''
SHOW_REMOTE = '''
  const {MailServices} = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const server = MailServices.accounts.allServers.find(({type}) => type == "imap");
  const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
  const pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
  if (pane.gFolder?.URI != inbox.URI) pane.displayFolder(inbox.URI);
  return pane.gDBView?.viewFolder?.URI == inbox.URI && pane.gDBView.rowCount == 1;'''
IMPORT = '''
  const {RNP} = ChromeUtils.importESModule("chrome://openpgp/content/modules/RNP.sys.mjs");
  return (await RNP.importSecKeyBlockImpl(window, () => "", false, arguments[0])).importedKeys?.length;'''


def prepare(client):
    """The certificate, and a feed whose entries have the looks of the samples."""
    IDENTITY.install(client.profile.folder)
    client.profile.write_mbox('News', SAMPLES[:2], FEEDS['hostname'])


def folders_of_the_reader_are_left_alone(client):
    for folder in OWN:
        client.show(EKINET, folder)
        settle()
        check(not has_banner(client), f'a banner in {folder}')
    client.show(EKINET, 'Other')
    wait_for_banner(client)


def feed_is_left_alone(client):
    wait_for('the feed', lambda: client.run(SHOW_FEED))
    client.show(EKINET)
    settle()
    check(not has_banner(client), 'a banner over a feed')


def attached_message_has_it(client):
    client.show(ATTACHED, 'Attached')
    wait_for('the attachment', lambda: client.in_page('return view.currentAttachments?.length == 1'))
    client.in_page('view.currentAttachments[0].open(view.browsingContext); return 1;')
    client.wait_for_message(EKINET)
    text = wait_for_banner(client)
    check(all(host in text for host in HOSTS), text)
    client.screenshot('attached')


def sealed_message_has_it(client):
    key = PgpKey()
    check(client.run_async(IMPORT, key.export()) == 1, 'the key was not taken')
    client.open_file(mails.write('sealed', key.seal(mails.message(SEALED), mails.LIE)))
    client.wait_for_message(SEALED)
    text = wait_for_banner(client)
    check('login.elsewhere.example' in text, text)
    client.screenshot('sealed')


def certified_message_has_it(client):
    """Encrypted by S/MIME, and signed only."""
    for subject in (ENVELOPED, SIGNED):
        client.show(subject, 'Certified')
        text = wait_for_banner(client)
        check('login.elsewhere.example' in text, f'{subject}: {text}')
        client.screenshot(subject.split()[1])


def link_of_a_mislabelled_message_is_asked_about(client):
    """Thunderbird opens it for the reader, but not for extensions, so that only what it displays is judged."""
    client.forget_opened()
    client.show(MISLABELLED, 'Certified')
    wait_for_banner(client)
    click_element(client, 'a')
    wait_for_question(client)
    client.screenshot('mislabelled')
    client.key('Escape')
    settle()
    check(not client.opened(), 'the link was opened')


def remote_message_is_fetched_once(client):
    """For the display: the native program is given what Thunderbird keeps of it. No flag is set."""
    wait_for('the folder of the server', lambda: client.run(SHOW_REMOTE))
    client.show(REMOTE)
    text = wait_for_banner(client)
    check('login.elsewhere.example' in text, text)
    settle()
    check(len(ask_for_bodies(SERVER.asked)) == 1, f'fetched by {ask_for_bodies(SERVER.asked)}')
    check(not any('STORE' in command.upper() for command in SERVER.asked), f'{SERVER.asked}')
    client.screenshot('remote')


SCENES = (folders_of_the_reader_are_left_alone, feed_is_left_alone, attached_message_has_it, sealed_message_has_it,
          certified_message_has_it, link_of_a_mislabelled_message_is_asked_about, remote_message_is_fetched_once)
WORDLESS = (feed_is_left_alone, sealed_message_has_it, certified_message_has_it,
            link_of_a_mislabelled_message_is_asked_about, remote_message_is_fetched_once)
