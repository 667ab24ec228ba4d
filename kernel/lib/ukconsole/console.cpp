// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <errno.h>
#include <uk/console/driver.h>

namespace {

constinit uk_list_head consoles = UK_LIST_HEAD_INIT(consoles);
constinit __u16 consoleCount = 0;

} // namespace

extern "C" {

void uk_console_register(struct uk_console *dev)
{
    dev->id = consoleCount++;
    uk_list_add_tail(&dev->_list, &consoles);
}

__u16 uk_console_count(void)
{
    return consoleCount;
}

struct uk_console *uk_console_get(__u16 id)
{
    uk_console *each;
    uk_list_for_each_entry(each, &consoles, _list)
    {
        if (each->id == id)
            return each;
    }
    return nullptr;
}

__ssz uk_console_out_direct(struct uk_console *dev, const char *buf, __sz len)
{
    return dev->ops->out ? dev->ops->out(dev, buf, len) : -ENOTSUP;
}

__ssz uk_console_in_direct(struct uk_console *dev, char *buf, __sz len)
{
    return dev->ops->in ? dev->ops->in(dev, buf, len) : -ENOTSUP;
}

int uk_console_notify(struct uk_console *dev, void (*arrived)(void *argument), void *argument)
{
    return dev->ops->notify ? dev->ops->notify(dev, arrived, argument) : -ENOTSUP;
}

__ssz uk_console_out(const char *buf, __sz len)
{
    __ssz error = 0;
    __ssz least = -1;
    uk_console *each;
    uk_list_for_each_entry(each, &consoles, _list)
    {
        if (!(each->flags & UK_CONSOLE_FLAG_STDOUT))
            continue;
        const __ssz written = uk_console_out_direct(each, buf, len);
        // One console that fails does not silence the others.
        if (written < 0)
            error = error ? error : written;
        else if (least < 0 || written < least)
            least = written;
    }
    if (least >= 0)
        return least;
    return error ? error : -ENODEV;
}

__ssz uk_console_in(char *buf, __sz len)
{
    __sz got = 0;
    __ssz error = -ENODEV;
    bool isAlive = false;
    uk_console *each;
    uk_list_for_each_entry(each, &consoles, _list)
    {
        if (!(each->flags & UK_CONSOLE_FLAG_STDIN))
            continue;
        const __ssz part = uk_console_in_direct(each, buf + got, len - got);
        if (part < 0) {
            error = part;
            continue;
        }
        isAlive = true;
        got += static_cast<__sz>(part);
    }
    return isAlive ? static_cast<__ssz>(got) : error;
}

} // extern "C"
