# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""The reference conf as a judge of many configurations of one tree: it reads the tree once for some
dozens of them (conf_for_many.c), and gets the answers of $(shell) from one recording."""

import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile

BATCH = 40  # configurations for one conf; each takes a quarter of a megabyte meanwhile
SECONDS = 300


class Configuration:
    """A .config whose lines can be replaced, as somebody with an editor would."""

    def __init__(self, text):
        self.lines = text.splitlines()
        self.places = {}
        for number, line in enumerate(self.lines):
            if line.startswith("CONFIG_"):
                self.places[line.partition("=")[0]] = number
            elif line.startswith("# CONFIG_") and line.endswith(" is not set"):
                self.places[line.split()[1]] = number

    def has(self, name, value="y"):
        place = self.places.get("CONFIG_" + name)
        return place is not None and self.lines[place] == f"CONFIG_{name}={value}"

    def edited(self, edits):
        """The text with the edits, which are as kconfig_resolve_bench writes them. What chooses a
        value takes the choice from the one that had it."""
        lines = list(self.lines)

        def put(name, line):
            if "CONFIG_" + name in self.places:
                lines[self.places["CONFIG_" + name]] = line
            else:
                lines.append(line)

        for edit in edits:
            for other in edit["instead"]:
                if self.has(other):
                    put(other, f"# CONFIG_{other} is not set")
        for edit in edits:
            name, value = edit["symbol"], edit["value"]
            if edit["isChoice"] and not name:
                continue  # follows from its values; a file has no line for it
            if edit["isString"]:
                value = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
            elif value == "n":
                put(name, f"# CONFIG_{name} is not set")
                continue
            put(name, f"CONFIG_{name}={value}")
        return "\n".join(lines) + "\n"


class Judge:
    def __init__(self, conf, environment, preloads, workers=2):
        """`environment` is what Linux's Makefile gives to conf, with what the preloads need."""
        self.conf = conf
        self.environment = {**environment, "LD_PRELOAD": " ".join(preloads)}
        self.workers = workers

    def run(self, mode, texts, file=".config", extra=None):
        """For each text what conf makes of it: the text of .config. `file` is the name under which
        conf finds the text; what else it needs of the environment is in `extra`."""
        batches = [texts[at:at + BATCH] for at in range(0, len(texts), BATCH)]
        with concurrent.futures.ThreadPoolExecutor(self.workers) as pool:
            results = pool.map(lambda batch: self.run_batch(mode, batch, file, extra or {}),
                               batches)
            return [text for batch in results for text in batch]

    def run_batch(self, mode, texts, file, extra):
        fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        with tempfile.TemporaryDirectory(dir=fast, prefix="judge-") as work:
            folders = [os.path.join(work, str(number)) for number in range(len(texts))]
            for folder, text in zip(folders, texts):
                os.mkdir(folder)
                with open(os.path.join(folder, file), "w", encoding="utf-8") as output:
                    output.write(text)
            # conf looks for the file before it goes on in a folder of its own.
            shutil.copy(os.path.join(folders[0], file), os.path.join(work, file))
            with open(os.path.join(work, "list"), "w", encoding="utf-8") as output:
                output.write("\n".join(folders) + "\n")
            environment = {**self.environment, **extra, "CONF_FORK_AT": file,
                           "CONF_FORK_FOLDERS": os.path.join(work, "list")}
            done = subprocess.run([self.conf, mode, "Kconfig"], cwd=work, env=environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, check=False, timeout=SECONDS)
            if done.returncode != 0:
                sys.exit(f"conf {mode} ended with status {done.returncode}: "
                         + done.stderr.decode(errors="replace")[-2000:])
            results = []
            for folder in folders:
                with open(os.path.join(folder, "status"), encoding="utf-8") as status:
                    if status.read() != "0\n":
                        sys.exit(f"conf {mode} failed in one folder: "
                                 + done.stderr.decode(errors="replace")[-2000:])
                with open(os.path.join(folder, ".config"), encoding="utf-8") as output:
                    results.append(output.read())
            return results
