/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/identity/buoy-identity-words.h"

#include <string.h>

/* Words that appear with a company's name in senders and subjects: departments, notices, lures. */
static const char role_words[]
    = "a account accounts administrator admin advice alert alerts an and app approval apps at auto automatic award "
      "balance bank banking benefit benefits bill billing bonus box branch business card cards cardmember care "
      "cashback center centre check claim claims client clients club co code com community company compliance confirm "
      "confirmation confirmed contact corp corporation coupon credit customer customers daily day deal deals delivery "
      "demo department depot dept desk do document documents email emails exclusive express expiring feedback file "
      "files final financial finance for free from fraud gift gifts giveaway global gmbh group help helpdesk helpline "
      "hq id important inc info information international invoice icon image jp labs last lottery llc loan login logo "
      "logistics loyalty ltd mail mailer mailing manager marketing me mailbox member members membership message "
      "messages mobile monitor my net new news newsletter no noreply not note notice notices notification "
      "notifications notify now offer offers office official on online open opinion order orders org our package "
      "panel parcel password pay payment payments payout pending plan platform please plus point points policy portal "
      "post premium prize pro processing program promo promotion promotions protection purchase r recovery ref "
      "referral refund registration reminder renewal reply report request response review reward rewards robot safe "
      "safety sale sales satisfaction secure secured security sent server service services shipment shipping shop "
      "shopper signin statement status store stores subscription support survey surveys system team tech technical "
      "the thanks thank to track tracking transaction transactions transfer trust uk unit update updated updates "
      "upgrade urgent us usa user users valued verification verified verify voucher wallet warning web webmail "
      "winner winners world you your airdrop anti antivirus at de drive event events fr giftcard hotel hotels insights "
      "it "
      "mystery mysterybox nl anniversary pt br surprise token trusted virus web3 win es ch jubilee miles partner "
      "partners "
      "administration backup cloud cpanel declined disabled expired full hosting human infrastructure limit quarantine "
      "quota "
      "resources server servers storage suspended synchronization sync "
      /* German */
      "abteilung aktion ag auftragsbestatigung benachrichtigung bestatigung bestellung betreuung das dein deine der "
      "die gewinn gewinner gewinnspiel gutschein ihr "
      "ihre im information karte konto kunde kunden kundenbetreuung kundendienst kundenkarte kundenservice "
      "kundensupport lieferung mitteilung nachricht paket paketdienst rechnung sicherheit sicherheitsabteilung umfrage "
      "und vorteile zahlung zahlungsbestatigung zustellung "
      /* French */
      "abonnement agence assistance avis banque cadeau carte client clients clientele colis commande compte concours "
      "conseiller de des du en equipe espace facture france gagnant la le les livraison ma mon notification paiement "
      "kado offert recompense recompenses remboursement sa securite sondage suivi surveillance votre vos "
      /* Spanish, Portuguese, Italian */
      "acceso alerta alertas aos atendimento atencion ativacao aviso avisos banco cadastro cartao cartoes cliente "
      "clientes clienti clube comunicacao comunicado comunicazione concurso conta conto cuenta da do dos el entrega "
      "envio equipe equipo espana fatura il italia los mensagem notificacao notificaciones notifica ofertas oferta "
      "pacco pagamento pedido pontos premio premios promocao promocion puntos regalo resgate restituicao seguranca "
      "seguridad servico servicio servizio sicurezza sistema sondaggio soporte spedizione su sua supporto suporte tu "
      "paquete paquetes rastreamento rastreio seguimiento tua tuo digital "
      /* Dutch */
      "bezorging betaling cadeau cadeaukaart een het je jouw klant klanten klantenservice melding nederland pakket "
      "rekening van uw winactie winnen verzending zending";

/* The same for languages without spaces, longer words before their prefixes. */
/* clang-format off */
static const char *const role_parts[] = {
  "カスタマーサービスセンター", "カスタマーサービス", "カスタマーサポート", "カスタマーセンター", "カスタマー", "サービスセンター", "サービス",
  "サポートセンター", "サポートチーム", "サポート", "コールセンター", "センター", "インフォメーション", "オンライン", "アカウント", "セキュリティ",
  "チーム", "ショップ", "ストア", "ポイント", "キャンペーン", "クーポン", "ギフト", "ニュース", "メールマガジン", "メール", "マガジン", "カード",
  "デスク", "グループ", "ジャパン", "アプリ", "プレミアム", "プライム", "ログイン", "システム", "ネット", "ユーザー", "メンバーズ", "メンバー",
  "ロゴ", "アイコン", "お客様", "お客さま", "お知らせ", "お支払い", "支払い", "お届け", "お問い合わせ", "お問合せ", "ご利用明細", "ご利用", "ご案内",
  "ご確認", "ご請求", "ご連絡", "公式", "会員様", "会員", "会社", "株式", "事務局", "運営", "管理", "通知", "重要", "緊急", "至急", "自動配信", "自動",
  "配信", "配達", "発送", "送信", "専用", "窓口", "相談", "係", "本人確認", "本人", "確認", "認証", "登録", "更新", "変更", "請求", "決済", "支払",
  "明細", "利用", "制限", "停止", "本部", "本社", "総合", "全国", "日本", "銀行", "証券", "荷物", "宅配", "注文", "返金", "還元", "当選", "安全", "情報",
  "案内", "連絡", "速報", "特典", "料金", "電気", "店", "より", "から", "への", "様", "の", "を", "に", "は", "が", "と", "ー", "へ", "で", "事業部", "部",
};
/* clang-format on */

