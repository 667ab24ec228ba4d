/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Doubly linked lists whose links lie in the elements. A list is a ring: its head is a link like
 * those of the elements, and an empty list's head points to itself. Nothing here allocates, and
 * every function but the walks takes constant time. Not thread-safe. */

#include <uk/arch/types.h>
#include <uk/compiler.h>
#include <uk/hlist.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A link, or the head of a list. */
struct uk_list_head
{
    struct uk_list_head *next;
    struct uk_list_head *prev;
};

/** The value of an empty list's head `name`, and the definition of such a head. */
#define UK_LIST_HEAD_INIT(name)                                                                    \
    {                                                                                              \
        &(name), &(name)                                                                           \
    }
#define UK_LIST_HEAD(name) struct uk_list_head name = UK_LIST_HEAD_INIT(name)

/** Makes `list` an empty list, or a link that is in no list. */
static inline void UK_INIT_LIST_HEAD(struct uk_list_head *list)
{
    list->next = list;
    list->prev = list;
}

/** True when the list has no element. */
static inline int uk_list_empty(const struct uk_list_head *head)
{
    return head->next == head;
}

/** The same, looking at both directions: false while an element is being taken out. */
static inline int uk_list_empty_careful(const struct uk_list_head *head)
{
    return head->next == head && head->prev == head;
}

/** True when the list has exactly one element. */
static inline int uk_list_is_singular(const struct uk_list_head *list)
{
    return list->next == list->prev && !uk_list_empty(list);
}

/** True when `link` is the last element of the list. */
static inline int uk_list_is_last(const struct uk_list_head *link, const struct uk_list_head *head)
{
    return link->next == head;
}

/* Makes two links neighbours. */
static inline void __uk_list_join(struct uk_list_head *left, struct uk_list_head *right)
{
    left->next = right;
    right->prev = left;
}

/** Adds an element at the beginning or at the end. */
static inline void uk_list_add(struct uk_list_head *link, struct uk_list_head *head)
{
    __uk_list_join(link, head->next);
    __uk_list_join(head, link);
}

static inline void uk_list_add_tail(struct uk_list_head *link, struct uk_list_head *head)
{
    __uk_list_join(head->prev, link);
    __uk_list_join(link, head);
}

/** Takes an element out of its list. uk_list_del() leaves the link as it was, which must not be
 * used; after uk_list_del_init() it is a link that is in no list. */
static inline void uk_list_del(struct uk_list_head *link)
{
    __uk_list_join(link->prev, link->next);
}

static inline void uk_list_del_init(struct uk_list_head *link)
{
    uk_list_del(link);
    UK_INIT_LIST_HEAD(link);
}

/** Puts `fresh` in the place of `old`; with _init, `old` is in no list afterwards. A head of a list
 * that is not empty can be replaced, too. */
static inline void uk_list_replace(struct uk_list_head *old, struct uk_list_head *fresh)
{
    __uk_list_join(fresh, old->next);
    __uk_list_join(old->prev, fresh);
}

static inline void uk_list_replace_init(struct uk_list_head *old, struct uk_list_head *fresh)
{
    uk_list_replace(old, fresh);
    UK_INIT_LIST_HEAD(old);
}

/** Takes an element out of its list and adds it to another. */
static inline void uk_list_move(struct uk_list_head *link, struct uk_list_head *head)
{
    uk_list_del(link);
    uk_list_add(link, head);
}

static inline void uk_list_move_tail(struct uk_list_head *link, struct uk_list_head *head)
{
    uk_list_del(link);
    uk_list_add_tail(link, head);
}

/* Puts all elements of `list` between two neighbours. */
static inline void __uk_list_insert_all(const struct uk_list_head *list, struct uk_list_head *left,
                                        struct uk_list_head *right)
{
    if (uk_list_empty(list))
        return;
    __uk_list_join(left, list->next);
    __uk_list_join(list->prev, right);
}

/** Moves all elements of `list` to the beginning or the end of another list. Without _init, the
 * head `list` must not be used afterwards. */
static inline void uk_list_splice(const struct uk_list_head *list, struct uk_list_head *head)
{
    __uk_list_insert_all(list, head, head->next);
}

static inline void uk_list_splice_tail(struct uk_list_head *list, struct uk_list_head *head)
{
    __uk_list_insert_all(list, head->prev, head);
}

static inline void uk_list_splice_init(struct uk_list_head *list, struct uk_list_head *head)
{
    uk_list_splice(list, head);
    UK_INIT_LIST_HEAD(list);
}

