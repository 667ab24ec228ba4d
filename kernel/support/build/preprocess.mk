# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Sources that another program writes first: 'file.awk>.c' and 'file.m4>.c' in LIB_SRCS.

preprocess_m4 = $(M4) $(call both,M4INCLUDES) $(call of_lib,M4INCLUDES) $(call of_source,M4INCLUDES) \
	$(call both,M4FLAGS) $(call of_lib,M4FLAGS) $(call of_source,M4FLAGS) $(call of_source,PREPFLAGS) \
	$(source) > $(1)
preprocess_awk = $(AWK) -f $(source) $(call of_lib,AWKFLAGS) $(call of_source,AWKFLAGS) \
	$(call of_source,PREPFLAGS) $(call of_lib,AWKINCLUDES) $(call of_source,AWKINCLUDES) > $(1)
inputs_awk = $(call of_lib,AWKINCLUDES) $(call of_source,AWKINCLUDES)

define preprocess_rule =
$(call make_dir,$(patsubst %/,%,$(dir $(2))))
$(call write_if_changed,$(2).cmd,$(call preprocess_$(1),$(2)))
$(2): $(source) $(2).cmd $(inputs_$(1)) | prepare
	$(call verbose_cmd,$(call uc,$(1)),$(lib): $(call targrelpath,$(lib),$(2)),$(subst $$,$$$$,$(call preprocess_$(1),$(2))))
UK_SRCS-y += $(source)
UK_PREPROCESS-y += $(2)
$(LIB)_CLEAN-y += $(call build_clean,$(2))
uk_steps += $(2)
endef

# $(call preprule_libobj,LIB,SOURCE,SUFFIX,VARIANT): the rule for the written file, then its own
define preprule_libobj =
$(call with_source,$(1),$(2),$(4))$(eval written := $(call src2dst,$(1),$(2),$(3),$(variant),$(subfolder)))\
$(if $(preprocess_$(call fileext,$(2))),,$(error $($(LIB)_BASE)/Makefile.uk: $(2)>$(3): only .awk and .m4 \
files can be run before compiling))$(eval $(call preprocess_rule,$(call fileext,$(2)),$(written)))\
$(call buildrule_libobj,$(1),$(written),$(4))
endef
