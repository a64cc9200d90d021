/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "evidence/lookalike/buoy-lookalike-words.h"

#include <string.h>

#include "evidence/lookalike/buoy-lookalike-private.h"

#define N_OUTLINES 8192 /* for some hundreds of words */

/* Lure words: what sites that ask for passwords are called. */
static const char lure_words[]
    = "accedi acceso accesso account accounts acct anmelden anmeldung auth authentication authorise authorize "
      "beveiliging billing certicode compte confirm confirmation connexion conta credential credentials cuenta "
      "ebanking honnin identification inloggen kaiin kakunin konto login logon myaccount ninsho owa passwd "
      "password recover secure secureaccount secured securite segura seguranca seguridad seguro sicherheit "
      "sicurezza signin suspended unlock unlocked validate validation verifica verificacion verificar "
      "verification verified verifizierung verify verifying webscr";

/* Role words: partners and departments use them too. No legal forms: "brand-inc.com" is as often a site of its own. */
static const char role_words[]
    = "ac alert alerts app appl apps banca banco bank banking banque betaling biz business card cards care "
      "center centre client cliente clientes clienti clients club co cojp colis com connect contact customer "
      "customercare customers customerservice delivery desk direct doc docs document documents entrega envio express "
      "file files find fr go gr help "
      "helpdesk home id identity in info international invoice it jp kaiin klant kr kunde kunden kundenservice "
      "lieferung limited livraison mail member members message messages mijn mobile my ne nejp net new news "
      "notice notification notifications office official online or order orders org pagamento page paiement "
      "paket pakket paquete parcel pay payment payments point points portal post prime rechnung recovery "
      "reembolso refund remboursement restore rewards rimborso security service services shipping shop sms "
      "store suivi support sys system team toll track tracking uk umfrage update updates us user users vip "
      "wallet web webmail www zustellung";

/* Dictionary words and common names that are somebody's domain too. */
static const char common_words[]
    = "about access action active advance alpha apollo argos arrow atlas audible aurora bank big black block "
      "blog blogs blue book booking books boots bridge brother business canon capital card cards carrefour "
      "central centre chair chase cheap chromium circle citizens city class classic click clicks climate clock close "
      "cloud clubs coles company connect contact continental continente cool cosmos credit cross crypto currently "
      "customs "
      "daily daiwa day delta deposit digital direct discard discount discover douglas dream drive eagle earth "
      "earthling easy elster emirates energy epson event events every everyday everyone express face facts fair "
      "family fast fidelity fine first focus food force forms free freedom freenet fresh full fun future galaxy "
      "game games gamma gemini general gift girl global gold golden good great green group halifax happy health her "
      "here hermes high hilton home horizon hot hotel hotels house iberia image images indeed infoseek instant "
      "intel inter internet island jumbo kakao king kobo kraken land large last lawson ledger libero life light "
      "line linear link links list live local long lotus love lunar magic mail major man market master media "
      "meijer mercury message messenger metro milka mobile money more motion nation national nationwide nature network "
      "nexus night "
      "ninja nokia norton notion ocean office old online open optimism orange origin outlook over own panda pandora "
      "paper paramount park partner past patreon payback peacock pearl penny people pet philips phoenix photo pilot "
      "planet play plaza point points poste power premier premium press prime priority pro promise public "
      "purple quest quick radio rapid real recruit red regions rituals river road rocket rogers room round "
      "royal ruby safe safety samba santa saturn school secom secret security select service services sharp "
      "shell shield side signal silver simple site sky smart smiles social sofort soft solar sonic sound south "
      "southwest spark special spectrum spring sprint square stage staples star stars state station stellar "
      "stone storm story street stripe studio style summit sun super support swift swiss target team teams tech "
      "telegram tether the tiger time times titan today top town toy toyota trade train transit travel tree "
      "true trust union unity universe up update value vanguard video view vision visual walk wall water waterworks "
      "wave "
      "way weather week west white wide wild wind windows winter wizard wood word words work workplace works world "
      "worldwide yamato year young youth zone zoom";

/* TLDs with cheap, unverified registration, taken from published lists of the most abused ones. */
static const char cheap_suffixes[]
    = "bar best bid bond buzz cam cc cf cfd click club cyou date digital download dynv6.net fit fun ga "
      "gdn gq help homes hair icu info ink life link live loan lol men ml mom monster ninja nl.eu.org one online ooo "
      "page party pics pro pub pw quest racing rest review sbs science shop site skin space store stream su surf "
      "support tech tk today top trade us.org vip wang website win work ws wtf xin xyz yachts zip zone";

