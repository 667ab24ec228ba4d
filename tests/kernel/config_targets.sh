#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# The configuration targets, and that a build follows the configuration and nothing else.

. "$(dirname "$0")/support.sh"
copy_application helloworld
config=$app/.config

check "a build without a configuration starts from the default one" run build_with
check "and says so" says "starting from the default configuration"
check "the configuration is there" test -e "$config"
check "the image is there" test -s "$build/helloworld_qemu-x86_64"
check "with its debugging twin" test -s "$build/helloworld_qemu-x86_64.dbg"
check "the stripped one has no debugging information" fails sh -c "readelf -S '$build/helloworld_qemu-x86_64' | grep -q debug_info"
check "the configuration was copied" cmp "$config" "$build/config"
check "no warning" says_not warning:

check "a second build" run build_with
check "does nothing" test ! -s "$scratch/output"
cp "$config" "$scratch/first"
touch "$config"
check "a rewritten but equal configuration" run build_with
check "builds nothing" test ! -s "$scratch/output"
check "olddefconfig" run build_with olddefconfig
check "changes nothing" cmp "$config" "$scratch/first"
run build_with
check "and a build after it does nothing" test ! -s "$scratch/output"

# An option of the application: its source is compiled again, the kernel is not.
sed -i 's/CONFIG_APPHELLOWORLD_PRINTARGS=y/# CONFIG_APPHELLOWORLD_PRINTARGS is not set/' "$config"
check "an option of the application is switched off" run build_with
check "its source is compiled again" says "apphelloworld: main.o"
check "that of the kernel is not" says_not "libukboot: boot.o"
check "without a warning" says_not warning:
check "the option took effect" fails grep -q PRINTARGS "$build/include/uk/bits/config.h"
sed -i 's/CONFIG_LIBUKBOOT_MAXNBARGS=.*/CONFIG_LIBUKBOOT_MAXNBARGS=20/' "$config"
check "an option of a library is changed" run build_with
check "the files that mention it are compiled again" says "libukboot: boot.o"
check "others are not" says_not "libnolibc: format.o"
sed -i 's/# CONFIG_APPHELLOWORLD_PRINTARGS is not set/CONFIG_APPHELLOWORLD_PRINTARGS=y/' "$config"
check "an option is switched on" run build_with
check "its source is compiled" says "apphelloworld: main.o"
check "and nothing else" says_not "CXX"
sed -i 's/CONFIG_APPHELLOWORLD_PRINTARGS=y/# CONFIG_APPHELLOWORLD_PRINTARGS is not set/' "$config"
run build_with
sed -i -e '/CONFIG_OPTIMIZE_SIZE/d' -e 's/CONFIG_OPTIMIZE_PERF=y/CONFIG_OPTIMIZE_SIZE=y/' "$config"
check "optimization for size" run build_with
check "reaches the command lines" grep -q -- " -Os " "$build/libukboot/boot.o.cmd"
check "N names the image" run build_with N=other
check "N" test -s "$build/other_qemu-x86_64"

# savedefconfig and defconfig are each other's inverse.
check "savedefconfig" run build_with savedefconfig UK_DEFCONFIG="$scratch/saved"
check "keeps what was chosen" grep -q '^CONFIG_OPTIMIZE_SIZE=y' "$scratch/saved"
check "and the architecture" grep -q '^CONFIG_ARCH_X86_64=y' "$scratch/saved"
cp "$config" "$scratch/second"
rm "$config"
check "defconfig" run build_with defconfig UK_DEFCONFIG="$scratch/saved"
grep '^CONFIG\|is not set' "$config" >"$scratch/got"
grep '^CONFIG\|is not set' "$scratch/second" >"$scratch/wanted"
check "gives the same configuration" diff "$scratch/wanted" "$scratch/got"
cp "$scratch/saved" "$app/defconfig"
rm "$config"
check "a defconfig in the application's folder is the default one" run build_with defconfig
check "it is" grep -q '^CONFIG_OPTIMIZE_SIZE=y' "$config"

