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
make_it() { build_with L="$libs/flags:$libs/origins:$libs/each" "$@"; }

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
for name in renamed second local; do pack "$name"; done
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

file "$app/main.c" <<<'int cloned(void); int user_of_whole(void); int main(void) { return cloned() - user_of_whole(); }'

export UK_DOWNLOADS=$scratch/kept
image=$build/helloworld_qemu-x86_64
for target in fetch prepare preprocess; do check "make $target" run make_it "$target"; done
check "fetch brought what was asked for" test -e "$build/libas/other-name.tar.gz" -a -e "$build/libsecond/second.tar.gz"
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
for library in libas:renamed libsecond:second libhere:local libcloned:cloned; do
    check "${library%:*} has what was fetched for it" run sh -c "nm '$build/${library%:*}.o' | grep -qi ' t ${library#*:}'"
done
for library in libflags libukboot libhere; do
    check "$library has the source of every library" run sh -c "nm '$build/$library.o' | grep -q in_each_library"
done
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
