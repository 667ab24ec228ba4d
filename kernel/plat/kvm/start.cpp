// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/boot_info.hpp>
#include <kvm/clock.hpp>
#include <kvm/memory.hpp>
#include <kvm/relocation.hpp>
#include <kvm/thread_local.hpp>
#include <kvm/traps.hpp>
#include <uk/boot.h>
#include <uk/plat/bootstrap.h>
#include <uk/print.h>

namespace uk::kvm {

namespace {

constexpr unsigned int maxCommandLine = CONFIG_LIBUKBOOT_CMDLINE_MAX_LEN;

/** Our own copy: the loader's lies in memory that becomes heap. */
constinit char commandLineCopy[maxCommandLine]{};

/** Splits the name that a loader puts before the arguments off the command line. */
class CommandLine
{
public:
    void assign(const BootInfo &info)
    {
        m_isThere = info.commandLine;
        if (!m_isThere)
            return;
        unsigned int length = 0;
        while (info.commandLine[length] && length < maxCommandLine - 1) {
            commandLineCopy[length] = info.commandLine[length];
            ++length;
        }
        m_isCut = info.commandLine[length];
        if (!info.commandLineHasName)
            return;
        char *end = commandLineCopy;
        while (*end && *end != ' ')
            ++end;
        m_hasName = end != commandLineCopy;
        m_argumentsAt = static_cast<unsigned int>(end - commandLineCopy) + (*end ? 1 : 0);
        *end = '\0';
    }

    const char *name() const { return m_hasName ? commandLineCopy : nullptr; }
    const char *arguments() const { return m_isThere ? commandLineCopy + m_argumentsAt : nullptr; }
    bool isCut() const { return m_isCut; }

private:
    // No pointers: the image may move (relocation.hpp).
    unsigned int m_argumentsAt = 0;
    bool m_isThere = false;
    bool m_hasName = false;
    bool m_isCut = false;
};

constinit CommandLine commandLine{};

void showMemory(MemoryMap &memory)
{
    for (int i = 0; i < memory.count(); ++i) {
        const MemoryMap::Region &region = memory[i];
        uk_pr_debug("Memory %012lx-%012lx %c%c%c %s\n", region.pbase,
                    region.pbase + region.pg_count * 4096,
                    region.flags & UKPLAT_MEMRF_READ ? 'r' : '-',
                    region.flags & UKPLAT_MEMRF_WRITE ? 'w' : '-',
                    region.flags & UKPLAT_MEMRF_EXECUTE ? 'x' : '-',
                    region.type == UKPLAT_MEMRT_FREE         ? "free"
                    : region.type == UKPLAT_MEMRT_KERNEL     ? "kernel"
                    : region.type == UKPLAT_MEMRT_INITRD     ? "initial RAM disk"
                    : region.type == UKPLAT_MEMRT_DEVICETREE ? "device tree"
                                                             : "reserved");
    }
}

[[noreturn]] void giveUp(const char *what, Error error)
{
    uk_pr_crit("Cannot boot: %s (error %d)\n", what, error.number);
    ukplat_crash();
}

} // namespace

} // namespace uk::kvm

/** Called by entry.S with the loader's information. */
extern "C" void kvm_start(__u32 protocol, __u64 information)
{
    using namespace uk::kvm;

    startClock();
    installTrapHandlers();

    BootInfo info{uk::memoryMap(), nullptr, false};
    if (auto read = readLoader(static_cast<BootProtocol>(protocol), information, info); !read)
        giveUp("the loader's memory map is missing or too long for UKPLAT_MEMREGION_MAX_COUNT",
               read.error());
    commandLine.assign(info);
#ifdef CONFIG_LIBKASAN
    if (auto shadow = reserveShadow(info.memory); !shadow)
        giveUp(
            "the address sanitizer needs an eighth of the memory, from 16 MiB on, and other things "
            "are there: give the guest more memory, or no initial RAM disk",
            shadow.error());
#endif
#ifdef CONFIG_LIBUKRELOC
    moveImage(info.memory, info.seed);
#endif
    kvm_run();
}

extern "C" void kvm_run()
{
    using namespace uk::kvm;

#ifdef CONFIG_LIBUKRELOC
    installTrapHandlers();
    announcePlace();
#endif
    uk::MemoryMap &memory = uk::memoryMap();
    if (commandLine.isCut())
        uk_pr_err("The command line is longer than LIBUKBOOT_CMDLINE_MAX_LEN (%u): cut\n",
                  maxCommandLine);
    if (auto reserved = reserveImage(memory); !reserved)
        giveUp("more memory regions than UKPLAT_MEMREGION_MAX_COUNT", reserved.error());
    if (auto paging = enablePaging(memory); !paging)
        giveUp("too little memory for page tables, give the guest more", paging.error());
    if (auto locals = setUpThreadLocals(); !locals)
        giveUp("too little memory for thread-local variables, give the guest more", locals.error());
    showMemory(memory);

    uk_boot_entry(commandLine.name(), commandLine.arguments());
}
