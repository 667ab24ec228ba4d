#!/bin/sh
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# usage: build.sh KERNEL-TREE SCRATCH-FOLDER
# Compiles nolibc as the kernel does, puts nl_ before all its symbols, and links it with the test
# and the host's C library: SCRATCH-FOLDER/nolibc_test.
set -eu
kernel=$1 scratch=$2
here=$(dirname "$0")
cc=${CC:-gcc} cxx=${CXX:-g++}
mkdir -p "$scratch/include/uk/bits" "$scratch/objects"
printf '#define CONFIG_LIBNOLIBC_%s 1\n' PRINTF_FLOAT ERROR_TEXTS >"$scratch/include/uk/bits/config.h"

builtins=
for name in printf fprintf sprintf snprintf vprintf vfprintf vsprintf vsnprintf sscanf; do
    builtins="$builtins -fno-builtin-$name"
done
for source in "$kernel"/lib/nolibc/src/*.cpp; do
    name=$(basename "$source" .cpp)
    case $name in
    malloc | exit | unistd | await_input) continue ;; # the kernel itself, not the library
    esac
    # shellcheck disable=SC2086
    $cc -std=c++20 -ffreestanding -fno-exceptions -fno-rtti -fno-threadsafe-statics -nostdinc -O2 -Wall \
        -Wextra -Werror -fno-PIC $builtins -I"$scratch/include" -I"$kernel/lib/nolibc/include" \
        -I"$kernel/include" -I"$kernel/arch/x86/x86_64/include" \
        -c "$source" -o "$scratch/objects/$name.o" &
    case $name in *o) wait ;; esac # a few at a time
done
wait
ld -r -o "$scratch/nolibc.ld.o" "$scratch"/objects/*.o
objcopy --prefix-symbols=nl_ "$scratch/nolibc.ld.o" "$scratch/nolibc.o"
$cxx -std=c++20 -O1 -g -Wall -Wextra -Wno-format-security -Wno-format-truncation -D_GNU_SOURCE \
    "$here"/*.cpp "$scratch/nolibc.o" -no-pie -z noexecstack -o "$scratch/nolibc_test"
