# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Rules for everything that was registered.

$(foreach l,$(UK_LIBS) $(UK_LIBS-y),$(call lib_rules,$(l),UK_OLIBS-y))
$(foreach p,$(UK_PLATS) $(UK_PLATS-y),$(foreach l,$(call both,$(call uc,$(p))_LIBS),\
	$(call lib_rules,$(l),$(call uc,$(p))_OLIBS-y)))

uk_all_libs := $(foreach p,$(UK_PLATS) $(UK_PLATS-y),$(call both,$(call uc,$(p))_LIBS)) $(UK_LIBS) $(UK_LIBS-y)

# A library's own further rules (Makefile.build)
$(foreach m,$(wildcard $(addsuffix Makefile.build,$(addprefix $(CONFIG_UK_BASE)/,lib/*/ plat/*/) \
	$(addsuffix /,$(ELIB_DIR)) $(filter-out $(CONFIG_UK_BASE)/,$(APP_DIR)/))),$(eval $(call verbose_include,$(m))))
