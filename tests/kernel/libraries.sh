#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# What each library of the tree has: an option that says what it is for, a README, a line in the map of
# libraries, and a test suite that runs in the guest.

. "$(dirname "$0")/support.sh"

configs() { find "$1" -name Config.uk; }
# Options that can be chosen and say what they are for: a prompt, and a help text of at least a line.
explained() {
    configs "$1" | xargs awk '
        function finish() { if (option && prompt && text) print option }
        /^(menu)?config / { finish(); option = $2; prompt = help = text = 0 }
        /^\t(bool|tristate) "/ { prompt = 1 }
        /^\thelp$/ { help = 1; next }
        help && /^\t  [^ ]/ { text = 1 }
        END { finish() }'
}
has_option() { explained "$1" | grep -v _TEST | grep -q '^LIB'; }
has_suite() { grep -rqE '^uk_testsuite_(register|[a-z]+_prio|prio)\(' "$1/tests"; }
# The suite has an option, which comes with all suites, and on which its sources depend.
suite_is_switched() {
    explained "$1" | grep -q _TEST && grep -q 'default LIBUKTEST_ALL' "$1/Config.uk" &&
        grep -qE '(SRCS-\$\(|^ifdef )CONFIG_LIB[A-Z0-9_]*_TEST' "$1/Makefile.uk"
}

count=0
for folder in "$kernel"/lib/* "$kernel/drivers/ukbus/pci" "$kernel/drivers/virtio"; do
    name=${folder#"$kernel"/}
    check "$name has an option that says what it is for" has_option "$folder"
    check "$name has a README" test -s "$folder/README.md"
    check "$name is in the map of libraries" \
        grep -qF "\`${name#*/}" "$kernel/README.md" "$kernel/drivers/README.md"
    check "$name has a suite" has_suite "$folder"
    check "$name: the suite is an option" suite_is_switched "$folder"
    count=$((count + 1))
done
check "there are at least 38 libraries ($count)" test "$count" -ge 38
finish
