# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# From names of libraries and sources to files of the build folder and names of variables.

# $(call keeps_tree,LIB): not empty when LIB was added with addlib_tree
keeps_tree = $($(call uc,$(1))__BUILDTREE)

# $(call sub_build_dir,LIB), $(call sub_libbuild_dir,LIB,FOLDER): where LIB's objects go, and a folder
# there; mk_... creates it
sub_build_dir = $(BUILD_DIR)/$(notdir $(1))$(if $(keeps_tree),/build)
sub_libbuild_dir = $(2:%=$(sub_build_dir)/%)
mk_sub_build_dir = $(call make_dir,$(sub_build_dir))
mk_sub_libbuild_dir = $(call make_dir,$(sub_libbuild_dir))

# $(call libname2olib,LIBS), $(call libname2preolib,LIBS): linked libraries after and before their
# symbols are cut to what they export
libname2olib = $(1:%=$(BUILD_DIR)/%.o)
libname2preolib = $(1:%=$(BUILD_DIR)/%.ld.o)

# $(call isprefix,A,B): B when it begins with A
isprefix = $(filter $(1)%,$(2))

# $(call srcrelpath,LIB,SOURCE): SOURCE relative to LIB_SRC for a library that keeps its tree
# (addlib_tree), else its file name. $(call targrelpath,LIB,FILE): the same for built files.
srcrelpath = $(call relative_or_name,$(if $(keeps_tree),$($(call uc,$(1))_SRC)),$(2))
targrelpath = $(call relative_or_name,$(if $(keeps_tree),$(sub_build_dir)),$(2))
relative_or_name = $(if $(and $(1),$(filter $(1)/%,$(2))),$(2:$(1)/%=%),$(notdir $(2)))

# $(call src2dst,LIB,SOURCES,SUFFIX,VARIANT,SUBFOLDER): what SOURCES are built into
src2dst = $(strip $(addprefix $(if $(5),$(call sub_libbuild_dir,$(1),$(5)),$(call sub_build_dir,$(strip $(1))))/,\
	$(addsuffix $(addprefix .,$(4))$(3),$(basename $(call srcrelpath,$(1),$(2))))))
src2obj = $(call src2dst,$(1),$(2),.o,$(3),$(4))
src2lds = $(call src2dst,$(1),$(basename $(2)),.lds,$(3),$(4))
dts2dtb = $(call src2dst,$(1),$(2),.dtb,,$(3))

# $(call out2dep,FILES), $(call src2dep,LIB,SOURCES,VARIANT,SUBFOLDER): dependency files
out2dep = $(foreach f,$(1),$(if $(filter %.lds,$(f)),$(f).d,$(f:.o=.d)))
src2dep = $(call src2dst,$(1),$(2),.d,$(3),$(4))

# Variables of a library (LIB_NAME), of a source (LIB_FILE_NAME, LIB_FILE_VARIANT_NAME), and the
# global ones a variant uses: isr takes ISR_NAME.
vprefix_lib = $(patsubst %,$(call uc,$(1))_%,$(2))
vprefix_src = $(patsubst %,$(call uc,$(1)_$(basename $(notdir $(2)))$(addprefix _,$(3)))_%,$(4))
vprefix_glb = $(2:%=$(addsuffix _,$(call uc,$(filter isr,$(1))))%)
