#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# What a change builds again, and what the same build elsewhere, or by another command, makes.

. "$(dirname "$0")/support.sh"

# A copy of the tree, whose headers can be touched.
cp -r "$kernel" "$scratch/tree"
original=$kernel
kernel=$scratch/tree
copy_application helloworld
check "helloworld builds" run build_with
image=$build/helloworld_qemu-x86_64

objects() { find "$build" -name '*.o.cmd' | wc -l; }
check "the database of commands is JSON with every object" python3 - "$build" <<'END'
import json, os, pathlib, sys
build = pathlib.Path(sys.argv[1])
entries = json.loads((build / "compile_commands.json").read_text())
objects = {str(p)[:-4] for p in build.glob("*/*.o.cmd") if " -c " in p.read_text()}
assert {entry["output"] for entry in entries} == objects, objects ^ {e["output"] for e in entries}
assert all(os.path.exists(e["file"]) and e["command"].split()[-1] for e in entries)
END

# What includes a header is built again, and nothing else: the compiler's own lists are the oracle.
header=$kernel/include/uk/result.hpp
expected=$(grep -l "uk/result.hpp" "$build"/*/*.d | wc -l)
touch "$header"
run build_with
compiled=$(grep -c '^  C[CX]' "$scratch/output")
check "a touched header compiles the $expected objects that include it, not $compiled" test "$compiled" -eq "$expected"
check "which are some" test "$expected" -gt 3
check "and not all" test "$expected" -lt "$(objects)"
check "and then nothing" run build_with
check "really" test ! -s "$scratch/output"

# The same image from another place.
cp -r "$original" "$scratch/another-place"
(
    kernel=$scratch/another-place
    cp -r "$app" "$scratch/elsewhere"
    app=$scratch/elsewhere build=$scratch/elsewhere/out
    build_with
) >"$scratch/output" 2>&1
check "two builds in different folders give the same image" \
    run cmp "$image" "$scratch/elsewhere/out/helloworld_qemu-x86_64"

# And from any number of jobs, with nothing that one leaves for another too late.
for jobs in 1 16; do
    (build=$scratch/jobs-$jobs && build_with "-j$jobs") >"$scratch/output" 2>&1
    check "$jobs jobs at a time give the same image" \
        run cmp "$image" "$scratch/jobs-$jobs/helloworld_qemu-x86_64"
done

# Other commands for the compiler.
if command -v ccache >/dev/null; then
    CCACHE_DIR=$scratch/ccache
    export CCACHE_DIR
    cp "$build/libukboot.o" "$scratch/by-gcc.o"
    check "ccache, by CC=" run build_with CC='ccache gcc' libukboot
    check "compiles again" says "boot.o"
    check "by its commands" grep -q "^ccache gcc " "$build/libukboot/boot.o.cmd"
    check "and changes nothing" cmp "$build/libukboot.o" "$scratch/by-gcc.o"
else
    echo "ccache is not on PATH (Debian: apt install ccache)" >&2
    exit 1
fi
finish
