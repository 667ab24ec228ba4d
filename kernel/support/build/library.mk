# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# One library: its objects linked into one, then its symbols cut to what it exports.

objects_of_lib = $(call of_lib,OBJS) $(call both,EACHOLIB_OBJS)
archives_of_lib = $(strip $(call of_lib,ALIBS) $(call both,EACHOLIB_ALIBS))
needs_of_lib = $(archives_of_lib) $(call of_lib,LDS) $(call of_lib,DTB) $(call of_lib,LDEPS)
grouped = $(if $(archives_of_lib),$(1)--start-group $(archives_of_lib) $(1)--end-group)

# The linker alone is much faster than the compiler driver, which only flags of the library's own
# and link-time optimisation need. The list of objects may be too long for a command line.
lib_own_flags = $(strip $(call of_lib,LDFLAGS) $(call both,LIBLDFLAGS))
lib_link_command = $(strip $(if $(lib_own_flags),$(LD) -nostdlib -Wl$(comma)-r$(comma)--force-group-allocation$(comma)--build-id=none -no-pie \
	$(lib_own_flags) @$(1).objs $(call grouped,-Wl$(comma)) -o $(1),\
	$(LD_PROGRAM) -r -d --force-group-allocation --build-id=none @$(1).objs $(call grouped) -o $(1)))

exports_of_lib = $(call of_lib,EXPORTS)
locals_of_lib = $(call of_lib,LOCALS) $(call both,EACHOLIB_LOCALS)
lib_cut_command = $(strip $(OBJCOPY) $(addprefix --keep-global-symbols=,$(exports_of_lib)) \
	$(addprefix --localize-symbols=,$(locals_of_lib)) $(call both,OBJCFLAGS) $(call of_lib,OBJCFLAGS) $(1) $(2))

define library_rules =
$(call write_if_changed,$(2).objs,$(strip $(objects_of_lib)))
$(call write_if_changed,$(2).cmd,$(call lib_link_command,$(2)))
$(call write_if_changed,$(3).cmd,$(call lib_cut_command,$(2),$(3)))
$(2) $(3): private SHELL := /bin/sh
$(2): $(objects_of_lib) $(needs_of_lib) $(2).objs $(2).cmd
	$(call announce,LD,,$(notdir $(2)))$(call lib_link_command,$(2))
$(3): $(2) $(exports_of_lib) $(locals_of_lib) $(3).cmd
	$(call announce,OBJCOPY,,$(notdir $(3)))$(call lib_cut_command,$(2),$(3))
$(LIB)_CLEAN-y += $(call build_clean,$(2)) $(2).objs $(call build_clean,$(3))
uk_steps += $(2) $(3)
.PHONY: $(1)
$(1): $(3)
endef

# $(call buildrule_olib,LIB)
buildrule_olib = $(call with_source,$(1),none)$(eval $(call library_rules,$(1),$(call libname2preolib,$(1)),$(call libname2olib,$(1))))

# $(call lib_rules,LIB,VARIABLE): rules for LIB's sources and for LIB; adds it to VARIABLE
define lib_rules =
$(foreach s,$(call both,$(call uc,$(1))_SRCS) $(call both,EACHOLIB_SRCS),$(call buildrule_libobj_multitarget,$(1),$(s)))\
$(if $(strip $(call both,$(call uc,$(1))_OBJS)),$(call buildrule_olib,$(1))$(eval $(2) += $(call libname2olib,$(1))),\
$(call verbose_info,$(1) has no sources))
endef
