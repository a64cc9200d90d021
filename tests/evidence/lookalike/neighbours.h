/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Well-known sites whose names are similar to a brand's, or contain it, without imitating it; and customers' names at
 * honest services. Compiled as generally known, November 2026.
 */
#pragma once

/* clang-format off */
static const char *const neighbours[] = {
  /* one letter from a brand, or two swapped */
  "www.lacoste.com", "magento.com", "www.nypost.com", "blockchair.com", "blogher.com", "easypet.com", "worldpress.org",
  "upstore.net", "mystore.com", "spektrum.de", "twister.net", "discard.email", "telkom.co.za", "telkom.net",
  "haribu.com", "revolt.tv", "public.gmane.org", "publir.com", "public.usa.com", "citybank.test",
  "commercebank.com", "barclay.test", "chaise.test", "appel.nl", "apply.test", "ample.test", "amazin.test", "armazon.test",
  "gaggle.net", "goggles.test", "googles.test", "facebooks.test", "netflux.test", "tmail.com", "gmal.test", "email.com",
  "mailgun.com", "vista.com", "vise.test", "visual.com", "dhi.test", "dell.test", "bell.ca", "sell.com",
  "delta.com", "dealta.test", "steam.test", "stream.com", "steampunk.test", "stripes.com", "strip.test", "zoomer.test",
  "line.test", "lines.test", "linen.test", "lime.bike", "time.com", "tim.test", "orange.test", "orangetheory.com",
  "target.test", "targets.test", "margaret.test", "chases.test", "cheese.com", "wish.com", "wise.test", "wiser.com",
  "ring.test", "bring.com", "slacker.com", "shack.test", "canva.test", "canvas.test", "canvas.net", "adobo.test",
  "ebuy.test", "eday.test", "ibay.test", "baidu.com", "yahoo.test", "yoho.test", "bing.com", "binge.com.au", "uber.test",
  "ubercart.org", "linkedin.test", "linkin.test", "intel.test", "inter.net", "intercom.com", "internet.com",
  "club-internet.fr", "interpol.int", "outlook.test", "lookout.com", "windows.test", "window.test", "windowscentral.com",
  /* a brand's name within a longer one */
  "appleinsider.com", "applebees.com", "pineapple.test", "snapple.com", "appletree.test", "macrumors.com",
  "amazonia.test", "amazonaws.com", "amazonteam.org", "amazonwatch.org", "googleplexbuilding.test", "googlewhack.test",
  "facebookcafe.test", "metacritic.com", "metadata.test", "metafilter.com", "metatrader.test", "visahq.com",
  "visaguide.world", "visajourney.com", "mastercardfdn.org", "masterclass.com", "masterchef.test", "chasebank.test",
  "purchase.test", "sonyalpharumors.com", "sonymusic.com", "sonypictures.com", "sonyclassics.com", "dellin.ru",
  "modelling.test", "steamdb.info", "steamcharts.com", "stripegenerator.test", "zoominfo.com", "zoomtopia.com",
  "slackware.com", "slackbuilds.org", "notionpress.com", "linecorp.test", "airline.test", "online.net", "offline.test",
  "deadline.com", "sunrise.ch", "sunriseread.net", "targetjobs.co.uk", "wisecracker.test", "likewise.test", "ringcentral.com",
  "firing.test", "earring.test", "orangecounty.test", "orangebank.test", "swissinfo.ch", "swissmail.com", "planetmail.com",
  "planet-mail.com", "planetdirect.com", "cryptonews.com", "cryptonews.net", "crypto-net.club", "globalsecurity.org",
  "globalsign.com", "freeemail.test", "free-email.cf", "itnewsonline.com", "rocketnews24.com", "royalmailgroup.com",
  "sprintmail.com", "halifax-online.co.uk", "androidweblog.com", "clicks.test", "clicks.eventbrite.com",
  "amazon-adsystem.com", "privaterelay.appleid.com", "windowslive.com", "uolmail.com", "applemusic.test", "secure-netcloud.test", "secure-cloud.test",
  "global-login.test", "account-online.test", "target-account.test",
  /* the same name in a country, or of another company */
  "netflix.dk", "ikea.ee", "ebay.vn", "paypal.fi", "yahoo.cn", "yahoo.ru", "canva.cn", "shopee.cn", "laredoute.ru",
  "hotmail.ru", "tmall.ru", "monex.test", "saison.test", "yamato.test", "nomura.test", "mizuho.test", "suica.test",
  "mercadolibre.com.cl", "wells.test", "fargo.test", "boy.test", "view.test", "life.test", "plus.test", "aplus.net",
  /* customers of honest services, developers' pages */
  "amazon.zendesk.com", "sony.awsapps.com", "adidas.myshopify.com", "paypal.my.salesforce.com", "netflix.mailchimpsites.com",
  "rakuten.atlassian.net", "microsoft.github.io", "google.github.io", "facebook.github.io", "apple.github.io",
  "adobe.readthedocs.io", "google-auth.readthedocs.io", "mustache.github.io", "kitone.github.io", "mustache.com", "dhl.custhelp.com", "ikea.service-now.com", "ups.qualtrics.com", "amazon.okta.com",
  /* mirrors that keep the mirrored name */
  "bytedance-com.20150623.gappssmtp.com",
  "www.apple.com.edgekey.net", "www.microsoft.com.edgesuite.net", "www.amazon.com.cdn.cloudflare.net",
  "delta-messenger.example", "gamma-messenger.test", "nationwide-building.example", "optimism-club.example",
  "www.nature.com.ezproxy.college.edu", "www-google-com.libproxy.college.edu",
  /* honest names in other scripts */
  "日本語.jp", "朝日あさひ.jp", "総務省.jp", "カー野球.jp", "楽天.jp", "bücher.de", "fuß.de", "münchen.de", "торты.ru",
  "кремль.рф", "почта.рф", "яндекс.рф", "παράδειγμα.gr", "전자정부.kr", "中国.cn", "ひらがな.test", "ノート.jp",
  "コーヒー.jp", "一番.jp",
};
/* clang-format on */
