#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# nolibc on the host, against the host's C library: a fixed seed, then a random one.

. "$(dirname "$0")/support.sh"
check "nolibc compiles for the host" run sh "$here/nolibc/build.sh" "$kernel" "$scratch/nolibc"
check "and agrees with the host's C library" run "$scratch/nolibc/nolibc_test" 1 "${NOLIBC_ROUNDS:-20000}"
run "$scratch/nolibc/nolibc_test" "$((RANDOM * 32768 + RANDOM))" "${NOLIBC_ROUNDS:-20000}"
status=$?
check "also with other numbers: $(head -1 "$scratch/output")" test "$status" -eq 0
finish
