# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Finds kconf: KCONF=, then PATH, then a build of ../kconfig with the host's compiler.

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
endif
else ifeq ($(wildcard $(KCONF)),)
$(error KCONF=$(KCONF): no such program. Correct the path, or leave KCONF out to have kconf built)
endif
