// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The platform's own console: the serial port, or Linux's.

#include <errno.h>
#include <uk/arch/limits.h>
#include <uk/console/driver.h>
#include <uk/ctors.h>
#include <uk/plat/console.h>

namespace {

constexpr __sz most = 0x7fffffff; // what an int can count

unsigned int countable(__sz size)
{
    return static_cast<unsigned int>(size < most ? size : most);
}

__ssz write(uk_console *, const char *bytes, __sz size)
{
    return ukplat_coutk(bytes, countable(size));
}

__ssz read(uk_console *, char *bytes, __sz size)
{
    if (size == 0)
        return 0;
    const int got = ukplat_cink(bytes, countable(size));
    return got < 0 ? -EIO : got;
}

int notify(uk_console *, void (*arrived)(void *), void *argument)
{
    return ukplat_cink_notify ? ukplat_cink_notify(arrived, argument) : -ENOTSUP;
}

constinit const uk_console_ops operations{write, read, notify};
constinit uk_console console{};

void start()
{
    uk_console_init(&console, "platform", &operations,
                    UK_CONSOLE_FLAG_STDOUT | UK_CONSOLE_FLAG_STDIN);
    uk_console_register(&console);
}

} // namespace

// The first: number 0.
UK_CTOR_PRIO(start, 0);
