// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Handlers of an interrupt that no device raises: they are called as the platform's entry code
// calls them.

#include <errno.h>
#include <uk/asm/interrupts.h>
#include <uk/config.h>
#include <uk/intctlr.h>
#include <uk/test.h>

namespace {

/** An interrupt of nobody's for the length of a block. */
class Number
{
public:
    Number()
        : m_isThere(uk_intctlr_irq_alloc(&m_number, 1) == 0)
    {}
    ~Number()
    {
        if (m_isThere)
            uk_intctlr_irq_free(&m_number, 1);
    }
    Number(const Number &) = delete;
    Number &operator=(const Number &) = delete;

    bool isThere() const { return m_isThere; }
    unsigned int value() const { return m_number; }
    void raise() const { uk_intctlr_irq_handle(nullptr, m_number); }

private:
    unsigned int m_number = 0;
    bool m_isThere;
};

/** What handlers are called with: counts, and says what they return. */
struct Device
{
    int calls;
    int answer;
};

int answer(void *argument)
{
    auto &device = *static_cast<Device *>(argument);
    ++device.calls;
    return device.answer;
}

int answerOther(void *argument)
{
    return answer(argument);
}

} // namespace

UK_TESTCASE(ukintctlr, numbers_are_given_once)
{
    const Number first, second;
    UK_TEST_ASSERT(first.isThere() && second.isThere());
    UK_TEST_EXPECT(first.value() != second.value());
    const Number *const both[] = {&first, &second};
    for (const Number *each : both)
        UK_TEST_EXPECT(each->value() >= __INTERRUPT_MESSAGES_FIRST &&
                       each->value() < __INTERRUPT_MESSAGES_END);
}

UK_TESTCASE(ukintctlr, more_than_there_are_is_none)
{
    constexpr unsigned int all = __INTERRUPT_MESSAGES_END - __INTERRUPT_MESSAGES_FIRST;
    unsigned int numbers[all + 1];
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_irq_alloc(numbers, all + 1), -ENOMEM);
    const Number still;
    UK_TEST_EXPECT(still.isThere());
    unsigned int wire = __INTERRUPT_MESSAGES_FIRST - 1;
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_irq_free(&wire, 1), -EINVAL);
}

UK_TESTCASE(ukintctlr, a_handler_gets_its_argument)
{
    const Number number;
    Device device{0, 1};
    UK_TEST_ASSERT(number.isThere());
    UK_TEST_EXPECT_ZERO(uk_intctlr_irq_register(number.value(), answer, &device));
    number.raise();
    number.raise();
    UK_TEST_EXPECT_SNUM_EQ(device.calls, 2);
    UK_TEST_EXPECT_ZERO(uk_intctlr_irq_unregister(number.value(), answer));
}

UK_TESTCASE_DESC(ukintctlr, devices_share_an_interrupt, "until one says that it was its own")
{
    const Number number;
    Device first{0, 0}, second{0, 1};
    UK_TEST_ASSERT(number.isThere());
    UK_TEST_EXPECT_ZERO(uk_intctlr_irq_register(number.value(), answer, &first));
    UK_TEST_EXPECT_ZERO(uk_intctlr_irq_register(number.value(), answerOther, &second));
    number.raise();
    UK_TEST_EXPECT_SNUM_EQ(first.calls, 1);
    UK_TEST_EXPECT_SNUM_EQ(second.calls, 1);
    first.answer = 1;
    number.raise();
    UK_TEST_EXPECT_SNUM_EQ(first.calls, 2);
    UK_TEST_EXPECT_SNUM_EQ(second.calls, 1);
    UK_TEST_EXPECT_ZERO(uk_intctlr_irq_unregister(number.value(), answer));
    number.raise();
    UK_TEST_EXPECT_SNUM_EQ(first.calls, 2);
    UK_TEST_EXPECT_SNUM_EQ(second.calls, 2);
    UK_TEST_EXPECT_ZERO(uk_intctlr_irq_unregister(number.value(), answerOther));
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_irq_unregister(number.value(), answerOther), -ENOENT);
}

UK_TESTCASE(ukintctlr, as_many_handlers_as_the_option_says)
{
    const Number number;
    Device device{0, 0};
    UK_TEST_ASSERT(number.isThere());
    for (int i = 0; i < CONFIG_LIBUKINTCTLR_MAX_HANDLERS_PER_IRQ; ++i)
        UK_TEST_EXPECT_ZERO(uk_intctlr_irq_register(number.value(), answer, &device));
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_irq_register(number.value(), answer, &device), -ENOMEM);
    for (int i = 0; i < CONFIG_LIBUKINTCTLR_MAX_HANDLERS_PER_IRQ; ++i)
        UK_TEST_EXPECT_ZERO(uk_intctlr_irq_unregister(number.value(), answer));
}

UK_TESTCASE(ukintctlr, wrong_calls_are_refused)
{
    Device device{0, 1};
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_irq_register(__INTERRUPT_COUNT, answer, &device), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_irq_register(0, nullptr, &device), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_irq_unregister(__INTERRUPT_COUNT, answer), -EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(uk_intctlr_register(nullptr), -EINVAL);
    uk_intctlr_irq_handle(nullptr, __INTERRUPT_COUNT);
    UK_TEST_EXPECT_ZERO(device.calls);
}

uk_testsuite_register(ukintctlr, nullptr);
