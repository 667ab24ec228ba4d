// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "../generator.hpp"

#include <errno.h>
#include <sys/random.h>
#include <uk/random.h>
#include <uk/random/source.h>
#include <uk/swrand.h>
#include <uk/test.h>

namespace {

using namespace uk::random;

/** How many of the bits are 1. */
int onesIn(const unsigned char *bytes, __sz size)
{
    int ones = 0;
    for (__sz i = 0; i < size; ++i) {
        for (unsigned int bits = bytes[i]; bits; bits &= bits - 1)
            ++ones;
    }
    return ones;
}

UK_TESTCASE_DESC(ukrandom, chacha_block, "the test vector of RFC 8439, 2.3.2")
{
    __u32 key[keyWords];
    for (unsigned int i = 0; i < keyWords; ++i)
        key[i] = 0x03020100 + i * 0x04040404;
    const __u32 nonce[3] = {0x09000000, 0x4a000000, 0x00000000};
    static const __u32 wanted[blockWords] = {0xe4e7f110, 0x15593bd1, 0x1fdd0f50, 0xc47120a3,
                                             0xc7f4d1c7, 0x0368c033, 0x9aaa2204, 0x4e6cd4c3,
                                             0x466482d2, 0x09aa9f07, 0x05d7c214, 0xa2028bd9,
                                             0xd19c12b5, 0xb94e16de, 0xe883d0cb, 0x4e3c50a2};
    __u32 block[blockWords];
    chachaBlock(key, 1, nonce, block);
    UK_TEST_EXPECT_BYTES_EQ(block, wanted, sizeof(wanted));
}

UK_TESTCASE_DESC(ukrandom, chacha_zero_key, "RFC 8439, A.1, vector 1")
{
    const __u32 key[keyWords]{};
    const __u32 nonce[3]{};
    __u32 block[blockWords];
    chachaBlock(key, 0, nonce, block);
    UK_TEST_EXPECT(block[0] == 0xade0b876 && block[1] == 0x903df1a0 && block[15] == 0x8665eeb2);
}

UK_TESTCASE(ukrandom, same_seed_same_numbers)
{
    Generator a, b;
    unsigned char first[100], second[100];
    a.absorb("seed", 4);
    b.absorb("seed", 4);
    a.generate(first, sizeof(first));
    b.generate(second, sizeof(second));
    UK_TEST_EXPECT_BYTES_EQ(first, second, sizeof(first));
}

UK_TESTCASE(ukrandom, other_seed_other_numbers)
{
    Generator a, b, c;
    unsigned char first[32], second[32], third[32];
    a.absorb("ab", 2);
    b.absorb("a", 1);
    b.absorb("b", 1);
    c.absorb("ab\0", 3);
    a.generate(first, 32);
    b.generate(second, 32);
    c.generate(third, 32);
    UK_TEST_EXPECT(memcmp(first, second, 32) != 0);
    UK_TEST_EXPECT(memcmp(first, third, 32) != 0);
}

UK_TESTCASE_DESC(ukrandom, key_is_used_up, "no request repeats another")
{
    Generator generator;
    unsigned char first[32], second[32];
    generator.generate(first, 32);
    generator.generate(second, 32);
    UK_TEST_EXPECT(memcmp(first, second, 32) != 0);
}

UK_TESTCASE_DESC(ukrandom, any_length, "writes all of it and nothing else")
{
    Generator generator;
    unsigned char buffer[202];
    int wrong = 0;
    for (__sz size = 0; size <= 200; ++size) {
        memset(buffer, 0, sizeof(buffer));
        buffer[0] = buffer[size + 1] = 0xaa;
        generator.generate(buffer + 1, size);
        wrong += buffer[0] != 0xaa || buffer[size + 1] != 0xaa;
        // 16 zeroes in a row have a chance of 2^-128.
        wrong += size >= 16 && onesIn(buffer + 1 + size - 16, 16) == 0;
    }
    UK_TEST_EXPECT_ZERO(wrong);
}

UK_TESTCASE(ukrandom, bits_are_even)
{
    static unsigned char bytes[8192];
    uk_random_fill_buffer(bytes, sizeof(bytes));
    const int ones = onesIn(bytes, sizeof(bytes));
    // 65,536 bits: 32,768 and at most 8 standard deviations of 128.
    UK_TEST_EXPECT_SNUM_GT(ones, 32768 - 1024);
    UK_TEST_EXPECT_SNUM_LT(ones, 32768 + 1024);
}

UK_TESTCASE(ukrandom, every_byte_comes)
{
    static unsigned char bytes[8192];
    bool seen[256]{};
    uk_random_fill_buffer(bytes, sizeof(bytes));
    for (unsigned char byte : bytes)
        seen[byte] = true;
    int count = 0;
    for (bool each : seen)
        count += each;
    UK_TEST_EXPECT_SNUM_EQ(count, 256);
}

UK_TESTCASE(ukrandom, getrandom_fills)
{
    unsigned char a[32]{}, b[32]{};
    UK_TEST_EXPECT_SNUM_EQ(getrandom(a, sizeof(a), GRND_INSECURE), 32);
    UK_TEST_EXPECT_SNUM_EQ(getrandom(b, sizeof(b), GRND_INSECURE | GRND_NONBLOCK), 32);
    UK_TEST_EXPECT(memcmp(a, b, 32) != 0);
}

UK_TESTCASE_DESC(ukrandom, getrandom_without_seed, "refuses, and only then")
{
    unsigned char a[8];
    errno = 0;
    UK_TEST_EXPECT_SNUM_EQ(getrandom(a, sizeof(a), 0), uk_random_is_seeded() ? 8 : -1);
    UK_TEST_EXPECT_SNUM_EQ(errno, uk_random_is_seeded() ? 0 : EAGAIN);
}

UK_TESTCASE(ukrandom, getrandom_flags)
{
    unsigned char a[8];
    UK_TEST_EXPECT_SNUM_EQ(getrandom(a, 8, 0x80), -1);
    UK_TEST_EXPECT_SNUM_EQ(errno, EINVAL);
    UK_TEST_EXPECT_SNUM_EQ(getrandom(a, 8, GRND_INSECURE | GRND_RANDOM), -1);
}

__ssz refuse(uk_random_source *, void *, __sz)
{
    return -EIO;
}

UK_TESTCASE(ukrandom, source_that_gives_nothing)
{
    static uk_random_source source{"nothing", refuse, nullptr};
    UK_TEST_EXPECT_SNUM_EQ(uk_random_source_register(&source), -EIO);
}

UK_TESTCASE_DESC(ukrandom, seeded_by_hand, "swrand repeats itself")
{
    const __u32 seeds[2] = {1, 2};
    uk_swrand a, b;
    uk_swrand_init_r(&a, 2, seeds);
    uk_swrand_init_r(&b, 2, seeds);
    int same = 0;
    for (int i = 0; i < 100; ++i)
        same += uk_swrand_randr_r(&a) == uk_swrand_randr_r(&b);
    UK_TEST_EXPECT_SNUM_EQ(same, 100);
    uk_swrand_init_r(&b, 1, seeds);
    UK_TEST_EXPECT(uk_swrand_randr_r(&a) != uk_swrand_randr_r(&b));
}

UK_TESTCASE(ukrandom, common_generator)
{
    unsigned char bytes[33]{};
    uk_swrand_fill_buffer(bytes, 32);
    UK_TEST_EXPECT(onesIn(bytes, 32) > 0);
    UK_TEST_EXPECT_ZERO(bytes[32]);
}

uk_testsuite_register(ukrandom, nullptr);

} // namespace
