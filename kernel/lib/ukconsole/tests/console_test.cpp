// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/console/driver.h>
#include <uk/test.h>

namespace {

/** A console that keeps what is written, and has something to read. */
struct Memory
{
    uk_console console;
    char written[64];
    __sz count;
    const char *input;
    __sz limit; // of one write
    bool isBroken;

    static Memory &of(uk_console *console) { return *reinterpret_cast<Memory *>(console); }

    static __ssz write(uk_console *console, const char *bytes, __sz size)
    {
        Memory &self = of(console);
        if (self.isBroken)
            return -EIO;
        const __sz part = size < self.limit ? size : self.limit;
        memcpy(self.written, bytes, part);
        self.count = part;
        return static_cast<__ssz>(part);
    }
    static __ssz read(uk_console *console, char *bytes, __sz size)
    {
        Memory &self = of(console);
        if (self.isBroken)
            return -EIO;
        __sz count = 0;
        while (count < size && *self.input)
            bytes[count++] = *self.input++;
        return static_cast<__ssz>(count);
    }
};

const uk_console_ops operations{Memory::write, Memory::read, nullptr};
const uk_console_ops nothing{nullptr, nullptr, nullptr};
Memory first, second;
uk_console mute;
__u16 before;

/** Afterwards the platform's console alone is standard again. */
struct OnlyMemory
{
    OnlyMemory()
    {
        uk_console_get(0)->flags = 0;
        static Memory *const both[] = {&first, &second};
        for (Memory *each : both) {
            each->console.flags = UK_CONSOLE_FLAG_STDOUT | UK_CONSOLE_FLAG_STDIN;
            each->count = 0;
            each->input = "";
            each->limit = sizeof(each->written);
            each->isBroken = false;
        }
    }
    ~OnlyMemory()
    {
        uk_console_get(0)->flags = UK_CONSOLE_FLAG_STDOUT | UK_CONSOLE_FLAG_STDIN;
        first.console.flags = second.console.flags = 0;
    }
};

int openConsoles(uk_testsuite *)
{
    before = uk_console_count();
    uk_console_init(&first.console, "first", &operations, 0);
    uk_console_init(&second.console, nullptr, &operations, 0);
    uk_console_init(&mute, "mute", &nothing, 0);
    uk_console_register(&first.console);
    uk_console_register(&second.console);
    uk_console_register(&mute);
    return 0;
}

UK_TESTCASE(ukconsole, platform_is_the_first)
{
    UK_TEST_EXPECT_SNUM_GE(before, 1);
    UK_TEST_EXPECT_ZERO(strcmp(uk_console_get(0)->name, "platform"));
    UK_TEST_EXPECT_SNUM_EQ(uk_console_get(0)->flags,
                           UK_CONSOLE_FLAG_STDOUT | UK_CONSOLE_FLAG_STDIN);
}

UK_TESTCASE(ukconsole, numbers)
{
    UK_TEST_EXPECT_SNUM_EQ(uk_console_count(), before + 3);
    UK_TEST_EXPECT_SNUM_EQ(first.console.id, before);
    UK_TEST_EXPECT_PTR_EQ(uk_console_get(static_cast<__u16>(before + 1)), &second.console);
    UK_TEST_EXPECT_NULL(uk_console_get(static_cast<__u16>(before + 3)));
}

UK_TESTCASE(ukconsole, writes_to_all)
{
    OnlyMemory only;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out("text", 4), 4);
    UK_TEST_EXPECT(first.count == 4 && second.count == 4);
    UK_TEST_EXPECT_BYTES_EQ(second.written, "text", 4);
}

UK_TESTCASE(ukconsole, slowest_counts)
{
    OnlyMemory only;
    second.limit = 2;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out("text", 4), 2);
}

UK_TESTCASE(ukconsole, broken_one_does_not_matter)
{
    OnlyMemory only;
    first.isBroken = true;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out("text", 4), 4);
    UK_TEST_EXPECT_SNUM_EQ(second.count, 4);
    second.isBroken = true;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out("text", 4), -EIO);
}

UK_TESTCASE(ukconsole, only_standard_ones)
{
    OnlyMemory only;
    first.console.flags = UK_CONSOLE_FLAG_STDIN;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out("x", 1), 1);
    UK_TEST_EXPECT(first.count == 0 && second.count == 1);
    second.console.flags = 0;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out("x", 1), -ENODEV);
}

UK_TESTCASE(ukconsole, reads_from_all)
{
    OnlyMemory only;
    first.input = "one";
    second.input = "two";
    char bytes[5]{};
    UK_TEST_EXPECT_SNUM_EQ(uk_console_in(bytes, 5), 5);
    UK_TEST_EXPECT_BYTES_EQ(bytes, "onetw", 5);
    UK_TEST_EXPECT_SNUM_EQ(uk_console_in(bytes, 5), 1);
    UK_TEST_EXPECT_ZERO(uk_console_in(bytes, 5));
}

UK_TESTCASE(ukconsole, input_ends_with_the_last)
{
    OnlyMemory only;
    char bytes[5];
    first.isBroken = true;
    UK_TEST_EXPECT_ZERO(uk_console_in(bytes, 5));
    second.isBroken = true;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_in(bytes, 5), -EIO);
}

UK_TESTCASE(ukconsole, one_alone)
{
    OnlyMemory only;
    char byte;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out_direct(&first.console, "abc", 3), 3);
    UK_TEST_EXPECT_ZERO(second.count);
    second.input = "z";
    UK_TEST_EXPECT_SNUM_EQ(uk_console_in_direct(&second.console, &byte, 1), 1);
    UK_TEST_EXPECT_SNUM_EQ(byte, 'z');
}

UK_TESTCASE(ukconsole, cannot_do_anything)
{
    char byte;
    UK_TEST_EXPECT_SNUM_EQ(uk_console_out_direct(&mute, "x", 1), -ENOTSUP);
    UK_TEST_EXPECT_SNUM_EQ(uk_console_in_direct(&mute, &byte, 1), -ENOTSUP);
}

uk_testsuite_register(ukconsole, openConsoles);

} // namespace
