/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#include "scenarios.h"

#include <stdio.h>
#include <string.h>
#include <uk/list.h>

struct item {
	char name;
	struct uk_list_head link;
	struct uk_hlist_node node;
};

static struct item items[6] = { { .name = 'a' }, { .name = 'b' }, { .name = 'c' },
				{ .name = 'd' }, { .name = 'e' }, { .name = 'f' } };
static struct uk_list_head *const links[6] = { &items[0].link, &items[1].link, &items[2].link,
					       &items[3].link, &items[4].link, &items[5].link };
static struct uk_hlist_node *const nodes[6] = { &items[0].node, &items[1].node, &items[2].node,
						&items[3].node, &items[4].node, &items[5].node };
static int failures;

/* Compares the list, forwards and backwards, with the names of its items. */
static void expect(int line, struct uk_list_head *list, const char *names)
{
	const struct item *item;
	char forwards[8] = "", backwards[8] = "";
	size_t n = 0, m = strlen(names);

	uk_list_for_each_entry (item, list, link)
		forwards[n++] = item->name;
	if (n == m) {
		uk_list_for_each_entry_reverse (item, list, link)
			backwards[--n] = item->name;
	}
	if (strcmp(forwards, names) || (m && strcmp(backwards, names))) {
		printf("line %d: \"%s\", not \"%s\"\n", line, forwards, names);
		++failures;
	}
}
#define EXPECT(list, names) expect(__LINE__, &(list), names)

static void expect_hlist(int line, struct uk_hlist_head *list, const char *names)
{
	const struct item *item;
	char found[8] = "";
	size_t n = 0;

	uk_hlist_for_each_entry (item, list, node)
		found[n++] = item->name;
	if (strcmp(found, names)) {
		printf("line %d: \"%s\", not \"%s\"\n", line, found, names);
		++failures;
	}
}
#define EXPECT_HLIST(list, names) expect_hlist(__LINE__, &(list), names)

#define CHECK(condition)                                                                           \
	do {                                                                                       \
		if (!(condition)) {                                                                \
			printf("line %d: not %s\n", __LINE__, #condition);                         \
			++failures;                                                                \
		}                                                                                  \
	} while (0)

static void circular_lists(void)
{
	UK_LIST_HEAD(one);
	UK_LIST_HEAD(two);
	struct uk_list_head three;
	struct item *item, *next;

	CHECK(uk_list_empty(&one) && uk_list_empty_careful(&one) && !uk_list_is_singular(&one));
	CHECK(!uk_list_first_entry_or_null(&one, struct item, link));
	uk_list_add(links[1], &one);
	CHECK(uk_list_is_singular(&one) && uk_list_is_last(links[1], &one));
	uk_list_add(links[0], &one);
	uk_list_add_tail(links[2], &one);
	EXPECT(one, "abc");
	CHECK(uk_list_last_entry_or_null(&one, struct item, link) == &items[2]);
	uk_list_del_init(links[1]);
	CHECK(uk_list_empty(links[1]));
	EXPECT(one, "ac");
	uk_list_replace(links[0], links[3]);
	EXPECT(one, "dc");
	uk_list_move_tail(links[3], &two);
	uk_list_move(links[2], &two);
	EXPECT(two, "cd");
	EXPECT(one, "");
	uk_list_splice_init(&one, &two);
	EXPECT(two, "cd");
	uk_list_add(links[4], &one);
	uk_list_splice_init(&one, &two);
	EXPECT(two, "ecd");
	uk_list_add(links[5], &one);
	uk_list_add(links[0], &one);
	uk_list_splice_tail_init(&one, &two);
	EXPECT(two, "ecdaf");
	EXPECT(one, "");
	uk_list_cut_position(&three, &two, links[3]);
	EXPECT(three, "ecd");
	EXPECT(two, "af");
	uk_list_cut_position(&one, &two, &two);
	EXPECT(one, "");
	uk_list_cut_position(&one, &two, links[5]);
	EXPECT(one, "af");
	EXPECT(two, "");
	uk_list_replace_init(&three, &two);
	EXPECT(two, "ecd");
	EXPECT(three, "");
	uk_list_for_each_entry_safe (item, next, &two, link) {
		if (item->name != 'c')
			uk_list_move_tail(&item->link, &three);
	}
	EXPECT(two, "c");
	EXPECT(three, "ed");
}

static void hash_lists(void)
{
	UK_HLIST_HEAD(one);
	UK_HLIST_HEAD(two);
	struct uk_hlist_node *next;
	struct item *item;

	CHECK(uk_hlist_empty(&one) && uk_hlist_unhashed(nodes[0]));
	uk_hlist_del_init(nodes[0]);
	uk_hlist_add_head(nodes[2], &one);
	uk_hlist_add_head(nodes[0], &one);
	uk_hlist_add_before(nodes[1], nodes[2]);
	uk_hlist_add_behind(nodes[3], nodes[2]);
	EXPECT_HLIST(one, "abcd");
	uk_hlist_del_init(nodes[0]);
	uk_hlist_del_init(nodes[3]);
	CHECK(uk_hlist_unhashed(nodes[3]) && !uk_hlist_unhashed(nodes[1]));
	EXPECT_HLIST(one, "bc");
	uk_hlist_move_list(&one, &two);
	EXPECT_HLIST(one, "");
	uk_hlist_add_before(nodes[4], nodes[1]);
	EXPECT_HLIST(two, "ebc");
	uk_hlist_for_each_entry_safe (item, next, &two, node)
		uk_hlist_del_init(&item->node);
	EXPECT_HLIST(two, "");
}

static int lists(int argc, char *argv[])
{
	(void)argc;
	(void)argv;
	circular_lists();
	hash_lists();
	printf("lists: %d failures\n", failures);
	return failures;
}

const struct scenario list_scenarios[] = {
	{ "lists", lists },
	{ 0, 0 },
};
