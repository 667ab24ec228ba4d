/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

/* What threads and memory cost: one line for each figure, "bench: NAME HOW-MANY NANOSECONDS/1000".
 * With a clock that counts instructions, these are what the figures are in. */

#include <stdio.h>
#include <stdlib.h>
#include <uk/mbox.h>
#include <uk/mutex.h>
#include <uk/plat/time.h>
#include <uk/sched.h>

#define MOST 256
#define ROUNDS 32768

static struct uk_mutex mutex;
static struct uk_mbox *there, *back, *silent;
static int running, turns;

static void report(const char *what, int count, __nsec duration, unsigned long operations)
{
    printf("bench: %s %d %lu\n", what, count, duration * 1000 / operations);
}

/* Starts threads and waits until all of them have ended. */
static __nsec run(int count, uk_thread_fn1_t function)
{
    __nsec begin;

    running = count;
    turns = ROUNDS / count;
    for (int i = 0; i < count; ++i) {
        if (!uk_sched_thread_create_fn1(uk_sched_current(), function, NULL, 8192, 0, false, false,
                                        "bench", NULL, NULL)) {
            puts("bench: no memory for threads");
            exit(1);
        }
    }
    begin = ukplat_monotonic_clock();
    /* The last one to end wakes this one up. */
    while (running) {
        uk_thread_block(uk_thread_current());
        uk_sched_yield();
    }
    return ukplat_monotonic_clock() - begin;
}

static struct uk_thread *starter;

static void end(void) __noreturn;
static void end(void)
{
    if (--running == 0)
        uk_thread_wake(starter);
    uk_sched_thread_exit();
}

static void yields(void *unused) __noreturn;
static void yields(void *unused __unused)
{
    for (int i = turns; i > 0; --i)
        uk_sched_yield();
    end();
}

static void passes_mutex(void *unused) __noreturn;
static void passes_mutex(void *unused __unused)
{
    for (int i = turns; i > 0; --i) {
        uk_mutex_lock(&mutex);
        uk_sched_yield();
        uk_mutex_unlock(&mutex);
    }
    end();
}

static void sleeps(void *unused) __noreturn;
static void sleeps(void *unused __unused)
{
    uk_sched_thread_sleep(ukarch_time_sec_to_nsec(100000));
    uk_sched_thread_exit();
}

static void waits(void *unused) __noreturn;
static void waits(void *unused __unused)
{
    for (;;)
        uk_mbox_recv(silent, NULL);
}

static void answers(void *unused) __noreturn;
static void answers(void *unused __unused)
{
    void *message;

    for (;;) {
        uk_mbox_recv(there, &message);
        uk_mbox_post(back, message);
    }
}

/* Threads that are there and do nothing. */
static void add_bystanders(int count, uk_thread_fn1_t function)
{
    for (int i = 0; i < count; ++i)
        uk_sched_thread_create_fn1(uk_sched_current(), function, NULL, 8192, 0, false, false,
                                   "bystander", NULL, NULL);
    uk_sched_yield();
}

static void measure_mailbox(int count)
{
    const __nsec begin = ukplat_monotonic_clock();

    for (int i = 0; i < ROUNDS; ++i) {
        uk_mbox_post(there, &running);
        uk_mbox_recv(back, NULL);
    }
    report("mailbox-ping-pong", count, ukplat_monotonic_clock() - begin, ROUNDS);
}

/* A compiler leaves out memory that nobody uses. */
static void *volatile allocated;

static void measure_malloc(int occupied)
{
    static void *held[16384];
    __nsec begin;

    for (int i = 0; i < occupied; ++i)
        held[i] = malloc(16 + (unsigned int)i * 37 % 500);
    begin = ukplat_monotonic_clock();
    for (int i = 0; i < ROUNDS; ++i)
        free(allocated = malloc(16 + (unsigned int)i * 61 % 1000));
    report("malloc-free", occupied, ukplat_monotonic_clock() - begin, ROUNDS);
    for (int i = 0; i < occupied; ++i)
        free(held[i]);
}

static void measure_free_mutex(void)
{
    const __nsec begin = ukplat_monotonic_clock();

    for (int i = 0; i < ROUNDS; ++i) {
        uk_mutex_lock(&mutex);
        uk_mutex_unlock(&mutex);
    }
    report("mutex-alone", 1, ukplat_monotonic_clock() - begin, ROUNDS);
}

int main(void)
{
    static const int counts[] = {2, 16, MOST};

    starter = uk_thread_current();
    uk_mutex_init(&mutex);
    there = uk_mbox_create(uk_alloc_get_default(), 4);
    back = uk_mbox_create(uk_alloc_get_default(), 4);
    silent = uk_mbox_create(uk_alloc_get_default(), 4);

    measure_malloc(0);
    measure_malloc(1024);
    measure_malloc(16384);
    measure_free_mutex();
    for (unsigned int i = 0; i < ARRAY_SIZE(counts); ++i)
        report("switch", counts[i], run(counts[i], yields), ROUNDS);
    for (unsigned int i = 0; i < ARRAY_SIZE(counts); ++i)
        report("mutex-ping-pong", counts[i], run(counts[i], passes_mutex), ROUNDS);

    add_bystanders(1, answers);
    measure_mailbox(2);
    add_bystanders(14, waits);
    measure_mailbox(16);
    add_bystanders(MOST - 16, waits);
    measure_mailbox(MOST);

    add_bystanders(2, sleeps);
    report("switch-beside-sleepers", 2, run(2, yields), ROUNDS);
    add_bystanders(MOST - 2, sleeps);
    report("switch-beside-sleepers", MOST, run(2, yields), ROUNDS);
    return 0;
}
