// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "switching.hpp"

#include <uk/test.h>

using uk::test::Other;

namespace {

constinit long seen[3]{};
constinit unsigned long seenStack = 0;

[[noreturn]] void takesNothing()
{
    seen[0] = 1;
    Other::goBackForEver();
}

[[noreturn]] void takesOne(long first)
{
    seen[0] = first;
    Other::goBackForEver();
}

[[noreturn]] void takesTwo(long first, long second)
{
    seen[0] = first;
    seen[1] = second;
    seenStack = ukarch_read_sp();
    Other::goBackForEver();
}

[[noreturn]] void countsForEver()
{
    for (;;) {
        ++seen[2];
        Other::goBack();
    }
}

void forget()
{
    seen[0] = seen[1] = seen[2] = 0;
}

} // namespace

UK_TESTCASE(context, functionWithoutArguments)
{
    forget();
    Other other;
    ukarch_ctx_init_entry0(&other.context, other.top(), 0, takesNothing);
    other.enter();
    UK_TEST_EXPECT_SNUM_EQ(seen[0], 1);
}

UK_TESTCASE(context, functionWithOneArgument)
{
    forget();
    Other other;
    ukarch_ctx_init_entry1(&other.context, other.top(), 0, takesOne, -7);
    other.enter();
    UK_TEST_EXPECT_SNUM_EQ(seen[0], -7);
}

UK_TESTCASE(context, functionWithTwoArguments)
{
    forget();
    Other other;
    ukarch_ctx_init_entry2(&other.context, other.top(), 1, takesTwo, 11, 0x123456789abcdef0);
    other.enter();
    UK_TEST_EXPECT_SNUM_EQ(seen[0], 11);
    UK_TEST_EXPECT_SNUM_EQ(seen[1], 0x123456789abcdef0);
}

UK_TESTCASE(context, stackIsItsOwn)
{
    forget();
    Other other;
    ukarch_ctx_init_entry2(&other.context, other.top(), 0, takesTwo, 0, 0);
    other.enter();
    UK_TEST_EXPECT(seenStack > other.bottom() && seenStack < other.top());
}

UK_TESTCASE(context, makingOneWritesBelowItsStackPointerOnly)
{
    Other other;
    const auto marker = reinterpret_cast<unsigned long *>(other.top());
    *marker = 0x1122334455667788;
    ukarch_ctx_init_entry2(&other.context, other.top(), 0, takesTwo, 0, 0);
    UK_TEST_EXPECT(*marker == 0x1122334455667788);
    UK_TEST_EXPECT(other.context.sp < other.top() && other.top() - other.context.sp <= 64);
}

UK_TESTCASE(context, bareIsTakenAsItIs)
{
    ukarch_ctx context{};
    ukarch_ctx_init_bare(&context, 0x1000, 0x2000);
    UK_TEST_EXPECT_SNUM_EQ(context.sp, 0x1000);
    UK_TEST_EXPECT_SNUM_EQ(context.ip, 0x2000);
}

UK_TESTCASE(context, goesOnWhereItWas)
{
    forget();
    Other other;
    ukarch_ctx_init_entry0(&other.context, other.top(), 0, countsForEver);
    for (int i = 1; i <= 1000; ++i) {
        other.enter();
        if (seen[2] != i)
            break;
    }
    UK_TEST_EXPECT_SNUM_EQ(seen[2], 1000);
}

UK_TESTCASE(context, severalAtATime)
{
    forget();
    Other others[4];
    for (Other &other : others)
        ukarch_ctx_init_entry0(&other.context, other.top(), 0, countsForEver);
    for (int i = 0; i < 100; ++i) {
        for (Other &other : others)
            other.enter();
    }
    UK_TEST_EXPECT_SNUM_EQ(seen[2], 400);
}

UK_TESTCASE(context, startsWithInterruptsWhenToldTo)
{
    forget();
    Other other;
    ukarch_ctx_init_entry0(
        &other.context, other.top(), 0, []() __attribute__((noreturn)) {
            seen[0] = ukplat_lcpu_irqs_disabled();
            seen[1] = static_cast<long>(ukarch_read_sp());
            Other::goBackForEver();
        });
    ukarch_ctx_start_with_irqs(&other.context);
    const unsigned long flags = ukplat_lcpu_save_irqf();
    other.enter();
    UK_TEST_EXPECT_ZERO(seen[0]);
    const auto stack = static_cast<unsigned long>(seen[1]);
    UK_TEST_EXPECT(stack > other.bottom() && stack < other.top());
    ukplat_lcpu_restore_irqf(flags);
}

uk_testsuite_register(context, NULL);
