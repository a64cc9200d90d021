# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages with links that lie, in every form in which Thunderbird opens one; each is known by its id."""
import mails

TARGET = 'https://login.elsewhere.example/in'
SHOWN = 'https://www.shop.example/'
HONEST = 'https://www.shop.example/help'
DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

# What to click on, by id, and how it is written.
FORMS = {
    'plain': f'<a id="plain" href="{TARGET}">{SHOWN}</a>',
    'nested': f'<a href="{TARGET}"><b>https://<i id="nested">www.shop.example/</i></b></a>',
    'upper': f'<a id="upper" href="HTTPS://Login.Elsewhere.EXAMPLE/in">{SHOWN}</a>',
    'blank': f'<a id="blank" href="  {TARGET}\n">{SHOWN}</a>',
    'button': f'<a href="{TARGET}"><button id="button" type="button">{SHOWN}</button></a>',
    'drawing': f'<svg width="300" height="20"><a href="{TARGET}"><text y="15" id="drawing">{SHOWN}</text></a></svg>',
    'xlink': f'<svg width="300" height="20"><a xlink:href="{TARGET}"><text y="15" id="xlink">{SHOWN}</text></a></svg>',
    'formula': f'<math href="{TARGET}"><mtext id="formula">{SHOWN}</mtext></math>',
    'shadow': f'<div id="shadow"><template shadowrootmode="closed"><a href="{TARGET}">{SHOWN}</a></template></div>',
    'slot': f'<div><template shadowrootmode="closed"><a href="{TARGET}"><slot></slot></a></template>'
            f'<span id="slot">{SHOWN}</span></div>',
    'void': f'<style>#void {{ display: block }} #void::after {{ content: "{SHOWN}" }}</style>'
            f'<link id="void" rel="help" href="{TARGET}">',
}


def _write(name, html, minute):
    mail = mails.message(name, minute=minute)
    mail.set_content(html, subtype='html')
    return mails.write('links-' + name.replace(' ', '-'), mail)


def _files():
    forms = ''.join(f'<div>{form}</div>\n' for form in FORMS.values())
    area = f'<p><a href="{TARGET}">{SHOWN}</a>' \
           f'<img usemap="#m" src="{DOT}" width="200" height="40" alt="{SHOWN}" id="picture">' \
           f'<map name="m"><area shape="default" href="{TARGET}" alt="{SHOWN}"></map>'
    form = f'<p><a href="{TARGET}">{SHOWN}</a><form action="https://collect.elsewhere.example/get"><input id="text">' \
           '<input id="send" type="submit" value="Send it"></form>'
    pages = {
        'All forms': f'<p>{forms}<p><a id="honest" href="{HONEST}">{SHOWN}</a>',
        'Picture': area,
        'Form': form,
        'Based': f'<base href="{TARGET}"><a id="hash" href="#top">{SHOWN}</a> <a href="{TARGET}">{SHOWN}</a>',
        'Everywhere': f'<a id="everywhere" href="{TARGET}" style="display:block;height:3000px">{SHOWN}</a>',
        'Honest': f'<p>Our <a id="honest" href="{HONEST}">{HONEST}</a>, <a id="write" href="mailto:help@shop.example">'
                  'write to us</a>, <a id="inside" href="#below">below</a><p style="height:2000px"><p id="below">Here',
    }
    return [_write(name, html, minute) for minute, (name, html) in enumerate(pages.items())]


FILES = _files()
