#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# What people get wrong: each is refused with a message that says where it is and what to do.

. "$(dirname "$0")/support.sh"
copy_application helloworld

check "the application builds at first" run build_with

# A missing compiler.
check "a missing compiler stops the build" fails build_with CROSS_COMPILE=nowhere-
check "the message names it" says "CROSS_COMPILE=nowhere-: nowhere-gcc is not on PATH"
check "and the way out" says "apt install"
check "a missing COMPILER stops the build" fails build_with COMPILER=nocc
check "the message names that, too" says "COMPILER=nocc: nocc is not on PATH"
check "a missing CC stops the build" fails build_with CC="nocc -x"
check "the message names that as well" says "CC=nocc -x: nocc is not on PATH"
sed -i '/CROSS_COMPILE/d' "$app/.config"
echo 'CONFIG_CROSS_COMPILE="nowhere-"' >>"$app/.config"
check "a missing compiler in the configuration stops the build" fails build_with
line=$(grep -n '^CONFIG_CROSS_COMPILE=' "$app/.config" | cut -d: -f1)
check "the message names file and line" says "$app/.config:$line: CONFIG_CROSS_COMPILE=\"nowhere-\": nowhere-gcc"
sed -i '/CROSS_COMPILE/d' "$app/.config"
check "without it the build works again" run build_with

# An error in the application's source.
sed -i 's/return 0;/return nothing;/' "$app/main.c"
check "an error in main.c stops the build" fails build_with
line=$(grep -n 'return nothing' "$app/main.c" | cut -d: -f1)
check "the message names file, line and column" says "$app/main.c:$line:"
check "and what is wrong" says "'nothing' undeclared"
check "the build fails again while the error is there" fails build_with
sed -i 's/return nothing;/return 0;/' "$app/main.c"
check "and works when it is gone" run build_with

# Folders that are no application, or are not there.
mkdir -p "$scratch/empty"
check "a folder that is no application" fails make -C "$kernel" A="$scratch/empty" O="$scratch/o" defconfig
check "the message names what is missing" says "$scratch/empty/Makefile.uk is missing"
check "and shows what one looks like" says "apps/helloworld"
check "a folder that is not there" fails make -C "$kernel" A="$scratch/nothing"
check "is named" says "A=$scratch/nothing: no such folder"
check "a relative path" fails make -C "$kernel" A=apps/helloworld
check "the message gives the absolute one" says "A=$kernel/apps/helloworld"
check "a path with a blank" fails make -C "$kernel" A="$scratch/two words"
check "the message says why" says "blanks in a path"
check "an external library that is not there" fails build_with L="$scratch/nothing"
check "is named as well" says "$scratch/nothing does not exist"
check "a folder in L that is no library" fails build_with L="$scratch/empty"
check "the message names the missing file" says "$scratch/empty/Makefile.uk: no such file"

# Folders that cannot be written. Permissions mean nothing to root, but not even root can make a file
# in /proc.
if [ "$(id -u)" -eq 0 ]; then
    readonly_folder=/proc
else
    readonly_folder=$scratch/readonly
    mkdir -m 555 "$readonly_folder"
fi
check "a read-only build folder" fails make -C "$kernel" A="$app" O="$readonly_folder/build"
check "the message names it" says "cannot create the folder $readonly_folder/build"
check "and the way out" says "O=/path"
check "a read-only folder for the configuration" fails build_with C="$readonly_folder/.config" defconfig
check "the message names the file" says "$readonly_folder/.config"

# Configurations.
printf 'CONFIG_NO_SUCH_OPTION=y\nCONFIG_UK_NAME="named"\n' >"$app/odd"
check "a default configuration with an unknown symbol is read" run build_with UK_DEFCONFIG="$app/odd" defconfig
check "the symbol is reported with file and line" says "$app/odd:1"
check "by name" says "NO_SUCH_OPTION"
check "the rest of it counts" grep -q '^CONFIG_UK_NAME="named"' "$app/.config"
check "a default configuration that is not there" fails build_with UK_DEFCONFIG="$app/none" defconfig
check "is named" says "UK_DEFCONFIG=$app/none: no such file"
echo 'config BROKEN bool bool' >>"$app/Config.uk"
check "a Config.uk with a syntax error" fails build_with olddefconfig
line=$(grep -n BROKEN "$app/Config.uk" | cut -d: -f1)
check "the message names file and line" says "$app/Config.uk:$line"
sed -i '/BROKEN/d' "$app/Config.uk"
run build_with defconfig
sed -i 's/CONFIG_PLAT_KVM=y/# CONFIG_PLAT_KVM is not set/' "$app/.config"
run build_with olddefconfig
check "a configuration without a platform" fails build_with
check "the message says where to choose one" says "$app/.config: no platform is chosen"
run build_with defconfig
check "and nothing is stuck afterwards" run build_with

# A configuration program that is not there, and windows that are not.
check "KCONF that is not there" fails env KCONF="$scratch/kconf" make -C "$kernel" A="$app" O="$build" olddefconfig
check "is named" says "KCONF=$scratch/kconf: no such program"
check "menuconfig without a terminal" fails build_with menuconfig
check "says what to use instead" says "oldconfig"
check "menuconfig without ncurses and without a kconf" fails env -u KCONF PATH=/usr/bin:/bin \
    make -C "$kernel" A="$app" O="$build" HOSTCXX=false menuconfig
check "says what to install" says "libncurses-dev"
check "xconfig without kiln-studio" fails env PATH=/usr/bin:/bin make -C "$kernel" A="$app" O="$build" xconfig
check "says what to use instead" says "make oldconfig"
check "an unknown target" fails build_with nonsense
check "is named" says "nonsense"
finish
