# SPDX-License-Identifier: LGPL-2.1-or-later
"""Links whose text is displayed in another order than the bytes have it, or only some of whose letters are; and honest
ones of the same layouts. Their target has the displayed address as its beginning where letters are hidden."""
import overlays

TARGET, HOME = overlays.TARGET, overlays.HOME
HOST = 'www.shop.example.login.elsewhere.example'
LINK = f'<a href="https://{HOST}/in" style="{{}}">{HOST}</a>'
MONO = 'font-family:monospace'
END = 'position:absolute;left:16ch;right:0;top:0;bottom:0'
PARTS = '<span {}>.example/in</span><span {}>shop</span><span {}>https://www.</span>'
REORDERED = {
    'a reversed row': f'<a href="{TARGET}" style="display:inline-flex;flex-direction:row-reverse">'
                      + PARTS.format('', '', '') + '</a>',
    'blanks in a reversed row': f'<a href="{TARGET}" style="display:inline-flex;flex-direction:row-reverse">'
                                '<span>.example/in </span><span> shop </span><span>\nhttps://www. </span></a>',
    'an order': f'<a href="{TARGET}" style="display:inline-flex">'
                + PARTS.format('style="order:3"', 'style="order:2"', 'style="order:1"') + '</a>',
    'floats': f'<a href="{TARGET}" style="display:inline-block">'
              + PARTS.format(*['style="float:right"'] * 3) + '</a>',
    'a grid': f'<a href="{TARGET}" style="display:inline-grid">'
              + PARTS.format(*(f'style="grid-area:1/{column}"' for column in (3, 2, 1))) + '</a>',
    'positions': f'<a href="{TARGET}" style="display:block;position:relative;font-family:monospace;height:2em">'
                 + PARTS.format(*(f'style="position:absolute;left:{left}ch"' for left in (16, 12, 0))) + '</a>',
    'a text that is cut off': LINK.format(f'display:inline-block;overflow:hidden;white-space:nowrap;{MONO};width:16ch'),
    'a text that is covered': '<a href="https://www.shop.example.login.elsewhere.example/in" style="position:relative;'
                              'font-family:monospace">www.shop.example.login.elsewhere.example<span style="'
                              'position:absolute;left:16ch;right:0;background:#fff">&nbsp;</span></a>',
    'a text that goes on behind it': f'<a href="{TARGET}">https://www.shop</a>.example/in',
    'a text that began before it': f'https://<a href="{TARGET}">www.shop</a>.example/in',
    'texts of a drawing': f'<svg width="420" height="40" font-family="monospace" font-size="10"><a href="{TARGET}">'
                          '<text y="20"><tspan x="96">.example/in</tspan><tspan x="72">shop</tspan>'
                          '<tspan x="0">https://www.</tspan></text></a></svg>',
    'a text that begins left of the page': '<a href="https://login.elsewhere.example/www.shop.example" '
                                           f'style="display:block;{MONO};white-space:nowrap;text-indent:-26ch">'
                                           'login.elsewhere.example/www.shop.example</a>',
    'a path of a shape': LINK.format(f'display:inline-block;{MONO};clip-path:inset(0 calc(100% - 16ch) 0 0)'),
    'a cover that the pointer passes through': f'<div style="position:relative;{MONO}">{LINK.format("")}'
                                               f'<span style="{END};background:#fff;pointer-events:none"></span></div>',
    'a picture that the pointer passes through': f'<div style="position:relative;{MONO}">{LINK.format("")}'
                                                 f'<img src="{overlays.DOT}" style="{END};width:40ch;height:40px;'
                                                 'pointer-events:none"></div>',
    'a shadow': f'<div style="position:relative;{MONO}">{LINK.format("")}<i style="position:absolute;left:16ch;top:0;'
                'width:0;height:40px;box-shadow:200px 0 0 200px #fff"></i></div>',
    'an outline': f'<div style="position:relative;{MONO}">{LINK.format("")}<i style="position:absolute;left:60ch;top:0;'
                  'width:0;height:4px;outline:44ch solid #fff"></i></div>',
}
# Of which it cannot be told what is displayed.
UNCLEAR = {
    'a generated cover': f'<style>a {{ position: relative; {MONO} }} a::after {{ content: ""; {END}; '
                         f'background: #fff }}</style>{LINK.format("")}',
    'a mask': LINK.format(f'display:inline-block;{MONO};-webkit-mask-image:linear-gradient(90deg,#000 16ch,transparent '
                          '16ch);mask-image:linear-gradient(90deg,#000 16ch,transparent 16ch)'),
    'a background cut to the text': LINK.format(f'display:inline-block;{MONO};color:transparent;'
                                                '-webkit-background-clip:text;background-clip:text;'
                                                'background-image:linear-gradient(90deg,#00f 16ch,transparent 16ch)'),
}
HONEST = {
    'a price on the right': f'<a href="{TARGET}" style="display:block"><span style="float:right">12.50 from shop</span>'
                            '<b>Tools.</b> <span>Garden</span></a>',
    'the next sentence': f'<a href="{TARGET}">Read more</a>.It is new. <a href="{HOME}/x">www.shop.example</a>/x',
    'an ellipsis': f'<a href="{HOME}/a/long/way" style="display:inline-block;overflow:hidden;white-space:nowrap;'
                   f'text-overflow:ellipsis;width:200px">{HOME}/a/long/way</a>',
    'a reversed card': f'<a href="{HOME}/card" style="display:flex;flex-direction:row-reverse"><span>www.shop.example'
                       '</span><span>Our new tools.</span></a>',
    'a large first letter': '<style>p::first-letter { font-size: 200% }</style>'
                            f'<p><a href="{HOME}/x">www.shop.example</a> is new</p>',
    'words for those who listen': f'<a href="{HOME}/x">www.shop.example <span style="position:absolute;left:-9999px">'
                                  'opens another window</span></a>',
    'shadows of cards': '<style>div { box-shadow: 0 2px 6px #ccc; outline: 1px solid #ccc; margin: 8px }</style>'
                        + f'<div><a href="{HOME}/x">www.shop.example</a></div><div>More</div>' * 2,
    'a generated line': '<style>a { position: relative } a::after { content: ""; position: absolute; left: 0; '
                        'right: 0; bottom: 0; height: 2px; background: #00f } a::before { content: ""; '
                        f'position: absolute; inset: 0 }}</style><a href="{HOME}/x">www.shop.example</a>',
    'a mask of a short address': f'<a href="{HOME}" style="-webkit-mask-image:linear-gradient(#000,#555);mask-image:'
                                 'linear-gradient(#000,#555)">www.shop.example</a>',
    'a decoration beneath': '<div style="position:relative"><div style="position:absolute;inset:0;background:#eee;'
                            f'pointer-events:none"></div><a href="{HOME}/x" style="position:relative">www.shop.example'
                            '</a></div>',
}


OF_LIES, OF_UNCLEAR, OF_HONEST = overlays.pages_of(REORDERED, UNCLEAR, HONEST)
