// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "threads.hpp"

#include <errno.h>
#include <uk/rwlock.h>
#include <uk/test.h>

using namespace uk::test;

namespace {

struct Lock : uk_rwlock
{
    explicit Lock(unsigned int flags = 0) { uk_rwlock_init_config(this, flags); }
};

} // namespace

UK_TESTCASE(rwlock, severalRead)
{
    Lock l;
    uk_rwlock_rlock(&l);
    uk_rwlock_rlock(&l);
    UK_TEST_EXPECT_SNUM_EQ(l.nactive, 2);
    UK_TEST_EXPECT_SNUM_EQ(uk_rwlock_try_rlock(&l), 1);
    for (int i = 0; i < 3; ++i)
        uk_rwlock_runlock(&l);
    UK_TEST_EXPECT_ZERO(l.nactive);
}

UK_TESTCASE(rwlock, oneWrites)
{
    Lock l;
    uk_rwlock_wlock(&l);
    UK_TEST_EXPECT_PTR_EQ(l.writer, uk_thread_current());
    int read = -1, write = -1;
    Thread thread("other", [&] {
        read = uk_rwlock_try_rlock(&l);
        write = uk_rwlock_try_wlock(&l);
    });
    thread.join();
    UK_TEST_EXPECT_ZERO(read);
    UK_TEST_EXPECT_ZERO(write);
    uk_rwlock_wunlock(&l);
    UK_TEST_EXPECT_NULL(l.writer);
}

UK_TESTCASE(rwlock, staticLock)
{
    static constinit uk_rwlock l = UK_RWLOCK_INITIALIZER(l, UK_RWLOCK_CONFIG_WRITE_RECURSE);
    UK_TEST_EXPECT_NOT_ZERO(uk_rwlock_is_write_recursive(&l));
    UK_TEST_EXPECT_SNUM_EQ(uk_rwlock_try_wlock(&l), 1);
    uk_rwlock_wunlock(&l);
}

UK_TESTCASE(rwlock, writerLocksAgain)
{
    Lock l(UK_RWLOCK_CONFIG_WRITE_RECURSE);
    uk_rwlock_wlock(&l);
    uk_rwlock_wlock(&l);
    uk_rwlock_wunlock(&l);
    UK_TEST_EXPECT_PTR_EQ(l.writer, uk_thread_current());
    uk_rwlock_wunlock(&l);
    UK_TEST_EXPECT_ZERO(l.nactive);
}

UK_TESTCASE(rwlock, readerWaitsForTheWriter)
{
    Lock l;
    uk_rwlock_wlock(&l);
    Thread thread("reader", [&] {
        uk_rwlock_rlock(&l);
        uk_rwlock_runlock(&l);
    });
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    uk_rwlock_wunlock(&l);
    thread.join();
    UK_TEST_EXPECT_ZERO(l.nactive);
}

UK_TESTCASE(rwlock, writerWaitsForAllReaders)
{
    Lock l;
    uk_rwlock_rlock(&l);
    uk_rwlock_rlock(&l);
    Thread thread("writer", [&] {
        uk_rwlock_wlock(&l);
        uk_rwlock_wunlock(&l);
    });
    uk_sched_yield();
    uk_rwlock_runlock(&l);
    uk_sched_yield();
    UK_TEST_EXPECT(!thread.hasEnded());
    uk_rwlock_runlock(&l);
    thread.join();
}

UK_TESTCASE(rwlock, writersInTheOrderOfArrival)
{
    Lock l;
    Journal journal;
    uk_rwlock_wlock(&l);
    {
        const auto work = [&](char c) {
            uk_rwlock_wlock(&l);
            journal.add(c);
            uk_rwlock_wunlock(&l);
        };
        Thread a("a", [&] { work('a'); });
        Thread b("b", [&] { work('b'); });
        Thread c("c", [&] { work('c'); });
        uk_sched_yield();
        uk_rwlock_wunlock(&l);
    }
    EXPECT_JOURNAL(journal, "abc");
}

UK_TESTCASE(rwlock, newReaderWaitsBehindAWriter)
{
    Lock l;
    Journal journal;
    uk_rwlock_rlock(&l);
    {
        Thread writer("writer", [&] {
            uk_rwlock_wlock(&l);
            journal.add('w');
            uk_rwlock_wunlock(&l);
        });
        uk_sched_yield();
        UK_TEST_EXPECT_ZERO(uk_rwlock_try_rlock(&l));
        Thread reader("reader", [&] {
            uk_rwlock_rlock(&l);
            journal.add('r');
            uk_rwlock_runlock(&l);
        });
        uk_sched_yield();
        uk_rwlock_runlock(&l);
    }
    EXPECT_JOURNAL(journal, "wr");
}

