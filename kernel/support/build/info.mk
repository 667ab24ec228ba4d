# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Questions about a configured build.

.PHONY: print-libs print-objs print-srcs print-lds print-vars print-loc print-steps

print-libs:
	@:$(foreach l,$(uk_all_libs),$(if $(strip $(call both,$(call uc,$(l))_OBJS)),$(info $(l))))

# $(call list_of,NAME): for each library that has any, its name and its files of that kind
list_of = @:$(foreach l,$(uk_all_libs),$(if $(strip $(call both,$(call uc,$(l))_$(1)) $(2)),$(info $(l):)\
	$(foreach f,$(call both,$(call uc,$(l))_$(1)) $(2),$(info $(space)  $(f)))))
print-objs:
	$(call list_of,OBJS,$(call both,EACHOLIB_OBJS))
print-srcs:
	$(call list_of,SRCS,$(call both,EACHOLIB_SRCS))
print-lds:
	$(call list_of,LDS)

# The number of step lines that a build from nothing prints
print-steps:
	@echo $(words $(uk_steps))

print-vars:
	@:$(foreach v,$(sort $(if $(VARS),$(filter $(VARS),$(.VARIABLES)),$(.VARIABLES))),$(if $(filter-out \
	environment% default automatic,$(origin $(v))),$(info [$(origin $(v))] $(v) $(if $(filter simple,$(flavor $(v))),:=,=) \
	$(value $(v)))))

# Lines of source that left code in the image, from its debugging information
print-loc: images
	@for image in $(UK_DEBUG_IMAGES) $(UK_DEBUG_IMAGES-y); do printf '%s: %s lines of code\n' $$(basename $$image .dbg) \
		$$($(OBJDUMP) -dl $$image | grep '^/.*:[0-9]' | sed 's/ (discriminator.*//' | sort -u | wc -l); done
