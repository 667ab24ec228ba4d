#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""Devices of QEMU's machines: found, used, and what is said when they are missing."""

import contextlib
import hashlib
import itertools
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "boot"))

import guest  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent / "guest"
MODERN = ("-global", "virtio-mmio.force-legacy=false")
SECTORS = 2048

# Machine, and the suffix of its virtio devices.
PLACES = {"x86_64": (("pc", "pci"), ("q35", "pci"), ("microvm", "device"),
                     ("microvm,acpi=off", "device")),
          "arm64": (("virt", "pci"), ("virt,gic-version=3", "device"))}

# Also what options of the disk make of it: pins in the place of messages, few interrupts.
INTERRUPTING = {"x86_64": (("pc", "pci", ""), ("pc", "pci", ",vectors=0"), ("q35", "pci", ""),
                           ("q35", "pci", ",vectors=0"), ("microvm", "device", ""),
                           ("microvm,acpi=off", "device", "")),
                "arm64": (("virt", "pci", ""), ("virt,gic-version=3", "pci", ""),
                          ("virt", "pci", ",vectors=0"),
                          ("virt,gic-version=3", "pci", ",vectors=0"),
                          ("virt,gic-version=3,its=off", "pci", ""),
                          ("virt", "device", ""), ("virt,gic-version=3", "device", ""))}

# The numbers that messages have (<uk/asm/interrupts.h>); a wire has one of the others.
MESSAGES = {"x86_64": range(25, 31), "arm64": range(80, 144)}
TRACE = ("-trace", "gicv3_its_translation_write")


def image_of(folder, architecture):
    options = (guest.ARM64,) if architecture == "arm64" else ()
    return guest.build(folder / f"devices-{architecture}", HERE, options)


def each_machine(folder):
    for architecture, places in PLACES.items():
        image = image_of(folder, architecture)
        for machine, suffix in places:
            yield image, machine, suffix


def disk_file(folder):
    """Sector n is full of bytes n."""
    path = folder / "devices-disk"
    path.write_bytes(b"".join(bytes([n & 255]) * 512 for n in range(SECTORS)))
    return path


def disk(path, suffix, more="", options=""):
    return (*MODERN, "-drive", f"file={path},if=none,id=disk,format=raw{more}",
            "-device", f"virtio-blk-{suffix},drive=disk{options}")


