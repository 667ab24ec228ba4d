// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "../abi.hpp"

#include <new>
#include <uk/alloc.h>
#include <uk/test.h>

namespace {

/** Counts how many of its kind there are. */
struct Counted
{
    Counted() { ++alive; }
    explicit Counted(int value_)
        : value(value_)
    {
        ++alive;
    }
    Counted(const Counted &) = delete;
    ~Counted() { --alive; }

    static int alive;
    int value = 7;
};
int Counted::alive;

struct alignas(256) Wide
{
    char bytes[300];
};

class Shape
{
public:
    virtual ~Shape() = default;
    virtual int corners() const = 0;
};

class Square final : public Shape
{
public:
    int corners() const override { return 4; }

private:
    Counted m_counted;
};

UK_TESTCASE(ukcxx, new_and_delete)
{
    auto *object = new Counted(42);
    UK_TEST_EXPECT_SNUM_EQ(object->value, 42);
    UK_TEST_EXPECT_SNUM_EQ(Counted::alive, 1);
    delete object;
    UK_TEST_EXPECT_ZERO(Counted::alive);
    delete static_cast<Counted *>(nullptr);
}

UK_TESTCASE(ukcxx, arrays)
{
    auto *objects = new Counted[5];
    UK_TEST_EXPECT_SNUM_EQ(Counted::alive, 5);
    UK_TEST_EXPECT_SNUM_EQ(objects[4].value, 7);
    delete[] objects;
    UK_TEST_EXPECT_ZERO(Counted::alive);
}

UK_TESTCASE(ukcxx, alignment)
{
    auto *one = new Wide;
    auto *many = new Wide[3];
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(one) % 256);
    UK_TEST_EXPECT_ZERO(reinterpret_cast<__uptr>(many) % 256);
    delete one;
    delete[] many;
}

UK_TESTCASE(ukcxx, gives_memory_back)
{
    uk_alloc *heap = uk_alloc_get_default();
    const __ssz before = uk_alloc_availmem(heap);
    auto *many = new Wide[100];
    // Without this the compiler may leave both out.
    asm volatile("" : "+r"(many) : : "memory");
    UK_TEST_EXPECT_SNUM_LT(uk_alloc_availmem(heap), before);
    delete[] many;
    UK_TEST_EXPECT_SNUM_EQ(uk_alloc_availmem(heap), before);
}

UK_TESTCASE(ukcxx, without_memory)
{
    volatile __sz tooMuch = __SZ_MAX / 4;
    UK_TEST_EXPECT_NULL(operator new(tooMuch, std::nothrow));
    UK_TEST_EXPECT_NULL(operator new[](tooMuch, std::align_val_t{64}, std::nothrow));
}

UK_TESTCASE(ukcxx, placement)
{
    alignas(Counted) unsigned char memory[sizeof(Counted)];
    auto *object = new (memory) Counted(3);
    UK_TEST_EXPECT_PTR_EQ(object, memory);
    UK_TEST_EXPECT_SNUM_EQ(std::launder(object)->value, 3);
    object->~Counted();
    UK_TEST_EXPECT_ZERO(Counted::alive);
}

UK_TESTCASE(ukcxx, virtual_functions)
{
    Shape *shape = new Square;
    UK_TEST_EXPECT_SNUM_EQ(shape->corners(), 4);
    UK_TEST_EXPECT_SNUM_EQ(Counted::alive, 1);
    delete shape;
    UK_TEST_EXPECT_ZERO(Counted::alive);
}

int initialisations;

int initialise()
{
    return ++initialisations * 10;
}

int localStatic()
{
    static int value = initialise();
    return value;
}

UK_TESTCASE_DESC(ukcxx, local_static, "is initialised once, when it is needed")
{
    UK_TEST_EXPECT_ZERO(initialisations);
    UK_TEST_EXPECT_SNUM_EQ(localStatic(), 10);
    UK_TEST_EXPECT_SNUM_EQ(localStatic(), 10);
    UK_TEST_EXPECT_SNUM_EQ(initialisations, 1);
}

UK_TESTCASE(ukcxx, guards)
{
    __u64 guard = 0;
    UK_TEST_EXPECT_SNUM_EQ(__cxa_guard_acquire(&guard), 1);
    __cxa_guard_abort(&guard);
    UK_TEST_EXPECT_SNUM_EQ(__cxa_guard_acquire(&guard), 1);
    __cxa_guard_release(&guard);
    UK_TEST_EXPECT_ZERO(__cxa_guard_acquire(&guard));
    UK_TEST_EXPECT(reinterpret_cast<unsigned char *>(&guard)[0] != 0);
}

int order[4];
int calls;

void note(void *object)
{
    order[calls++ & 3] = *static_cast<int *>(object);
}

UK_TESTCASE_DESC(ukcxx, destructors, "of one library, the last one first")
{
    static int numbers[] = {1, 2, 3};
    int library, other;
    for (int &each : numbers)
        UK_TEST_EXPECT_ZERO(__cxa_atexit(note, &each, &library));
    UK_TEST_EXPECT_ZERO(__cxa_atexit(note, &numbers[0], &other));
    __cxa_finalize(&library);
    UK_TEST_EXPECT_SNUM_EQ(calls, 3);
    UK_TEST_EXPECT(order[0] == 3 && order[1] == 2 && order[2] == 1);
    __cxa_finalize(&other);
    __cxa_finalize(&library);
    UK_TEST_EXPECT_SNUM_EQ(calls, 4);
}

uk_testsuite_register(ukcxx, nullptr);

} // namespace
