# SPDX-License-Identifier: LGPL-2.1-or-later
"""Messages whose style sheets are made to hide, cover or move the banner. Each has the false link of mails.LIE, and so
the same banner as HONEST_LOOKS. Nothing of a sender's runs in Thunderbird: all of it is HTML and CSS."""
import mails

COVER = 'position:fixed!important;inset:0!important;width:100vw!important;height:100vh!important;' \
        'max-width:none!important;max-height:none!important;margin:0!important;border:0!important;' \
        'background:#fff!important;z-index:2147483647!important'
OURS = ':is([data-bellbuoy], :root > div)'
HONEST_LOOKS = 'Plain lie'

# Name: what stands in the head, in the body before the lie, and what a person clicks on.
STYLES = {
    'Overlay': f'.c {{ {COVER} }}',
    'Hidden by name': f'{OURS} {{ display: none !important; visibility: hidden !important; opacity: 0 !important;'
                      ' position: static !important; width: 0 !important; height: 0 !important }',
    'Layered': f'@layer a, b; @layer a {{ {OURS}, * {{ display: none !important; inset: auto !important }} }}'
               f' @layer b {{ {OURS} {{ transform: scale(0) !important; clip-path: inset(50%) !important }} }}'
               ' p, a, body, html { display: block !important }',
    'Root away': 'html { transform: translateX(-9999px) !important; translate: 0 -9999px; rotate: 90deg; scale: 0.01 }',
    'Root fixed': 'html { position: fixed !important; top: -900px !important; margin-top: -900px !important }',
    'Root gone': 'html { display: contents !important; opacity: 0 !important; visibility: hidden !important }',
    'Root none': 'html { display: none !important }',
    'Root small': 'html { zoom: 0.01 !important; font-size: 0 !important; height: 0; overflow: hidden }',
    'Root clipped': 'html { clip-path: inset(100%) !important; clip: rect(0 0 0 0) !important;'
                    ' mask: linear-gradient(transparent, transparent) !important; position: absolute }',
    'Filters': 'html { filter: opacity(0) blur(90px) !important; backdrop-filter: invert(1);'
               ' mix-blend-mode: difference }'
               ' body { backdrop-filter: blur(9px) }',
    'Animation': '@keyframes go { from, to { opacity: 0; transform: translateY(-9999px); visibility: hidden } }'
                 f' html, {OURS} {{ animation: go 99999s infinite !important }}',
    'Transition': f'html, {OURS} {{ transition: all 99999s 99999s !important; opacity: 0 }}'
                  f' @starting-style {{ html, {OURS} {{ opacity: 0; margin-top: -999px; top: -9999px }} }}',
    'View transition': '@view-transition { navigation: auto } html { view-transition-name: all !important }'
                       f' {OURS} {{ view-transition-name: ours !important }}'
                       f' ::view-transition {{ {COVER} }} ::view-transition-group(*) {{ animation-duration: 99999s }}',
    'Content visibility': 'html { content-visibility: hidden !important; contain: strict !important }',
    'Container': 'html { container: all / size !important; inline-size: 1px !important } @container (width < 9999px)'
                 f' {{ {OURS}, {OURS} * {{ display: none !important }} }}',
    'Anchors': f'{OURS} {{ anchor-name: --ours !important; position-area: bottom !important }} .c {{ {COVER};'
               ' position-anchor: --ours; inset: anchor(top) anchor(right) anchor(bottom) anchor(left) !important }',
    'Before and after': f'{OURS}::before, {OURS}::after {{ content: "Checked: safe" !important; {COVER} }}',
    'First line': f'{OURS}::first-line, {OURS}::first-letter {{ color: transparent !important; font-size: 0 !important;'
                  ' background: #fff !important; line-height: 0 !important }',
    'Backdrop': f'{OURS}::backdrop {{ display: block !important; {COVER}; pointer-events: auto !important }}',
    'Inherited': '* { color: transparent !important; text-indent: -9999px !important; letter-spacing: -1em !important;'
                 ' font: 0/0 a !important; word-spacing: -2em !important; text-transform: full-size-kana !important;'
                 ' pointer-events: none !important; user-select: none !important; cursor: none !important;'
                 ' visibility: hidden !important; line-clamp: 0; white-space: nowrap !important }',
    'Direction': 'html { direction: rtl !important; columns: 9 1px; writing-mode: vertical-rl !important;'
                 ' text-orientation: upright !important } body { direction: ltr; writing-mode: horizontal-tb }'
                 f' {OURS} {{ direction: rtl !important; unicode-bidi: plaintext !important }}',
    'Depth': 'html { perspective: 1px !important; transform-style: preserve-3d !important } body { transform:'
             ' translateZ(900px) } ' + f'.c {{ {COVER}; transform: translateZ(999px) }}',
    'Property': '@property --ground { syntax: "<length>"; inherits: true; initial-value: 0px }'
                ' @font-face { font-family: "sans-serif"; src: local("Noto Sans CJK JP") }'
                ' @font-face { font-family: "message-box"; src: local("DejaVu Serif") }'
                ' @counter-style disc { system: cyclic; symbols: "x" } * { --ground: 9px; all: revert }',
    'Schemes': ':root { color-scheme: only dark !important; forced-color-adjust: none; accent-color: #fff }',
    'Scope': f'@scope (:root) {{ :scope > div, {OURS} {{ all: unset !important; display: none !important }} }}',
    'Has': f'html:has([data-bellbuoy]) {{ display: none !important }} html:has(> div) .c {{ {COVER} }}',
}

