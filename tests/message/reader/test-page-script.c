/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What the scripts of a page show of its intentions, and where its scripts, frames and buttons lead.
 */
#include "config.h"

#include "message/buoy-page.h"
#include "page-cases.h"

typedef struct
{
  const char *html;
  guint signs;
  const char *leads; /* NULL: nowhere */
} Case;

static const Case scripts[] = {
  { "<p>atob( is a function</p>", 0, NULL },
  { "<script>document.write(unescape('%3C'))</script>", BUOY_SCRIPT_DECODES | BUOY_SCRIPT_WRITES, NULL },
  { "<SCRIPT type=x>eval(atob(x))", BUOY_SCRIPT_DECODES | BUOY_SCRIPT_WRITES, NULL },
  { "<script>myeval(x); retrieval(y)</script>", 0, NULL },
  { "<script>location='https://a.test/'</script>", BUOY_SCRIPT_LEAVES, "https://a.test/" },
  { "<script>top.location.replace(\"//a.test\")</script>", BUOY_SCRIPT_LEAVES, "//a.test" },
  { "<script>window.location.href = `http://a.test`;</script>", BUOY_SCRIPT_LEAVES, "http://a.test" },
  { "<script>if (location.hash) x = 'http://a.test'</script>", 0, NULL },
  { "<script>location = '/next'</script>", 0, NULL },
  { "<script>var allocation = 'http://a.test'</script>", 0, NULL },
  { "<svg><script><![CDATA[location.href='http://a.test']]></script></svg>", BUOY_SCRIPT_LEAVES, "http://a.test" },
  { "<script>document.write(unescape('%3Ca%20href%3D%22https%3A//a.test/%22%3Ex%3C/a%3E'))</script>",
    BUOY_SCRIPT_DECODES | BUOY_SCRIPT_WRITES, "https://a.test/" },
  { "<script>var x = 'PGEgaHJlZj0iaHR0cHM6' + \n 'Ly9hLnRlc3QvIj54PC9hPg=='; eval(atob(x))</script>",
    BUOY_SCRIPT_DECODES | BUOY_SCRIPT_WRITES, "https://a.test/" },
  { "<script>document.write('\\x3ca href=\\x22https://a.test/\\x22\\x3ex\\x3c/a\\x3e')</script>", BUOY_SCRIPT_WRITES,
    "https://a.test/" },
  { "<script>document.write(String.fromCharCode(60, "
    "97,32,104,114,101,102,61,47,47,97,46,116,101,115,116,62,120))</script>",
    BUOY_SCRIPT_DECODES | BUOY_SCRIPT_WRITES, "//a.test" },
  { "<script>location = atob(\"aHR0cHM6Ly9hLnRlc3Qv\")</script>", BUOY_SCRIPT_DECODES | BUOY_SCRIPT_LEAVES,
    "https://a.test/" },
  { "<script>send (atob(\"aHR0cHM6Ly9hLnRlc3Qv\"))</script>", BUOY_SCRIPT_DECODES, "https://a.test/" },
  { "<script>x = '<a href=https://a.test/>x</a>'</script>", 0, NULL },
  { "<script>p.textContent = '<a href=https://a.test/>x</a>'</script>", 0, NULL },
  { "<script>p.innerHTML = '<a href=https://a.test/>x</a>'</script>", BUOY_SCRIPT_WRITES, "https://a.test/" },
  { "<script>p.outerHTML = '<a href=https://a.test/>x</a>'</script>", BUOY_SCRIPT_WRITES, "https://a.test/" },
  { "<script>p.insertAdjacentHTML('beforeend', '<a href=https://a.test/>x</a>')</script>", BUOY_SCRIPT_WRITES,
    "https://a.test/" },
  { "<script>frame.srcdoc = '<a href=https://a.test/>x</a>'</script>", BUOY_SCRIPT_WRITES, "https://a.test/" },
  { "<script>range.createContextualFragment('<a href=https://a.test/>x</a>')</script>", BUOY_SCRIPT_WRITES,
    "https://a.test/" },
  { "<script>parser.parseFromString('<a href=https://a.test/>x</a>', 'text/html')</script>", BUOY_SCRIPT_WRITES,
    "https://a.test/" },
  { "<script>atob('AAAAAAAAAAAAAAAAAAAAAAAA'); eval('x')</script>", BUOY_SCRIPT_DECODES | BUOY_SCRIPT_WRITES, NULL },
  { "<script>document.write(\"<a href='https://a.test/'>x</a>", BUOY_SCRIPT_WRITES, NULL },
};

