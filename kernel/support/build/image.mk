# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Second stage: with the configuration and the compiler known, reads every Makefile.uk, makes the
# rules for their sources, libraries and images, and builds.

.SUFFIXES:
.SECONDEXPANSION:
.DELETE_ON_ERROR:
.PHONY: all FORCE
all:

SHELL := $(firstword $(wildcard /bin/bash /usr/bin/bash) /bin/sh)
CONFIG_SHELL := $(SHELL)
UK_BUILD_SCRIPTS := $(dir $(realpath $(lastword $(MAKEFILE_LIST))))
UK_BUILD_SCRIPTS := $(UK_BUILD_SCRIPTS:/=)

include $(addprefix $(UK_BUILD_SCRIPTS)/,strings.mk paths.mk verbose.mk ../../version.mk)
include $(KCONFIG_AUTOCONFIG)
# The configuration names these as text; the build needs what paths.mk found.
override CONFIG_UK_BASE := $(realpath $(UK_BUILD_SCRIPTS)/../..)
override CONFIG_UK_APP := $(APP_DIR)
override ARCH := $(call qstrip,$(CONFIG_UK_ARCH))
CONFIG_UK_ARCH := $(ARCH)
UK_FAMILY := $(if $(filter x86%,$(ARCH)),x86,$(if $(filter arm%,$(ARCH)),arm))
CONFIG_UK_NAME := $(or $(UK_IMAGE_NAME),$(call qstrip,$(CONFIG_UK_NAME)))
UK_IMAGE_NAME_OVERWRITE := $(strip $(subst $(quote),,$(UK_IMAGE_NAME_OVERWRITE)))
include $(UK_TOOLCHAIN)

include $(UK_BUILD_SCRIPTS)/tools.mk
include $(UK_BUILD_SCRIPTS)/variables.mk
include $(UK_BUILD_SCRIPTS)/kernel-flags.mk
include $(UK_BUILD_SCRIPTS)/names.mk
include $(UK_BUILD_SCRIPTS)/register.mk
include $(UK_BUILD_SCRIPTS)/command.mk
include $(UK_BUILD_SCRIPTS)/origin.mk
include $(UK_BUILD_SCRIPTS)/preprocess.mk
include $(UK_BUILD_SCRIPTS)/object.mk
include $(UK_BUILD_SCRIPTS)/library.mk

# Functions that libraries bring for others come before any of their Makefile.uk.
$(foreach m,$(wildcard $(addsuffix Makefile.rules,$(addprefix $(CONFIG_UK_BASE)/,arch/ arch/*/ plat/*/ lib/*/ \
	drivers/*/ drivers/*/*/) $(addsuffix /,$(ELIB_DIR)) $(filter-out $(CONFIG_UK_BASE)/,$(APP_DIR)/))),\
	$(eval $(call verbose_include,$(m))))

-include $(CONFIG_UK_BASE)/arch/$(UK_FAMILY)/Compiler.uk

# The order is upstream's: application, libraries, architecture, drivers, platforms, the tree itself.
$(if $(filter-out $(CONFIG_UK_BASE),$(APP_DIR)),$(eval $(call import_lib,$(APP_DIR))))
$(call import_all,$(CONFIG_UK_BASE)/lib)
$(foreach d,$(ELIB_DIR) $(CONFIG_UK_BASE)/arch/$(UK_FAMILY),$(eval $(call import_lib,$(d))))
$(call import_all,$(CONFIG_UK_BASE)/drivers)
$(call import_all,$(CONFIG_UK_BASE)/plat)
$(foreach d,$(EPLAT_DIR),$(eval $(call import_lib,$(d))))
include $(CONFIG_UK_BASE)/Makefile.uk

include $(UK_BUILD_SCRIPTS)/rules.mk
$(foreach p,$(UK_PLATS) $(UK_PLATS-y),$(eval $(call import_linker,$(p))))
include $(UK_BUILD_SCRIPTS)/targets.mk
include $(UK_BUILD_SCRIPTS)/info.mk
-include $(wildcard $(UK_DEPS) $(UK_DEPS-y))

# Last: tells macros whether make still reads its files or already runs recipes.
UK_DEFERRED_EXPANSION := y
