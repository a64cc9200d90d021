/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "message/dom/buoy-html-tree.h"

#include <gumbo.h>
#include <setjmp.h>

#include "base/buoy-budget.h"

#define BLOCK_BYTES (64 * 1024)
#define ALIGNMENT 16
#define BASE_BYTES (16 * 1024 * 1024) /* of any tree: each recorded error keeps all open tags */
#define BYTES_PER_BYTE 32             /* of the page; honest ones of some size take up to 20 */
#define MAX_BYTES (72 * 1024 * 1024)  /* of the largest tree; larger pages consist of pictures and scripts */
#define BYTES_A_STEP 2                /* allocated; an element of 400 bytes takes the tree builder a µs */

struct _BuoyHtmlTree
{
  GPtrArray *blocks; /* of bytes */
  char *free;        /* in the newest block */
  gsize n_free;
  gsize n_left;       /* until the tree is too large */
  BuoyBudget *budget; /* borrowed */
  GumboOutput *output;
  jmp_buf given_up;
};

static void
add_block (BuoyHtmlTree *tree, gsize size)
{
  if (!buoy_budget_spend (tree->budget, size / BYTES_A_STEP))
    longjmp (tree->given_up, 1);
  tree->n_free = size;
  tree->free = g_malloc (size);
  g_ptr_array_add (tree->blocks, tree->free);
}

/* Never returns NULL, which gumbo does not expect. All of gumbo's memory is in this arena, so jumping out of it leaks
 * nothing.
 */
static void *
allocate (void *data, size_t size)
{
  BuoyHtmlTree *tree = data;
  char *bytes;

  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size > tree->n_left)
    longjmp (tree->given_up, 1);
  tree->n_left -= size;
  if (size > tree->n_free)
    add_block (tree, MAX (size, BLOCK_BYTES));
  bytes = tree->free;
  tree->free += size;
  tree->n_free -= size;
  return bytes;
}

static void
leave_allocated (void *data, void *bytes)
{
}

void
buoy_html_tree_free (BuoyHtmlTree *tree)
{
  g_ptr_array_unref (tree->blocks);
  g_free (tree);
}

static gboolean
build (BuoyHtmlTree *tree, const char *html, gsize length)
{
  GumboOptions options = kGumboDefaultOptions;

  /* record all errors: otherwise gumbo joins the name of a duplicate attribute to the next one */
  options.max_errors = -1;
  options.allocator = allocate;
  options.deallocator = leave_allocated;
  options.userdata = tree;
  if (setjmp (tree->given_up) != 0)
    return FALSE;
  tree->output = gumbo_parse_with_options (&options, html, length);
  return tree->output != NULL;
}

BuoyHtmlTree *
buoy_html_tree_new (const char *html, gsize length, BuoyBudget *budget)
{
  BuoyHtmlTree *tree;

  if (!buoy_budget_spend (budget, length))
    return NULL;
  tree = g_new0 (BuoyHtmlTree, 1);
  tree->budget = budget;
  tree->blocks = g_ptr_array_new_with_free_func (g_free);
  tree->n_left = MIN (BASE_BYTES + length * BYTES_PER_BYTE, MAX_BYTES);
  if (build (tree, html, length))
    return tree;
  buoy_html_tree_free (tree);
  return NULL;
}

const GumboNode *
buoy_html_tree_get_root (const BuoyHtmlTree *tree)
{
  return tree->output->root;
}

void
buoy_html_tree_foreach_outer_comment (const BuoyHtmlTree *tree, BuoyCommentFunc func, gpointer data)
{
  const GumboVector *children = &tree->output->document->v.document.children;

  for (unsigned int i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_COMMENT)
        func (child->v.text.text, data);
    }
}
