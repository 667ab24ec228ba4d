# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# What the scripts here share; they source it. Each is called as
#   script SCRATCH-FOLDER [KCONF]
# and writes below SCRATCH-FOLDER/work only, which it empties first. Without KCONF the tree finds or builds one.

set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kernel=$(cd "$here/../../kernel" && pwd)
scratch=${1:?usage: $0 SCRATCH-FOLDER [KCONF]}
[ -z "${2:-}" ] || export KCONF=$2
unset MAKEFLAGS MFLAGS MAKELEVEL UK_DEFCONFIG CROSS_COMPILE COMPILER
export LC_ALL=C
mkdir -p "$scratch"
scratch=$(cd "$scratch" && pwd)/work
rm -rf "$scratch"
mkdir "$scratch"
failures=0
checks=0

# A line for each check; the output of the last command is in $scratch/output.
passed() { checks=$((checks + 1)); echo "ok   $1"; }
failed() {
    checks=$((checks + 1))
    failures=$((failures + 1))
    echo "FAIL $1"
    [ ! -e "$scratch/output" ] || grep -n -A6 -i -e warning: -e error: "$scratch/output" | head -20 | sed "s/^/     > /"; [ ! -e "$scratch/output" ] || sed "s/^/     | /" "$scratch/output" | tail -25
}
check() { # TEXT COMMAND...
    local text=$1
    shift
    if "$@"; then passed "$text"; else failed "$text"; fi
}
finish() {
    echo "$checks checks, $failures failures"
    [ "$checks" -gt 0 ] && [ "$failures" -eq 0 ]
    exit
}

# Runs a command with its output in $scratch/output; the status is the command's.
run() { "$@" >"$scratch/output" 2>&1 </dev/null; }
says() { grep -qF -- "$1" "$scratch/output"; }
says_not() { ! says "$1"; }
fails() { ! run "$@"; }

# make in the tree for the application in $app, built in $build. The load is shared: two jobs.
build_with() { make -C "$kernel" --no-print-directory -j2 A="$app" O="$build" "$@"; }

# A copy of the bundled application NAME in the scratch folder, without what was built there.
copy_application() {
    app=$scratch/$1
    build=$scratch/$1-build
    mkdir -p "$app"
    cp "$kernel/apps/$1/"* "$app/" 2>/dev/null
    chmod -R u+w "$app"
}