mkdir -p "$app/defconfigs"
echo 'CONFIG_UK_NAME="from_folder"' >"$app/defconfigs/one"
check "a relative UK_DEFCONFIG is the application's" run build_with defconfig UK_DEFCONFIG=defconfigs/one
check "and was read" grep -q '^CONFIG_UK_NAME="from_folder"' "$config"

for target in alldefconfig allnoconfig allyesconfig randconfig syncconfig; do
    check "$target" run build_with "$target"
    run build_with olddefconfig
    check "$target is complete" test "$(cat "$scratch/output" | grep -c NEW)" -eq 0
done
run build_with allyesconfig
check "everything at once compiles" run build_with images
check "without a warning" says_not warning:
run build_with distclean
check "distclean removes the configuration" test ! -e "$config"
check "and the build folder" test ! -e "$build"

# Several goals in one call, of both kinds.
check "defconfig and a build in one call" run build_with defconfig all
check "gave an image" test -s "$build/helloworld_qemu-x86_64"
check "clean and a build in one call" run build_with clean all
check "built it all again" says "apphelloworld: main.o"
run build_with clean
check "clean removes the image" test ! -e "$build/helloworld_qemu-x86_64"
check "clean removes objects" test -z "$(find "$build" -name '*.o' -print -quit)"
check "C and O elsewhere" run make -C "$kernel" -j2 A="$app" C="$scratch/elsewhere.config" O="$scratch/far/away" defconfig
check "the configuration went there" test -s "$scratch/elsewhere.config"
check "the build folder was made" test -d "$scratch/far/away/kconfig"

# The tree alone, and what needs no configuration.
check "the tree without an application" run make -C "$kernel" O="$scratch/tree" C="$scratch/tree.config" defconfig
check "knows that" grep -q '^CONFIG_NO_APP=y' "$scratch/tree.config"
check "help" run make -C "$kernel" help
check "print-version" run make -C "$kernel" print-version
check "help leaves nothing behind" test ! -e "$kernel/build"

# The application's own Makefile, as users call it.
cp "$kernel/apps/helloworld/Makefile" "$app/"
check "make in the application's folder" run make -C "$app" UK_ROOT="$kernel" UK_LIBS= UK_BUILD="$app/build" -j2
check "gave an image there" test -s "$app/build/helloworld_qemu-x86_64"
check "properclean there" run make -C "$app" UK_ROOT="$kernel" properclean
check "removed it" test ! -e "$app/build"

# What front ends rely on: step lines and nothing else, and no shell while Config.uk is parsed.
run build_with clean
build_with >"$scratch/steps" 2>/dev/null </dev/null
check "steps are announced in their form" fails grep -vE '^  [A-Z]+ +([a-z0-9_]+: )?[^ ]+$' "$scratch/steps"
check "as many as print-steps says, or more" test "$(wc -l <"$scratch/steps")" -ge "$(build_with print-steps)"
check "Config.uk files run no shell" fails grep -rnF '$(shell' "$kernel" --include=Config.uk
rm -rf "$build/kconfig"
check "kconfig-files" run build_with kconfig-files
check "writes the lists" test -s "$build/kconfig/libs.uk" -a -s "$build/kconfig/app.uk"
check "in their form" grep -qxF 'source "$(UK_BASE)/lib/*/Config.uk"' "$build/kconfig/libs.uk"
check "that of the application, too" grep -qxF "source \"$app/Config.uk\"" "$build/kconfig/app.uk"

# Another compiler.
if command -v clang >/dev/null; then
    check "clang builds it" run build_with COMPILER=clang
    check "without a warning" says_not warning:
    check "all of it" grep -q '^clang ' "$build/libnolibc/format.o.cmd"
    sed -i 's/# CONFIG_OPTIMIZE_LTO is not set/CONFIG_OPTIMIZE_LTO=y/' "$config"
    check "but not with link-time optimization" fails build_with COMPILER=clang
    check "and says so" says "CONFIG_OPTIMIZE_LTO works with GCC only"
fi
finish
