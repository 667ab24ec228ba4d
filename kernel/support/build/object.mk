# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# One object of a library: from a source, its flags and its variant to a rule.
#
# The command a rule runs is written to OBJECT.cmd while make reads its files, and only when it
# has changed. The object depends on that file, so a changed flag rebuilds what it touches, and
# a failed or interrupted compilation is tried again.

# What the source in hand is: LIB, VARIANT and prefixes of variables. Set by with_source.
define with_source =
$(eval lib := $(1))$(eval LIB := $(call uc,$(1)))\
$(eval source := $(2))$(eval variant := $(strip $(3)))\
$(eval OF := $(LIB)_$(call uc,$(basename $(notdir $(2))))$(if $(variant),_$(call uc,$(variant))))\
$(eval ARCH_OF := $(if $(filter isr,$(variant)),ISR_)ARCHFLAGS)\
$(eval subfolder := $($(OF)_SUBBUILD))
endef

# Flags NAME of the whole build, of the library, of the source
both = $($(1)) $($(1)-y)
of_lib = $(call both,$(LIB)_$(1))
of_source = $(call both,$(OF)_$(1))
identity = -D__LIBNAME__=$(lib) -D__BASENAME__=$(notdir $(source)) $(if $(variant),-D__VARIANT__=$(variant))

compile_c = $(CC) $(call both,COMPFLAGS) $(call of_lib,COMPFLAGS) $(call of_source,INCLUDES) \
	$(call of_lib,CINCLUDES) $(call both,CINCLUDES) $(call both,$(ARCH_OF)) \
	$(call both,CFLAGS) $(CFLAGS_EXTRA) $(call of_lib,DEFINES) $(call of_lib,CFLAGS)
compile_cxx = $(CXX) $(call both,COMPFLAGS) $(call of_lib,COMPFLAGS) $(call of_source,INCLUDES) \
	$(call of_lib,CXXINCLUDES) $(call both,CXXINCLUDES) $(call both,$(ARCH_OF)) \
	$(call both,CXXFLAGS) $(CXXFLAGS_EXTRA) $(call of_lib,DEFINES) $(call of_lib,CXXFLAGS)
compile_as = $(AS) $(call both,COMPFLAGS) $(call of_lib,COMPFLAGS) $(call both,ASINCLUDES) \
	$(call of_lib,ASINCLUDES) $(call of_source,INCLUDES) $(call both,$(ARCH_OF)) \
	$(call both,ASFLAGS) $(ASFLAGS_EXTRA) $(call of_lib,DEFINES) $(call of_lib,ASFLAGS)
object_command = $(strip $(compile_$(1)) $(call of_source,FLAGS) $(call both,DBGFLAGS) $(identity) \
	-c $(source) -o $(2) $(call depflags,$(2)))
script_command = $(strip $(AS) -E -P -x assembler-with-cpp $(call both,COMPFLAGS) $(call both,ASINCLUDES) \
	$(call of_lib,ASINCLUDES) $(call of_source,INCLUDES) $(call both,ARCHFLAGS) $(call both,ASFLAGS) \
	$(ASFLAGS_EXTRA) $(call of_lib,DEFINES) $(call of_lib,ASFLAGS) $(call of_source,FLAGS) \
	$(identity) $(source) -o $(1) -MD -MP -MT $(1) -MF $(call out2dep,$(1)))

# $(call forget_old,TARGET,COMMAND): what TARGET depended on under another command counts no more: its
# source may have moved, and make would look for it in vain.
forget_old = $(if $(wildcard $(call out2dep,$(1))),$(if $(call same,$(strip $(file <$(1).cmd)),$(strip $(2))),,\
$(shell rm -f $(call out2dep,$(1)))))

# $(call command_rule,LABEL,TARGET,COMMAND): a rule that runs COMMAND when the source, what it
# includes or COMMAND itself changed. A plain command needs no shell, and /bin/sh starts faster.
define command_rule =
$(if $(rule_of/$(2)),$(error $(lib): $(source) and $(rule_of/$(2)) would both become $(2). Give one \
of them a variant: '$(notdir $(source))|name'))
$(call make_dir,$(patsubst %/,%,$(dir $(2))))
$(call forget_old,$(2),$(3))
$(call write_if_changed,$(2).cmd,$(3))
rule_of/$(2) := $(source)
$(2): private SHELL := /bin/sh
$(2): $(source) $(2).cmd $(call qstrip,$(call of_source,CDEPS)) | preprocess
	$(call announce,$(1),$(lib),$(call targrelpath,$(lib),$(2)))$(subst $$,$$$$,$(3))
