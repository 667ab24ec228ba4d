# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Registration: how a Makefile.uk makes its library or platform known.
# All of these are used as $(eval $(call NAME,...)).

define verbose_include =
$(call verbose_info,Including $(1)...)
include $(1)
endef

define verbose_include_try =
$(call verbose_info,Trying to include $(1)...)
-include $(1)
endef

# $(call import_lib,DIR): reads DIR/Makefile.uk with IMPORT_BASE set to DIR, unless E excludes DIR
import_lib = $(if $(filter $(1),$(IMPORT_EXCLUDEDIRS)),$(call verbose_info,$(1) is excluded (E)),$(do_import_lib))
define do_import_lib =
$(if $(wildcard $(1)/Makefile.uk),,$(error $(1)/Makefile.uk: no such file. A library or platform needs \
one; take $(1) out of L or P if it is neither))
IMPORT_BASE := $(1)
$(call verbose_include,$(1)/Makefile.uk)
undefine IMPORT_BASE
endef

# $(call import_all,DIR): DIR/Makefile.uk where there is one, else that of each folder in DIR
import_all = $(if $(wildcard $(1)/Makefile.uk),$(eval $(call verbose_include,$(1)/Makefile.uk)),\
	$(foreach m,$(sort $(wildcard $(1)/*/Makefile.uk)),$(eval $(call import_lib,$(m:/Makefile.uk=)))))

import_linker = $(call verbose_include,$(UK_PLAT_$(call uc,$(1))_LINKER))

# What every kind of library gets: LIB_BASE, LIB_BUILD and the lists of its symbols
define describe_lib =
$(eval $(call uc,$(1))_BASE := $(IMPORT_BASE))
$(eval $(call uc,$(1))_BUILD := $(call sub_build_dir,$(1)))
$(eval $(call uc,$(1))_EXPORTS += $(wildcard $(IMPORT_BASE)/exportsyms.uk))
$(eval $(call uc,$(1))_LOCALS += $(wildcard $(IMPORT_BASE)/localsyms.uk))
endef

# $(call addlib,LIB), $(call addlib_s,LIB,SWITCH): a library, always or when SWITCH is y. A library
# that is switched off still has its LIB_BASE: others may want its headers.
define addlib =
$(call describe_lib,$(1))
$(call mk_sub_build_dir,$(1))
override UK_LIBS += $(1)
endef
addlib_s = $(if $(filter y,$(2)),$(call addlib,$(1)),$(call describe_lib,$(1)))

# A library whose objects keep the folders of its sources below LIB_SRC
define addlib_tree =
$(eval $(call uc,$(1))__BUILDTREE := y)
$(call addlib,$(1))
endef
addlib_tree_s = $(if $(filter y,$(2)),$(call addlib_tree,$(1)),$(call describe_lib,$(1)))

# $(call addplat,PLAT), $(call addplat_s,PLAT,SWITCH): a platform; its Linker.uk links the image
define addplat =
$(eval UK_PLAT_$(call uc,$(1))_BASE := $(IMPORT_BASE))
$(eval UK_PLAT_$(call uc,$(1))_LINKER := $(IMPORT_BASE)/Linker.uk)
$(eval UK_PLAT_$(call uc,$(1))_DEF_LDS :=)
UK_PLATS += $(1)
endef
addplat_s = $(if $(filter y,$(2)),$(call addplat,$(1)))

# $(call addplatlib,PLAT,LIB), $(call addplatlib_s,PLAT,LIB,SWITCH): a library of one platform
define addplatlib =
$(call describe_lib,$(2))
$(if $(filter $(1),$(UK_PLATS) $(UK_PLATS-y)),$(call mk_sub_build_dir,$(2)))
$(eval $(call uc,$(2))_PLATS += $(call uc,$(1)))
$(eval $(call uc,$(1))_LIBS += $(2))
endef
addplatlib_s = $(if $(filter y,$(3)),$(call addplatlib,$(1),$(2)),$(call describe_lib,$(2)))
