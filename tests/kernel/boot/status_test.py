#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""How a guest ends reaches whoever runs QEMU (kernel/plat/kvm/README.md has the mapping)."""

import guest


def statuses(folder):
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        for how in ("return", "exit"):
            for status, qemu_status in ((0, 0), (1, 3), (3, 7), (125, 251), (126, 253),
                                        (127, 253), (255, 253), (-1, 253), (256, 253)):
                guest.expect(guest.run(image, machine, f"{how} {status}"), qemu_status)


def crashes(folder):
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        guest.expect(guest.run(image, machine, "abort"), guest.CRASH, "Aborted")
        guest.expect(guest.run(image, machine, "crash"), guest.CRASH, "Crashed on purpose: 42")
        output = guest.expect(guest.run(image, machine, "assert"), guest.CRASH,
                              "Assertion failure: argc == 12345\r\n")
        guest.check("<fail_assertion+0x" in output, f"no caller of the assertion:\n{output}")


def without_exit_device(folder):
    """Where nobody asks for a status, a failing guest still powers off."""
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        command = guest.qemu(image, machine, "return 5")
        at = command.index("-device")
        del command[at:at + 2]
        done = guest.subprocess.run(command, stdin=guest.subprocess.DEVNULL, timeout=60,
                                    stdout=guest.subprocess.PIPE, check=False)
        guest.check(done.returncode == 0, f"{machine}: QEMU's status is {done.returncode}")


def restart(folder):
    """QEMU is told to end instead of starting again, and says why it did."""
    image = guest.build(folder / "guest")
    for machine in guest.MACHINES:
        output = guest.expect(guest.run(image, machine, "restart"), 0)
        guest.check(output.count("program: <") == 1, output)


def without_acpi(folder):
    """Where nothing can switch the machine off, a reset ends it."""
    image = guest.build(folder / "guest")
    for machine in ("pc,acpi=off", "q35,acpi=off", "microvm,acpi=off"):
        guest.expect(guest.run(image, machine, "return 0"), 0)
        guest.expect(guest.run(image, machine, "return 3"), 7)


def free_twice(folder):
    image = guest.build(folder / "guest")
    guest.expect(guest.run(image, arguments="free-twice"), guest.CRASH,
                 "nothing is allocated at this address")


if __name__ == "__main__":
    guest.main([statuses, crashes, without_exit_device, restart, without_acpi,
                free_twice])
