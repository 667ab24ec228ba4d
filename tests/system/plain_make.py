# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""An application of the shape known from Unikraft's, built with plain GNU make: no Kiln program but
kconf, UK_ROOT pointing at the bundled tree."""
import os
import shutil
import unittest

from line import BIN, KERNEL, MACHINES, LineTest, run

MAKEFILE = """\
UK_ROOT ?= $(PWD)/../unikraft
UK_BUILD ?= $(PWD)/out
UK_LIBS ?=

all:
\t@$(MAKE) -C $(UK_ROOT) A=$(PWD) L=$(UK_LIBS) O=$(UK_BUILD)

$(MAKECMDGOALS):
\t@$(MAKE) -C $(UK_ROOT) A=$(PWD) L=$(UK_LIBS) O=$(UK_BUILD) $(MAKECMDGOALS)
"""

MAKEFILE_UK = """\
$(eval $(call addlib,appticker))
APPTICKER_SRCS-y += $(APPTICKER_BASE)/main.c
"""

CONFIG_UK = """\
config APPTICKER_DEPENDENCIES
\tbool
\tdefault y
\tselect LIBNOLIBC if !HAVE_LIBC

config APPTICKER_TICK
\tbool "Tick"
\tselect LIBPOSIX_TIME
"""

MAIN_C = r"""
#include <stdio.h>
#include <uk/config.h>
#if CONFIG_APPTICKER_TICK
#include <errno.h>
#include <time.h>
#endif

int main(int argc, char *argv[])
{
	printf("ticker: %d arguments, last %s\n", argc, argv[argc - 1]);
#if CONFIG_APPTICKER_TICK
	struct timespec before, after;
	clock_gettime(CLOCK_MONOTONIC, &before);
	for (int i = 0; i < 4; ++i) {
		struct timespec ts = { .tv_sec = 0, .tv_nsec = 50 * 1000 * 1000 };
		while (nanosleep(&ts, &ts) && errno == EINTR)
			;
		printf("tick %d", i);
		fflush(stdout);
		printf("\n");
	}
	clock_gettime(CLOCK_MONOTONIC, &after);
	printf("slept %ld ms\n", (long)(after.tv_sec - before.tv_sec) * 1000
	       + (after.tv_nsec - before.tv_nsec) / 1000000);
#endif
	return 0;
}
"""


class PlainMake(LineTest):
    def setUp(self):
        super().setUp()
        # A PATH with kconf on it and none of the other programs.
        tools = self.scratch / "tools"
        tools.mkdir()
        shutil.copy(BIN / "kconf", tools / "kconf")
        self.enterEnvironment("PATH", f"{tools}:{os.environ['PATH']}")
        self.app = self.scratch / "app-ticker"
        self.app.mkdir()
        for name, text in (("Makefile", MAKEFILE), ("Makefile.uk", MAKEFILE_UK),
                           ("Config.uk", CONFIG_UK), ("main.c", MAIN_C)):
            (self.app / name).write_text(text)

    def make(self, *arguments):
        return run(["make", f"UK_ROOT={KERNEL}", *arguments], cwd=self.app,
                   env={"PWD": str(self.app)})

    def boot(self, machine, *more):
        image = self.app / "out" / "app-ticker_qemu-x86_64"
        return run(["qemu-system-x86_64", "-M", machine, "-accel", "tcg", "-cpu", "max", "-m", "32",
                    "-nodefaults", "-no-reboot", "-display", "none", "-serial", "stdio",
                    "-device", "isa-debug-exit,iobase=0xf4,iosize=0x04", "-kernel", image, *more],
                   timeout=60)

    def test_default_configuration_builds_and_boots(self):
        self.assertStatus(self.make("defconfig"), 0)
        built = self.make("-j2")
        self.assertStatus(built, 0)
        self.assertNotRegex(built.text, r"(?i)warning")
        for machine in MACHINES:
            with self.subTest(machine=machine):
                booted = self.boot(machine, "-append", "one two")
                self.assertStatus(booted, 0)
                self.assertSays(booted, "ticker: 3 arguments, last two")

    def test_an_option_of_the_application_brings_its_library(self):
        self.assertStatus(self.make("defconfig"), 0)
        configuration = self.app / ".config"
        configuration.write_text(configuration.read_text().replace(
            "# CONFIG_APPTICKER_TICK is not set", "CONFIG_APPTICKER_TICK=y"))
        self.assertStatus(self.make("olddefconfig"), 0)
        self.assertIn("CONFIG_LIBPOSIX_TIME=y", configuration.read_text())
        built = self.make("-j2")
        self.assertStatus(built, 0)
        self.assertNotRegex(built.text, r"(?i)warning")
        booted = self.boot("q35")
        self.assertStatus(booted, 0)
        self.assertSays(booted, "tick 0", "tick 3")
        slept = int(booted.text.split("slept ")[1].split()[0])
        self.assertGreaterEqual(slept, 200)

    def test_a_second_make_does_nothing(self):
        self.assertStatus(self.make("defconfig"), 0)
        self.assertStatus(self.make("-j2"), 0)
        image = self.app / "out" / "app-ticker_qemu-x86_64"
        before = image.stat().st_mtime_ns
        again = self.make("-j2")
        self.assertStatus(again, 0)
        self.assertNotRegex(again.text, r"^  (CC|CXX|AS|LD) ")
        self.assertEqual(image.stat().st_mtime_ns, before)


if __name__ == "__main__":
    unittest.main()
