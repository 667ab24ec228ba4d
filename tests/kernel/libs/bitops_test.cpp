// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "check.hpp"

#include <bitset>
#include <uk/bitops.h>

namespace {

constexpr unsigned long size = 200;

void compareSearches(const unsigned long *words, const std::bitset<size> &model)
{
    for (unsigned long from = 0; from <= size; from += 1 + pick(7)) {
        unsigned long set = from;
        while (set < size && !model[set])
            ++set;
        unsigned long clear = from;
        while (clear < size && model[clear])
            ++clear;
        check(uk_find_next_bit(words, size, from) == set,
              "uk_find_next_bit from " + std::to_string(from));
        check(uk_find_next_zero_bit(words, size, from) == clear,
              "uk_find_next_zero_bit from " + std::to_string(from));
    }
    unsigned long last = size;
    for (unsigned long bit = 0; bit < size; ++bit)
        last = model[bit] ? bit : last;
    check(uk_find_last_bit(words, size) == last, "uk_find_last_bit");
    unsigned long count = 0;
    unsigned long bit;
    uk_for_each_set_bit(bit, words, size)++ count;
    check(count == model.count(), "uk_for_each_set_bit");
}

} // namespace

void testBitops()
{
    for (int round = 0; round < 300; ++round) {
        unsigned long words[UK_BITS_TO_LONGS(size)] = {};
        std::bitset<size> model;
        for (uint64_t changes = pick(150); changes > 0; --changes) {
            const auto bit = static_cast<long>(pick(size));
            const auto index = static_cast<size_t>(bit);
            switch (pick(4)) {
            case 0:
                uk_set_bit(bit, words);
                model.set(index);
                break;
            case 1:
                uk_clear_bit(bit, words);
                model.reset(index);
                break;
            case 2:
                check((uk_test_and_set_bit(bit, words) != 0) == model[index],
                      "uk_test_and_set_bit");
                model.set(index);
                break;
            default:
                check((__uk_test_and_clear_bit(bit, words) != 0) == model[index],
                      "__uk_test_and_clear_bit");
                model.reset(index);
                break;
            }
            check((uk_test_bit(bit, words) != 0) == model[index], "uk_test_bit");
        }
        compareSearches(words, model);

        const uint64_t value = pick(UINT64_MAX) >> pick(64);
        check(uk_bitcount64(value) == std::bitset<64>(value).count(), "uk_bitcount64");
        check(uk_bitcount16(static_cast<uint16_t>(value)) == std::bitset<16>(value).count(),
              "uk_bitcount16");
        int highest = 0;
        while (highest < 64 && value >> highest)
            ++highest;
        check(uk_flsl(value) == highest, "uk_flsl");
        const auto word = static_cast<uint32_t>(value);
        const unsigned shift = static_cast<unsigned>(pick(32));
        check(uk_ror32(word, shift) ==
                  static_cast<uint32_t>((uint64_t{word} << 32 | word) >> shift),
              "uk_ror32");
    }
    check(UK_GENMASK(7, 4) == 0xf0 && UK_GENMASK(63, 0) == ~0UL, "UK_GENMASK");
    check(uk_sign_extend64(0x80, 7) == 0xffffffffffffff80 && uk_sign_extend64(0x7f, 7) == 0x7f,
          "uk_sign_extend64");
    check(uk_get_count_order(1) == 0 && uk_get_count_order(8) == 3 && uk_get_count_order(9) == 4,
          "uk_get_count_order");
}
