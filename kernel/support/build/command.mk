# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Recipes that announce what they do.

# $(call build_cmd,LABEL,LIB,TARGET,COMMAND): a recipe line; LIB may be empty
build_cmd = $(call verbose_cmd,$(1),$(if $(2),$(2): )$(strip $(call targrelpath,$(2),$(3))),$(strip $(4)))
# The compiler writes dependency files by itself: COMMAND holds $(call depflags,TARGET).
build_cmd_fixdep = $(build_cmd)
depflags = -MD -MP -MF $(call out2dep,$(1))

# $(call build_clean,TARGETS): what building TARGETS may leave
build_clean = $(foreach t,$(1),$(t) $(t).cmd)

# $(call write_file_deferred,FILE,TEXT): writes FILE when the recipe runs
write_file_deferred = $(if $(UK_DEFERRED_EXPANSION),$(call make_dir,$(patsubst %/,%,$(dir $(1))))$(file >$(1),$(2)),\
	$$(call make_dir,$$(patsubst %/,%,$$(dir $(1))))$$(file >$(1),$(2)))

# $(call announce,LABEL,LIB,FILE): begins a recipe line; unlike verbose_cmd it needs no shell
ifeq ($(BUILD_VERBOSE),0)
announce = @$$(info $$(empty)  $(label_$(1)) $(if $(2),$(2): )$(3))
else
announce =
endif
label_AS := AS     $(empty)
label_CC := CC     $(empty)
label_CXX := CXX    $(empty)
label_LDS := LDS    $(empty)
label_LD := LD     $(empty)
label_OBJCOPY := OBJCOPY
label_DTC := DTC    $(empty)