/* A name followed by one of these is something else that is about the brand. */
static const char *const other_words[] = {
  "watch",      "watchers",    "daily",    "weekly",     "times",       "forum",        "forums",     "fans",  "users",
  "consulting", "tips",        "podcast",  "rumors",     "rumours",     "magazine",     "digest",     "blog",  "meetup",
  "developers", "engineering", "research", "foundation", "open source", "conservation", "rainforest", "river", "basin",
  "frontlines", "stadium",     "arena",    "ユーザー会", "研究会",      "ファン",
};

/* Words for companies that sell or represent a brand: "ソフトバンク代理店 山田通信", "山田茶舗 楽天市場店". */
static const char *const reseller_words[] = {
  "代理店", "特約店", "販売店", "取扱店", "加盟店", "正規店", "認定店", "店", "dealer", "reseller",
};

static gpointer
index_role_words (gpointer unused)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (role_words, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (index, g_strdup (words[i]));
  return index;
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x250 && g_unichar_isalpha (c);
}

/* Reads one Latin word; FALSE if it is no role word. Words with digits are case numbers and years. */
static gboolean
take_latin_word (const char **p, const char *end)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *index = g_once (&once, index_role_words, NULL);
  const char *start = *p;
  gboolean has_digit = FALSE;
  g_autofree char *word = NULL;

  while (*p < end && (g_ascii_isalnum (**p) || is_latin (g_utf8_get_char (*p))))
    {
      has_digit |= g_ascii_isdigit (**p);
      *p = g_utf8_next_char (*p);
    }
  if (has_digit)
    return TRUE;
  word = g_strndup (start, *p - start);
  if (g_hash_table_contains (index, word))
    return TRUE;
  if (*p - start < 5 || !g_str_has_suffix (word, "s"))
    return FALSE;
  word[*p - start - 1] = '\0';
  return g_hash_table_contains (index, word);
}

static gboolean
skip_role_part (const char **p, const char *end)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_parts); i++)
    {
      const gsize length = strlen (role_parts[i]);

      if (length > (gsize) (end - *p) || strncmp (*p, role_parts[i], length) != 0)
        continue;
      *p += length;
      return TRUE;
    }
  return FALSE;
}

gboolean
buoy_words_are_role (const char *text, const char *end)
{
  for (const char *p = text; p < end;)
    {
      const gunichar c = g_utf8_get_char (p);
      gboolean taken;

      if (!g_unichar_isalnum (c) && c != 0x30fc)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      taken = c < 0x250 ? take_latin_word (&p, end) : skip_role_part (&p, end);
      if (!taken)
        return FALSE;
    }
  return TRUE;
}

gboolean
buoy_words_are_whole (const char *name, const BuoyBrandMatch *match)
{
  return buoy_words_are_role (name, name + match->start)
         && buoy_words_are_role (name + match->end, name + strlen (name));
}

/* Excuse: name-of-users */
gboolean
buoy_words_make_other (const char *text)
{
  text += strspn (text, " ");
  for (guint i = 0; i < G_N_ELEMENTS (other_words); i++)
    if (g_str_has_prefix (text, other_words[i]) && !g_ascii_isalnum (text[strlen (other_words[i])]))
      return TRUE;
  return FALSE;
}

static const char *
skip_marks (const char *text)
{
  while (*text == ' ' || g_ascii_ispunct (*text))
    text++;
  return text;
}

/* "ドコモショップ山田店", where the name may include either part: a branch with a place name. */
static gboolean
is_branch_shop (const char *name, const BuoyBrandMatch *match)
{
  static const char shop[] = "ショップ";
  const char *end = name + match->end;
  const char *own = end;

  if (g_str_has_prefix (end, shop))
    own += strlen (shop);
  else if (match->end - match->start < strlen (shop) || !g_str_has_prefix (end - strlen (shop), shop))
    return FALSE;
  return g_str_has_suffix (own, "店") && !buoy_words_are_role (own, own + strlen (own));
}

gboolean
buoy_words_are_reseller (const char *name, const BuoyBrandMatch *match)
{
  const char *after = skip_marks (name + match->end);

  if (is_branch_shop (name, match))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (reseller_words); i++)
    if (g_str_has_prefix (after, reseller_words[i]))
      {
        const char *rest = after + strlen (reseller_words[i]);

        return !buoy_words_are_role (name, name + match->start) || !buoy_words_are_role (rest, rest + strlen (rest));
      }
  return FALSE;
}