static inline void uk_list_splice_tail_init(struct uk_list_head *list, struct uk_list_head *head)
{
    uk_list_splice_tail(list, head);
    UK_INIT_LIST_HEAD(list);
}

/** Moves the elements from the first up to and with `last` to `list`, whose own are forgotten.
 * `last` may be `head` itself, for none. */
static inline void uk_list_cut_position(struct uk_list_head *list, struct uk_list_head *head,
                                        struct uk_list_head *last)
{
    struct uk_list_head *rest = last->next;

    UK_INIT_LIST_HEAD(list);
    if (last == head || uk_list_empty(head))
        return;
    __uk_list_join(list, head->next);
    __uk_list_join(last, list);
    __uk_list_join(head, rest);
}

/** The element of type `type` whose member `member` is the link `ptr`. */
#define uk_list_entry(ptr, type, member) __containerof(ptr, type, member)
#define uk_list_first_entry(head, type, member) uk_list_entry((head)->next, type, member)
#define uk_list_last_entry(head, type, member) uk_list_entry((head)->prev, type, member)
#define uk_list_first_entry_or_null(head, type, member)                                            \
    (uk_list_empty(head) ? (type *)0 : uk_list_first_entry(head, type, member))
#define uk_list_last_entry_or_null(head, type, member)                                             \
    (uk_list_empty(head) ? (type *)0 : uk_list_last_entry(head, type, member))
#define uk_list_next_entry(entry, member)                                                          \
    uk_list_entry((entry)->member.next, __typeof__(*(entry)), member)
#define uk_list_prev_entry(entry, member)                                                          \
    uk_list_entry((entry)->member.prev, __typeof__(*(entry)), member)

/** Walks over links. In the _safe walks, the current element may be taken out. */
#define uk_list_for_each(p, head) for ((p) = (head)->next; (p) != (head); (p) = (p)->next)
#define uk_list_for_each_prev(p, head) for ((p) = (head)->prev; (p) != (head); (p) = (p)->prev)
#define uk_list_for_each_safe(each, after, head)                                                   \
    for ((after) = (head)->next; ((each) = (after)) != (head) && ((after) = (each)->next, 1);)

/** Walks over elements: from the first, from the current one (_from), from the one after it
 * (_continue), backwards (_reverse). */
#define uk_list_for_each_entry_from(p, head, member)                                               \
    for (; &(p)->member != (head); (p) = uk_list_next_entry(p, member))
#define uk_list_for_each_entry(p, head, member)                                                    \
    for ((p) = uk_list_first_entry(head, __typeof__(*(p)), member); &(p)->member != (head);        \
         (p) = uk_list_next_entry(p, member))
#define uk_list_for_each_entry_continue(p, head, member)                                           \
    for ((p) = uk_list_next_entry(p, member); &(p)->member != (head);                              \
         (p) = uk_list_next_entry(p, member))
#define uk_list_for_each_entry_reverse(p, head, member)                                            \
    for ((p) = uk_list_last_entry(head, __typeof__(*(p)), member); &(p)->member != (head);         \
         (p) = uk_list_prev_entry(p, member))
#define uk_list_for_each_entry_continue_reverse(p, head, member)                                   \
    for ((p) = uk_list_prev_entry(p, member); &(p)->member != (head);                              \
         (p) = uk_list_prev_entry(p, member))
#define uk_list_for_each_entry_safe(p, n, head, member)                                            \
    for ((p) = uk_list_first_entry(head, __typeof__(*(p)), member),                                \
        (n) = uk_list_next_entry(p, member);                                                       \
         &(p)->member != (head); (p) = (n), (n) = uk_list_next_entry(n, member))
#define uk_list_for_each_entry_safe_from(p, n, head, member)                                       \
    for ((n) = uk_list_next_entry(p, member); &(p)->member != (head);                              \
         (p) = (n), (n) = uk_list_next_entry(n, member))
#define uk_list_for_each_entry_safe_reverse(p, n, head, member)                                    \
    for ((p) = uk_list_last_entry(head, __typeof__(*(p)), member),                                 \
        (n) = uk_list_prev_entry(p, member);                                                       \
         &(p)->member != (head); (p) = (n), (n) = uk_list_prev_entry(n, member))
/** In a _safe walk, after elements behind the current one were taken out. */
#define uk_list_safe_reset_next(p, n, member) (n) = uk_list_next_entry(p, member)

#ifdef __cplusplus
}
#endif
