#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# What Makefile.uk files rely on, tried with an external library that uses all of it.

. "$(dirname "$0")/support.sh"
copy_application helloworld
cp -r "$here/contract" "$scratch/contract"
lib=$scratch/contract

# The library's source comes from an archive, made here, and is patched.
origin() {
    rm -rf "$scratch/origin-1.0"
    mkdir -p "$scratch/origin-1.0"
    printf 'int origin_value(void)\n{\n\treturn 1;\n}\n' >"$scratch/origin-1.0/origin.c"
    tar -C "$scratch" -czf "$scratch/origin-1.0.tar.gz" origin-1.0
    sha256sum "$scratch/origin-1.0.tar.gz" | cut -d' ' -f1
}
export CONTRACT_URL=file://$scratch/origin-1.0.tar.gz
CONTRACT_SHA256=$(origin)
export CONTRACT_SHA256
cp "$here/contract/app/"* "$app/"

make_it() { build_with L="$lib" "$@"; }
check "the application builds with the external library" run make_it
check "its variable is announced" says "CC      libcontract: variant.one.o"
check "a file of another variant is a step of its own" says "CC      libcontract: variant.two.o"
check "the archive was fetched" says "FETCH   libcontract: origin-1.0.tar.gz"
check "and checked" says "CHECK   libcontract: origin-1.0.tar.gz"
check "and unpacked" says "UNPACK  libcontract: origin-1.0.tar.gz"
check "and patched" says "PATCH   libcontract: patches"
check "an awk program wrote a source" says "AWK     libcontract: generated.c"
check "a rule of Makefile.rules made one, too" says "TEXT    libcontract: text.c"
check "no warning" says_not warning:

for stamp in .chksum .origin .patched; do
    check "stamp $stamp" test -e "$build/libcontract/$stamp"
done

check "an exported symbol is global" run sh -c "nm '$build/libcontract.o' | grep -q ' T contract_sum'"
check "another one is not" run sh -c "nm '$build/libcontract.o' | grep -q ' t contract_hidden'"
check "localsyms.uk hides one, too" run sh -c "nm '$build/liblocal.o' | grep -q ' t local_hidden' && nm '$build/liblocal.o' | grep -q ' T local_shown'"
check "the library that is switched off is not built" test ! -e "$build/liboff.o"
check "its headers are known all the same" grep -q "contract/off" "$build/apphelloworld/main.o.cmd"
check "an archive (ALIBS) is linked" run sh -c "nm '$build/helloworld_qemu-x86_64.dbg' | grep -q from_archive"

qemu=$(command -v qemu-system-x86_64 || true)
if [ -n "$qemu" ]; then
    run timeout 30 "$qemu" -M microvm -accel tcg -m 16 -nodefaults -display none -serial stdio -no-reboot \
        -kernel "$build/helloworld_qemu-x86_64"
    check "all parts computed what they should" says "contract 1023 of 1023"
else
    echo "qemu-system-x86_64 is not on PATH (Debian: apt install qemu-system-x86)" >&2
    exit 1
fi

# What has to be built again, and what has not.
check "nothing to do" run make_it
check "and nothing is done" test ! -s "$scratch/output"
touch "$lib/variant.c"
run make_it
check "a touched source is compiled again, with both variants" says "variant.two.o"
check "another one is not" says_not "main.o"
run make_it CONTRACT_FLAG=-DFURTHER
check "a changed flag of one file compiles that file" says "variant.two.o"
check "but not its other variant" says_not "variant.one.o"
touch "$lib/patches/0001-value.patch"
run make_it
check "a touched patch is looked at again" says "PATCH   libcontract"

# UK_*FLAGS reach every compilation; the host's CFLAGS none.
CFLAGS=-DHOST_ONLY run make_it UK_CFLAGS=-DFROM_OUTSIDE objs
check "UK_CFLAGS are used" grep -q -- -DFROM_OUTSIDE "$build/libcontract/variant.one.o.cmd"
check "the environment's CFLAGS are not" fails grep -q -- -DHOST_ONLY "$build/libcontract/variant.one.o.cmd"
run make_it V=1 clean-libcontract libcontract
check "V=1 shows commands" says "-D__LIBNAME__=libcontract -D__BASENAME__=variant.c -D__VARIANT__=one"
check "the library is rebuilt alone" test -e "$build/libcontract.o"

