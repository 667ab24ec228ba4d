#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""An image that moves when it starts: to another place each time, and it runs there as anywhere."""

import re

import guest

OPTIONS = ("OPTIMIZE_PIE=y", "LIBUKDEBUG_PRINTK_INFO=y")
RANDOM = ("-cpu", "max")


def images(folder):
    """Image, options of QEMU that give it a random number, and ones that give it none."""
    x86 = guest.build(folder / "pie", options=OPTIONS)
    arm = guest.build(folder / "pie-arm64", options=(*OPTIONS, guest.ARM64))
    return ((x86, "microvm", RANDOM, "microvm", ("-cpu", "qemu64")),
            (x86, "pc", RANDOM, "q35", ("-cpu", "qemu64")),
            (arm, "virt", (), "virt,dtb-randomness=off", ()))


def offset_of(output):
    return int(re.search(r"Load offset: 0x([0-9a-f]+)", output)[1], 16)


def function_at(image, address):
    told = guest.subprocess.run(["addr2line", "-f", "-e", f"{image}.dbg", hex(address)], check=True,
                                text=True, stdout=guest.subprocess.PIPE).stdout
    return told.splitlines()[0]


def places(folder):
    """No two boots alike, of thousands of places; what a report says, less the offset it says, are
    addresses of the image's file."""
    for image, machine, random, *_ in images(folder):
        outputs = [guest.expect(guest.run(image, machine, "write-null", more=random), guest.CRASH,
                                "cannot write: null pointer", "<write_null+0x", "<main+0x")
                   for _ in range(3)]
        offsets = {offset_of(output) for output in outputs}
        guest.check(len(offsets) > 1, f"{image.name} on {machine} always runs at {offsets}")
        guest.check(all(offset % 4096 == 0 for offset in offsets), f"{offsets}")
        for address, name in re.findall(r"\] 0x([0-9a-f]+) <(\w+)\+0x", outputs[0]):
            inside = (int(address, 16) - offset_of(outputs[0])) % 2**64  # it may have moved down
            if name in ("write_null", "main"):
                guest.check(function_at(image, inside) == name,
                            f"{name}: {inside:#x} is in {function_at(image, inside)}")


def by_pvh(folder):
    image = guest.without_multiboot(guest.build(folder / "pie", options=OPTIONS))
    output = guest.run(image, "pc", "write-null", more=RANDOM)
    guest.check(offset_of(guest.expect(output, guest.CRASH, "<write_null+0x")) != 0, output[1])


def protection(folder):
    for image, machine, random, *_ in images(folder)[1:]:
        for scenario in ("write-text", "write-settled", "execute-data"):
            guest.expect(guest.run(image, machine, scenario, more=random), guest.CRASH, "not allowed")
        guest.expect(guest.run(image, machine, "overflow-stack", more=random), guest.CRASH,
                     "stack overflow")


def without_random_numbers(folder):
    for image, _, _, machine, nothing in images(folder):
        guest.check(offset_of(guest.expect(
            guest.run(image, machine, "write-null", more=nothing), guest.CRASH,
            "Warn: ", "there is no random number for another place")) == 0, f"{machine} moved")


def without_memory(folder):
    """Where nothing else fits, it stays, and says why."""
    image = guest.build(folder / "pie", options=OPTIONS)
    guest.expect(guest.run(image, "microvm", "write-null", memory="1400K", more=RANDOM), guest.CRASH,
                 "Warn: ", "there is no memory for a second copy", "cannot write: null pointer")


if __name__ == "__main__":
    guest.main([places, by_pvh, protection, without_random_numbers, without_memory])