/* The same, but country codes in which a large brand may have a site of its own. */
static const char cheap_countries[]
    = "asia br.com cn co.com com.cn com.de com.ru com.se de.com eu.com eu.org gb.net jp.net jpn.com ru ru.com uk.com "
      "us.com";

typedef struct
{
  GHashTable *words; /* word → BuoyJoinedWord */
  guint8
      outlines[N_OUTLINES]; /* whether any word has this outline: rules most pieces of a label out without a lookup */
} WordIndex;

/* Of a word of at least two letters: its first two, its last and its length. */
static guint
outline (const char *word, gsize length)
{
  return (guint) ((guchar) word[0] * 1024 + (guchar) word[1] * 32 + (guchar) word[length - 1] + length * 521)
         % N_OUTLINES;
}

static void
add_words (WordIndex *index, const char *text, BuoyJoinedWord kind)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      index->outlines[outline (words[i], strlen (words[i]))] = TRUE;
      g_hash_table_insert (index->words, g_strdup (words[i]), GINT_TO_POINTER (kind));
    }
}

/* Never freed. */
static WordIndex *
word_index_new (void)
{
  WordIndex *index = g_new0 (WordIndex, 1);

  index->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return index;
}

static gpointer
index_joined_words (gpointer unused)
{
  WordIndex *index = word_index_new ();

  add_words (index, role_words, BUOY_JOINED_ROLE);
  add_words (index, lure_words, BUOY_JOINED_LURE);
  return index;
}

static gpointer
index_common_words (gpointer unused)
{
  WordIndex *index = word_index_new ();

  add_words (index, common_words, BUOY_JOINED_ROLE);
  add_words (index, role_words, BUOY_JOINED_ROLE);
  add_words (index, lure_words, BUOY_JOINED_ROLE);
  return index;
}

static gpointer
index_cheap_suffixes (gpointer unused)
{
  WordIndex *index = word_index_new ();

  add_words (index, cheap_countries, BUOY_JOINED_ROLE);
  add_words (index, cheap_suffixes, BUOY_JOINED_LURE);
  return index;
}

static BuoyJoinedWord
look_up (const WordIndex *index, const char *word, gsize length)
{
  char copy[BUOY_MAX_WORD + 1];

  if (length < 2 || length >= sizeof copy || !index->outlines[outline (word, length)])
    return BUOY_JOINED_NONE;
  memcpy (copy, word, length);
  copy[length] = '\0';
  return GPOINTER_TO_INT (g_hash_table_lookup (index->words, copy));
}

BuoyJoinedWord
buoy_lookalike_word (const char *word, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  const WordIndex *index = g_once (&once, index_joined_words, NULL);

  return look_up (index, word, length);
}

gboolean
buoy_lookalike_is_common (const char *label, gsize length)
{
  static GOnce once = G_ONCE_INIT;
  const WordIndex *index = g_once (&once, index_common_words, NULL);

  return look_up (index, label, length) != BUOY_JOINED_NONE;
}

gboolean
buoy_lookalike_is_plain_words (const char *label)
{
  const gsize length = strlen (label);
  gboolean reached[BUOY_MAX_LABEL + 1] = { TRUE };

  if (length > BUOY_MAX_LABEL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (reached[i] && label[i] == '-')
        reached[i + 1] = TRUE;
      for (gsize n = 2; reached[i] && n <= BUOY_MAX_WORD && i + n <= length; n++)
        reached[i + n] |= buoy_lookalike_is_common (label + i, n);
    }
  return reached[length];
}

static BuoyJoinedWord
weigh_suffix (const char *suffix)
{
  static GOnce once = G_ONCE_INIT;
  const WordIndex *index = g_once (&once, index_cheap_suffixes, NULL);

  return look_up (index, suffix, strlen (suffix));
}

gboolean
buoy_lookalike_is_cheap_suffix (const char *suffix)
{
  return weigh_suffix (suffix) != BUOY_JOINED_NONE;
}

gboolean
buoy_lookalike_is_cheap_generic_suffix (const char *suffix)
{
  return weigh_suffix (suffix) == BUOY_JOINED_LURE;
}

gboolean
buoy_lookalike_is_mistyped_suffix (const char *suffix, const char *imitated)
{
  static const char *const typos[][2] = {
    { "co", "com" },      { "cm", "com" },       { "om", "com" },       { "con", "com" },      { "ne", "net" },
    { "co.jo", "co.jp" }, { "jp.com", "co.jp" }, { "jp.net", "co.jp" }, { "uk.com", "co.uk" }, { "us.com", "com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (typos); i++)
    if (g_str_equal (suffix, typos[i][0]) && g_str_equal (imitated, typos[i][1]))
      return TRUE;
  return FALSE;
}
