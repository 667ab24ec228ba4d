#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Every machine, by either protocol: the bundled helloworld boots, prints and powers off."""

import re

import guest


def build_image(folder):
    return guest.build(folder / "helloworld", guest.KERNEL / "apps" / "helloworld")


def machines(folder):
    image = build_image(folder)
    for entry in (image, guest.without_multiboot(image)):
        for machine in guest.MACHINES:
            guest.expect(guest.run(entry, machine, "one two"), 0,
                         "Kiln", "Hello world!\r\n", '"one" "two"\r\n')


def small_microvm(folder):
    """Without the old controllers and clocks."""
    image = build_image(folder)
    for option in ("pit=off,pic=off,rtc=off", "acpi=off", "acpi=off,pit=off,pic=off,rtc=off"):
        guest.expect(guest.run(image, f"microvm,isa-serial=on,{option}"), 0, "Hello world!\r\n")


def no_local_apic(folder):
    image = guest.build(folder / "guest")
    result = guest.run(image, "pc", "sleep", more=("-cpu", "qemu64,-apic"))
    guest.expect(result, 0, "awake")


def large_memory(folder):
    """Memory above 4 GiB is found and used; the host need not have as much."""
    image = guest.build(folder / "guest")
    guest.expect(guest.run(image, "q35", "pages", memory="6G"), 0, "pages are fine")


def large_stack(folder):
    """An image that does not fit into one page table."""
    image = guest.build(folder / "large-stack", options=("STACK_SIZE_PAGE_ORDER=10",))
    for machine in guest.MACHINES:
        guest.expect(guest.run(image, machine, "pages"), 0, "pages are fine")
    guest.expect(guest.run(image, arguments="overflow-stack"), guest.CRASH, "stack overflow")


def processors(folder):
    """Processors with more features, and more of them than the one that is used."""
    image = build_image(folder)
    for more in (("-cpu", "max"), ("-smp", "2"), ("-cpu", "qemu64,-nx")):
        guest.expect(guest.run(image, "q35", more=more), 0, "Hello world!\r\n")


def little_memory(folder):
    image = build_image(folder)
    guest.expect(guest.run(image, "microvm", memory="1600K"), 0, "Hello world!\r\n")


def initial_ramdisk(folder):
    """A module, which lies in memory of its own, does not disturb."""
    image = guest.build(folder / "guest")
    module = folder / "module"
    module.write_bytes(bytes(range(256)) * 4000)
    for entry in (image, guest.without_multiboot(image)):
        guest.expect(guest.run(entry, "pc", "exhaust", more=("-initrd", str(module))), 0, "took")


def size(folder):
    image = build_image(folder)
    guest.check(image.stat().st_size <= 120 * 1024, f"the image has {image.stat().st_size} bytes")


def segments(folder):
    """No segment of the image is both writable and executable."""
    import struct

    image = build_image(folder).read_bytes()
    offset, = struct.unpack_from("<Q", image, 32)
    count, = struct.unpack_from("<H", image, 56)
    guest.check(count > 3, "the image has no program headers")
    for i in range(count):
        kind, flags = struct.unpack_from("<II", image, offset + 56 * i)
        guest.check(flags & 3 != 3, f"segment {i} (type {kind:#x}) is writable and executable")


def pvh_by_configuration(folder):
    image = guest.build(folder / "pvh", options=("KVM_BOOT_PROTO_PVH=y",))
    guest.check(guest.MULTIBOOT_MAGIC not in image.read_bytes()[:8192], "a multiboot header")
    output = guest.expect(guest.run(image, "microvm", "arguments x"), 0, "argument 0: <x>")
    guest.check(re.search("program: <guest>", output), "argv[0] is not the image's name")


OPTIMIZATIONS = {
    "none": ("OPTIMIZE_NONE=y",),
    "size": ("OPTIMIZE_SIZE=y", "OPTIMIZE_DEADELIM=y"),
    "linking": ("OPTIMIZE_LTO=y",),
    "frames": ("OPTIMIZE_NOOMITFP=n",),
    "no-heap": ("LIBUKBOOT_INITNOALLOC=y",),
}


def optimizations(folder):
    """Tables that only the linker script refers to survive every kind of optimization."""
    for name, options in OPTIMIZATIONS.items():
        image = guest.build(folder / f"optimize-{name}",
                            options=(*options, "LIBUKDEBUG_KALLSYMS=y"))
        guest.expect(guest.run(image, arguments="order"), 0,
                     "order: ctor early plat lib_first lib rootfs sys late constructor-101 "
                     "constructor main")
        guest.expect(guest.run(image, arguments="write-null"), guest.CRASH, "<write_null+0x")


if __name__ == "__main__":
    guest.main([machines, small_microvm, no_local_apic, large_memory,
                large_stack, processors, little_memory,
                initial_ramdisk, size, segments, pvh_by_configuration, optimizations])