UK_SRCS-y += $(source)
UK_DEPS-y += $(call out2dep,$(2))
$(LIB)_CLEAN-y += $(call build_clean,$(2)) $(call out2dep,$(2))
uk_steps += $(2)
endef

define object_rule =
$(call command_rule,$(2),$(3),$(call object_command,$(1),$(3)))
UK_OBJS-y += $(3)
$(LIB)_OBJS-y += $(3)
endef
object_of = $(call src2obj,$(lib),$(source),$(variant),$(subfolder))

make_rule_c = $(call object_rule,c,CC,$(object_of))
make_rule_cxx = $(call object_rule,cxx,CXX,$(object_of))
make_rule_as = $(call object_rule,as,AS,$(object_of))

# A linker script belongs to the platforms of its library, or to every image.
define attach_script =
$(LIB)_LDS-y += $(1)
$(if $(strip $($(LIB)_PLATS)),$(foreach p,$($(LIB)_PLATS),$(if $(filter $(UK_PLAT_$(p)_DEF_LDS),$(source)),\
	$(newline)UK_PLAT_$(p)_DEF_LDS := $(1),$(newline)$(p)_LD_SCRIPT-y += $(1))),EXTRA_LD_SCRIPT-y += $(1))
endef
script_of = $(call src2lds,$(lib),$(source),$(variant),$(subfolder))
define make_rule_lds =
$(call command_rule,LDS,$(script_of),$(call script_command,$(script_of)))
UK_LDS-y += $(script_of)
$(call attach_script,$(script_of))
endef
define make_rule_ld =
$(source): | preprocess
$(call attach_script,$(source))
endef
tree_of = $(call dts2dtb,$(lib),$(source),$(subfolder))
define make_rule_dts =
$(call command_rule,DTC,$(tree_of),$(DTC) -I dts -O dtb -o $(tree_of) $(source))
$(LIB)_DTB-y += $(tree_of)
endef
# A header or a list that a preprocessing step makes: nothing to compile.
make_rule_none = UK_PREPROCESS-y += $(source)

kind_c := c
$(foreach e,cc cpp cxx cp C CPP c++,$(eval kind_$(e) := cxx))
$(foreach e,S s sx,$(eval kind_$(e) := as))
$(foreach e,h hh hpp hp H HPP in uk,$(eval kind_$(e) := none))
kind_ld := ld
kind_dts := dts
kind_of = $(if $(filter %.lds.S,$(1)),lds,$(kind_$(call fileext,$(1))))

# $(call buildrule_libobj,LIB,SOURCE,VARIANT): the rule for one source. A library may bring a
# buildrule_EXT of its own for further kinds (LIB, SOURCE, VARIANT, TARGET).
define buildrule_libobj =
$(call with_source,$(1),$(2),$(3))$(if $(call kind_of,$(2)),$(eval $(make_rule_$(call kind_of,$(2)))),\
$(if $(filter-out undefined,$(flavor buildrule_$(call fileext,$(2)))),\
$(eval $(call buildrule_$(call fileext,$(2)),$(1),$(2),$(3),$(object_of))),\
$(error $($(LIB)_BASE)/Makefile.uk: $(2): no rule for this kind of file. Sources end in \
.c .cc .cpp .cxx .S .s .lds.S .ld .dts; a rule of your own is a buildrule_$(call fileext,$(2)) in \
Makefile.rules)))
endef

# $(call buildrule_libobj_multitarget,LIB,WORD): FILE, FILE|VARIANT..., FILE>SUFFIX
buildrule_libobj_multitarget = $(if $(findstring |,$(2)),\
$(foreach v,$(wordlist 2,99,$(subst |, ,$(2))),$(call buildrule_libobj_preproc,$(1),$(firstword $(subst |, ,$(2))),$(v))),\
$(call buildrule_libobj_preproc,$(1),$(2)))
buildrule_libobj_preproc = $(if $(findstring >,$(2)),\
$(call preprule_libobj,$(1),$(word 1,$(subst >, ,$(2))),$(word 2,$(subst >, ,$(2))),$(3)),\
$(call buildrule_libobj,$(1),$(2),$(3)))
