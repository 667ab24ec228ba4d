# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Sources from elsewhere: fetched, checked, unpacked, patched. Each step leaves a stamp in the
# library's build folder: .chksum, .origin, .patched.

# $(call in_lib,LIB,FILE): FILE of the library's build folder
in_lib = $(BUILD_DIR)/$(1)/$(2)

# $(call fetch,LIB,URL), $(call fetch2,LIB,URL,SECOND URL): an archive under the name the URL ends in;
# $(call fetchas,LIB,URL,NAME), $(call fetchas2,LIB,URL,SECOND URL,NAME): under NAME.
# LIB_ORIGIN_{MD5,SHA1,SHA256,SHA512}, set before, are checked.
fetch = $(call fetch_rules,$(1),$(2),,$(notdir $(2)))
fetch2 = $(call fetch_rules,$(1),$(2),$(3),$(notdir $(2)))
fetchas = $(call fetch_rules,$(1),$(2),,$(3))
fetchas2 = $(call fetch_rules,$(1),$(2),$(3),$(4))

origin_sums = $(foreach k,MD5 SHA1 SHA256 SHA512,$(addprefix $(k):,$(call qstrip,$($(call uc,$(1))_ORIGIN_$(k)))))

define fetch_rules =
$(call make_dir,$(BUILD_DIR)/$(1))
$(call in_lib,$(1),$(4)):
	$(call verbose_cmd,FETCH,$(1): $(4),sh $(SCRIPTS_DIR)/fetch-archive $$@ '$(2)' $(if $(3),'$(3)'))
$(call write_if_changed,$(call in_lib,$(1),.chksum.cmd),sums: $(call origin_sums,$(1)))
$(call in_lib,$(1),.chksum): $(call in_lib,$(1),$(4)) $(call in_lib,$(1),.chksum.cmd)
	$(call verbose_cmd,CHECK,$(1): $(4),sh $(SCRIPTS_DIR)/check-sums $$< '$(2)' $(call origin_sums,$(1)) && touch $$@)
$(call unarchive,$(1),$(call in_lib,$(1),$(4)),$(call in_lib,$(1),.chksum))
UK_FETCH-y += $(call in_lib,$(1),.chksum)
endef

# $(call unarchive,LIB,ARCHIVE,FURTHER DEPENDENCIES): unpacks into LIB's origin folder, LIB_ORIGIN
define unarchive =
$(eval $(call uc,$(1))_ORIGIN := $(call in_lib,$(1),origin))
$(call in_lib,$(1),.origin): $(2) $(3)
	$(call verbose_cmd,UNPACK,$(1): $(notdir $(2)),rm -rf $(call in_lib,$(1),origin) && \
		mkdir -p $(call in_lib,$(1),origin) && $(if $(filter %.zip,$(2)),$(UNZIP) -d $(call in_lib,$(1),origin) $(2),\
		$(TAR) -xf $(2) -C $(call in_lib,$(1),origin)) && touch $$@)
$(call origin_files,$(1))
endef

# $(call clone,LIB,URL,BRANCH OR TAG)
define clone =
$(eval $(call uc,$(1))_ORIGIN := $(call in_lib,$(1),origin))
$(call make_dir,$(BUILD_DIR)/$(1))
$(call in_lib,$(1),.origin):
	$(call verbose_cmd,CLONE,$(1): $(2) $(3),rm -rf $(call in_lib,$(1),origin) && \
		$(GIT) clone -q --recurse-submodules --depth 1 --branch $(3) $(2) $(call in_lib,$(1),origin) && touch $$@)
$(call origin_files,$(1))
endef

# Files of the origin folder come into being with the stamp.
define origin_files =
UK_FETCH-y += $(call in_lib,$(1),.origin)
.PRECIOUS: $(call in_lib,$(1),origin)
$(call in_lib,$(1),origin/%): $(call in_lib,$(1),.origin) ;
endef

# $(call patch,LIB,FOLDER OF PATCHES,FOLDER BELOW ORIGIN): applies every file of the folder, sorted
define patch =
$(call in_lib,$(1),.patched): $(call in_lib,$(1),.origin) $(sort $(wildcard $(2)/*))
	$(call verbose_cmd,PATCH,$(1): $(notdir $(2)),sh $(SCRIPTS_DIR)/apply-patches \
		$(call in_lib,$(1),origin/$(3)) $(sort $(wildcard $(2)/*)) && touch $$@)
UK_FETCH-y += $(call in_lib,$(1),.patched)
endef
