# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# The lists that Config.uk reads: which folders hold a Config.uk. Written before the parser starts,
# and only when they change. README.md, "Front ends", fixes their form.

# $(call kept,DIRS): DIRS that hold a Config.uk and were not excluded with E
kept = $(patsubst %/Config.uk,%,$(wildcard $(addsuffix /Config.uk,$(filter-out $(IMPORT_EXCLUDEDIRS),$(1)))))

# $(call list_text,KIND,EXTERNAL DIRS): one pattern for the tree's own folders (or, where one of
# them is excluded, each of them), then the external ones in the order given
internal_dirs = $(patsubst %/Config.uk,%,$(sort $(wildcard $(CONFIG_UK_BASE)/$(1)/*/Config.uk)))
list_text = $(hash) Written by the build; changes are lost.$(if $(filter $(IMPORT_EXCLUDEDIRS),$(internal_dirs)),\
$(foreach d,$(call kept,$(internal_dirs)),$(newline)source "$(d)/Config.uk"),$(newline)source\
 "$$(UK_BASE)/$(1)/*/Config.uk")$(foreach d,$(call kept,$(2)),$(newline)source "$(d)/Config.uk")

application := $(call kept,$(filter-out $(CONFIG_UK_BASE),$(APP_DIR)))
app_text = $(hash) Written by the build; changes are lost.$(foreach d,$(application),$(newline)menu "Application\
 Options"$(newline)source "$(d)/Config.uk"$(newline)endmenu)

$(call write_if_changed,$(KCONFIG_DIR)/libs.uk,$(call list_text,lib,$(ELIB_DIR)))
$(call write_if_changed,$(KCONFIG_DIR)/plats.uk,$(call list_text,plat,$(EPLAT_DIR)))
$(call write_if_changed,$(KCONFIG_DIR)/drivers.uk,$(call list_text,drivers))
$(call write_if_changed,$(KCONFIG_DIR)/app.uk,$(app_text))

# A library that has just been added to the tree is not in the last parse's dependencies.
UK_CONFIG_SOURCES := $(wildcard $(addprefix $(CONFIG_UK_BASE)/,Config.uk lib/*/Config.uk plat/*/Config.uk \
	drivers/*/Config.uk)) $(addprefix $(KCONFIG_DIR)/,libs.uk plats.uk drivers.uk app.uk)
