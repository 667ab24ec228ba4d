// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Arithmetic, random numbers, sorting and searching.

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

namespace {

/** SplitMix64 (Steele, Lea and Flood, 2014): every seed gives a full-period sequence. */
uint64_t nextRandom(uint64_t &state)
{
    state += 0x9e3779b97f4a7c15U;
    uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
}

uint64_t randomState = 1;
uint64_t randState = 1;

constexpr uint64_t randomMask = RAND_MAX;

/** Heapsort: no memory of its own, no recursion, never worse than n log n. */
template <typename Less>
class HeapSort
{
public:
    HeapSort(void *array, size_t count, size_t size, Less less)
        : m_array(static_cast<char *>(array))
        , m_size(size)
        , m_less(less)
    {
        for (size_t root = count / 2; root > 0; --root)
            siftDown(root - 1, count);
        for (size_t last = count; last > 1; --last) {
            swap(0, last - 1);
            siftDown(0, last - 1);
        }
    }

private:
    char *at(size_t index) const { return m_array + index * m_size; }

    void swap(size_t a, size_t b)
    {
        char block[64];
        char *left = at(a);
        char *right = at(b);
        for (size_t rest = m_size; rest > 0;) {
            const size_t part = rest < sizeof(block) ? rest : sizeof(block);
            memcpy(block, left, part);
            memcpy(left, right, part);
            memcpy(right, block, part);
            left += part;
            right += part;
            rest -= part;
        }
    }

    void siftDown(size_t root, size_t count)
    {
        for (size_t child; (child = 2 * root + 1) < count; root = child) {
            if (child + 1 < count && m_less(at(child), at(child + 1)))
                ++child;
            if (!m_less(at(root), at(child)))
                return;
            swap(root, child);
        }
    }

    char *m_array;
    size_t m_size;
    Less m_less;
};

} // namespace

extern "C" {

int abs(int value)
{
    return value < 0 ? -value : value;
}

long labs(long value)
{
    return value < 0 ? -value : value;
}

long long llabs(long long value)
{
    return value < 0 ? -value : value;
}

intmax_t imaxabs(intmax_t value)
{
    return value < 0 ? -value : value;
}

div_t div(int numerator, int denominator)
{
    return {numerator / denominator, numerator % denominator};
}

ldiv_t ldiv(long numerator, long denominator)
{
    return {numerator / denominator, numerator % denominator};
}

lldiv_t lldiv(long long numerator, long long denominator)
{
    return {numerator / denominator, numerator % denominator};
}

imaxdiv_t imaxdiv(intmax_t numerator, intmax_t denominator)
{
    return {numerator / denominator, numerator % denominator};
}

void srand(unsigned int seed)
{
    randState = seed;
}

int rand(void)
{
    return static_cast<int>(nextRandom(randState) & randomMask);
}

int rand_r(unsigned int *seed)
{
    uint64_t state = *seed;
    const uint64_t value = nextRandom(state);
    *seed = static_cast<unsigned int>(value >> 32);
    return static_cast<int>(value & randomMask);
}

void srandom(unsigned int seed)
{
    randomState = seed;
}

long random(void)
{
    return static_cast<long>(nextRandom(randomState) & randomMask);
}

void qsort_r(void *array, size_t count, size_t size,
             int (*compare)(const void *, const void *, void *), void *context)
{
    const auto less = [compare, context](const void *a, const void *b) {
        return compare(a, b, context) < 0;
    };
    HeapSort sorted(array, count, size, less);
}

void qsort(void *array, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    const auto less = [compare](const void *a, const void *b) { return compare(a, b) < 0; };
    HeapSort sorted(array, count, size, less);
}

void *bsearch(const void *key, const void *array, size_t count, size_t size,
              int (*compare)(const void *, const void *))
{
    const char *begin = static_cast<const char *>(array);
    while (count > 0) {
        const char *middle = begin + count / 2 * size;
        const int order = compare(key, middle);
        if (order == 0)
            return const_cast<char *>(middle);
        if (order > 0) {
            begin = middle + size;
            --count;
        }
        count /= 2;
    }
    return nullptr;
}

} // extern "C"
