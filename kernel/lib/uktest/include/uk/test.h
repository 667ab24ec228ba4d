/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Unit tests in the guest: suites of cases of expectations. */

#include <stddef.h>
#include <string.h>
#include <uk/ctors.h>
#include <uk/essentials.h>
#include <uk/init.h>
#include <uk/libid.h>
#include <uk/print.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A test case. */
struct uk_testcase
{
    const char *suite; /**< name of the suite it belongs to */
    const char *name;
    const char *desc; /**< a few words about it, or NULL */
    void (*func)(const struct uk_testcase *esac);
    const char *file; /**< base name of the source file, or NULL */
    unsigned int line;
    const char *library; /**< the library it is in, or NULL */
};

/** A suite; its cases are those that have its name. */
struct uk_testsuite
{
    const char *name;
    /** Runs before the cases; may be NULL. A result below 0 fails the suite, whose cases then do
     * not run. */
    int (*init)(struct uk_testsuite *suite);
    unsigned int failed_cases; /**< of the last run */
};

/** What has been run so far. */
struct uk_test_stats
{
    unsigned int suites, failed_suites;
    unsigned int cases, failed_cases;
    unsigned int assertions, failed_assertions;
};

/** Runs the cases of a suite in the order of their source lines and prints their results. Returns
 * how many failed, or what `init` returned when that was negative. A suite that LIBUKTEST_SUITES
 * does not name is left out: 0. */
int uk_testsuite_run(struct uk_testsuite *suite);

/** Counts an expectation that was met or not and prints it: `format` with its arguments, in line
 * `line` of the source of `esac`. The macros below call it. */
void uk_test_check(const struct uk_testcase *esac, unsigned int line, int met, const char *format,
                   ...) __printf(4, 5);

/** Copies the counts. */
void uk_test_stats_get(struct uk_test_stats *result);

#ifdef __LIBNAME__
#define _UK_TEST_LIBRARY STRINGIFY(__LIBNAME__)
#else
#define _UK_TEST_LIBRARY NULL
#endif

/* The case's description, its place in the table of all cases, and the head of its function. */
#define _UK_TESTCASE(suite_name, case_name, description)                                           \
    static void uk_test_##suite_name##_##case_name(const struct uk_testcase *esac);                \
    static const struct uk_testcase uk_testcase_##suite_name##_##case_name = {                     \
        #suite_name,      #case_name, description,     uk_test_##suite_name##_##case_name,         \
        __STR_BASENAME__, __LINE__,   _UK_TEST_LIBRARY};                                           \
    static const struct uk_testcase *const __used __section(".uk_testtab")                         \
        uk_testtab_##suite_name##_##case_name = &uk_testcase_##suite_name##_##case_name;           \
    static void uk_test_##suite_name##_##case_name(const struct uk_testcase *esac __maybe_unused)

/** Begins a test case: the body of a function follows. */
#define UK_TESTCASE(suite, fn) _UK_TESTCASE(suite, fn, NULL)
/** The same with a few words about the case. */
#define UK_TESTCASE_DESC(suite, fn, dsc) _UK_TESTCASE(suite, fn, dsc)

/* The suite's description. */
#define _UK_TESTSUITE(suite, initfn)                                                               \
    static struct uk_testsuite uk_testsuite_##suite = {#suite, initfn, 0}