# The targets that answer questions.
run make_it print-libs
check "print-libs" says libcontract
run make_it print-objs
check "print-objs" says "$build/libcontract/variant.one.o"
run make_it print-srcs
check "print-srcs" says "$lib/variant.c|one|two"
run make_it VARS=LIBCONTRACT_BASE print-vars
check "print-vars" says "[file] LIBCONTRACT_BASE := $lib"
run make_it print-lds
check "print-lds" says "$build/libcontract/section.lds"
steps=$(build_with L="$lib" print-steps)
run make_it clean
run make_it
printed=$(grep -cE '^  [A-Z]+ +(lib|app)[^ ]*\.o$|^  [A-Z]+ +[a-z0-9_]+: [^ ]+$' "$scratch/output")
check "print-steps ($steps) counts no more than are printed ($printed)" test "$steps" -le "$printed"
check "fetched sources survived make clean" says_not FETCH

# Excluding with E, for a library of the command line and for one of the tree.
run make_it E="$lib" olddefconfig
check "E takes an external library out" fails grep -q LIBCONTRACT "$app/.config"
run build_with E="$kernel/lib/ukbitops" olddefconfig
check "and one of the tree" fails grep -q LIBUKBITOPS "$app/.config"

# A source that moved: the old build knows it by its old name.
mkdir -p "$lib/moved" && mv "$lib/general.c" "$lib/moved/"
sed -i 's|(LIBCONTRACT_BASE)/general.c|(LIBCONTRACT_BASE)/moved/general.c|' "$lib/Makefile.uk"
check "a source that moved is found in an old build" run make_it
check "and compiled from where it is now" says "general.isr.o"
mv "$lib/moved/general.c" "$lib/" && rmdir "$lib/moved"
sed -i 's|(LIBCONTRACT_BASE)/moved/general.c|(LIBCONTRACT_BASE)/general.c|' "$lib/Makefile.uk"
check "there and back" run make_it

# A platform from outside, beside that of the tree.
mkdir -p "$scratch/plat"
cp "$here/contract/platform/"* "$scratch/plat/"
check "an external platform (P)" run build_with L="$lib" P="$scratch/plat"
check "links an image of its own" run grep -q "T main" "$build/helloworld_listing"
check "its library belongs to it alone" run sh -c "! nm '$build/helloworld_qemu-x86_64.dbg' | grep -q listing_only"
run build_with P="$scratch/plat" olddefconfig
run build_with olddefconfig
check "without P it is gone" fails grep -q PLAT_LISTING "$app/.config"

# What goes wrong in a library.
printf 'x' >>"$scratch/origin-1.0.tar.gz"
run make_it properclean
check "a damaged archive is refused" fails make_it
check "the message says which and what to do" says "its SHA256 is"
CONTRACT_URL=file://$scratch/nothing-1.0.tar.gz
check "an archive that cannot be had" fails make_it
check "says where to put it" says "put the file there by hand"
origin >/dev/null
CONTRACT_URL=file://$scratch/origin-1.0.tar.gz
CONTRACT_SHA256=$(origin)
printf 'LIBCONTRACT_SRCS-y += $(LIBCONTRACT_BASE)/other/variant.c|one\n' >>"$lib/Makefile.uk"
mkdir -p "$lib/other" && cp "$lib/variant.c" "$lib/other/"
check "two sources for one object are refused" fails make_it
check "with the way out" says "Give one of them a variant"
sed -i '$d' "$lib/Makefile.uk"
printf 'LIBCONTRACT_SRCS-y += $(LIBCONTRACT_BASE)/what.xyz\n' >>"$lib/Makefile.uk"
check "a source of an unknown kind is refused" fails make_it
check "and named" says "what.xyz: no rule for this kind of file"
finish
