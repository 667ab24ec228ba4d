/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Linked lists with a head of one pointer, for hash tables: walks go one way only, but an element
 * can be taken out without knowing its list. Not thread-safe. */

#include <uk/arch/types.h>
#include <uk/compiler.h>

#ifdef __cplusplus
extern "C" {
#endif

struct uk_hlist_node;

/** The head of a list. */
struct uk_hlist_head
{
    struct uk_hlist_node *first;
};

/** A link; `pprev` is where the pointer to this link is, NULL while it is in no list. */
struct uk_hlist_node
{
    struct uk_hlist_node *next;
    struct uk_hlist_node **pprev;
};

#define UK_HLIST_HEAD_INIT                                                                         \
    {                                                                                              \
        (struct uk_hlist_node *)0                                                                  \
    }
/** Defines an empty list. */
#define UK_HLIST_HEAD(list) struct uk_hlist_head list = UK_HLIST_HEAD_INIT

/** Make an empty list, and a link that is in no list. */
static inline void UK_INIT_HLIST_HEAD(struct uk_hlist_head *head)
{
    head->first = (struct uk_hlist_node *)0;
}

static inline void UK_INIT_HLIST_NODE(struct uk_hlist_node *node)
{
    node->next = (struct uk_hlist_node *)0;
    node->pprev = (struct uk_hlist_node **)0;
}

/** True when the link is in no list. */
static inline int uk_hlist_unhashed(const struct uk_hlist_node *node)
{
    return !node->pprev;
}

/** True when the list has no element. */
static inline int uk_hlist_empty(const struct uk_hlist_head *head)
{
    return !head->first;
}

/* Puts a link where the pointer `at` points. */
static inline void __uk_hlist_insert(struct uk_hlist_node *node, struct uk_hlist_node **at)
{
    node->next = *at;
    if (node->next)
        node->next->pprev = &node->next;
    node->pprev = at;
    *at = node;
}

/** Add an element: at the beginning, before and behind another one. */
static inline void uk_hlist_add_head(struct uk_hlist_node *node, struct uk_hlist_head *head)
{
    __uk_hlist_insert(node, &head->first);
}

static inline void uk_hlist_add_before(struct uk_hlist_node *node, struct uk_hlist_node *next)
{
    __uk_hlist_insert(node, next->pprev);
}

static inline void uk_hlist_add_behind(struct uk_hlist_node *node, struct uk_hlist_node *prev)
{
    __uk_hlist_insert(node, &prev->next);
}

/** Takes an element out of its list. uk_hlist_del_init() may be called for one that is in none, and
 * leaves it so. */
static inline void uk_hlist_del(struct uk_hlist_node *node)
{
    *node->pprev = node->next;
    if (node->next)
        node->next->pprev = node->pprev;
}

static inline void uk_hlist_del_init(struct uk_hlist_node *node)
{
    if (uk_hlist_unhashed(node))
        return;
    uk_hlist_del(node);
    UK_INIT_HLIST_NODE(node);
}

/** Gives the elements of `from`, empty afterwards, to the head `to`. */
static inline void uk_hlist_move_list(struct uk_hlist_head *from, struct uk_hlist_head *to)
{
    to->first = from->first;
    if (to->first)
        to->first->pprev = &to->first;
    UK_INIT_HLIST_HEAD(from);
}

/** The element of type `type` whose member `member` is `link`; _safe: NULL stays NULL. */
#define uk_hlist_entry(link, type, member) __containerof(link, type, member)
#define uk_hlist_entry_safe(link, type, member)                                                    \
    ({                                                                                             \
        __typeof__(link) __uk_hlist_link = (link);                                                 \
        __uk_hlist_link ? uk_hlist_entry(__uk_hlist_link, type, member) : (type *)0;               \
    })

/* The element that `link` belongs to or NULL, as a pointer of the type of `each`. */
#define _UK_HLIST_ELEMENT(each, link, member) uk_hlist_entry_safe(link, __typeof__(*(each)), member)
/* From the element that `link` belongs to onwards. */
#define _UK_HLIST_WALK(each, link, member)                                                         \
    for ((each) = _UK_HLIST_ELEMENT(each, link, member); (each);                                   \
         (each) = _UK_HLIST_ELEMENT(each, (each)->member.next, member))

/** Walks over links and over elements: all, those after the current one (_continue), those from the
 * current one (_from). In the _safe walks the current one may be taken out; `after` is a link. */
#define uk_hlist_for_each(each, list) for ((each) = (list)->first; (each); (each) = (each)->next)
#define uk_hlist_for_each_safe(each, after, list)                                                  \
    for ((each) = (list)->first; (each) && ((after) = (each)->next, 1); (each) = (after))
#define uk_hlist_for_each_entry(each, list, member) _UK_HLIST_WALK(each, (list)->first, member)
#define uk_hlist_for_each_entry_continue(each, member)                                             \
    _UK_HLIST_WALK(each, (each)->member.next, member)
#define uk_hlist_for_each_entry_from(each, member)                                                 \
    for (; (each); (each) = _UK_HLIST_ELEMENT(each, (each)->member.next, member))
#define uk_hlist_for_each_entry_safe(each, after, list, member)                                    \
    for ((after) = (list)->first;                                                                  \
         ((each) = _UK_HLIST_ELEMENT(each, after, member)) && ((after) = (each)->member.next, 1);)

#ifdef __cplusplus
}
#endif
