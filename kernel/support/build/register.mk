# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Registration: how a Makefile.uk makes its library or platform known. The functions add... and
# import... are used as $(eval $(call NAME,...)): what they set is set while they are expanded, what
# is left for eval is the entry in a list.

# $(call either,SWITCH,A,B): A when SWITCH is y, else B
either = $(if $(filter y,$(1)),$(2),$(3))

# $(call set_for,PREFIX,NAME,ASSIGNMENT,VALUE): variable PREFIX_NAME, PREFIX in upper case
set_for = $(eval $(call uc,$(strip $(1)))_$(2) $(3) $(4))

# $(call verbose_include,FILE), $(call verbose_include_try,FILE): for eval, reads FILE, which must or
# may exist; V=1 tells
verbose_include = $(call verbose_info,read $(1))include $(1)
verbose_include_try = $(if $(wildcard $(1)),$(verbose_include),$(call verbose_info,not there: $(1)))

# $(call import_lib,DIR): reads DIR/Makefile.uk with IMPORT_BASE set to DIR, unless E excludes DIR
import_lib = $(if $(filter $(1),$(IMPORT_EXCLUDEDIRS)),$(call verbose_info,$(1) is excluded (E)),\
	$(if $(wildcard $(1)/Makefile.uk),$(call set_for,import,BASE,:=,$(1))$(call verbose_include,$(1)/Makefile.uk)$(newline)\
	undefine IMPORT_BASE,$(error $(1)/Makefile.uk: no such file. A library or platform needs one; take \
	$(1) out of L or P if it is neither)))

# $(call import_all,DIR): DIR/Makefile.uk where there is one, else that of each folder in DIR
import_all = $(if $(wildcard $(1)/Makefile.uk),$(eval $(call verbose_include,$(1)/Makefile.uk)),\
	$(foreach m,$(sort $(wildcard $(1)/*/Makefile.uk)),$(eval $(call import_lib,$(m:/Makefile.uk=)))))

# $(call import_linker,PLAT): reads the platform's rules for its images
import_linker = $(foreach p,$(call uc,$(1)),$(call verbose_include,$(UK_PLAT_$(p)_LINKER)))

# $(call describe_lib,LIB): what a library has even when it is switched off, since others may want
# its headers: LIB_BASE, LIB_BUILD, and from its folder the lists of symbols that it shows or hides
symbol_lists := EXPORTS=exportsyms.uk LOCALS=localsyms.uk
describe_lib = $(call set_for,$(1),BASE,:=,$(IMPORT_BASE))$(call set_for,$(1),BUILD,:=,$(call sub_build_dir,$(1)))\
	$(foreach l,$(symbol_lists),$(call set_for,$(1),$(firstword $(subst =, ,$(l))),+=,\
	$(wildcard $(IMPORT_BASE)/$(lastword $(subst =, ,$(l))))))

# $(call addlib,LIB), $(call addlib_s,LIB,SWITCH): a library, always or when SWITCH is y
addlib = $(call describe_lib,$(1))$(call mk_sub_build_dir,$(1))override UK_LIBS += $(1)
addlib_s = $(call $(call either,$(2),addlib,describe_lib),$(1))

# $(call addlib_tree,LIB), $(call addlib_tree_s,LIB,SWITCH): a library whose objects keep the folders
# of its sources below LIB_SRC
addlib_tree = $(call set_for,$(1),_BUILDTREE,:=,y)$(addlib)
addlib_tree_s = $(call $(call either,$(2),addlib_tree,describe_lib),$(1))

# $(call addplat,PLAT), $(call addplat_s,PLAT,SWITCH): a platform; its Linker.uk links the image
addplat = $(call set_for,uk_plat_$(1),BASE,:=,$(IMPORT_BASE))\
	$(call set_for,uk_plat_$(1),LINKER,:=,$(IMPORT_BASE)/Linker.uk)$(call set_for,uk_plat_$(1),DEF_LDS,:=)UK_PLATS += $(1)
addplat_s = $(call either,$(2),$(addplat))

# $(call addplatlib,PLAT,LIB), $(call addplatlib_s,PLAT,LIB,SWITCH): a library of one platform
addplatlib = $(call describe_lib,$(2))$(call set_for,$(2),PLATS,+=,$(call uc,$(1)))$(call set_for,$(1),LIBS,+=,$(2))\
	$(if $(filter $(1),$(UK_PLATS) $(UK_PLATS-y)),$(call mk_sub_build_dir,$(2)))
addplatlib_s = $(if $(call either,$(3),y),$(addplatlib),$(call describe_lib,$(2)))