UK_TESTCASE(rwlock, allReadersAfterAWriter)
{
    Lock l;
    int reading = 0, most = 0;
    uk_rwlock_wlock(&l);
    {
        const auto work = [&] {
            uk_rwlock_rlock(&l);
            most = MAX(most, ++reading);
            uk_sched_yield();
            --reading;
            uk_rwlock_runlock(&l);
        };
        Thread a("a", work);
        Thread b("b", work);
        Thread c("c", work);
        uk_sched_yield();
        uk_rwlock_wunlock(&l);
        UK_TEST_EXPECT_SNUM_EQ(l.nactive, 3);
    }
    UK_TEST_EXPECT_SNUM_EQ(most, 3);
}

UK_TESTCASE(rwlock, readersBeforeTheNextWriter)
{
    Lock l;
    Journal journal;
    uk_rwlock_wlock(&l);
    {
        Thread writer("writer", [&] {
            uk_rwlock_wlock(&l);
            journal.add('w');
            uk_rwlock_wunlock(&l);
        });
        uk_sched_yield();
        Thread reader("reader", [&] {
            uk_rwlock_rlock(&l);
            journal.add('r');
            uk_rwlock_runlock(&l);
        });
        uk_sched_yield();
        uk_rwlock_wunlock(&l);
    }
    EXPECT_JOURNAL(journal, "rw");
}

UK_TESTCASE(rwlock, upgradeOfTheOnlyReader)
{
    Lock l;
    uk_rwlock_rlock(&l);
    UK_TEST_EXPECT_ZERO(uk_rwlock_upgrade(&l));
    UK_TEST_EXPECT_PTR_EQ(l.writer, uk_thread_current());
    uk_rwlock_wunlock(&l);
    UK_TEST_EXPECT_ZERO(l.nactive);
}

UK_TESTCASE(rwlock, upgradeWaitsForOtherReaders)
{
    Lock l;
    bool upgraded = false;
    uk_rwlock_rlock(&l);
    Thread thread("upgrader", [&] {
        uk_rwlock_rlock(&l);
        upgraded = uk_rwlock_upgrade(&l) == 0;
        uk_rwlock_wunlock(&l);
    });
    uk_sched_yield();
    UK_TEST_EXPECT(!upgraded);
    UK_TEST_EXPECT_ZERO(uk_rwlock_try_rlock(&l));
    uk_rwlock_runlock(&l);
    thread.join();
    UK_TEST_EXPECT(upgraded);
}

UK_TESTCASE(rwlock, upgradeComesBeforeWriters)
{
    Lock l;
    Journal journal;
    uk_rwlock_rlock(&l);
    {
        Thread writer("writer", [&] {
            uk_rwlock_wlock(&l);
            journal.add('w');
            uk_rwlock_wunlock(&l);
        });
        uk_sched_yield();
        UK_TEST_EXPECT_ZERO(uk_rwlock_upgrade(&l));
        journal.add('u');
        uk_rwlock_wunlock(&l);
    }
    EXPECT_JOURNAL(journal, "uw");
}

UK_TESTCASE(rwlock, secondUpgradeIsRefused)
{
    Lock l;
    uk_rwlock_rlock(&l);
    Thread thread("upgrader", [&] {
        uk_rwlock_rlock(&l);
        uk_rwlock_upgrade(&l);
        uk_rwlock_wunlock(&l);
    });
    uk_sched_yield();
    UK_TEST_EXPECT_SNUM_EQ(uk_rwlock_upgrade(&l), -EBUSY);
    UK_TEST_EXPECT_SNUM_EQ(l.nactive, 2);
    uk_rwlock_runlock(&l);
    thread.join();
}

UK_TESTCASE(rwlock, downgradeLetsReadersIn)
{
    Lock l;
    uk_rwlock_wlock(&l);
    Thread reader("reader", [&] {
        uk_rwlock_rlock(&l);
        uk_rwlock_runlock(&l);
    });
    uk_sched_yield();
    uk_rwlock_downgrade(&l);
    UK_TEST_EXPECT_SNUM_EQ(l.nactive, 2);
    reader.join();
    UK_TEST_EXPECT_SNUM_EQ(l.nactive, 1);
    uk_rwlock_runlock(&l);
}