/** Has a suite run among the kernel's constructors, when there is neither heap nor clock. */
#define UK_TESTSUITE_AT_CTORCALL_PRIO(suite, initfn, prio)                                         \
    _UK_TESTSUITE(suite, initfn);                                                                  \
    static void uk_testsuite_ctor_##suite(void)                                                    \
    {                                                                                              \
        uk_testsuite_run(&uk_testsuite_##suite);                                                   \
    }                                                                                              \
    UK_CTOR_PRIO(uk_testsuite_ctor_##suite, prio)

/** Has a suite run in a class of init functions (<uk/init.h>) at a priority. */
#define UK_TESTSUITE_AT_INITCALL_PRIO(suite, initfn, class, prio)                                  \
    _UK_TESTSUITE(suite, initfn);                                                                  \
    static int uk_testsuite_init_##suite(struct uk_init_ctx *context __maybe_unused)               \
    {                                                                                              \
        uk_testsuite_run(&uk_testsuite_##suite);                                                   \
        return 0;                                                                                  \
    }                                                                                              \
    uk_initcall_class_prio(uk_testsuite_init_##suite, 0, class, prio)

/** The same by the class's name. */
#define uk_testsuite_early_prio(suite, initfn, prio)                                               \
    UK_TESTSUITE_AT_INITCALL_PRIO(suite, initfn, UK_INIT_CLASS_EARLY, prio)
#define uk_testsuite_plat_prio(suite, initfn, prio)                                                \
    UK_TESTSUITE_AT_INITCALL_PRIO(suite, initfn, UK_INIT_CLASS_PLAT, prio)
#define uk_testsuite_lib_prio(suite, initfn, prio)                                                 \
    UK_TESTSUITE_AT_INITCALL_PRIO(suite, initfn, UK_INIT_CLASS_LIB, prio)
#define uk_testsuite_rootfs_prio(suite, initfn, prio)                                              \
    UK_TESTSUITE_AT_INITCALL_PRIO(suite, initfn, UK_INIT_CLASS_ROOTFS, prio)
#define uk_testsuite_sys_prio(suite, initfn, prio)                                                 \
    UK_TESTSUITE_AT_INITCALL_PRIO(suite, initfn, UK_INIT_CLASS_SYS, prio)
#define uk_testsuite_late_prio(suite, initfn, prio)                                                \
    UK_TESTSUITE_AT_INITCALL_PRIO(suite, initfn, UK_INIT_CLASS_LATE, prio)

/** Has a suite run after all other init functions; with a priority, before some of them. */
#define uk_testsuite_prio(suite, initfn, prio) uk_testsuite_late_prio(suite, initfn, prio)
#define uk_testsuite_register(suite, initfn) uk_testsuite_prio(suite, initfn, UK_PRIO_LATEST)

/** Expects `condition`, and says it in words of its own (format, arguments). */
#define UK_TEST_ASSERTF(condition, ...) uk_test_check(esac, __LINE__, !!(condition), __VA_ARGS__)

/** Expects `condition`. A case goes on after an expectation that is not met. */
#define UK_TEST_EXPECT(condition)                                                                  \
    UK_TEST_ASSERTF(condition, "expected `%s` to be true", STRINGIFY(condition))
#define UK_TEST_ASSERT(condition) UK_TEST_EXPECT(condition)

/* Compares two values of `type`, each evaluated once. */
#define _UK_TEST_COMPARE(left, operation, right, words, type, conversion)                          \
    do {                                                                                           \
        const type uk_test_is = (type)(left);                                                      \
        const type uk_test_wanted = (type)(right);                                                 \
        const int uk_test_met = uk_test_is operation uk_test_wanted;                               \
        uk_test_check(esac, __LINE__, uk_test_met,                                                 \
                      "expected `%s` to " words " " conversion " %s was " conversion,              \
                      STRINGIFY(left), uk_test_wanted, uk_test_met ? "and" : "but", uk_test_is);   \
    } while (0)

#define _UK_TEST_COMPARE_POINTERS(left, operation, right, words)                                   \
    do {                                                                                           \
        const void *uk_test_is = (const void *)(left);                                             \
        const void *uk_test_wanted = (const void *)(right);                                        \
        const int uk_test_met = uk_test_is operation uk_test_wanted;                               \
        uk_test_check(esac, __LINE__, uk_test_met, "expected `%s` to " words " %p %s was %p",      \
                      STRINGIFY(left), uk_test_wanted, uk_test_met ? "and" : "but", uk_test_is);   \
    } while (0)

/** Expectations on pointers. */
#define UK_TEST_EXPECT_NULL(exp) _UK_TEST_COMPARE_POINTERS(exp, ==, NULL, "be")
#define UK_TEST_EXPECT_NOT_NULL(exp) _UK_TEST_COMPARE_POINTERS(exp, !=, NULL, "not be")
#define UK_TEST_EXPECT_PTR_EQ(a, b) _UK_TEST_COMPARE_POINTERS(a, ==, b, "be")

/** Expectations on integers, as long. */
#define UK_TEST_EXPECT_ZERO(exp) _UK_TEST_COMPARE(exp, ==, 0, "be", long, "%ld")
#define UK_TEST_EXPECT_NOT_ZERO(exp) _UK_TEST_COMPARE(exp, !=, 0, "not be", long, "%ld")
#define UK_TEST_EXPECT_SNUM_EQ(a, b) _UK_TEST_COMPARE(a, ==, b, "be", long, "%ld")
#define UK_TEST_EXPECT_SNUM_NQ(a, b) _UK_TEST_COMPARE(a, !=, b, "not be", long, "%ld")
#define UK_TEST_EXPECT_SNUM_GT(a, b) _UK_TEST_COMPARE(a, >, b, "be greater than", long, "%ld")
#define UK_TEST_EXPECT_SNUM_GE(a, b)                                                               \
    _UK_TEST_COMPARE(a, >=, b, "be greater than or equal to", long, "%ld")
#define UK_TEST_EXPECT_SNUM_LT(a, b) _UK_TEST_COMPARE(a, <, b, "be less than", long, "%ld")
#define UK_TEST_EXPECT_SNUM_LE(a, b)                                                               \
    _UK_TEST_COMPARE(a, <=, b, "be less than or equal to", long, "%ld")

/** Expects the first `size` bytes at two places to be the same. */
#define UK_TEST_EXPECT_BYTES_EQ(a, b, size)                                                        \
    do {                                                                                           \
        const void *uk_test_is = (const void *)(a);                                                \
        const void *uk_test_wanted = (const void *)(b);                                            \
        uk_test_check(esac, __LINE__, memcmp(uk_test_is, uk_test_wanted, (size)) == 0,             \
                      "expected `%s` at %p to equal `%s` at %p", STRINGIFY(a), uk_test_is,         \
                      STRINGIFY(b), uk_test_wanted);                                               \
    } while (0)

#ifdef __cplusplus
}
#endif
