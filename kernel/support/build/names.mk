# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# From names of libraries and sources to files of the build folder and names of variables.

# $(call sub_build_dir,LIB): where LIB's objects go
sub_build_dir = $(addprefix $(BUILD_DIR)/,$(if $($(call uc,$(1))__BUILDTREE),$(notdir $(1))/build,$(notdir $(1))))
sub_libbuild_dir = $(call sub_build_dir,$(1))/$(strip $(2))
mk_sub_build_dir = $(call make_dir,$(call sub_build_dir,$(1)))
mk_sub_libbuild_dir = $(call make_dir,$(call sub_libbuild_dir,$(1),$(2)))

# $(call libname2olib,LIBS), $(call libname2preolib,LIBS): linked libraries after and before their
# symbols are cut to what they export
libname2olib = $(addprefix $(BUILD_DIR)/,$(addsuffix .o,$(1)))
libname2preolib = $(addprefix $(BUILD_DIR)/,$(addsuffix .ld.o,$(1)))

# $(call isprefix,A,B): B when it begins with A
isprefix = $(filter $(1)%,$(2))

# $(call srcrelpath,LIB,SOURCE): SOURCE relative to LIB_SRC for a library that keeps its tree
# (addlib_tree), else its file name. $(call targrelpath,LIB,FILE): the same for built files.
srcrelpath = $(call relative_or_name,$(if $($(call uc,$(1))__BUILDTREE),$($(call uc,$(1))_SRC)),$(2))
targrelpath = $(call relative_or_name,$(if $($(call uc,$(1))__BUILDTREE),$(call sub_build_dir,$(1))),$(2))
relative_or_name = $(if $(and $(1),$(filter $(1)/%,$(2))),$(2:$(1)/%=%),$(notdir $(2)))

# $(call src2dst,LIB,SOURCES,SUFFIX,VARIANT,SUBFOLDER): what SOURCES are built into
src2dst = $(strip $(addprefix $(if $(5),$(call sub_libbuild_dir,$(1),$(5)),$(call sub_build_dir,$(strip $(1))))/,\
	$(addsuffix $(addprefix .,$(4))$(3),$(basename $(call srcrelpath,$(1),$(2))))))
src2obj = $(call src2dst,$(1),$(2),.o,$(3),$(4))
src2lds = $(call src2dst,$(1),$(basename $(2)),.lds,$(3),$(4))
dts2dtb = $(call src2dst,$(1),$(2),.dtb,,$(3))

# $(call out2dep,FILES), $(call src2dep,LIB,SOURCES,VARIANT,SUBFOLDER): dependency files
out2dep = $(patsubst %.o,%.d,$(patsubst %.lds,%.lds.d,$(1)))
src2dep = $(call out2dep,$(call src2obj,$(1),$(2),$(3),$(4)))

# Variables of a library (LIB_NAME), of a source (LIB_FILE_NAME, LIB_FILE_VARIANT_NAME), and the
# global ones a variant uses: isr takes ISR_NAME.
vprefix_lib = $(addprefix $(call uc,$(1))_,$(2))
vprefix_src = $(strip $(call vprefix_lib,$(1),$(addprefix \
	$(call uc,$(basename $(notdir $(2))))_$(if $(3),$(call uc,$(3))_),$(4))))
vprefix_glb = $(if $(filter isr,$(1)),$(addprefix ISR_,$(2)),$(2))
