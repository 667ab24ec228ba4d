// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <kvm/thread_local.hpp>
#include <linuxu/signals.hpp>
#include <linuxu/start.hpp>
#include <uk/boot.h>
#include <uk/plat/bootstrap.h>
#include <uk/print.h>

extern "C" {
extern char _text[], __bss_end[];
}

namespace uk::linuxu {

namespace {

constexpr unsigned int maxCommandLine = CONFIG_LIBUKBOOT_CMDLINE_MAX_LEN;

constinit char commandLine[maxCommandLine]{};

/** Writes the arguments as ukboot takes them: one line, in which a backslash keeps the next
 * character from meaning anything but itself. */
class Line
{
public:
    void add(const char *argument)
    {
        if (m_length)
            put(' ');
        if (!*argument) {
            put('"');
            put('"');
        }
        for (; *argument; ++argument) {
            if (isSpecial(*argument))
                put('\\');
            put(*argument);
        }
    }
    bool isCut() const { return m_isCut; }

private:
    static bool isSpecial(char c)
    {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '"' || c == '\'' || c == '\\';
    }
    void put(char c)
    {
        if (m_length < maxCommandLine - 1)
            commandLine[m_length++] = c;
        else
            m_isCut = true;
    }

    unsigned int m_length = 0;
    bool m_isCut = false;
};

} // namespace

} // namespace uk::linuxu

/** Called by entry.S with the stack that Linux made. */
extern "C" void linuxu_start(const __u64 *stack)
{
    using namespace uk::linuxu;

#ifdef CONFIG_LIBKASAN
    // Whatever has local variables needs it; this file is compiled without checks.
    mapShadow(reinterpret_cast<__u64>(_text), reinterpret_cast<__u64>(__bss_end));
#endif
    startClock();
    useSignalStack();
    handleTraps();
    startInterrupts();

    const Parameters parameters = readParameters(stack);
    if (auto memory = setUpMemory(parameters.heapMebibytes); !memory) {
        uk_pr_crit("Cannot boot: Linux does not give %lu MiB for the heap (error %d), try another "
                   "linuxu.heap_size=\n",
                   parameters.heapMebibytes, memory.error().number);
        ukplat_crash();
    }
    if (auto locals = uk::kvm::setUpThreadLocals(); !locals) {
        uk_pr_crit(
            "Cannot boot: too little memory for thread-local variables (error %d), try a larger "
            "linuxu.heap_size=\n",
            locals.error().number);
        ukplat_crash();
    }
    Line line;
    for (char **argument = parameters.applicationArguments; *argument; ++argument)
        line.add(*argument);
    if (line.isCut())
        uk_pr_err("The arguments are longer than LIBUKBOOT_CMDLINE_MAX_LEN (%u): cut\n",
                  maxCommandLine);
    uk_boot_entry(parameters.arguments[0], commandLine);
}
