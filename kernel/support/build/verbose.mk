# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# What the build prints: one line a step, or with V=1 every command.
# The line is "  LABEL   library: file"; README.md, "Front ends", fixes its form.

BUILD_VERBOSE := $(if $(filter command line,$(origin V)),$(or $(V),0),0)
ifeq ($(BUILD_VERBOSE),0)
Q := @
# $(call verbose_cmd,LABEL,TEXT,COMMAND): a recipe line that announces its command
verbose_cmd = @printf '  %-7s %s\n' '$(strip $(1))' '$(strip $(2))' && $(3)
verbose_cmd_inner = printf '  %-7s %s\n' '$(strip $(1))' '$(strip $(2))' && $(3)
verbose_info =
else
Q :=
verbose_cmd = $(3)
verbose_cmd_inner = printf '%s\n' $(call shquote,$(3)) && $(3)
verbose_info = $(info $(1))
endif
ifeq ($(BUILD_VERBOSE),2)
MAKEFLAGS += --warn-undefined-variables
endif
KBUILD_VERBOSE := $(BUILD_VERBOSE)
