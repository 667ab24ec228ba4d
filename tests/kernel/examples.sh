#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# helloworld and logdemo on every machine and by both boot protocols, without acceleration.

. "$(dirname "$0")/support.sh"
qemu=$(command -v qemu-system-x86_64) || {
    echo "qemu-system-x86_64 is not on PATH (Debian: apt install qemu-system-x86)" >&2
    exit 1
}

# boot MACHINE IMAGE ARGUMENTS: the status is QEMU's, 2 v + 1 for a guest that reported v.
boot() {
    run timeout 60 "$qemu" -M "$1" -accel tcg -m 16 -nodefaults -display none -serial stdio -no-reboot \
        -device isa-debug-exit,iobase=0xf4,iosize=4 -kernel "$2" -append "$3"
}

copy_application helloworld
check "helloworld builds" run build_with
multiboot=$build/helloworld_qemu-x86_64
cp "$multiboot" "$scratch/multiboot"
sed -i 's/CONFIG_KVM_BOOT_PROTO_MULTIBOOT=y/CONFIG_KVM_BOOT_PROTO_PVH=y/' "$app/.config"
check "helloworld builds for PVH" run build_with
cp "$build/helloworld_qemu-x86_64" "$scratch/pvh"

for protocol in multiboot pvh; do
    for machine in pc q35 microvm; do
        text="$protocol on $machine"
        check "$text boots and powers off" boot "$machine" "$scratch/$protocol" "one 'two words' \"three\""
        check "$text says hello" says "Hello world!"
        check "$text has its arguments" says '"one" "two words" "three"'
    done
done

copy_application logdemo
check "logdemo builds" run build_with defconfig all
image=$build/logdemo_qemu-x86_64
check "logdemo runs" boot microvm "$image" ""
for level in dbg: Info: Warn: ERR: CRIT:; do
    check "a message of level $level" grep -qE "^\[ +[0-9]+\.[0-9]{6}\] $level +\[applogdemo\] <main.c @ +[0-9]+> " "$scratch/output"
done
check "output without a level" says "a line in two pieces"
check "a long message is whole" grep -qE 'Info: .*[a-z]{1000}.?$' "$scratch/output"

status_of() { # ARGUMENTS STATUS
    boot microvm "$image" "$1"
    [ $? -eq "$2" ]
}
check "return 0 is success" status_of "return 0" 0
check "return 3 is reported" status_of "return 3" 7
check "exit 7 is reported" status_of "exit 7" 15
check "the largest status" status_of "exit 125" 251
check "an unknown argument is told" status_of "nonsense" 5
check "by name" says "'nonsense' is no argument"

for crash in pagefault call code divide opcode stack assert cassert abort; do
    check "$crash is a failure for whoever waits" status_of "$crash" 255
    case $crash in
    pagefault) says_this="write_nowhere" ;;
    call) says_this="crash" ;;
    code) says_this="write_code" ;;
    divide) says_this="divide_by_zero" ;;
    opcode) says_this="invalid_opcode" ;;
    stack) says_this="recurse" ;;
    assert) says_this="kernel_assertion" ;;
    cassert) says_this="crash.c" ;;
    abort) says_this="Aborted" ;;
    esac
    check "$crash: the report names $says_this" says "$says_this"
done

boot microvm "$image" "sleep 500"
check "nanosleep sleeps" says "slept for 500 ms"
check "as long as it should" awk '
    /Calling main/ { sub(/^\[ */, ""); sub(/\].*/, ""); begin = $0 }
    /main returned/ { sub(/^\[ */, ""); sub(/\].*/, ""); end = $0 }
    END { exit !(end - begin > 0.5 && end - begin < 2) }' "$scratch/output"

# Input: the guest reads lines and repeats them. What arrives before its console works is lost.
{
    sleep 2
    printf 'first\rsecond\rend\r'
    sleep 1
} | timeout 60 "$qemu" -M pc -accel tcg -m 16 -nodefaults -display none -serial stdio \
    -no-reboot -kernel "$image" -append echo >"$scratch/output" 2>&1
check "the console's input is read" says "read: first"
check "line by line" says "read: second"
finish
