// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "registers.hpp"
#include "switching.hpp"
#include "wide_registers.hpp"

#include <uk/test.h>

using uk::test::Other;
using namespace uk::test;

namespace {

/** Memory for the extended registers of any processor. */
struct alignas(64) Memory
{
    char bytes[16384];
    ukarch_ectx *get() { return reinterpret_cast<ukarch_ectx *>(bytes); }
};

constinit Memory memory{};

constinit __u64 seenControl = 0;

[[noreturn]] void changesEverything()
{
    seenControl = readControl();
    for (;;) {
        writeControl(roundDown());
        fillKeptRegisters(0xeeeeeeee);
        Other::goBack();
    }
}

} // namespace

UK_TESTCASE(extended, sizeAndAlignment)
{
    UK_TEST_EXPECT(ukarch_ectx_size() >= 512 && ukarch_ectx_size() <= sizeof(memory));
    UK_TEST_EXPECT(POWER_OF_2(ukarch_ectx_align()) && ukarch_ectx_align() <= 64);
}

UK_TESTCASE(extended, storeAndLoad)
{
    ukarch_ectx_init(memory.get());
    VectorRegisters before{}, cleared{}, after{};
    before.fill(3);
    before.load();
    ukarch_ectx_store(memory.get());
    cleared.load();
    ukarch_ectx_load(memory.get());
    after.store();
    UK_TEST_EXPECT_BYTES_EQ(&after, &before, sizeof(before));
}

UK_TESTCASE_DESC(extended, widestRegisters, "what the processor has is on, and part of it")
{
    UK_TEST_EXPECT(areWideRegistersOn());
    ukarch_ectx_init(memory.get());
    WideRegisters before{}, cleared{}, after{};
    before.fill(5);
    before.load();
    ukarch_ectx_store(memory.get());
    cleared.load();
    ukarch_ectx_load(memory.get());
    after.store();
    UK_TEST_EXPECT_BYTES_EQ(&after, &before, sizeof(before));
}

UK_TESTCASE(extended, storeLeavesRegistersAsTheyAre)
{
    ukarch_ectx_init(memory.get());
    VectorRegisters before{}, after{};
    before.fill(77);
    before.load();
    ukarch_ectx_store(memory.get());
    after.store();
    UK_TEST_EXPECT_BYTES_EQ(&after, &before, sizeof(before));
}

UK_TESTCASE(extended, controlRegisterIsPartOfIt)
{
    ukarch_ectx_init(memory.get());
    const __u64 usual = readControl();
    writeControl(roundDown());
    ukarch_ectx_store(memory.get());
    writeControl(usual);
    ukarch_ectx_load(memory.get());
    const __u64 loaded = readControl();
    writeControl(usual);
    UK_TEST_EXPECT_SNUM_EQ(loaded, roundDown());
}

UK_TESTCASE(extended, initialRegisters)
{
    const __u64 usual = readControl();
    ukarch_ectx_init(memory.get());
    writeControl(roundDown());
    ukarch_ectx_load(memory.get());
    UK_TEST_EXPECT_SNUM_EQ(readControl(), usual);
    VectorRegisters loaded{}, zero{};
    ukarch_ectx_load(memory.get());
    loaded.store();
    UK_TEST_EXPECT_BYTES_EQ(&loaded, &zero, sizeof(zero));
}

UK_TESTCASE(extended, sanitizedMemoryCanBeLoaded)
{
    ukarch_ectx_init(memory.get());
    VectorRegisters before{}, after{};
    before.fill(9);
    before.load();
    ukarch_ectx_store(memory.get());
    ukarch_ectx_sanitize(memory.get());
    ukarch_ectx_store(memory.get());
    ukarch_ectx_load(memory.get());
    after.store();
    UK_TEST_EXPECT_BYTES_EQ(&after, &before, sizeof(before));
}

UK_TESTCASE(extended, switchKeepsControl)
{
    Other other;
    ukarch_ctx_init_entry0(&other.context, other.top(), 0, changesEverything);
    const __u64 usual = readControl();
    other.enter();
    UK_TEST_EXPECT_SNUM_EQ(readControl(), usual);
    UK_TEST_EXPECT_SNUM_EQ(seenControl, usual);
    other.enter();
    UK_TEST_EXPECT_SNUM_EQ(readControl(), usual);
}

UK_TESTCASE(extended, switchKeepsWhatCallsKeep)
{
    Other other;
    ukarch_ctx_init_entry0(&other.context, other.top(), 0, changesEverything);
    for (__u64 seed = 1; seed < 20; ++seed)
        UK_TEST_EXPECT(keepsRegisters(
            seed, [](void *o) { static_cast<Other *>(o)->enter(); }, &other));
}

UK_TESTCASE(extended, newContextRoundsToNearest)
{
    Other other;
    ukarch_ctx_init_entry0(&other.context, other.top(), 0, changesEverything);
    const __u64 usual = readControl();
    writeControl(roundDown());
    other.enter();
    const __u64 mine = readControl();
    writeControl(usual);
    UK_TEST_EXPECT_SNUM_EQ(mine, roundDown());
    UK_TEST_EXPECT_SNUM_EQ(seenControl, usual);
}

uk_testsuite_register(extended, NULL);
