# SPDX-License-Identifier: LGPL-2.1-or-later
"""Pages that display a web address and lay a link over it, or beneath what the pointer passes through; and honest ones
of the same layouts. The bytes of most don't tell. Each page of a run has a target of its own."""
import mails

SHOWN, TARGET = 'https://www.shop.example/in', 'https://login.elsewhere.example/in'
TEXT = f'<u>{SHOWN}</u>'
OVER = 'position:absolute;left:0;top:0;width:100%;height:100%'
BOX = '<div style="position:relative;z-index:0;width:420px;height:40px">{}</div>'
DATA = 'data:text/html,' + SHOWN
PASSED = 'pointer-events:none'
DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

OVERLAYS = {
    'an empty link over it': BOX.format(f'{TEXT}<a href="{TARGET}" style="{OVER}"></a>'),
    'a link over a paragraph': f'<div style="position:relative"><p class="shown">{SHOWN}</p>'
                               f'<a href="{TARGET}" style="{OVER}"></a></div>',
    'a link that comes with the pointer': '<style>.box a { display: none } .box:hover a { display: block }</style>'
                                          '<div class="box" style="position:relative;height:40px"><p class="shown">'
                                          f'{SHOWN}</p><a href="{TARGET}" style="{OVER}"></a></div>',
    'a link with words over it': BOX.format(f'{TEXT}<a href="{TARGET}" style="{OVER};color:transparent">Continue</a>'),
    'relative to its own place': f'{TEXT}<a href="{TARGET}" style="position:relative;left:-300px">'
                                 '<span style="display:inline-block;width:400px;height:20px"></span></a>',
    'a negative margin': f'<a href="{TARGET}" style="display:block;height:40px"></a>'
                         f'<div style="margin-top:-40px;height:40px;{PASSED}">{TEXT}</div>',
    'a link beneath it': BOX.format(f'<a href="{TARGET}" style="{OVER};z-index:-1"></a>'
                                    f'<div style="{PASSED}">{TEXT}</div>'),
    'a link fixed to the window': f'{TEXT}<a href="{TARGET}" style="position:fixed;inset:0"></a>',
    'what is generated': f'<style>#g::after {{ content: ""; position: absolute; inset: 0 }}</style>'
                         + BOX.format(f'{TEXT} <a id="g" href="{TARGET}">now</a>'),
    'generated words': f'<style>#w::before {{ content: "{SHOWN}" }}</style>'
                       + BOX.format(f'<div id="w"></div><a href="{TARGET}" style="{OVER}"></a>'),
    'a cell of a grid': f'<div style="display:grid"><div style="grid-area:1/1">{TEXT}</div>'
                        f'<a href="{TARGET}" style="grid-area:1/1"></a></div>',
    'a flexible box': f'<div style="display:flex"><div>{TEXT}</div>'
                      f'<a href="{TARGET}" style="flex:none;width:400px;height:40px;margin-left:-400px;z-index:1"></a>'
                      '</div>',
    'a transformation': f'<div>{TEXT}</div><a href="{TARGET}" style="display:block;height:40px;'
                        'transform:translateY(-40px)"></a>',
    'a float': f'<a href="{TARGET}" style="float:left;width:400px;height:30px;margin-right:-400px"></a>'
               f'<div style="{PASSED}">{TEXT}</div>',
    'a link without a box': BOX.format(f'{TEXT}<a href="{TARGET}" style="display:contents">'
                                       f'<span style="{OVER}"></span></a>'),
    'a picture': BOX.format(f'{TEXT}<a href="{TARGET}"><img src="{DOT}" alt="" style="{OVER}"></a>'),
    'an image map': BOX.format(f'{TEXT}<img src="{DOT}" alt="" usemap="#m" style="{OVER}"><map name="m">'
                               f'<area shape="default" href="{TARGET}"></map>'),
    'a drawing': BOX.format(f'{TEXT}<svg style="{OVER}"><a href="{TARGET}"><rect width="100%" height="100%" '
                            'fill="transparent"/></a></svg>'),
    'text of a drawing': f'<svg width="420" height="40"><text y="20">{SHOWN}</text><a href="{TARGET}">'
                         '<rect width="100%" height="100%" fill="transparent"/></a></svg>',
    'an open tree': BOX.format(f'{TEXT}<div><template shadowrootmode="open"><a href="{TARGET}" style="{OVER}"></a>'
                               '</template></div>'),
    'over an open tree': BOX.format(f'<div><template shadowrootmode="open">{TEXT}</template></div>'
                                    f'<a href="{TARGET}" style="{OVER}"></a>'),
    'a slot': BOX.format(f'{TEXT}<div><template shadowrootmode="open"><a href="{TARGET}"><slot></slot></a></template>'
                         f'<span style="{OVER}"></span></div>'),
    'a link over a link': BOX.format(f'<a href="{SHOWN}">{SHOWN}</a><a href="{TARGET}" style="{OVER}"></a>'),
    'a link over a passed link': BOX.format(f'<a href="{TARGET}" style="{OVER}"></a>'
                                            f'<a href="{SHOWN}" style="position:relative;{PASSED}">{SHOWN}</a>'),
    'an address in parts': BOX.format('https://<i>www</i>.<b>shop</b>.<i>exam</i>ple/'
                                      f'<a href="{TARGET}" style="{OVER}"></a>'),
    'strips with gaps': BOX.format(TEXT + ''.join(
        f'<a href="{TARGET}" style="position:absolute;left:{left}px;top:0;width:99px;height:40px"></a>'
        for left in (0, 100, 200, 300))),
    'a button of a form': BOX.format(f'{TEXT}<form action="{TARGET}"><button style="{OVER};opacity:0">Go</button>'
                                     '</form>'),
    'a label over it': BOX.format(f'{TEXT}<label for="b" style="{OVER}"></label>')
                       + f'<form action="{TARGET}"><input type="submit" id="b" value="Go" style="opacity:0"></form>',
    'a label of it': f'<label for="b">{TEXT}</label><form action="{TARGET}"><input type="submit" id="b" value="Go" '
                     'style="opacity:0"></form>',
    'a label around it': f'<form action="{TARGET}"><label>{TEXT}<button style="opacity:0">Go</button></label></form>',
    'words for a picture': BOX.format(f'<img src="cid:none" alt="{SHOWN}" width="400" height="30">'
                                      f'<a href="{TARGET}" style="{OVER}"></a>'),
    'a field': BOX.format(f'<input value="{SHOWN}" size="40"><a href="{TARGET}" style="{OVER}"></a>'),
    'inert text': BOX.format(f'<a href="{TARGET}" style="{OVER};z-index:-1"></a><div inert>{TEXT}</div>'),
    'a data frame in a link': f'<a href="{TARGET}" style="display:block"><iframe src="{DATA}" style="{PASSED}" '
                              'width="400" height="60"></iframe></a>',
    'a data frame over a link': BOX.format(f'<a href="{TARGET}" style="{OVER}"></a><iframe src="{DATA}" '
                                           f'style="position:absolute;{PASSED}" width="400" height="60"></iframe>'),
    'a link that comes later': '<style>@keyframes come { from { left: 3000px } to { left: 0 } }'
                               '.box { overflow: hidden } .box a { animation: come 0.1s 2s both }</style>'
                               '<div class="box" style="position:relative;height:40px"><p class="shown">'
                               f'{SHOWN}</p><a href="{TARGET}" style="{OVER}"></a></div>',
    'a suffix of other letters': BOX.format(f'<u>www.example.みんな</u><a href="{TARGET}" style="{OVER}"></a>'),
    'brackets for dots': BOX.format(f'<u>www[dot]shop[dot]example</u><a href="{TARGET}" style="{OVER}"></a>'),
    'blanks around dots': BOX.format(f'<u>www . shop (.) example</u><a href="{TARGET}" style="{OVER}"></a>'),
    'words for dots': BOX.format(f'<u>www dot shop dot example</u><a href="{TARGET}" style="{OVER}"></a>'),
    'reversed letters': BOX.format(f'<bdo dir="rtl">{SHOWN[::-1]}</bdo><a href="{TARGET}" style="{OVER}"></a>'),
    'letters that a style reverses': '<style>.r { unicode-bidi: bidi-override; direction: rtl }</style>'
                                     + BOX.format(f'<span class="r">{SHOWN[::-1]}</span>'
                                                  f'<a href="{TARGET}" style="{OVER}"></a>'),
    'a list to choose from': BOX.format(f'<select><option>{SHOWN}</select><a href="{TARGET}" style="{OVER}"></a>'),
    'text that cannot be selected': BOX.format(f'<u style="-webkit-user-select:none;user-select:none">{SHOWN}</u>'
                                               f'<a href="{TARGET}" style="{OVER}"></a>'),
    'for some widths': '<style>@media (max-width: 1px) { .w { display: none } }</style>'
                       + BOX.format(f'{TEXT}<a class="w" href="{TARGET}" style="{OVER}"></a>'),
    'a film': BOX.format(f'{TEXT}<a href="{TARGET}"><video style="{OVER}"></video></a>'),
    'below the window': f'<div style="height:3000px">Scroll down</div>'
                        + BOX.format(f'{TEXT}<a href="{TARGET}" style="{OVER}"></a>'),
}
# Those that a style moves there, after how many seconds.
MOVED = {'a link that comes with the pointer': 0, 'a link that comes later': 3}
HOME = 'https://www.shop.example'
HONEST = {
    'a card': '<style>#g::after { content: ""; position: absolute; inset: 0 }</style><div style="position:relative">'
              f'<p>Your parcel at www.shop.example</p><a id="g" href="{HOME}/track">Track it</a></div>',
    'an address beside a button': f'<p>Or go to www.shop.example <a href="{TARGET}" style="display:inline-block;'
                                  'padding:10px 20px">Track</a></p>',
    'one pixel': f'<div style="height:20px;line-height:20px">{TEXT}</div><a href="{TARGET}" style="display:block;'
                 'height:40px;margin-top:-1px;position:relative">Track</a>',
    'a preheader': f'<div style="max-height:0;overflow:hidden">{TEXT} is new</div><a href="{TARGET}" '
                   'style="display:block;height:40px">Track</a>',
    'not displayed': f'<div style="display:none">{TEXT}</div>'
                     f'<a href="{TARGET}" style="display:block;height:40px">Track</a>',
    'not visible': f'<div style="visibility:hidden;height:20px">{TEXT}</div><a href="{TARGET}" style="display:block;'
                   'height:40px;margin-top:-20px">Track</a>',
    'twice for two widths': f'<style>@media (min-width:1px) {{ .m {{ display:none }} }}</style><p class="m">{TEXT}</p>'
                            f'<a href="{TARGET}">Track</a>',
    'a card of sentences': '<style>#g::after { content: ""; position: absolute; inset: 0 }</style>'
                           '<div style="position:relative"><p>Talk to us . It is new. The dot in the corner (.) is '
                           f'red.</p><a id="g" href="{HOME}/new">Read it</a></div>',
    'a label of a field': f'<form action="{TARGET}"><label for="f">www.shop.example</label> <input id="f"></form>',
    'a scroller': f'<div style="height:30px;overflow:auto"><div style="height:40px">Terms</div>{TEXT}</div>'
                  f'<a href="{TARGET}" style="display:block;height:60px">Track</a>',
}


class Page:
    """A message, named by its number, since a name may be part of another."""

    def __init__(self, number, kind, html):
        self.kind, self.number = kind, number
        self.subject = f'Page {number:02}'
        self.host = f'login{number:02}.elsewhere.example'
        mail = mails.message(self.subject, minute=number)
        mail.set_content(f'<!DOCTYPE html><p>{self.subject}</p>{html.replace("login.elsewhere.example", self.host)}',
                         subtype='html')
        self.path = mails.write(f'page-{number:02}', mail)


def pages_of(*groups):
    """The pages of each group of kinds, with numbers of their own."""
    kinds = (kind for group in groups for kind in group.items())
    pages = iter([Page(number, *kind) for number, kind in enumerate(kinds)])
    return [[next(pages) for _ in group] for group in groups]


OF_LIES, OF_HONEST = pages_of(OVERLAYS, HONEST)
CLICKED = [page for page in OF_LIES if page.kind in ('a link over a paragraph', 'a link that comes with the pointer')]