UK_TESTCASE(rwlock, downgradeKeepsReadersBehindWriters)
{
    Lock l;
    Journal journal;
    uk_rwlock_wlock(&l);
    {
        Thread writer("writer", [&] {
            uk_rwlock_wlock(&l);
            journal.add('w');
            uk_rwlock_wunlock(&l);
        });
        Thread reader("reader", [&] {
            uk_rwlock_rlock(&l);
            journal.add('r');
            uk_rwlock_runlock(&l);
        });
        uk_sched_yield();
        uk_rwlock_downgrade(&l);
        uk_sched_yield();
        UK_TEST_EXPECT_SNUM_EQ(l.nactive, 1);
        uk_rwlock_runlock(&l);
    }
    EXPECT_JOURNAL(journal, "wr");
}

UK_TESTCASE(rwlock, terminatedWriterLeavesItLocked)
{
    Lock l(UK_RWLOCK_CONFIG_WRITE_RECURSE);
    {
        Thread writer("writer", [&] {
            uk_rwlock_wlock(&l);
            uk_thread_block(uk_thread_current());
            uk_sched_yield();
        });
        uk_sched_yield();
        UK_TEST_EXPECT_SNUM_EQ(writer.get()->locks, 1);
        writer.terminate();
    }
    UK_TEST_EXPECT(sleepUntilAlone());
    int read = -1, write = -1;
    Thread other("other", [&] {
        read = uk_rwlock_try_rlock(&l);
        write = uk_rwlock_try_wlock(&l);
    });
    other.join();
    UK_TEST_EXPECT_ZERO(read);
    UK_TEST_EXPECT_ZERO(write);
}

UK_TESTCASE(rwlock, terminatedUpgraderStillReads)
{
    Lock l;
    uk_rwlock_rlock(&l);
    {
        Thread upgrader("upgrader", [&] {
            uk_rwlock_rlock(&l);
            uk_rwlock_upgrade(&l);
        });
        uk_sched_yield();
        upgrader.terminate();
    }
    UK_TEST_EXPECT(sleepUntilAlone());
    int read = 0, write = -1;
    Thread reader("reader", [&] {
        uk_rwlock_rlock(&l);
        ++read;
        uk_rwlock_runlock(&l);
    });
    uk_sched_yield();
    UK_TEST_EXPECT_ZERO(read);
    uk_rwlock_runlock(&l);
    reader.join();
    Thread writer("writer", [&] { write = uk_rwlock_try_wlock(&l); });
    writer.join();
    UK_TEST_EXPECT_SNUM_EQ(read, 1);
    UK_TEST_EXPECT_ZERO(write);
}

UK_TESTCASE(rwlock, countsWhatAThreadWrites)
{
    Lock l(UK_RWLOCK_CONFIG_WRITE_RECURSE);
    const unsigned int before = uk_thread_current()->locks;
    const auto held = [&] { return uk_thread_current()->locks - before; };
    uk_rwlock_rlock(&l);
    UK_TEST_EXPECT_ZERO(held());
    UK_TEST_EXPECT_ZERO(uk_rwlock_upgrade(&l));
    UK_TEST_EXPECT_SNUM_EQ(held(), 1);
    uk_rwlock_wlock(&l);
    UK_TEST_EXPECT_SNUM_EQ(held(), 1);
    uk_rwlock_wunlock(&l);
    UK_TEST_EXPECT_SNUM_EQ(held(), 1);
    uk_rwlock_downgrade(&l);
    UK_TEST_EXPECT_ZERO(held());
    uk_rwlock_runlock(&l);
}

UK_TESTCASE(rwlock, againstAModel)
{
    Lock l;
    int readers = 0, writers = 0, wrong = 0, done = 0;
    {
        const auto work = [&](unsigned int seed) {
            Random random(seed);
            for (int i = 0; i < 100; ++i) {
                if (random.below(3) == 0) {
                    uk_rwlock_wlock(&l);
                    wrong += ++writers != 1 || readers != 0;
                    if (random.below(2))
                        uk_sched_yield();
                    --writers;
                    if (random.below(4) == 0) {
                        uk_rwlock_downgrade(&l);
                        uk_rwlock_runlock(&l);
                    } else {
                        uk_rwlock_wunlock(&l);
                    }
                } else {
                    uk_rwlock_rlock(&l);
                    ++readers;
                    wrong += writers != 0;
                    if (random.below(2))
                        uk_sched_yield();
                    --readers;
                    uk_rwlock_runlock(&l);
                }
                ++done;
            }
        };
        Thread a("a", [&] { work(1); });
        Thread b("b", [&] { work(2); });
        Thread c("c", [&] { work(3); });
        Thread d("d", [&] { work(4); });
    }
    UK_TEST_EXPECT_ZERO(wrong);
    UK_TEST_EXPECT_SNUM_EQ(done, 400);
    UK_TEST_EXPECT_ZERO(l.nactive);
}

uk_testsuite_register(rwlock, keepProcessor);
