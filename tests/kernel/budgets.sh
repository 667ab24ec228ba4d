#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# What helloworld costs. The size and the memory are limits; times depend on the machine and are
# only printed.

. "$(dirname "$0")/support.sh"
copy_application helloworld
qemu=$(command -v qemu-system-x86_64) || {
    echo "qemu-system-x86_64 is not on PATH (Debian: apt install qemu-system-x86)" >&2
    exit 1
}

seconds() { # COMMAND...: the wall time of a run
    local begin=${EPOCHREALTIME/./}
    run "$@" || cat "$scratch/output"
    local end=${EPOCHREALTIME/./}
    printf '%d.%03d s' $(((end - begin) / 1000000)) $(((end - begin) / 1000 % 1000))
}

run build_with defconfig
echo "clean build, -j2:        $(seconds build_with)"
echo "nothing to do:           $(seconds build_with)"
touch "$app/main.c"
echo "after touching main.c:   $(seconds build_with)"
touch "$kernel/lib/ukboot/boot.cpp"
echo "after touching boot.cpp: $(seconds build_with)"

image=$build/helloworld_qemu-x86_64
size=$(stat -c %s "$image")
echo "image, stripped:         $size bytes"
check "the image is no larger than 96 KiB" test "$size" -le 98304

boots() { run timeout 20 "$qemu" -M microvm -accel tcg -m "$1K" -nodefaults -display none -serial stdio -no-reboot \
    -kernel "$image" && says "Hello world!"; }
low=0 high=16384
while ((high - low > 64)); do
    middle=$(((low + high) / 2))
    if boots "$middle"; then high=$middle; else low=$middle; fi
done
echo "least memory, microvm:   $high KiB"
check "1,280 KiB are enough" boots 1280

# With the choice made before anything else, as somebody does who wants a small image.
run build_with clean
echo "CONFIG_OPTIMIZE_SIZE=y" >"$app/.config"
run build_with olddefconfig
run build_with
small=$(stat -c %s "$image")
echo "optimized for size:      $small bytes"
check "the image for size is no larger than 32 KiB" test "$small" -le 32768
check "and boots" boots 4096
finish
