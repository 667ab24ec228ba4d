#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# The parts of the contract that build_contract.sh leaves out: each in a library of its own, made here. A flag
# or a header that does not arrive is an error of the compiler's.

. "$(dirname "$0")/support.sh"
copy_application helloworld
libs=$scratch/libs
mkdir -p "$libs" "$scratch/kept"
make_it() { build_with L="$libs/flags:$libs/origins:$libs/each:$libs/shapes" "$@"; }

file() { # PATH: its content is standard input
    mkdir -p "$(dirname "$1")"
    cat >"$1"
}

# Headers and flags of one language, of one file, of the whole build; questions about the compiler.
file "$libs/flags/Makefile.uk" <<'END'
$(eval $(call addlib,libflags))
LIBFLAGS_CXXINCLUDES-y += -I$(LIBFLAGS_BASE)/for_cxx
LIBFLAGS_ASINCLUDES-y += -I$(LIBFLAGS_BASE)/for_as
LIBFLAGS_ONE_FLAGS-y += -DOF_ONE
LIBFLAGS_ONE_INCLUDES-y += -I$(LIBFLAGS_BASE)/for_one
CFLAGS-y += -DOF_ALL_C
CXXFLAGS-y += -DOF_ALL_CXX
ASFLAGS-y += -DOF_ALL_AS
CINCLUDES-y += -I$(LIBFLAGS_BASE)/for_all_c
CXXINCLUDES-y += -I$(LIBFLAGS_BASE)/for_all_cxx
ASINCLUDES-y += -I$(LIBFLAGS_BASE)/for_all_as
LIBFLAGS_CFLAGS-y += -DUPPER_$(call uc,abz)
LIBFLAGS_CFLAGS-$(call have_clang) += -DIS_CLANG
LIBFLAGS_CFLAGS-$(call clang_version_ge,9,0) += -DIS_CLANG_9
LIBFLAGS_CFLAGS-$(call clang_version_ge,999,0) += -DIS_CLANG_999
LIBFLAGS_SRCS-y += $(LIBFLAGS_BASE)/one.c $(LIBFLAGS_BASE)/other.c $(LIBFLAGS_BASE)/plus.cpp $(LIBFLAGS_BASE)/as.S
UK_PREPROCESS-y += $(LIBFLAGS_BUILD)/made.h
LIBFLAGS_CINCLUDES-y += -I$(LIBFLAGS_BUILD)
LIBFLAGS_CLEAN-y += $(LIBFLAGS_BUILD)/made.h
$(LIBFLAGS_BUILD)/made.h:
	$(call verbose_cmd,MAKE,libflags: made.h,mkdir -p $(dir $@) && echo '#define MADE' > $@)
END
for place in cxx as one all_c all_cxx all_as; do
    file "$libs/flags/for_$place/$place.h" <<<"#define HAS_$place"
done
file "$libs/flags/one.c" <<'END'
#include <all_c.h>
#include <made.h>
#include <one.h>
#if !defined OF_ONE || !defined OF_ALL_C || !defined UPPER_ABZ || !defined HAS_one || !defined MADE
#error a flag did not arrive
#endif
#if defined OF_ALL_CXX || defined OF_ALL_AS || __has_include(<cxx.h>) || __has_include(<as.h>)
#error a flag of another language arrived
#endif
#ifdef __clang__
#if !defined IS_CLANG || !defined IS_CLANG_9 || defined IS_CLANG_999
#error wrong answers about clang
#endif
#elif defined IS_CLANG || defined IS_CLANG_9
#error GCC was taken for clang
#endif
END
file "$libs/flags/other.c" <<'END'
#if defined OF_ONE || __has_include(<one.h>)
#error a flag of another file arrived
#endif
END
file "$libs/flags/plus.cpp" <<'END'
#include <all_cxx.h>
#include <cxx.h>
#if !defined OF_ALL_CXX || defined OF_ALL_C || __has_include(<all_c.h>)
#error wrong flags for C++
#endif
END
file "$libs/flags/as.S" <<'END'
#include <all_as.h>
#include <as.h>
#if !defined OF_ALL_AS || defined OF_ALL_CXX
#error wrong flags for the assembler
#endif
.section .note.GNU-stack, "", %progbits
END

