// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <linuxu/start.hpp>
#include <linuxu/system_call.hpp>
#include <uk/config.h>
#include <uk/plat/console.h>

namespace uk::linuxu {

namespace {

constexpr __u64 maxHeapMebibytes = 1UL << 20;
constexpr int statusUsage = 2;

constinit Parameters theParameters{};

void print(const char *text)
{
    unsigned int length = 0;
    while (text[length])
        ++length;
    ukplat_coutk(text, length);
}

[[noreturn]] void refuse(const char *argument, const char *why)
{
    print(theParameters.arguments[0] ? theParameters.arguments[0] : CONFIG_UK_NAME);
    print(": ");
    print(argument);
    print(why);
    print("\n");
    for (;;)
        systemCall(SystemCall::exitGroup, statusUsage);
}

/** What follows `prefix` in `text`, or nullptr when it begins otherwise. */
const char *after(const char *text, const char *prefix)
{
    for (; *prefix; ++text, ++prefix) {
        if (*text != *prefix)
            return nullptr;
    }
    return text;
}

__u64 readHeapSize(const char *argument, const char *digits)
{
    __u64 value = 0;
    const char *at = digits;
    for (; *at >= '0' && *at <= '9' && value <= maxHeapMebibytes; ++at)
        value = value * 10 + static_cast<__u64>(*at - '0');
    if (at == digits || *at || value == 0 || value > maxHeapMebibytes)
        refuse(argument, ": the heap's size is a number of MiB from 1 to 1048576");
    return value;
}

} // namespace

Parameters readParameters(const __u64 *stack)
{
    const __u64 count = stack[0];
    // Linux leaves the addresses in memory that is this process's own.
    theParameters.arguments = reinterpret_cast<char **>(const_cast<__u64 *>(stack + 1));
    theParameters.environment = theParameters.arguments + count + 1;
    theParameters.heapMebibytes = CONFIG_LINUXU_DEFAULT_HEAPMB;
    char **argument = theParameters.arguments + (count > 0 ? 1 : 0);
    for (; *argument && after(*argument, "linuxu."); ++argument) {
        const char *digits = after(*argument, "linuxu.heap_size=");
        if (!digits)
            refuse(*argument, ": there is no such parameter. Those of the platform are: "
                              "linuxu.heap_size=MiB; arguments of the application follow after --");
        theParameters.heapMebibytes = readHeapSize(*argument, digits);
    }
    if (*argument && after(*argument, "--") && !(*argument)[2])
        ++argument;
    theParameters.applicationArguments = argument;
    return theParameters;
}

void restartProcess()
{
    systemCall(SystemCall::execve, "/proc/self/exe", theParameters.arguments,
               theParameters.environment);
}

} // namespace uk::linuxu
