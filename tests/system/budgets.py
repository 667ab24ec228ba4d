# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""What helloworld at default options may cost. Sizes are gates; times are printed, not judged."""
import shutil
import subprocess
import time
import unittest

from line import BIN, KERNEL, LineTest, kiln, run

LARGEST_IMAGE = 120_000  # bytes, stripped
LEAST_RAM = 1_600  # KiB


class Budgets(LineTest):
    def setUp(self):
        super().setUp()
        self.app = self.application()
        self.assertStatus(kiln("build", self.app), 0)
        (self.image,) = self.app.glob("build/*_qemu-x86_64")

    def test_image_size(self):
        stripped = self.scratch / "stripped"
        shutil.copy(self.image, stripped)
        subprocess.run(["strip", stripped], check=True)
        size = stripped.stat().st_size
        print(f"image: {size} bytes stripped (limit {LARGEST_IMAGE})")
        self.assertLessEqual(size, LARGEST_IMAGE)

    def test_least_memory(self):
        booted = run(["qemu-system-x86_64", "-M", "microvm", "-accel", "tcg", "-m", f"{LEAST_RAM}K",
                      "-nodefaults", "-no-reboot", "-display", "none", "-serial", "stdio",
                      "-kernel", self.image], timeout=60)
        self.assertSays(booted, "Hello world!")

    def test_times(self):
        command = ["make", "-C", KERNEL, f"A={self.app}", f"O={self.app / 'build'}",
                   f"KCONF={BIN / 'kconf'}", "-j2"]
        for what in ("clean", None):
            if what:
                self.assertStatus(run([*command, what]), 0)
            start = time.perf_counter()
            self.assertStatus(run(command), 0)
            print(f"make -j2, {'clean build' if what else 'nothing to do'}: "
                  f"{time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    unittest.main()
