#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""What a program gets: arguments, memory, time, initialisation in order."""

import re
import time

import guest


def arguments(folder):
    image = guest.build(folder / "guest")
    for entry, name in ((image, str(image)), (guest.without_multiboot(image), "guest")):
        guest.expect(guest.run(entry, arguments="arguments a  'b c' \"d e\" -x=1 --"), 0,
                     f"program: <{name}>", "argument 0: <a>", "argument 1: <b c>",
                     "argument 2: <d e>", "argument 3: <-x=1>", "argument 4: <-->")
        output = guest.expect(guest.run(entry, arguments=""), 0, f"program: <{name}>")
        guest.check("argument" not in output, output)


def too_many_arguments(folder):
    image = guest.build(folder / "guest")
    words = " ".join(f"w{i}" for i in range(100))
    output = guest.expect(guest.run(image, arguments=f"arguments {words}"), 0,
                          "argument 57: <w57>")
    guest.check("argument 58" not in output, output)


def long_command_line(folder):
    """What is beyond the limit is cut, and said to be."""
    image = guest.build(folder / "guest")
    guest.expect(guest.run(image, "pc", "arguments " + "x" * 5000), 0,
                 "longer than LIBUKBOOT_CMDLINE_MAX_LEN (4096)", "argument 0: <xxx")


def memory(folder):
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        guest.expect(guest.run(image, machine, "pages"), 0, "pages are fine")
        guest.expect(guest.run(image, machine, "exhaust"), 0, "took")


def sleep(folder):
    """A timed halt takes as long as it should, and does not spin."""
    image = guest.build(folder / "guest")
    machines = (*guest.MACHINES, "microvm,pit=off,pic=off,rtc=off", "microvm,acpi=off")
    for machine in machines:
        begin = time.monotonic()
        output = guest.expect(guest.run(image, machine, "sleep"), 0)
        duration = time.monotonic() - begin
        wakeups = int(re.search(r"woke up (\d+) times", output)[1])
        guest.check(wakeups <= 10, f"{machine}: woke up {wakeups} times")
        guest.check("overslept" not in output, f"{machine}: overslept")
        guest.check(duration >= 0.5, f"{machine}: slept {duration} s in all, not 0.5")
        guest.expect(guest.run(image, machine, "monotonic"), 0, "monotonic")


def clock_rates(folder):
    """The guest's clock runs as fast as the host's, whatever it was compared with."""
    image = guest.build(folder / "guest")
    for source, machine, cpu in (
            ("local APIC", "microvm", "qemu64"), ("local APIC", "pc", "max"),
            ("ACPI timer", "pc", "qemu64,-hypervisor"), ("ACPI timer", "q35", "qemu64,-hypervisor"),
            ("8254", "microvm", "qemu64,-hypervisor"), ("8254", "pc", "qemu64,-hypervisor,-apic")):
        # One of eight is enough: a busy host holds up the reading of the lines.
        ratios = []
        while len(ratios) < 8 and not any(0.95 < ratio < 1.05 for ratio in ratios):
            ratios.append(clock_ratio(image, machine, cpu))
        guest.check(0.95 < ratios[-1] < 1.05,
                    f"{machine} ({source}): guest time / host time = {ratios}")


def clock_ratio(image, machine, cpu):
    """Guest time over host time, between two lines that the guest prints."""
    command = guest.qemu(image, machine, "sleep", more=("-cpu", cpu))
    with guest.subprocess.Popen(command, stdin=guest.subprocess.DEVNULL,
                                stdout=guest.subprocess.PIPE) as process:
        begin = None
        for line in process.stdout:
            now = time.monotonic()
            if line.startswith(b"sleeping"):
                begin = now
            awake = re.search(rb"awake after (\d+) us", line)
            if awake:
                return int(awake[1]) / 1e6 / (now - begin)
    raise guest.Failure(f"{machine}, {cpu}: the guest did not sleep")


def unknown_rate(folder):
    """Without anything to compare with, the guest says so and runs."""
    image = guest.build(folder / "warnings", options=("LIBUKDEBUG_PRINTK_WARN=y",))
    guest.expect(guest.run(image, "microvm,pit=off", "monotonic",
                           more=("-cpu", "qemu64,-hypervisor")), 0,
                 "times are a guess", "monotonic")


def wall_clock(folder):
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        before = int(time.time())
        output = guest.expect(guest.run(image, machine, "date"), 0)
        seconds = int(re.search(r"since 1970: (\d+)", output)[1])
        guest.check(before - 2 <= seconds <= time.time() + 2, f"{machine}: {seconds}, not {before}")


def fixed_dates(folder):
    """Leap days and ends of years, as the machine's clock gives them."""
    image = guest.build(folder / "guest")
    for date, expected in (("2024-02-29T23:59:30", 1709251170), ("2024-12-31T23:00:00", 1735686000),
                           ("2000-03-01T00:00:00", 951868800), ("2038-01-19T04:00:00", 2147486400)):
        output = guest.expect(guest.run(image, "q35", "date", more=("-rtc", f"base={date}")), 0)
        seconds = int(re.search(r"since 1970: (\d+)", output)[1])
        guest.check(0 <= seconds - expected < 10, f"{date}: {seconds}, not {expected}")


def interrupts(folder):
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        guest.expect(guest.run(image, machine, "interrupt"), 0, "interrupts: yes")
    without = guest.run(image, "pc", "interrupt", more=("-cpu", "qemu64,-apic"))
    guest.expect(without, 0, "interrupts: yes")


def order(folder):
    image = guest.build(folder / "guest")
    output = guest.expect(
        guest.run(image, arguments="order"), 0,
        "order: ctor early plat lib_first lib rootfs sys late constructor-101 constructor main")
    ends = [output.index(text) for text in ("destructor", "terminated first", "terminated 0")]
    guest.check(ends == sorted(ends), output)


def lists(folder):
    image = guest.build(folder / "guest")
    guest.expect(guest.run(image, arguments="lists"), 0, "lists: 0 failures")


def unset_variables(folder):
    """By default, what nobody has set is neither what was there before nor zero."""
    for name, own in (("guest", ()), ("arm64", (guest.ARM64,))):
        image = guest.build(folder / name, options=own)
        output = guest.expect(guest.run(image, arguments="unset"), 0, "unset:")
        content = set(re.search(r"unset:((?: [0-9a-f]{2}){32})", output)[1].split())
        guest.check(content in ({"fe"}, {"aa"}), f"{name}: {content}")


def no_main(folder):
    """An application without main() is told so."""
    application = folder / "no-main-application"
    application.mkdir(parents=True, exist_ok=True)
    (application / "Makefile.uk").write_text("$(eval $(call addlib,appempty))\n")
    image = guest.build(folder / "no-main", application)
    guest.expect(guest.run(image), 77, "This image has no main()")


def thread_locals(folder):
    image = guest.build(folder / "guest")
    guest.expect(guest.run(image, arguments="thread-locals"), 0, "thread-local: 42 43 0\r\n")


if __name__ == "__main__":
    guest.main([arguments, too_many_arguments, long_command_line, memory, sleep, clock_rates,
                unknown_rate, wall_clock,
                fixed_dates, interrupts, order, lists, unset_variables, no_main, thread_locals])