# Sources from elsewhere: under another name, by a second address, from an archive that is there, by git.
pack() { # NAME: an archive of NAME/NAME.c
    file "$scratch/$1/$1.c" <<<"int $1(void); int $1(void) { return 1; }"
    tar -C "$scratch" -czf "$scratch/$1.tar.gz" "$1"
}
for name in renamed second third local; do pack "$name"; done
git init -q "$scratch/cloned"
file "$scratch/cloned/cloned.c" <<<"int cloned(void); int cloned(void) { return 1; }"
git -C "$scratch/cloned" add -A
git -C "$scratch/cloned" -c user.name=x -c user.email=x@example.org commit -qm x
git -C "$scratch/cloned" tag v1
file "$libs/origins/Makefile.uk" <<END
\$(eval \$(call addlib,libas))
\$(eval \$(call fetchas,libas,file://$scratch/renamed.tar.gz,other-name.tar.gz))
LIBAS_SRCS-y += \$(LIBAS_ORIGIN)/renamed/renamed.c
\$(eval \$(call addlib,libsecond))
\$(eval \$(call fetch2,libsecond,file://$scratch/missing/second.tar.gz,file://$scratch/second.tar.gz))
LIBSECOND_SRCS-y += \$(LIBSECOND_ORIGIN)/second/second.c
\$(eval \$(call addlib,libthird))
\$(eval \$(call fetchas2,libthird,file://$scratch/missing/third.tar.gz,file://$scratch/third.tar.gz,name-of-third.tar.gz))
LIBTHIRD_SRCS-y += \$(LIBTHIRD_ORIGIN)/third/third.c
\$(eval \$(call addlib,libhere))
\$(eval \$(call unarchive,libhere,$scratch/local.tar.gz))
LIBHERE_SRCS-y += \$(LIBHERE_ORIGIN)/local/local.c
\$(eval \$(call addlib,libcloned))
\$(eval \$(call clone,libcloned,file://$scratch/cloned,v1))
LIBCLONED_SRCS-y += \$(LIBCLONED_ORIGIN)/cloned.c
END

# A source for every library, and an archive for the image.
file "$libs/each/Makefile.uk" <<'END'
$(eval $(call addlib,libeach))
EACHOLIB_SRCS-y += $(LIBEACH_BASE)/each.c
UK_ALIBS-y += $(LIBEACH_BUILD)/whole.a
LIBEACH_SRCS-y += $(LIBEACH_BASE)/user.c
$(LIBEACH_BUILD)/whole.a: $(LIBEACH_BASE)/whole.c
	$(call build_cmd,CC,libeach,$(LIBEACH_BUILD)/whole-member.o,$(CC) -c -ffreestanding -fno-PIC -mno-red-zone $< -o $(LIBEACH_BUILD)/whole-member.o)
	$(call build_cmd,AR,libeach,$@,$(AR) rcs $@ $(LIBEACH_BUILD)/whole-member.o)
LIBEACH_CLEAN-y += $(LIBEACH_BUILD)/whole.a
END
file "$libs/each/each.c" <<<'static const char in_each_library[] __attribute__((used)) = "each";'
file "$libs/each/user.c" <<<'int from_whole(void); int user_of_whole(void); int user_of_whole(void) { return from_whole(); }'
file "$libs/each/whole.c" <<<'int from_whole(void); int from_whole(void) { return 1; }'

# A library that keeps the folders of its sources; one whose linker scripts, made and as they are, reach the
# image; the system calls that libraries provide, as the list from which another one makes its source; a
# platform and its library without a switch.
file "$libs/shapes/Makefile.uk" <<'END'
$(eval $(call addlib_tree,libtree))
LIBTREE_SRC := $(LIBTREE_BASE)/sources
LIBTREE_SRCS-y += $(LIBTREE_SRC)/left/same.c $(LIBTREE_SRC)/right/same.c
$(eval $(call addlib_tree_s,libnotree,$(CONFIG_LIBNOTREE)))
LIBNOTREE_SRCS-y += $(LIBNOTREE_BASE)/missing.c
$(eval $(call addlib,libscripts))
LIBSCRIPTS_SRCS-y += $(LIBSCRIPTS_BASE)/placed.c $(LIBSCRIPTS_BASE)/made.lds.S $(LIBSCRIPTS_BASE)/plain.ld
UK_PROVIDED_SYSCALLS-y += first-1 second-2
UK_PROVIDED_SYSCALLS-$(CONFIG_LIBNOTREE) += unwanted-3
$(eval $(call addlib,libcalls))
LIBCALLS_SRCS-y += $(LIBCALLS_BUILD)/calls.c
$(LIBCALLS_BUILD)/calls.c:
	$(call build_cmd,MAKE,libcalls,$@,printf 'int call_%s;\n' $(subst -,_,$(UK_PROVIDED_SYSCALLS) $(UK_PROVIDED_SYSCALLS-y)) > $@)
$(eval $(call addplat,names))
$(eval $(call addplatlib,names,libofnames))
LIBOFNAMES_SRCS-y += $(LIBOFNAMES_BASE)/of_names.c
END
file "$libs/shapes/Linker.uk" <<'END'
$(BUILD_DIR)/names: $(NAMES_OLIBS-y)
	$(call build_cmd,NM,,$@,$(NM) $^ > $@)
UK_IMAGES-y += $(BUILD_DIR)/names
END
file "$libs/shapes/sources/left/same.c" <<<'int left(void); int left(void) { return 1; }'
file "$libs/shapes/sources/right/same.c" <<<'int right(void); int right(void) { return 2; }'
file "$libs/shapes/of_names.c" <<<'int of_names(void); int of_names(void) { return 3; }'
file "$libs/shapes/placed.c" <<'END'
__attribute__((section(".placed_made"), used)) static int made = 1;
__attribute__((section(".placed_plain"), used)) static int plain = 2;
END
file "$libs/shapes/made.lds.S" <<'END'
#define PLACE .placed_made
SECTIONS
{
	PLACE : { begin_made = .; KEEP(*(PLACE)) end_made = .; }
}
INSERT AFTER .data;
END
file "$libs/shapes/plain.ld" <<'END'
SECTIONS
{
	.placed_plain : { begin_plain = .; KEEP(*(.placed_plain)) end_plain = .; }
}
INSERT AFTER .data;
END

file "$app/main.c" <<<'int cloned(void); int user_of_whole(void); int main(void) { return cloned() - user_of_whole(); }'

export UK_DOWNLOADS=$scratch/kept
image=$build/helloworld_qemu-x86_64
for target in fetch prepare preprocess; do check "make $target" run make_it "$target"; done
for archive in libas/other-name libsecond/second libthird/name-of-third; do
    check "fetch brought $archive" test -e "$build/$archive.tar.gz"
done
check "preprocess made the header" test -e "$build/libflags/made.h"
check "but compiled nothing" test ! -e "$build/libflags/one.o"
check "make objs" run make_it objs
check "compiled, and linked no image" test -e "$build/libflags/one.o" -a ! -e "$image"
check "make libs" run make_it libs
check "links libraries" test -e "$build/libflags.o" -a ! -e "$image"
check "make images" run make_it images
check "links the image" test -s "$image"
check "without a warning" says_not warning:
for symbol in from_whole cloned; do
    check "$symbol is in the image" run sh -c "nm '$image.dbg' | grep -q ' [tT] $symbol'"
done
for library in libas:renamed libsecond:second libthird:third libhere:local libcloned:cloned; do
    check "${library%:*} has what was fetched for it" run sh -c "nm '$build/${library%:*}.o' | grep -qi ' t ${library#*:}'"
done
for library in libflags libukboot libhere; do
    check "$library has the source of every library" run sh -c "nm '$build/$library.o' | grep -q in_each_library"
done
for side in left right; do
    check "libtree keeps the folder $side" run sh -c "nm '$build/libtree/build/$side/same.o' | grep -q ' T $side'"
    check "and has its function" run sh -c "nm '$build/libtree.o' | grep -q ' T $side'"
done
check "a tree that is switched off is not built" test ! -e "$build/libnotree.o"
for script in made plain; do
    sizes=$(nm "$image.dbg" | awk -v b="begin_$script" -v e="end_$script" '$3 == b || $3 == e { print $1 }' | sort -u | wc -l)
    check "the script $script placed its section" test "$sizes" = 2
done
run make_it VARS=LIBSCRIPTS_LDS-y print-vars
check "both scripts are the library's" says "$build/libscripts/made.lds $libs/shapes/plain.ld"
check "the provided system calls are counted" run sh -c "nm '$build/libcalls.o' | grep -c ' call_' | grep -qx 2"
for name in first_1 second_2; do
    check "and named ($name)" run sh -c "nm '$build/libcalls.o' | grep -q ' [BD] call_$name'"
done
check "a platform without a switch has an image" grep -q " T of_names" "$build/names"
check "and its library is in no other one" run sh -c "! nm '$image.dbg' | grep -q of_names"
check "what was fetched is kept" test -s "$scratch/kept/other-name.tar.gz"
rm "$scratch/renamed.tar.gz"
check "the build folder is removed" run make_it properclean
check "what was kept is taken where the source is gone" run make_it libas
check "print-version" run make_it print-version
check "print-loc" run make_it print-loc
check "clean-libs" run make_it clean-libs
check "leaves no library" test -z "$(find "$build" -maxdepth 1 -name 'lib*.o' -print -quit)"
check "nor what LIB_CLEAN names" test ! -e "$build/libeach/whole.a"
if command -v clang >/dev/null; then
    check "clang" run make_it COMPILER=clang libflags
fi
finish
