# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Where things are: the command line's A, O, C, L, P, E and N become absolute, checked paths.
# Read by both stages of the build, so everything here is plain make.

# make cuts its words at blanks, so no path of ours may hold one.
check_path = $(if $(filter-out 1,$(words $(2))),$(error $(1)='$(2)': make cannot handle blanks in a path.\
 Move or link the folder to a path without blanks))
check_absolute = $(if $(filter /%,$(2)),,$(error $(1)='$(2)' is a relative path. Give an absolute one:\
 $(1)=$(CURDIR)/$(2)))

override CONFIG_UK_BASE := $(realpath $(dir $(lastword $(MAKEFILE_LIST)))../..)
$(call check_path,UK_BASE,$(CONFIG_UK_BASE))

# A: the application. Without it the tree itself is configured, with no application.
ifeq ($(origin A),command line)
$(call check_path,A,$(A))
$(call check_absolute,A,$(A))
APP_DIR := $(realpath $(A))
ifeq ($(APP_DIR),)
$(error A=$(A): no such folder. Give the folder of an application: one that holds a Makefile.uk)
endif
ifeq ($(wildcard $(APP_DIR)/Makefile.uk),)
ifneq ($(APP_DIR),$(CONFIG_UK_BASE))
$(error A=$(A): not an application, $(APP_DIR)/Makefile.uk is missing. See \
$(CONFIG_UK_BASE)/apps/helloworld for what an application folder holds)
endif
endif
else
APP_DIR := $(CONFIG_UK_BASE)
endif
override A := $(APP_DIR)
override CONFIG_UK_APP := $(APP_DIR)
override APP_BASE := $(APP_DIR)

# O: what the build writes. It may not exist yet.
ifeq ($(origin O),command line)
$(call check_path,O,$(O))
$(call check_absolute,O,$(O))
BUILD_DIR := $(or $(realpath $(O)),$(abspath $(O)))
else
BUILD_DIR := $(APP_DIR)/build
endif
override O := $(BUILD_DIR)

# C: the configuration file.
ifeq ($(origin C),command line)
$(call check_path,C,$(C))
$(call check_absolute,C,$(C))
UK_CONFIG := $(abspath $(C))
else
UK_CONFIG := $(APP_DIR)/.config
endif
override C := $(UK_CONFIG)
CONFIG_DIR := $(dir $(UK_CONFIG))

# L, P, E: external libraries and platforms, and folders to leave out, separated by colons.
path_list = $(foreach d,$(subst :, ,$(2)),$(call check_absolute,$(1),$(d))$(or $(realpath $(d)),\
$(error $(1)=$(2): $(d) does not exist. Correct the path or take it out of $(1))))
ELIB_DIR := $(if $(filter command line,$(origin L)),$(strip $(call path_list,L,$(L))))
EPLAT_DIR := $(if $(filter command line,$(origin P)),$(strip $(call path_list,P,$(P))))
IMPORT_EXCLUDEDIRS := $(if $(filter command line,$(origin E)),$(strip $(call path_list,E,$(E))))

# N: the image's name, in place of the configured one.
UK_IMAGE_NAME := $(if $(filter command line,$(origin N)),$(call qstrip,$(N)))

# VARIABLE=PATH below the build folder, for everything there that has a fixed place.
build_layout := UK_CONFIG_OUT=config \
	KCONFIG_DIR=kconfig KCONFIG_AUTOCONFIG=kconfig/auto.conf KCONFIG_TRISTATE=kconfig/tristate.config \
	UK_TOOLCHAIN=kconfig/toolchain.mk \
	UK_GENERATED_INCLUDES=include KCONFIG_INCLUDES_DIR=include/uk/bits KCONFIG_AUTOHEADER=include/uk/bits/config.h
$(foreach v,$(build_layout),$(eval $(subst =, := $$(BUILD_DIR)/,$(v))))

# $(call make_dir,DIR): creates DIR while make reads its files; costs nothing once it exists.
make_dir = $(if $(wildcard $(1)/.),,$(if $(shell mkdir -p $(1) 2>/dev/null && echo y),,\
$(error cannot create the folder $(1): the place is read-only or not yours. Give another build \
folder with O=/path (and a configuration file with C=/path/.config))))

# $(call write_if_changed,FILE,TEXT): keeps FILE's time when it already holds TEXT. Blanks do not
# count: some versions of make do not always take off the newline that ends a file.
write_if_changed = $(if $(call same,$(strip $(file <$(1))),$(strip $(2))),,$(if $(shell { true >>$(1); } 2>/dev/null && echo y),\
$(file >$(1),$(2)),$(error cannot write $(1): the place is read-only or not yours. Give another build \
folder with O=/path)))