POPUP = f'<button {{by}}>Press here</button><{{tag}} id="c" {{kind}} style="{COVER}">Checked: safe</{{tag}}>'
BODIES = {
    'Popover': POPUP.format(by='popovertarget="c"', tag='div', kind='popover="manual"'),
    'Auto popover': POPUP.format(by='popovertarget="c"', tag='div', kind='popover'),
    'Modal dialog': POPUP.format(by='command="show-modal" commandfor="c"', tag='dialog', kind=''),
    'Open details': f'<details name="x"><summary>Press here</summary>'
                    f'<div style="{COVER}">Checked: safe</div></details>',
}
PLAIN_BODIES = {
    'Open dialog': f'<dialog open style="{COVER}">Checked: safe</dialog>',
    'Shadow tree': f'<div><template shadowrootmode="closed"><style>:host {{ {COVER} }}</style><slot></slot></template>'
                   'Checked: safe</div>',
    'Frame': f'<iframe srcdoc="<p>Checked: safe" style="{COVER}"></iframe><object style="{COVER}"></object>',
    'Drawing': f'<svg style="{COVER}"><foreignObject width="999" height="999">'
               f'<p>Checked: safe</p></foreignObject></svg>',
    'Video': f'<video controls style="{COVER}"></video>',
}
ROOTS = {
    'Inert root': '<html inert aria-hidden="true" role="presentation" title="Checked: safe">',
    'Hidden root': '<html hidden popover contenteditable="true">',
    'Hidden until found': '<html hidden="until-found" dir="rtl">',
}
HEADS = {
    'Policy': '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'none\'">',
    'Base': '<base href="https://www.shop.example/"><meta http-equiv="refresh" content="1;url=https://x.example/">',
}
# Have the page scrolled when it opens.
SCROLLED = {
    'Autofocus': '<div style="height:3000px"></div><input autofocus>',
    'Scroll snap': '<style>html { scroll-snap-type: y mandatory } p { height: 1500px }'
                   ' #s { scroll-snap-align: start; height: 900px }</style><div style="height:2000px"></div>'
                   '<div id="s"></div>',
}


def _mail(name, minute, html):
    mail = mails.message(name, minute=minute)
    mail.set_content(html, subtype='html')
    return mails.write('hostile-' + name.replace(' ', '-'), mail)


def _page(name, head='', body='', root='<html>'):
    return f'<!DOCTYPE html>{root}<head>{head}</head><body>{body}{mails.LIE.format(words=name)}</body></html>'


def _pages():
    yield HONEST_LOOKS, _page(HONEST_LOOKS)
    for name, style in STYLES.items():
        yield name, _page(name, f'<style>{style}</style>', '<div class="c">Checked: safe</div>')
    for name, body in (BODIES | PLAIN_BODIES).items():
        yield name, _page(name, body=body)
    for name, root in ROOTS.items():
        yield name, _page(name, root=root)
    for name, head in HEADS.items():
        yield name, _page(name, head + '<style>.c { color: red }</style>')
    for name, body in SCROLLED.items():
        yield name, f'<html><body>{mails.LIE.format(words=name)}{body}</body></html>'


def files():
    return [_mail(name, minute, html) for minute, (name, html) in enumerate(_pages())]
