# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the scripts that look into the document of a message share. A closed tree is open to Thunderbird itself."""

# `document` is the message's, `view` what shows it; the last argument says where.
PRELUDE = '''
const where = arguments[arguments.length - 1];
const view = where == "window"
  ? Services.wm.getMostRecentWindow("mail:messageWindow")?.messageBrowser?.contentWindow
  : Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAboutMessage;
const document = view?.getMessagePaneBrowser?.()?.contentDocument;
if (!document?.documentElement) return null;
const window = document.defaultView;
const host = document.documentElement.querySelector(":scope > [data-bellbuoy=banner]");
const banner = host?.openOrClosedShadowRoot;
const dialogHost = document.documentElement.querySelector(":scope > [data-bellbuoy=question]");
const question = dialogHost?.openOrClosedShadowRoot.querySelector("dialog[open]");
const onScreen = element => {
  const box = element.getBoundingClientRect();
  const scale = window.devicePixelRatio;
  return {x: (window.mozInnerScreenX + box.x) * scale, y: (window.mozInnerScreenY + box.y) * scale,
          width: box.width * scale, height: box.height * scale};
};
'''
