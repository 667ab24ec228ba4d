// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/streambuf.h>
#include <uk/test.h>

namespace {

/** A buffer of 16 bytes between two that nobody may touch. */
struct Guarded
{
    explicit Guarded(int flags, __sz size = sizeof(bytes))
    {
        memset(before, '#', sizeof(before));
        memset(bytes, '.', sizeof(bytes));
        memset(after, '#', sizeof(after));
        uk_streambuf_init(&buffer, bytes, size, flags);
    }
    bool isIntact() const { return memcmp(before, after, 4) == 0 && before[0] == '#'; }

    char before[4];
    char bytes[16];
    char after[4];
    uk_streambuf buffer;
};

UK_TESTCASE(ukstreambuf, begins_empty)
{
    Guarded text(UK_STREAMBUF_C_TERMSHIFT);
    UK_TEST_EXPECT_ZERO(uk_streambuf_len(&text.buffer));
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_left(&text.buffer), 16);
    UK_TEST_EXPECT_ZERO(strcmp(text.bytes, ""));
    UK_TEST_EXPECT(!uk_streambuf_istruncated(&text.buffer));
}

UK_TESTCASE_DESC(ukstreambuf, joins_texts, "over the NUL of the text before")
{
    Guarded text(UK_STREAMBUF_C_TERMSHIFT);
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_strcpy(&text.buffer, "one"), 4);
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_seek(&text.buffer), 3);
    uk_streambuf_strcpy(&text.buffer, ", two");
    UK_TEST_EXPECT_ZERO(strcmp(text.bytes, "one, two"));
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_len(&text.buffer), 9);
}

UK_TESTCASE_DESC(ukstreambuf, keeps_texts_apart, "without TERMSHIFT")
{
    Guarded text(0);
    uk_streambuf_strcpy(&text.buffer, "one");
    uk_streambuf_strcpy(&text.buffer, "two");
    UK_TEST_EXPECT_BYTES_EQ(text.bytes, "one\0two", 8);
}

UK_TESTCASE(ukstreambuf, formats)
{
    Guarded text(UK_STREAMBUF_C_TERMSHIFT);
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_printf(&text.buffer, "%d-%s", 42, "x"), 5);
    uk_streambuf_printf(&text.buffer, "%c", '!');
    UK_TEST_EXPECT_ZERO(strcmp(text.bytes, "42-x!"));
}

UK_TESTCASE(ukstreambuf, cuts_a_text)
{
    Guarded text(UK_STREAMBUF_C_TERMSHIFT);
    uk_streambuf_strcpy(&text.buffer, "0123456789");
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_strcpy(&text.buffer, "abcdefghij"), 6);
    UK_TEST_EXPECT_ZERO(strcmp(text.bytes, "0123456789abcde"));
    UK_TEST_EXPECT(uk_streambuf_istruncated(&text.buffer));
    UK_TEST_EXPECT(text.isIntact());
}

UK_TESTCASE(ukstreambuf, cuts_formatted_text)
{
    Guarded text(UK_STREAMBUF_C_TERMSHIFT);
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_printf(&text.buffer, "%020d", 7), 16);
    UK_TEST_EXPECT_SNUM_EQ(strlen(text.bytes), 15);
    UK_TEST_EXPECT(uk_streambuf_istruncated(&text.buffer));
    UK_TEST_EXPECT(text.isIntact());
}

UK_TESTCASE(ukstreambuf, fills_exactly)
{
    Guarded text(UK_STREAMBUF_C_TERMSHIFT);
    uk_streambuf_strcpy(&text.buffer, "0123456789abcde");
    UK_TEST_EXPECT(!uk_streambuf_istruncated(&text.buffer));
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_left(&text.buffer), 1);
    uk_streambuf_strcpy(&text.buffer, "");
    UK_TEST_EXPECT(!uk_streambuf_istruncated(&text.buffer));
    UK_TEST_EXPECT_ZERO(strcmp(text.bytes, "0123456789abcde"));
}

UK_TESTCASE(ukstreambuf, cuts_bytes)
{
    Guarded bytes(0);
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_memcpy(&bytes.buffer, "0123456789abcdefgh", 18), 16);
    UK_TEST_EXPECT(uk_streambuf_istruncated(&bytes.buffer));
    UK_TEST_EXPECT_ZERO(uk_streambuf_memcpy(&bytes.buffer, "x", 1));
    UK_TEST_EXPECT(bytes.isIntact());
}

UK_TESTCASE(ukstreambuf, no_room_at_all)
{
    Guarded none(UK_STREAMBUF_C_TERMSHIFT | UK_STREAMBUF_C_WIPEZERO, 0);
    UK_TEST_EXPECT_ZERO(uk_streambuf_strcpy(&none.buffer, "text"));
    UK_TEST_EXPECT_ZERO(uk_streambuf_printf(&none.buffer, "%d", 1));
    UK_TEST_EXPECT_SNUM_EQ(none.bytes[0], '.');
    UK_TEST_EXPECT(uk_streambuf_istruncated(&none.buffer));
}

UK_TESTCASE(ukstreambuf, reserves)
{
    Guarded bytes(0);
    UK_TEST_EXPECT_PTR_EQ(uk_streambuf_reserve(&bytes.buffer, 10), bytes.bytes);
    UK_TEST_EXPECT_NULL(uk_streambuf_reserve(&bytes.buffer, 7));
    UK_TEST_EXPECT_PTR_EQ(uk_streambuf_reserve(&bytes.buffer, 6), bytes.bytes + 10);
    UK_TEST_EXPECT_ZERO(uk_streambuf_left(&bytes.buffer));
}

UK_TESTCASE(ukstreambuf, starts_over)
{
    Guarded text(UK_STREAMBUF_C_TERMSHIFT | UK_STREAMBUF_C_WIPEZERO);
    uk_streambuf_printf(&text.buffer, "%s", "much more than fits in it");
    uk_streambuf_reset(&text.buffer);
    UK_TEST_EXPECT(!uk_streambuf_istruncated(&text.buffer));
    UK_TEST_EXPECT_ZERO(uk_streambuf_len(&text.buffer));
    UK_TEST_EXPECT_BYTES_EQ(text.bytes, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16);
}

#ifdef CONFIG_LIBUKALLOC
UK_TESTCASE(ukstreambuf, allocates)
{
    uk_alloc *heap = uk_alloc_get_default();
    const __ssz before = uk_alloc_availmem(heap);
    uk_streambuf *buffer = uk_streambuf_alloc2(heap, 100, 256, UK_STREAMBUF_C_TERMSHIFT);
    UK_TEST_EXPECT_NOT_NULL(buffer);
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(uk_streambuf_buf(buffer)) % 256);
    UK_TEST_EXPECT_SNUM_EQ(uk_streambuf_buflen(buffer), 100);
    uk_streambuf_free(buffer);
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap), before);
    UK_TEST_EXPECT_NULL(uk_streambuf_alloc(heap, __SZ_MAX, 0));
    UK_TEST_EXPECT_NULL(uk_streambuf_alloc2(heap, 1, 3, 0));
}
#endif

uk_testsuite_register(ukstreambuf, nullptr);

} // namespace
