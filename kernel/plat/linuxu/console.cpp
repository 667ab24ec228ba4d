// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The console: standard output and standard input.

#include <linuxu/system_call.hpp>
#include <uk/plat/console.h>

namespace {

using namespace uk::linuxu;

constexpr int standardInput = 0;
constexpr int standardOutput = 1;

void waitForOutput()
{
    PollEntry entry{standardOutput, pollOut, 0};
    systemCall(SystemCall::ppoll, &entry, 1, nullptr, nullptr, 0);
}

} // namespace

extern "C" {

int ukplat_coutk(const char *buf, unsigned int len)
{
    for (unsigned int done = 0; done < len;) {
        const long written = systemCall(SystemCall::write, standardOutput, buf + done,
                                        static_cast<long>(len - done));
        if (written >= 0)
            done += static_cast<unsigned int>(written);
        else if (written == errorTryAgain)
            waitForOutput();
        else if (written != errorInterrupted)
            break; // closed, or the disk is full: nobody is left who could be told
    }
    return static_cast<int>(len);
}

int ukplat_coutd(const char *buf, unsigned int len)
{
    return ukplat_coutk(buf, len);
}

int ukplat_cink(char *buf, unsigned int maxlen)
{
    PollEntry entry{standardInput, pollIn, 0};
    TimeSpec noTime{0, 0}; // Linux writes back what is left of it
    if (systemCall(SystemCall::ppoll, &entry, 1, &noTime, nullptr, 0) <= 0)
        return 0;
    const long got = systemCall(SystemCall::read, standardInput, buf, static_cast<long>(maxlen));
    if (got > 0)
        return static_cast<int>(got);
    return got == errorTryAgain || got == errorInterrupted ? 0 : -1;
}

int ukplat_console_echoes(void)
{
    return 1;
}

} // extern "C"
