#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Under KVM, where this machine has it: the bundled helloworld boots on every machine. Some hypervisors carry
out only what general registers need, so nothing on its way may need more."""

import os
import re
import subprocess
import sys

import guest

# Features of the processor that any KVM has.
PROCESSOR = ("-cpu", "qemu64")


def has_kvm():
    if not os.access("/dev/kvm", os.R_OK | os.W_OK) or os.uname().machine != "x86_64":
        return False
    probe = subprocess.run(["qemu-system-x86_64", "-accel", "kvm", "-machine", "none", "-display",
                            "none", "-monitor", "stdio"], input=b"quit\n", stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, timeout=60, check=False)
    return probe.returncode == 0


def machines(folder):
    image = guest.build(folder / "helloworld", guest.KERNEL / "apps" / "helloworld")
    for entry in (image, guest.without_multiboot(image)):
        for machine in guest.MACHINES:
            guest.expect(guest.run(entry, machine, "one two", more=PROCESSOR, accel="kvm"), 0,
                         "Kiln", "Hello world!\r\n", '"one" "two"\r\n')


def clock(folder):
    """The rate that KVM tells, or the guest measures, is the counter's, which QEMU's translator shows as it
    is."""
    image = guest.build(folder / "kvm-clock", guest.KERNEL / "apps" / "helloworld",
                        options=("LIBUKDEBUG_PRINTK=y", "LIBUKDEBUG_PRINTK_INFO=y"))
    rates = {}
    for accel in ("kvm", "tcg"):
        output = guest.expect(guest.run(image, "q35", more=PROCESSOR, accel=accel), 0,
                              "Hello world!")
        found = re.search(r"Time-stamp counter: (\d+) Hz", output)
        guest.check(found, f"no rate of the counter under {accel}: {output}")
        rates[accel] = int(found.group(1))
    guest.check(abs(rates["kvm"] - rates["tcg"]) < rates["tcg"] / 1000, str(rates))


if __name__ == "__main__":
    if not has_kvm():
        print("not run: this machine has no KVM")
        sys.exit(77)
    guest.main([machines, clock])