def disks(folder):
    for image, machine, suffix in each_machine(folder):
        path = disk_file(folder)
        output = guest.expect(guest.run(image, machine, "disk", more=disk(path, suffix)), 0,
                              "2048 sectors of 512 bytes, mode 2", "disk: 0 failures")
        guest.check(output.count("virtio-blk") >= 2, f"{machine}: it started once:\n{output}")
        # What the guest wrote is there: 64 sectors at the end, and nothing else.
        content = path.read_bytes()
        written = bytes((i * 7 + i // 512) & 255 for i in range(64 * 512))
        guest.check(content[-len(written):] == written, f"{machine}: other content at the end")
        untouched = b"".join(bytes([n & 255]) * 512 for n in range(SECTORS - 64))
        guest.check(hashlib.sha256(content[:-len(written)]).digest()
                    == hashlib.sha256(untouched).digest(), f"{machine}: other content")


def interrupts(folder):
    """Whoever waits for a device lets others run, with either scheduler: devices interrupt."""
    # Slow enough for the guest to have to wait.
    slow = ",throttling.iops-total=200"
    schedulers = {"cooperative": ("LIBUKSCHED=y", "LIBUKLOCK=y"),
                  "preemptive": ("LIBUKSCHED=y", "LIBUKLOCK=y", "LIBUKBOOT_INITSCHEDPREEMPT=y")}
    for scheduler, options in schedulers.items():
        for architecture, machines in INTERRUPTING.items():
            image = guest.build(
                folder / f"devices-{scheduler}-{architecture}", HERE,
                (*options, "LIBUKDEBUG_PRINTK_INFO=y",
                 *((guest.ARM64,) if architecture == "arm64" else ())))
            # One machine of each architecture is enough for the other scheduler.
            for machine, suffix, more in machines if scheduler == "cooperative" else machines[:1]:
                devices = (*disk(disk_file(folder), suffix, slow, more), "-device",
                           f"virtio-rng-{suffix}")
                takes_messages = (suffix == "pci" and not more and "its=off" not in machine)
                translates = takes_messages and "gic-version=3" in machine
                # Only by PVH does QEMU tell of devices on the command line.
                entered = guest.without_multiboot(image) if "acpi=off" in machine else image
                output = guest.expect(
                    guest.run(entered, machine, "share-disk", more=(*devices, *(TRACE if translates else ()))), 0,
                    "interrupts: others ran during reads: yes", "interrupts: 0 failures",
                    "events: 0 failures", "virtio-blk: interrupt ", "virtio-rng: interrupt ")
                guest.check("polled from now on" not in output, f"{machine}: {output}")
                number = int(re.search(r"virtio-blk: interrupt (\d+)", output)[1])
                # On microvm, wires of the second I/O APIC have such a number, too.
                guest.check(suffix != "pci" or (number in MESSAGES[architecture]) == takes_messages,
                            f"{machine}{more}: the disk has interrupt {number}")
                # QEMU's account: a message for each of the requests that only interrupts end.
                written = output.count("gicv3_its_translation_write ")
                guest.check(written >= 8 if translates else not written,
                            f"{machine}: {written} messages came to the translation service")


def read_only_disk(folder):
    path = disk_file(folder)
    image = image_of(folder, "x86_64")
    before = path.read_bytes()
    guest.expect(guest.run(image, "q35", "read-only", more=disk(path, "pci", ",readonly=on")), 0,
                 "mode 0", "disk: writing: -30")
    guest.check(path.read_bytes() == before, "it was written")


def random_numbers(folder):
    numbers = set()
    for image, machine, suffix in each_machine(folder):
        for _ in range(2):
            output = guest.expect(
                guest.run(image, machine, "random",
                          more=(*MODERN, "-device", f"virtio-rng-{suffix}")), 0,
                "random: seeded 1, getrandom 16")
            numbers.add(re.search(r"random: ([0-9a-f]{32})", output)[1])
    guest.check(len(numbers) == 2 * sum(map(len, PLACES.values())), f"again: {numbers}")


def without_random_numbers(folder):
    """The guest boots and says what is missing; a processor that has them is enough."""
    image = image_of(folder, "x86_64")
    guest.expect(guest.run(image, "microvm", "random"), 0, "random: seeded 0, getrandom -1",
                 "Random numbers can be guessed: this machine has no source of them.")
    output = guest.expect(guest.run(image, "microvm", "random", more=("-cpu", "max")), 0,
                          "random: seeded 1, getrandom 16")
    guest.check("can be guessed" not in output, output)
    # The machine virt passes a seed in its device tree.
    guest.expect(guest.run(image_of(folder, "arm64"), "virt", "random"), 0,
                 "random: seeded 1, getrandom 16")


def consoles(folder):
    """What the program prints comes at both consoles, whole."""
    lines = [f"line {n} of a text that is long enough" for n in range(100)]
    for image, machine, suffix in each_machine(folder):
        path = folder / "devices-console"
        serial = "virtio-serial-" + suffix
        output = guest.expect(
            guest.run(image, machine, "consoles",
                      more=(*MODERN, "-device", serial, "-chardev", f"file,id=console,path={path}",
                            "-device", "virtconsole,chardev=console")), 0,
            "console 0: platform", "console 1: virtio-console")
        for text in (output.replace("\r", ""), path.read_text()):
            guest.check([line for line in text.splitlines() if line.startswith("line ")] == lines,
                        f"{machine}: {text}")


def input_from_console(folder):
    for image, machine, suffix in each_machine(folder):
        command = guest.qemu(image, machine, "echo", more=(
            *MODERN, "-device", "virtio-serial-" + suffix, "-chardev",
            f"pipe,id=console,path={folder / 'devices-pipe'}", "-device",
            "virtconsole,chardev=console"))
        outcome = with_pipe(folder / "devices-pipe", command)
        guest.check("read <some words>" in outcome, f"{machine}: {outcome}")


def waiting_for_input(folder):
    """Who reads from a console is woken by its interrupt, and others run: the processor has nothing to do
    for most of the time, which QEMU tells by its account of interrupts. Where there is a virtio-console,
    too, the serial port is one of two that are waited for."""
    for architecture, machines, taken in (
            ("x86_64", ("pc", "q35", "microvm"), "Servicing hardware INT="),
            ("arm64", ("virt", "virt,gic-version=3"), "[IRQ]")):
        image = guest.build(folder / f"devices-cooperative-{architecture}", HERE,
                            ("LIBUKSCHED=y", "LIBUKLOCK=y", "LIBUKDEBUG_PRINTK_INFO=y",
                             *((guest.ARM64,) if architecture == "arm64" else ())))
        suffixes = dict(PLACES[architecture])
        for machine, has_virtio in itertools.product(machines, (False, True)):
            account = folder / "devices-interrupts"
            more = ("-d", "int", "-D", str(account))
            if has_virtio:
                more += (*MODERN, "-device", "virtio-serial-" + suffixes.get(machine, "pci"), "-chardev",
                         f"pipe,id=console,path={folder / 'devices-pipe'}", "-device",
                         "virtconsole,chardev=console")
            command = guest.qemu(image, machine, "await-input", more=more)
            with typed_to(folder / "devices-pipe") if has_virtio else contextlib.nullcontext() as typed:
                output = type_slowly(command, (b"first\n", b"second\n"), 1, typed)
            for text in ("read <first>, others ran: yes", "read <second>, others ran: yes"):
                guest.check(text in output, f"{machine}: {output}")
            count = account.read_text(errors="replace").count(taken)
            # Who looks every 5 ms has 400.
            guest.check(3 <= count < 100, f"{machine}: {count} interrupts")


def type_slowly(command, lines, pause, typed=None):
    """Runs QEMU, and some seconds after each "type" of the guest's types the next line: there, or at the
    serial port."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT) as process:
        output = b""
        for line in lines:
            for printed in process.stdout:
                output += printed
                if printed == b"type\r\n":
                    break
            time.sleep(pause)
            to = typed or process.stdin
            to.write(line)
            to.flush()
        try:
            output += process.communicate(timeout=60)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            raise guest.Failure("the guest waits: " + output.decode("latin-1")) from None
    guest.check(process.returncode == 0, f"status {process.returncode}: {output}")
    return output.decode("latin-1")


@contextlib.contextmanager
def typed_to(path):
    """Two named pipes for a console of QEMU; what is written to the file given is typed there."""
    for suffix in (".in", ".out"):
        pipe = path.with_name(path.name + suffix)
        pipe.unlink(missing_ok=True)
        subprocess.run(["mkfifo", str(pipe)], check=True)
    # Open for both directions: neither side waits for the other.
    with open(f"{path}.in", "r+b", buffering=0) as typed, \
            open(f"{path}.out", "r+b", buffering=0):
        yield typed


def with_pipe(path, command):
    """Runs QEMU with a console at two named pipes, and types a line there."""
    with typed_to(path) as typed:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        try:
            time.sleep(0.05)
            typed.write(b"some words\n")
            output, _ = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
            raise guest.Failure("the guest waits: " + output.decode("latin-1")) from None
    guest.check(process.returncode == 0, f"status {process.returncode}")
    return output.decode("latin-1")


def older_device(folder):
    """A device that only knows the interface before version 1 is named, with what helps."""
    image = image_of(folder, "arm64")
    guest.expect(guest.run(image, "virt", "random", more=("-device", "virtio-rng-device")), 0,
                 "it is older than virtio 1.0; with QEMU, say",
                 "virtio-mmio.force-legacy=false")


def parameters(folder):
    image = image_of(folder, "x86_64")
    # The machine adds virtio_mmio.device= to the command line, which the program does not see.
    guest.expect(guest.run(image, "microvm,acpi=off", "appdevices.answer=42 -- x 'y z'",
                           more=(*MODERN, "-device", "virtio-rng-device")), 0,
                 "answer 42, 2 arguments: <x> <y z>\r\n")
    guest.expect(guest.run(image, "q35", "appdevices.answer=42 x"), 0,
                 "answer 1, 2 arguments: <appdevices.answer=42> <x>\r\n")
    guest.expect(guest.run(image, "q35", "appdevices.answer=many -- x"), 0, "answer 1, 1 arguments",
                 "'many' is no value for appdevices.answer, which is of type s32")
    guest.expect(guest.run(image, "q35", "help --"), 0,
                 "appdevices.answer (s32): what the program prints")
    guest.expect(guest.run(image, "q35", "virtio_mmio.device=wrong"), 0,
                 "is not virtio_mmio.device=SIZE@BASE:IRQ[:ID]", "answer 1, 0 arguments")


def stack_guards(folder):
    for architecture, machine in (("x86_64", "microvm"), ("arm64", "virt")):
        output = guest.expect(guest.run(image_of(folder, architecture), machine, "overflow-stack"),
                              guest.CRASH, "stack: its lowest byte is 1", "cannot write",
                              "<overflowStack+0x")
        guest.check("nothing happened" not in output, output)


def suites(folder):
    """The suites of what needs a virtual machine: the same cases on every machine, with its devices
    and without."""
    options = ("LIBUKTEST=y", "LIBUKTEST_EXIT=y", "LIBUKTEST_ALL=n", "LIBVIRTIO_TEST=y",
               "LIBUKBUS_PCI_TEST=y", "LIBUKBLKDEV_TEST=y", "LIBUKCONSOLE_TEST=y",
               "LIBUKRANDOM_TEST=y", "LIBUKSCHED=y")
    counts = set()
    for architecture, places in PLACES.items():
        image = guest.build(folder / f"devices-suites-{architecture}", HERE,
                            (*options, *((guest.ARM64,) if architecture == "arm64" else ())))
        for machine, suffix in places:
            for more in ((), (*MODERN, "-device", f"virtio-rng-{suffix}")):
                output = guest.expect(guest.run(image, machine, more=more), 0, " failed_cases=0 ")
                counts.add(re.search(r"summary: .* cases=(\d+)", output)[1])
    guest.check(len(counts) == 1 and int(min(counts)) >= 80, f"cases: {counts}")


TESTS = {
    "interrupts": (interrupts,),
    "suites": (suites,),
    "machines": (disks, random_numbers),
    "consoles": (consoles, input_from_console, waiting_for_input),
    "messages": (read_only_disk, without_random_numbers, older_device, parameters, stack_guards),
}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[2] not in TESTS:
        sys.exit(f"usage: KCONF=/path/to/kconf {sys.argv[0]} BUILD-FOLDER {'|'.join(TESTS)}")
    guest.main(TESTS[sys.argv.pop()])
