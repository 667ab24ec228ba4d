// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/alloc.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/tls.h>
#include <uk/test.h>

namespace {

__thread int initialised = 41;
__thread int cleared;
alignas(64) __thread char aligned[64] = "aligned";

/** The compiler takes it for granted that within a function the variable stays where it is. */
[[gnu::noinline]] int readCleared()
{
    asm volatile("" : : : "memory");
    return cleared;
}

/** An area of this image's variables. */
class Area
{
public:
    Area()
        : m_memory(
              uk_memalign(uk_alloc_get_default(), ukarch_tls_area_align(), ukarch_tls_area_size()))
    {
        memset(m_memory, 0xa5, ukarch_tls_area_size());
        ukarch_tls_area_init(m_memory);
    }
    ~Area() { uk_free(uk_alloc_get_default(), m_memory); }
    Area(const Area &) = delete;
    Area &operator=(const Area &) = delete;

    void *memory() const { return m_memory; }
    __uptr tlsp() const { return ukarch_tls_tlsp(m_memory); }
    /** Calls a function with the area in use. */
    int run(ukplat_tlsp_exec_fn function, void *argument = nullptr) const
    {
        return ukplat_tlsp_exec(tlsp(), function, argument);
    }

private:
    void *m_memory;
};

} // namespace

UK_TESTCASE(tls, sizes)
{
    UK_TEST_EXPECT(POWER_OF_2(ukarch_tls_area_align()));
    UK_TEST_EXPECT_SNUM_GE(ukarch_tls_area_align(), 64);
    UK_TEST_EXPECT_SNUM_GE(ukarch_tls_area_size(), 64 + sizeof(int) * 2);
    UK_TEST_EXPECT_SNUM_GE(ukarch_tls_tcb_size(), sizeof(void *));
}

UK_TESTCASE(tls, pointerFindsAreaAndControlBlock)
{
    const Area area;
    UK_TEST_EXPECT_PTR_EQ(ukarch_tls_area_get(area.tlsp()), area.memory());
    const auto begin = reinterpret_cast<__uptr>(area.memory());
    const auto block = reinterpret_cast<__uptr>(ukarch_tls_tcb_get(area.tlsp()));
    UK_TEST_EXPECT(block >= begin &&
                   block + ukarch_tls_tcb_size() <= begin + ukarch_tls_area_size());
}

UK_TESTCASE(tls, newAreaHasInitialValues)
{
    const Area area;
    initialised = 5;
    cleared = 6;
    UK_TEST_EXPECT_SNUM_EQ(area.run([](void *) { return initialised; }), 41);
    UK_TEST_EXPECT_SNUM_EQ(area.run([](void *) { return cleared; }), 0);
    UK_TEST_EXPECT_ZERO(area.run([](void *) { return strcmp(aligned, "aligned"); }));
}

UK_TESTCASE(tls, areasAreApart)
{
    const Area first, second;
    initialised = 5;
    first.run([](void *) { return initialised = 7; });
    second.run([](void *) { return initialised = 8; });
    UK_TEST_EXPECT_SNUM_EQ(initialised, 5);
    UK_TEST_EXPECT_SNUM_EQ(first.run([](void *) { return initialised; }), 7);
    UK_TEST_EXPECT_SNUM_EQ(second.run([](void *) { return initialised; }), 8);
}

UK_TESTCASE(tls, variablesAreAligned)
{
    const Area area;
    const auto misalignment = [](void *) {
        return static_cast<int>(reinterpret_cast<__uptr>(aligned) % 64);
    };
    UK_TEST_EXPECT_ZERO(misalignment(nullptr));
    UK_TEST_EXPECT_ZERO(area.run(misalignment));
}

UK_TESTCASE(tls, variablesLieInTheArea)
{
    const Area area;
    const auto distance = [](void *memory) {
        return static_cast<int>(reinterpret_cast<char *>(&initialised) -
                                static_cast<char *>(memory));
    };
    const int at = area.run(distance, area.memory());
    UK_TEST_EXPECT(at >= 0 && at < static_cast<int>(ukarch_tls_area_size()));
}

UK_TESTCASE(tls, execReturnsToTheOldPointer)
{
    const Area area;
    const __uptr before = ukplat_tlsp_get();
    const __uptr wanted = area.tlsp();
    const int seen = area.run(
        [](void *argument) {
            return ukplat_tlsp_get() == *static_cast<const __uptr *>(argument) ? 1 : 0;
        },
        DECONST(__uptr *, &wanted));
    UK_TEST_EXPECT_SNUM_EQ(seen, 1);
    UK_TEST_EXPECT(ukplat_tlsp_get() == before);
}

UK_TESTCASE(tls, setUsesAnArea)
{
    const Area area;
    const __uptr before = ukplat_tlsp_get();
    cleared = 9;
    ukplat_tls_set(area.memory());
    const int there = readCleared();
    ukplat_tlsp_set(before);
    UK_TEST_EXPECT_ZERO(there);
    UK_TEST_EXPECT_SNUM_EQ(cleared, 9);
}

uk_testsuite_register(tls, NULL);