static const Case elements[] = {
  { "<iframe id=x src=\"https://a.test/\"></iframe>Loading", BUOY_SCRIPT_MAY_LEAVE, "https://a.test/" },
  { "<iframe src= https://a.test/></iframe>Loading", BUOY_SCRIPT_MAY_LEAVE, "https://a.test/" },
  { "<iframe src =\n\"https://a.test/\"></iframe>Loading", BUOY_SCRIPT_MAY_LEAVE, "https://a.test/" },
  { "<frameset><frame SRC='//a.test'></frameset>", BUOY_SCRIPT_MAY_LEAVE, "//a.test" },
  { "<iframe\nsrc=https://a.test/></iframe>", BUOY_SCRIPT_MAY_LEAVE, "https://a.test/" },
  { "<iframe srcdoc='x'></iframe>src='https://a.test/'", 0, NULL },
  { "<iframe srcdoc='&lt;a href=//a.test&gt;x&lt;/a&gt;'></iframe>", 0, "//a.test" },
  { "<iframe srcdoc='&lt;script>location=&quot;//a.test&quot;&lt;/script>'>", BUOY_SCRIPT_LEAVES, "//a.test" },
  { "<iframe src='data:text/html,%3Ca%20href=//a.test%3Ex'>", 0, "//a.test" },
  { "<object data='DATA:text/html;base64,PGEgaHJlZj0vL2EudGVzdD54'>", 0, "//a.test" },
  { "<iframe src='data:text/plain,%3Ca%20href=//a.test%3Ex'>", 0, NULL },
  { "<body onload=\"location = 'https://a.test/'\">", BUOY_SCRIPT_LEAVES, "https://a.test/" },
  { "<img src=x onerror='location.replace(\"//a.test\")'>", BUOY_SCRIPT_LEAVES, "//a.test" },
  { "<svg onload='window.location.href=`//a.test`'></svg>", BUOY_SCRIPT_LEAVES, "//a.test" },
  { "<button onclick='window.open(\"https://a.test/\")'>x</button>", 0, "https://a.test/" },
  { "<a href='https://b.test/' onclick='location=\"https://a.test/\";return false'>x</a>", 0, "https://a.test/" },
  { "<a href='javascript:open(\"https://a.test/\")'>x</a>", 0, "https://a.test/" },
  { "<a href='https://a.test/' onclick='count(\"https://b.test/\")'>x</a>", 0, "https://a.test/" },
  { "<a href='https://a.test/' onclick='location.hash=\"b\"'>x</a>", 0, "https://a.test/" },
  { "<button onclick='sort(1)' onmouseover='open()'>x</button>", 0, NULL },
  { "<svg xmlns:l='http://www.w3.org/1999/xlink'><a l:href='//a.test'>x</a></svg>", 0, "//a.test" },
  { "<input type=password><script>fetch('https://a.test/')</script>", 0, "https://a.test/" },
  { "<input type=password><script>r.open('POST', \"//a.test\")</script>", 0, "//a.test" },
  { "<input type=password><script>$.ajax('https://a.test/')</script>", 0, "https://a.test/" },
  { "<script>fetch('https://a.test/')</script>", 0, NULL },
  { "<script>a<!--<script></script>location='//a.test'--></script>", BUOY_SCRIPT_LEAVES, "//a.test" },
  { "<script><!-- --><script></script>location='//a.test'</script>", 0, NULL },
  { "<!-- <script>location='//a.test'</script> -->", BUOY_SCRIPT_LEAVES, "//a.test" }, /* as a .hta reads it */
  { "<script>location", 0, NULL },
  { "<script", 0, NULL },
};

static void
check_cases (const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (BuoyMessage) message = page_case_read_attachment ("text/html", "a.html", cases[i].html);
      const BuoyPage *page = g_ptr_array_index (message->pages, 0);
      const GPtrArray *links = page->content->links;

      g_test_message ("%s", cases[i].html);
      g_assert_cmphex (page->script & ~BUOY_SCRIPT_ANY, ==, cases[i].signs);
      g_assert_cmpuint (links->len, ==, cases[i].leads != NULL ? 1 : 0);
      if (cases[i].leads != NULL)
        g_assert_cmpstr (((BuoyLink *) links->pdata[0])->href, ==, cases[i].leads);
    }
}

static void
test_scripts (void)
{
  check_cases (scripts, G_N_ELEMENTS (scripts));
}

static void
test_elements (void)
{
  check_cases (elements, G_N_ELEMENTS (elements));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-script/scripts", test_scripts);
  g_test_add_func ("/page-script/elements", test_elements);
  return g_test_run ();
}
