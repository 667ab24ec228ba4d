# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# The targets a user calls.

.PHONY: fetch prepare preprocess objs libs images clean clean-libs

ifneq ($(filter all images libs objs,$(or $(MAKECMDGOALS),all)),)
ifeq ($(strip $(UK_PLATS) $(UK_PLATS-y)),)
$(error $(UK_CONFIG): no platform is chosen. Enable one under 'Platforms', such as \
CONFIG_PLAT_KVM=y, and run 'make olddefconfig')
endif
ifeq ($(filter y,$(CONFIG_HAVE_BOOTENTRY)),)
$(error $(UK_CONFIG): nothing starts the application. Enable a library that does, such as \
CONFIG_LIBUKBOOT=y, and run 'make olddefconfig')
endif
endif

# The stages of a build. A stage waits for the one before it, whose files may be newer all the same.
fetch: $(call both,UK_FETCH)
prepare: $(call both,UK_PREPARE) | fetch
preprocess: $(call both,UK_PREPROCESS) | prepare
objs: $(call both,UK_OBJS)
libs: $(foreach v,UK_ALIBS UK_OLIBS $(addsuffix _OLIBS,$(call uc,$(call both,UK_PLATS))),$(call both,$(v)))
images: $(call both,UK_DEBUG_IMAGES) $(call both,UK_IMAGES)
all: images
	@:

# Which options each object depends on, found when the objects are there. One that this has not seen,
# because the build ended before, depends on all of them.
config_deps := $(BUILD_DIR)/config-deps
objs libs images: $(config_deps)
$(config_deps): $(UK_OBJS) $(UK_OBJS-y) $(UK_BUILD_SCRIPTS)/../scripts/config-deps.awk
	$(file >$@.list,$(subst $(space),$(newline),$(filter %.d,$(call out2dep,$(filter %.o,$?)))))
	@$(AWK) -v header=$(KCONFIG_AUTOHEADER) -v folder=$(BUILD_DIR)/include/config \
		-f $(UK_BUILD_SCRIPTS)/../scripts/config-deps.awk $@.list && touch $@

# The commands of all objects, for editors and analysers
compile_commands := $(BUILD_DIR)/compile_commands.json
.PHONY: compile_commands.json
compile_commands.json: $(compile_commands)
images: $(compile_commands)
$(compile_commands): $(addsuffix .cmd,$(UK_OBJS) $(UK_OBJS-y)) $(UK_BUILD_SCRIPTS)/../scripts/compile-commands.awk
	$(file >$@.list,$(subst $(space),$(newline),$(filter %.cmd,$^)))
	@$(AWK) -v directory=$(CONFIG_UK_BASE) -f $(UK_BUILD_SCRIPTS)/../scripts/compile-commands.awk $@.list >$@ && rm -f $@.list

# The first stage made these.
$(KCONFIG_AUTOHEADER) $(KCONFIG_AUTOCONFIG) $(UK_CONFIG_OUT): ;

# $(call clean_rule,LIB): the list goes through a file, it may be too long for a command line
define clean_rule =
.PHONY: clean-$(1)
clean-$(1):
	$$(file >$(BUILD_DIR)/$(1).clean,$(call both,$(call uc,$(1))_CLEAN))
	$(call verbose_cmd,CLEAN,$(1),xargs rm -f <$(BUILD_DIR)/$(1).clean && rm -f $(BUILD_DIR)/$(1).clean)
endef
$(foreach l,$(uk_all_libs),$(eval $(call clean_rule,$(l))))

clean-libs: $(addprefix clean-,$(uk_all_libs))
clean: clean-libs
	$(call verbose_cmd,CLEAN,$(BUILD_DIR),rm -f $(UK_CONFIG_OUT) $(compile_commands) $(call build_clean,$(UK_DEBUG_IMAGES) \
		$(UK_DEBUG_IMAGES-y) $(UK_IMAGES) $(UK_IMAGES-y)) $(UK_CLEAN) $(UK_CLEAN-y))
