# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Builds shared with another machine by distcc and by icecream: what has to be the same, is.

The other machine is a network namespace of its own at the other end of a cable, with a compile
server in it. That takes root; without it, or without the programs, the tests are skipped.
"""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time
import unittest

from line import LineTest, kiln

HERE = "10.97.41.1"
THERE = "10.97.41.2"


class Machine:
    """A network of its own, and /run/icecc, where icecream's daemons and compilers meet."""

    def __init__(self):
        self.processes = []
        self.holder = subprocess.Popen(
            ["unshare", "--net", "--mount", "sh", "-c",
             "mkdir -p /run/icecc && mount -t tmpfs none /run/icecc && chmod 1777 /run/icecc &&"
             " ip link set lo up && echo ready && exec sleep 3600"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        if self.holder.stdout.readline() != b"ready\n":
            self.close()
            raise unittest.SkipTest("no namespaces for another machine can be made here")

    def inside(self, folder="/"):
        """The command that runs another one on this machine."""
        return ["nsenter", f"--target={self.holder.pid}", "--net", "--mount", f"--wd={folder}"]

    def command(self, *words):
        subprocess.run([*self.inside(), *words], check=True)

    def start(self, *words, output, **environment):
        with open(output, "wb") as file:
            self.processes.append(subprocess.Popen(
                [*self.inside(), *map(str, words)], env={**os.environ, **environment},
                stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True))

    def stop(self):
        """Ends what runs on it; the machine stays."""
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.processes = []

    def close(self):
        self.stop()
        self.holder.kill()
        self.holder.wait()
        self.holder.stdout.close()


def until(holds, what, seconds=20):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come in {seconds} s")
        time.sleep(0.05)


def text(path):
    return path.read_text(errors="replace") if path.exists() else ""


class BuildFarm(LineTest):
    def setUp(self):
        if os.geteuid() != 0 or not all(map(shutil.which, ("ip", "nsenter", "unshare"))):
            self.skipTest("another machine takes root, iproute2 and util-linux")
        super().setUp()
        self.here = self.machine()
        self.there = self.machine()
        self.here.command("ip", "link", "add", "cable", "type", "veth", "peer", "name", "cable",
                          "netns", str(self.there.holder.pid))
        for machine, address in ((self.here, HERE), (self.there, THERE)):
            machine.command("ip", "address", "add", f"{address}/24", "dev", "cable")
            machine.command("ip", "link", "set", "cable", "up")
        # Servers that give up root write here.
        self.scratch.chmod(0o755)
        self.logs = self.scratch / "logs"
        self.logs.mkdir()
        self.logs.chmod(0o1777)

    def machine(self):
        made = Machine()
        self.addCleanup(made.close)
        return made

    def need(self, program, package):
        found = shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
        if found is None:
            self.skipTest(f"{program} is missing: apt install {package}")
        return found

    def build(self, app, *options, **environment):
        return kiln("build", app, *options, through=self.here.inside(self.scratch), timeout=180,
                    env=environment)

    def local_image(self, app):
        self.assertStatus(kiln("config", app), 0)
        self.assertStatus(self.build(app), 0)
        image = self.image(app)
        kept = image.read_bytes()
        shutil.rmtree(app / "build")
        return kept

    @staticmethod
    def image(app):
        return next(path for path in (app / "build").glob("*_qemu-x86_64") if path.is_file())

    def test_distcc(self):
        server = self.need("distccd", "distcc")
        self.need("distcc", "distcc")
        app = self.application()
        expected = self.local_image(app)
        log = self.logs / "distccd.log"
        self.there.start(server, "--no-detach", "--daemon", "--listen", THERE, "--allow",
                         f"{HERE}/32", "--user", "nobody", "--jobs", "2", "--log-level", "info",
                         "--log-file", log, output=self.logs / "distccd.out", TMPDIR=str(self.logs))
        until(lambda: "listening" in text(log) or "waiting" in text(log), "the compile server")
        (self.scratch / "distcc").mkdir()
        client = {"DISTCC_HOSTS": THERE, "DISTCC_DIR": str(self.scratch / "distcc"),
                  "DISTCC_FALLBACK": "0"}
        built = self.build(app, "--launcher", "distcc", **client)
        self.assertStatus(built, 0)
        self.assertEqual(self.image(app).read_bytes(), expected)
        done = re.findall(rf"client: {re.escape(HERE)}:\d+ COMPILE_OK .* (\S+)$", text(log), re.M)
        self.assertIn("main.c", [pathlib.PurePath(name).name for name in done], text(log))
        self.assertGreater(len(done), 20, text(log))

        # Nobody there: then nothing is built, which shows that it was built there; as distcc does
        # by itself, it is built here.
        self.there.stop()
        (app / "main.c").write_text((app / "main.c").read_text() + "\n")
        self.assertNotEqual(self.build(app, "--launcher", "distcc", **client).status, 0)
        client.pop("DISTCC_FALLBACK")
        self.assertStatus(self.build(app, "--launcher", "distcc", **client), 0)
        self.assertEqual(self.image(app).read_bytes(), expected)

    def test_icecream(self):
        scheduler = self.need("icecc-scheduler", "icecc")
        daemon = self.need("iceccd", "icecc")
        self.need("icecc", "icecc")
        app = self.application()
        expected = self.local_image(app)
        self.there.start(scheduler, "-n", "kiln-test", "-vvv", "-l", self.logs / "scheduler.log",
                         output=self.logs / "scheduler.out")
        for machine, name, options in ((self.there, "there", ("-m", "2")),
                                       (self.here, "here", ("-m", "0", "--no-remote"))):
            folder = self.logs / name
            folder.mkdir()
            shutil.chown(folder, "icecc")
            machine.start(daemon, "-s", THERE, "-n", "kiln-test", "-N", name, "-u", "icecc", "-b",
                          folder, "-vvv", "-l", self.logs / f"{name}.log", *options,
                          output=self.logs / f"{name}.out")
        until(lambda: all("Connected to scheduler" in text(self.logs / f"{name}.log")
                          for name in ("here", "there")), "icecream's scheduler", 60)
        scheduled = self.logs / "scheduler.log"
        try:
            built = self.build(app, "--launcher", "icecream", ICECC_PREFERRED_HOST="there")
        except subprocess.TimeoutExpired:
            if "No suitable host found" in text(scheduled):
                self.skipTest("icecream gives no work to a machine that is as busy as this one")
            raise
        self.assertStatus(built, 0)
        self.assertEqual(self.image(app).read_bytes(), expected)
        put = re.findall(r"put \d+ in joblist of there", text(scheduled))
        self.assertGreater(len(put), 20, text(scheduled))
        self.assertIn("main.c", text(scheduled))


if __name__ == "__main__":
    unittest.main()
