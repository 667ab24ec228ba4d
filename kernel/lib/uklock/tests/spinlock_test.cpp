// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/arch/ticketlock.h>
#include <uk/spinlock.h>
#include <uk/test.h>

UK_TESTCASE(spinlock, lockAndUnlock)
{
    uk_spinlock lock = UK_SPINLOCK_INITIALIZER();
    UK_TEST_EXPECT_ZERO(uk_spin_is_locked(&lock));
    uk_spin_lock(&lock);
    UK_TEST_EXPECT_NOT_ZERO(uk_spin_is_locked(&lock));
    uk_spin_unlock(&lock);
    UK_TEST_EXPECT_ZERO(uk_spin_is_locked(&lock));
}

UK_TESTCASE(spinlock, initMakesItFree)
{
    uk_spinlock lock;
    memset(&lock, 0x5a, sizeof(lock));
    uk_spin_init(&lock);
    UK_TEST_EXPECT_ZERO(uk_spin_is_locked(&lock));
    UK_TEST_EXPECT_SNUM_EQ(uk_spin_trylock(&lock), 1);
    uk_spin_unlock(&lock);
}

UK_TESTCASE(spinlock, trylock)
{
    uk_spinlock lock = UK_SPINLOCK_INITIALIZER();
    UK_TEST_EXPECT_SNUM_EQ(uk_spin_trylock(&lock), 1);
    UK_TEST_EXPECT_ZERO(uk_spin_trylock(&lock));
    UK_TEST_EXPECT_ZERO(uk_spin_trylock(&lock));
    uk_spin_unlock(&lock);
    UK_TEST_EXPECT_SNUM_EQ(uk_spin_trylock(&lock), 1);
    uk_spin_unlock(&lock);
}

UK_TESTCASE(spinlock, interruptsAreOffMeanwhile)
{
    uk_spinlock lock = UK_SPINLOCK_INITIALIZER();
    uk_spin_lock_irq(&lock);
    UK_TEST_EXPECT_NOT_ZERO(ukplat_lcpu_irqs_disabled());
    uk_spin_unlock_irq(&lock);
    UK_TEST_EXPECT_ZERO(ukplat_lcpu_irqs_disabled());
}

UK_TESTCASE(spinlock, interruptsAreAsTheyWere)
{
    uk_spinlock outer = UK_SPINLOCK_INITIALIZER(), inner = UK_SPINLOCK_INITIALIZER();
    unsigned long outerFlags, innerFlags;
    uk_spin_lock_irqsave(&outer, outerFlags);
    uk_spin_lock_irqsave(&inner, innerFlags);
    uk_spin_unlock_irqrestore(&inner, innerFlags);
    UK_TEST_EXPECT_NOT_ZERO(ukplat_lcpu_irqs_disabled());
    uk_spin_unlock_irqrestore(&outer, outerFlags);
    UK_TEST_EXPECT_ZERO(ukplat_lcpu_irqs_disabled());
}

UK_TESTCASE(spinlock, trylockThatFailsLeavesInterruptsOn)
{
    uk_spinlock lock = UK_SPINLOCK_INITIALIZER();
    unsigned long flags, again;
    UK_TEST_EXPECT_SNUM_EQ(uk_spin_trylock_irqsave(&lock, flags), 1);
    UK_TEST_EXPECT_ZERO(uk_spin_trylock_irqsave(&lock, again));
    uk_spin_unlock_irqrestore(&lock, flags);
    uk_spin_lock(&lock);
    UK_TEST_EXPECT_ZERO(uk_spin_trylock_irqsave(&lock, again));
    UK_TEST_EXPECT_ZERO(ukplat_lcpu_irqs_disabled());
    uk_spin_unlock(&lock);
}

UK_TESTCASE(spinlock, ticketsInOrder)
{
    __ticketlock lock = UKARCH_TICKETLOCK_INITIALIZER();
    UK_TEST_EXPECT_ZERO(ukarch_ticket_is_locked(&lock));
    ukarch_ticket_lock(&lock);
    UK_TEST_EXPECT_NOT_ZERO(ukarch_ticket_is_locked(&lock));
    UK_TEST_EXPECT_ZERO(ukarch_ticket_trylock(&lock));
    UK_TEST_EXPECT_SNUM_EQ(lock.next, 1);
    ukarch_ticket_unlock(&lock);
    UK_TEST_EXPECT_SNUM_EQ(lock.serving, 1);
    UK_TEST_EXPECT_SNUM_EQ(ukarch_ticket_trylock(&lock), 1);
    ukarch_ticket_unlock(&lock);
}

UK_TESTCASE(spinlock, ticketsWrapAround)
{
    __ticketlock lock;
    ukarch_ticket_init(&lock);
    int wrong = 0;
    for (int i = 0; i < 70'000; ++i) {
        ukarch_ticket_lock(&lock);
        wrong += !ukarch_ticket_is_locked(&lock);
        ukarch_ticket_unlock(&lock);
    }
    UK_TEST_EXPECT_ZERO(wrong);
    UK_TEST_EXPECT_ZERO(ukarch_ticket_is_locked(&lock));
}

uk_testsuite_register(spinlock, NULL);
