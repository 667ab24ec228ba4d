// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What has run when an init function of the last class does; how the system ends is tried from
// outside.

#include <uk/alloc.h>
#include <uk/ctors.h>
#include <uk/essentials.h>
#include <uk/init.h>
#include <uk/plat/lcpu.h>
#include <uk/test.h>

namespace {

/** What ran, in order: a letter each. */
class Journal
{
public:
    void add(char what)
    {
        if (m_count < sizeof(m_entries) - 1)
            m_entries[m_count++] = what;
    }
    const char *entries() const { return m_entries; }

private:
    char m_entries[16]{};
    unsigned int m_count = 0;
};

constinit Journal constructors{};
constinit Journal initFunctions{};
constinit bool hadHeap = false;
// Otherwise compilers carry out constructors themselves.
constinit volatile bool applicationIsConstructed = false;
constinit int argumentCount = -1;
constinit char **arguments = nullptr;

void constructFirst()
{
    constructors.add('a');
    hadHeap = uk_alloc_get_default() != nullptr;
}

void constructSecond()
{
    constructors.add('b');
}

void constructLast()
{
    constructors.add('c');
}

[[gnu::constructor]] void constructApplication()
{
    applicationIsConstructed = true;
}

template <char letter>
int initialise(uk_init_ctx *)
{
    initFunctions.add(letter);
    return 0;
}

// Not in the order they run in.
constexpr auto early = initialise<'1'>, plat = initialise<'2'>, lib = initialise<'4'>,
               rootfs = initialise<'5'>, sys = initialise<'6'>;

int takeArguments(uk_init_ctx *context)
{
    initFunctions.add('3');
    argumentCount = context->cmdline.argc;
    arguments = context->cmdline.argv;
    // No error: the boot goes on.
    return 1;
}

} // namespace

UK_CTOR(constructLast);
UK_CTOR_PRIO(constructSecond, 5);
UK_CTOR_PRIO(constructFirst, 4);

uk_sys_initcall(sys, 0);
uk_rootfs_initcall(rootfs, 0);
uk_lib_initcall_prio(lib, 0, 5);
uk_lib_initcall_prio(takeArguments, 0, 4);
uk_plat_initcall(plat, 0);
uk_early_initcall(early, 0);

UK_TESTCASE(ukboot, constructors_run_by_priority)
{
    UK_TEST_EXPECT_BYTES_EQ(constructors.entries(), "abc", 4);
}

UK_TESTCASE(ukboot, constructors_have_no_heap)
{
    UK_TEST_EXPECT(!hadHeap);
    UK_TEST_EXPECT_NOT_NULL(uk_alloc_get_default());
}

UK_TESTCASE_DESC(ukboot, init_functions_run_by_class_and_priority, "also after a positive result")
{
    UK_TEST_EXPECT_BYTES_EQ(initFunctions.entries(), "123456", 7);
}

UK_TESTCASE(ukboot, init_functions_have_the_arguments)
{
    UK_TEST_ASSERT(argumentCount >= 1 && arguments);
    for (int i = 0; i < argumentCount; ++i)
        UK_TEST_EXPECT_NOT_NULL(arguments[i]);
    UK_TEST_EXPECT_NULL(arguments[argumentCount]);
}

UK_TESTCASE(ukboot, the_application_is_constructed_last)
{
    UK_TEST_EXPECT(!applicationIsConstructed);
}

UK_TESTCASE(ukboot, interrupts_are_on)
{
    UK_TEST_EXPECT(!ukplat_lcpu_irqs_disabled());
}

uk_testsuite_register(ukboot, nullptr);
