#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""kiln port on Debian's sources of lua5.4 and zlib: the Makefile.uk that it writes lists exactly
the sources of the objects that their own make links, as recorded by compilers that only take
notes. The port of zlib boots."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zlib as zlib_module

# Stands in for compiler, libtool and archiver: writes down what it is asked for.
RECORDER = r"""#!/usr/bin/env python3
import json, os, sys
words = [word for word in sys.argv[1:] if not word.startswith("--")]
output = words[words.index("-o") + 1] if "-o" in words else None
if os.path.basename(sys.argv[0]) == "libtool" and output and output.endswith(".o"):
    output = output[:-2] + ".lo"  # what it calls the object that it makes
if os.path.basename(sys.argv[0]) == "ar":
    output, inputs = words[1], words[2:]
else:
    inputs = [word for word in words if word != output and not word.startswith("-")
              and os.path.splitext(word)[1] in (".c", ".o", ".lo", ".a", ".la")]
cxx = any(os.path.basename(word) == "g++" for word in words)
with open(os.environ["RECORD"], "a") as record:
    record.write(json.dumps({"compiles": "-c" in words, "output": output, "inputs": inputs,
                             "folder": os.getcwd(), "cxx": cxx}) + "\n")
if output:
    open(output, "w").close()
"""


def run(*words, status=0, **options):
    done = subprocess.run([*map(str, words)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, errors="replace", timeout=300,
                          check=False, **options)
    if done.returncode != status:
        sys.exit(f"{words}: status {done.returncode}, not {status}\n{done.stdout}\n{done.stderr}")
    return done.stdout + done.stderr


def check(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def source_lists():
    """Where this system has its packages from, as sources."""
    listed = run("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)",
                 "Created-By: Packages")
    # The release alone: of updates, mirrors drop the sources early.
    places = sorted(set(line for line in listed.splitlines()
                        if re.fullmatch(r"\S+ [a-z]+ main", line)))
    check(places, "apt has lists of packages (apt-get update)")
    return "".join("deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] " + place +
                   "\n" for place in places)


def fetch():
    """The sources, through lists of packages of the test's own."""
    apt = FOLDER / "apt"
    (apt / "lists" / "partial").mkdir(parents=True)
    (apt / "sources.list").write_text(source_lists())
    (apt / "apt.conf").write_text(f'Dir::Etc::sourcelist "{apt}/sources.list";\n'
                                  'Dir::Etc::sourceparts "-";\n'
                                  f'Dir::State::lists "{apt}/lists";\n'
                                  f'Dir::Cache "{apt}";\n'
                                  'APT::Sandbox::User "root";\n')
    environment = os.environ | {"APT_CONFIG": str(apt / "apt.conf")}
    run("apt-get", "-q", "update", env=environment)
    run("apt-get", "-q", "source", "lua5.4", "zlib", env=environment, cwd=FOLDER)
    return next(FOLDER.glob("lua5.4-*/")), next(FOLDER.glob("zlib-*/"))


def recorded(source, *words):
    """What a build of a copy compiles and links, as its compilers were asked to."""
    copy = FOLDER / "recorded"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(source, copy)
    record = FOLDER / "record"
    record.unlink(missing_ok=True)
    run("make", "-k", *words, cwd=copy, env=os.environ | {"RECORD": str(record)})
    made = {}
    for line in record.read_text().splitlines():
        entry = json.loads(line)
        if entry["cxx"] or not entry["output"]:
            continue
        path = lambda name: os.path.normpath(os.path.join(entry["folder"], name))
        made.setdefault(path(entry["output"]), [path(name) for name in entry["inputs"]])
    return copy, made


def sources_of(made, output):
    inputs = made.get(output)
    if inputs is None:
        return {output} if output.endswith(".c") else set()
    return set().union(*(sources_of(made, each) for each in inputs))


def listed(port, source):
    text = (port / "Makefile.uk").read_text()
    base = re.search(r"^LIB\w+_SOURCE = \$\(LIB\w+_BASE\)/(.*)$", text, re.M).group(1)
    check((port / base).resolve() == source, f"{base} leads to the sources")
    found = re.findall(r"^LIB\w+_SRCS-y \+= \$\(LIB\w+_SOURCE\)/(.*)$", text, re.M)
    check(len(found) == len(set(found)), "nothing is listed twice")
    return set(found), text


def compare(source, program, variables, recorders):
    name = re.sub(r"\W", "_", program.split(".")[0])
    port = FOLDER / f"port-{program}"
    output = run(KILN, "port", source, port, "--name", name, "--program", program,
                 *(word for each in variables for word in ("--make", each)))
    found, text = listed(port, source)
    copy, made = recorded(source, *variables, *recorders)
    outputs = [path for path in made if os.path.basename(path) == program]
    check(len(outputs) == 1, f"{program} among {sorted(made)}")
    wanted = {os.path.relpath(path, copy) for path in sources_of(made, outputs[0])}
    check(len(wanted) > 10 and found == wanted,
          f"{program}: only here {sorted(found - wanted)}, only there {sorted(wanted - found)}")
    check(not re.search(r"-O\d|-g\b|-fPIC|-shared|-Wall", text), text)
    return output, text, port


def boots(port):
    """An application calls the port of zlib, and what is packed comes back."""
    application = FOLDER / "squeeze"
    run(KILN, "new", application)
    (application / "main.c").write_text("""
#include <stdio.h>
#include <string.h>
#include <zlib.h>

int main(void)
{
	static unsigned char plain[4096], small[8192], back[4096];
	uLongf packed = sizeof(small), size = sizeof(back);

	for (unsigned int i = 0; i < sizeof(plain); i++)
		plain[i] = (unsigned char)"squeeze"[i % 7];
	if (compress(small, &packed, plain, sizeof(plain)) != Z_OK ||
	    uncompress(back, &size, small, packed) != Z_OK)
		return 1;
	printf("packed %lu same %d crc %08lx file %d\\n", packed,
	       !memcmp(plain, back, sizeof(plain)), crc32(0, plain, sizeof(plain)),
	       gzopen("nowhere.gz", "rb") != NULL);
	return 0;
}
""")
    run(KILN, "lib", "add", application, port)
    check(f"source: {port}" in (application / "Kraftfile").read_text(), "it is used where it is")
    run(KILN, "config", application, "--trust", "--set", "LIBLIBZ=y")
    plain = (b"squeeze" * 600)[:4096]
    said = run(KILN, "run", application, "--timeout", "100", "-j", "2")
    found = re.search(r"packed (\d+) same 1 crc (\w+) file 0", said)
    check(found and found[2] == f"{zlib_module.crc32(plain):08x}", said)
    check(int(found[1]) < len(plain) // 10, said)


KILN, KCONF, FOLDER = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
os.environ |= {"LC_ALL": "C.UTF-8", "KILN_KCONF": KCONF, "KILN_ACCEL": "tcg",
               "KILN_KERNEL_DIR": str(REPOSITORY / "kernel"), "XDG_CONFIG_HOME": str(FOLDER / "config"),
               "XDG_DATA_HOME": str(FOLDER / "data")}
for variable in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
    os.environ.pop(variable, None)
tools = FOLDER / "tools"
tools.mkdir()
for tool in ("cc", "ar", "libtool"):
    (tools / tool).write_text(RECORDER)
    (tools / tool).chmod(0o755)
lua, zlib = fetch()

refused = run(KILN, "port", lua, FOLDER / "none", status=1)
check("not trusted" in refused and not (FOLDER / "none").exists(), refused)
run(KILN, "port", lua, FOLDER / "none", "--trust", "--make", "linux", "--make",
    "LIBTOOL=libtool", "--dry-run")
check(not (FOLDER / "none").exists(), "a dry run writes nothing")
said, makefile, folder = compare(lua, "lua5.4", ["linux", "LIBTOOL=libtool"],
                                 [f"LIBTOOL={tools}/libtool"])
check("LIBLUA5_LUA_FLAGS-y += -Dmain=lua5_main" in makefile or
      "_LUA_FLAGS-y += -Dmain=lua5_main" in makefile, makefile)
check("Provide main function" in (folder / "Config.uk").read_text(), "the option")
check("optimisation" in said and "main() becomes" in said, said)
compare(lua, "liblua5.4.la", ["linux", "LIBTOOL=libtool"], [f"LIBTOOL={tools}/libtool"])

run("./configure", cwd=zlib)
run(KILN, "port", zlib, FOLDER / "unused", "--trust", "--dry-run")
stand_ins = [f"CC={tools}/cc", f"LDSHARED={tools}/cc -shared", f"AR={tools}/ar"]
_, makefile, folder = compare(zlib, "libz.a", [], stand_ins)
check("-D_LARGEFILE64_SOURCE=1 -DHAVE_HIDDEN" in makefile and "main" not in makefile, makefile)
check(not (folder / "glue.c").exists(), "a library has no main()")
_, makefile, _ = compare(zlib, "minigzip64", [], stand_ins)
check("_MINIGZIP_FLAGS-y += -D_FILE_OFFSET_BITS=64 -Dmain=minigzip64_main" in makefile, makefile)
# The same from a saved log, which needs no trust.
log = FOLDER / "make.log"
log.write_text(run("make", "-n", cwd=zlib))
shutil.rmtree(FOLDER / "config")
run(KILN, "port", zlib, FOLDER / "port-log", "--name", "libz", "--program", "libz.a", "--log", log)
boots(FOLDER / "port-log")
check((FOLDER / "port-log" / "Makefile.uk").read_text() == (folder / "Makefile.uk").read_text(),
      "a saved log says the same")
print("ok")
