# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Finds kconf: KCONF=, then PATH, then a build of ../kconfig with the host's compiler. KCONF_MENU is
# the one for `make menuconfig`: where kconf is built here, a second one with its terminal view,
# which alone needs ncurses and is built when it is asked for.

KCONF ?= $(firstword $(wildcard $(addsuffix /kconf,$(subst :, ,$(PATH)))))
KCONF_SOURCE := $(abspath $(CONFIG_UK_BASE)/../kconfig)
KCONF_BUILD := $(KCONFIG_DIR)/kconf-build
HOSTCXX ?= c++

ifeq ($(strip $(KCONF)),)
KCONF := $(KCONFIG_DIR)/kconf
kconf_units := $(patsubst $(KCONF_SOURCE)/%,%,$(wildcard $(KCONF_SOURCE)/src/*.cpp $(KCONF_SOURCE)/src/*/*.cpp \
	$(KCONF_SOURCE)/tool/*.cpp))
kconf_headers := $(wildcard $(addprefix $(KCONF_SOURCE)/,include/kconfig/*.h src/*.h src/*/*.h tool/*.h))
kconf_objects := $(patsubst %.cpp,$(KCONF_BUILD)/%.o,$(kconf_units))

ifeq ($(kconf_units),)
$(KCONF):
	@echo "$(CONFIG_UK_BASE): no kconf: KCONF is not set, none is on PATH, and $(KCONF_SOURCE) is not" \
	      "there to build one from. Give one with KCONF=/path/to/kconf" >&2; exit 1
else
$(foreach d,$(sort $(dir $(kconf_objects))),$(call make_dir,$(patsubst %/,%,$(d))))

$(kconf_objects): $(KCONF_BUILD)/%.o: $(KCONF_SOURCE)/%.cpp $(kconf_headers)
	$(call verbose_cmd,HOSTCXX,kconf: $(notdir $@),$(HOSTCXX) -std=c++20 -O2 \
		-I$(KCONF_SOURCE)/include -I$(KCONF_SOURCE)/src -c $< -o $@)

$(KCONF): $(kconf_objects)
	$(call verbose_cmd,HOSTLD,kconf,$(HOSTCXX) $^ -o $@)

ifneq ($(filter menuconfig nconfig,$(goals)),)
ncurses_flags := $(shell sh $(UK_BUILD_SCRIPTS)/../scripts/ncurses-flags "$(HOSTCXX)" $(KCONFIG_DIR)/ncurses-test)
ifneq ($(ncurses_flags),)
KCONF_MENU := $(KCONFIG_DIR)/kconf-menuconfig
menu_headers := $(wildcard $(KCONF_SOURCE)/terminal/*.h)
menu_units := tool/menuconfig_command.cpp $(patsubst $(KCONF_SOURCE)/%,%,$(wildcard $(KCONF_SOURCE)/terminal/*.cpp))
menu_objects := $(patsubst %.cpp,$(KCONF_BUILD)/menu/%.o,$(menu_units))
$(foreach d,$(sort $(dir $(menu_objects))),$(call make_dir,$(patsubst %/,%,$(d))))

$(menu_objects): $(KCONF_BUILD)/menu/%.o: $(KCONF_SOURCE)/%.cpp $(kconf_headers) $(menu_headers)
	$(call verbose_cmd,HOSTCXX,kconf: $(notdir $@),$(HOSTCXX) -std=c++20 -O2 -pthread -DKCONF_HAS_TERMINAL \
		-I$(KCONF_SOURCE)/include -I$(KCONF_SOURCE)/src -I$(KCONF_SOURCE)/terminal $(ncurses_flags) -c $< -o $@)

$(KCONF_MENU): $(filter-out %/tool/menuconfig_command.o,$(kconf_objects)) $(menu_objects)
	$(call verbose_cmd,HOSTLD,kconf-menuconfig,$(HOSTCXX) -pthread $^ $(ncurses_flags) -o $@)
else
KCONF_MENU := no-ncurses
.PHONY: no-ncurses
no-ncurses:
	@echo "$(filter menuconfig nconfig,$(goals)): kconf is built here, and $(HOSTCXX) can't build its terminal view:" \
	      "ncurses with wide characters is missing. Install its headers (Debian: libncurses-dev, Fedora:" \
	      "ncurses-devel), or use 'make oldconfig' (asks in the terminal), 'make olddefconfig' after editing" \
	      "$(UK_CONFIG), or kiln-studio $(APP_DIR)" >&2; exit 1
endif
endif
endif
else ifeq ($(wildcard $(KCONF)),)
$(error KCONF=$(KCONF): no such program. Correct the path, or leave KCONF out to have kconf built)
endif
KCONF_MENU ?= $(KCONF)
