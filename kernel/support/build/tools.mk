# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Names of the programs a build runs, as Makefile.uk files know them. The compiler's own come
# from the probe (toolchain.mk).

CPP := $(CC)
CXX := $(CC)
AS := $(CC)
LD := $(CC)
override ARFLAGS := rcs

RM := rm -f
MV := mv -f
CP := cp -f
LN := ln
MKDIR := mkdir
TOUCH := touch
XARGS := xargs
CAT := cat
SED := sed
GREP := grep
READLINK := readlink
DIRNAME := dirname
M4 := m4
AWK := awk
YACC := bison
LEX := flex
PATCH := patch
GZIP := gzip
TAR := tar
UNZIP := unzip -qq -u
GIT := git
WGET := wget -q
PYTHON := python3
DTC := dtc
SHA1SUM := sha1sum -b
SHA256SUM := sha256sum -b
SHA512SUM := sha512sum -b
MD5SUM := md5sum -b

HOSTCC ?= cc
HOSTCXX ?= c++
HOSTAR ?= ar
HOSTLD ?= ld
HOSTLN ?= ln
HOSTNM ?= nm
HOSTOBJCOPY ?= objcopy
$(foreach v,HOSTCC HOSTCXX,$(eval $(v)_NOCCACHE := $$($(v))))
HOSTARCH := $(patsubst aarch64,arm64,$(firstword $(subst -, ,$(MAKE_HOST))))
HOSTOSENV := Linux
SCRIPTS_DIR := $(UK_BUILD_SCRIPTS:/build=/scripts)

# Looked up only by libraries that ask for them.
HOSTUTC = $(shell date -Iseconds -u)
HOSTNAME = $(shell hostname -s)
HOSTUSER = $(shell whoami)

# $(call have_gcc), $(call have_clang): y or n
have_gcc = $(if $(filter GCC,$(CC_NAME)),y,n)
have_clang = $(if $(filter Clang,$(CC_NAME)),y,n)

# $(call cc_version_ge,MAJOR,MINOR): y when the compiler is at least that new, else nothing
cc_version_ge = $(strip $(if $(filter $(1),$(CC_VER_MAJOR)),$(if $(filter $(2),$(cc_minors_up_to)),y),\
	$(if $(filter $(1),$(cc_majors_up_to)),y)))
cc_version_lt = $(if $(call cc_version_ge,$(1),$(2)),,y)
gcc_version_ge = $(if $(filter GCC,$(CC_NAME)),$(call cc_version_ge,$(1),$(2)))
gcc_version_lt = $(if $(filter GCC,$(CC_NAME)),$(call cc_version_lt,$(1),$(2)))
clang_version_ge = $(if $(filter Clang,$(CC_NAME)),$(call cc_version_ge,$(1),$(2)))
clang_version_lt = $(if $(filter Clang,$(CC_NAME)),$(call cc_version_lt,$(1),$(2)))
error_if_gcc_version_lt = $(if $(call gcc_version_ge,$(1),$(2)),,$(error GCC $(1).$(2) or newer is needed, \
	$(CC) is $(CC_INFO). Choose a newer one with CROSS_COMPILE= or COMPILER=))
error_if_clang_version_lt = $(if $(call clang_version_ge,$(1),$(2)),,$(error Clang $(1).$(2) or newer is needed, \
	$(CC) is $(CC_INFO). Choose a newer one with COMPILER=))
