# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Configuration: what kconf is told, and the targets that run it.

UK_APP := $(CONFIG_UK_APP)
UK_BASE := $(CONFIG_UK_BASE)
# Not N: it names one build's image, the configuration stays as it is.
UK_NAME := $(notdir $(APP_DIR))
HOST_ARCH := $(patsubst aarch64,arm64,$(firstword $(subst -, ,$(MAKE_HOST))))
UK_ARCH := $(or $(call qstrip,$(ARCH)),$(HOST_ARCH))
KCONFIG_CONFIG := $(UK_CONFIG)
KCONFIG_LIB_BASE := $(UK_BASE)/lib
KCONFIG_PLAT_BASE := $(UK_BASE)/plat
KCONFIG_DRIV_BASE := $(UK_BASE)/drivers
KCONFIG_ELIB_DIRS := $(subst $(space),:,$(ELIB_DIR))
KCONFIG_EPLAT_DIRS := $(subst $(space),:,$(EPLAT_DIR))
KCONFIG_EXCLUDEDIRS := $(subst $(space),:,$(IMPORT_EXCLUDEDIRS))
KCONFIG_EAPP_DIR := $(filter-out $(UK_BASE),$(APP_DIR))
KCONFIG_WARN_UNKNOWN_SYMBOLS := 1
# A program that stands in for kconf doesn't look at these.
KCONF_DIALECT := unikraft
KCONF_MESSAGES ?= full
CONFIG_ := CONFIG_

kconf_variables := CONFIG_ KCONFIG_CONFIG KCONFIG_AUTOCONFIG KCONFIG_AUTOHEADER KCONFIG_TRISTATE \
	KCONFIG_WARN_UNKNOWN_SYMBOLS KCONF_DIALECT KCONF_MESSAGES HOST_ARCH BUILD_DIR UK_BASE UK_APP UK_CONFIG UK_FULLVERSION \
	UK_CODENAME UK_ARCH UK_NAME KCONFIG_DIR KCONFIG_LIB_BASE KCONFIG_ELIB_DIRS KCONFIG_PLAT_BASE \
	KCONFIG_EPLAT_DIRS KCONFIG_DRIV_BASE KCONFIG_EAPP_DIR KCONFIG_EXCLUDEDIRS
UK_CONFIG_IN := $(UK_BASE)/Config.uk

# kconf keeps include/config/ in its working directory.
kconf_with = cd $(BUILD_DIR) && env -u srctree $(foreach v,$(kconf_variables),$(v)=$(call shquote,$($(v)))) $(1) $(2)
kconf_run = $(call kconf_with,$(KCONF),$(1))

# The parser's own record of the files and variables the last configuration came from.
-include $(BUILD_DIR)/include/config/auto.conf.cmd

# A relative name belongs to the application's folder, where its Makefile was called.
given_defconfig := $(call qstrip,$(UK_DEFCONFIG))
DEFCONFIG := $(if $(filter-out /%,$(given_defconfig)),$(APP_DIR)/)$(given_defconfig)
ifneq ($(filter defconfig,$(goals)),)
$(if $(DEFCONFIG),$(if $(wildcard $(DEFCONFIG)),,$(error UK_DEFCONFIG=$(DEFCONFIG): no such file. Give the path \
of a default configuration, or leave UK_DEFCONFIG out)))
endif
default_configuration := $(or $(DEFCONFIG),$(wildcard $(CONFIG_DIR)defconfig))

.PHONY: $(config_goals)

defconfig: $(KCONF)
	$(Q)$(call kconf_run,$(if $(default_configuration),--defconfig=$(default_configuration),--alldefconfig) $(UK_CONFIG_IN))

olddefconfig syncconfig alldefconfig oldconfig: $(KCONF)
	$(Q)$(call kconf_run,--$@ $(UK_CONFIG_IN))

# These three answer what they can; what that makes visible takes its default.
randconfig allyesconfig allnoconfig: $(KCONF)
	$(Q)$(call kconf_run,--$@ $(UK_CONFIG_IN))
	$(Q)$(call kconf_run,-s --olddefconfig $(UK_CONFIG_IN))

# The architecture's default follows the host, so a saved file names it; upstream's do, too.
saved_configuration := $(or $(DEFCONFIG),$(CONFIG_DIR)defconfig)
savedefconfig: $(KCONF)
	$(Q)$(call kconf_run,--savedefconfig=$(saved_configuration) $(UK_CONFIG_IN))
	$(Q)for name in CONFIG_ARCH_X86_64 CONFIG_ARCH_ARM_64 CONFIG_UK_NAME; do \
		grep -q "^$$name=" $(saved_configuration) || grep "^$$name=" $(UK_CONFIG) >> $(saved_configuration); \
	done; true

config: oldconfig

# Writes the lists that Config.uk reads and nothing else: for front ends that run kconf themselves.
kconfig-files:
	@:

# Full screen, in the terminal or by another program, which is used if it is there.
menuconfig nconfig: $(KCONF_MENU)
	$(Q)$(call kconf_with,$(KCONF_MENU),menuconfig $(UK_CONFIG_IN))

on_path = $(firstword $(wildcard $(addsuffix /$(1),$(subst :, ,$(PATH)))))
no_window = { echo "$@: $(1)" >&2; exit 1; }
xconfig gconfig:
	$(Q)$(if $(call on_path,kiln-studio),$(call on_path,kiln-studio) $(APP_DIR),$(call no_window,kiln-studio \
	is not on PATH. Install it or add its folder to PATH$(comma) or use 'make oldconfig' (asks in the terminal) \
	or 'make olddefconfig' after editing $(UK_CONFIG)))

# Without a configuration a build starts from the default one.
$(UK_CONFIG): | $(KCONF)
	@echo "$(UK_CONFIG) is not there: starting from the default configuration ('make defconfig')"
	$(Q)$(call kconf_run,-s $(if $(default_configuration),--defconfig=$(default_configuration),--alldefconfig) $(UK_CONFIG_IN))

# At a terminal new options are asked for; elsewhere, as in a build a front end started, they take
# their defaults. An unchanged config.h keeps its time, so a configuration that was only rewritten rebuilds nothing.
$(KCONFIG_AUTOCONFIG): $(UK_CONFIG) $(UK_CONFIG_SOURCES) | $(KCONF)
	@if test -e $(KCONFIG_AUTOHEADER); then cp -p $(KCONFIG_AUTOHEADER) $(KCONFIG_AUTOHEADER).old; fi
	@{ test -t 0 || { $(call kconf_run,-s --olddefconfig $(UK_CONFIG_IN)); }; } && \
	{ $(call kconf_run,-s --syncconfig $(UK_CONFIG_IN)); } || { \
		echo "$(UK_CONFIG): cannot be used as it is. 'make olddefconfig' gives new options their" \
		     "defaults, 'make oldconfig' asks" >&2; exit 1; }
	@if cmp -s $(KCONFIG_AUTOHEADER) $(KCONFIG_AUTOHEADER).old; then \
		mv -f $(KCONFIG_AUTOHEADER).old $(KCONFIG_AUTOHEADER); else rm -f $(KCONFIG_AUTOHEADER).old; fi
	@cmp -s $(UK_CONFIG) $(UK_CONFIG_OUT) || cp $(UK_CONFIG) $(UK_CONFIG_OUT)
	@touch $@
