# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# The final link, for the Linker.uk of a platform. With LIBUKDEBUG_KALLSYMS it is done twice: the
# first image tells the addresses of the functions, of which a table is made that goes into the
# second. The table comes after all functions, so these stay where they are; that they did is checked.
# With OPTIMIZE_PIE one more link, of all that and with relocations kept, tells where the image holds
# addresses; the table of those comes after all other data.

# What the link scripts of all platforms include
image_sections := $(CONFIG_UK_BASE)/plat/kvm/sections.lds

symbol_tool := $(CONFIG_UK_BASE)/lib/ukdebug/symbol-table.awk

# $(call symbol_table,IMAGE,OUTPUT)
symbol_table = $(NM) -n -C $(1) | $(AWK) -f $(symbol_tool) >$(2)

relocation_tool := $(CONFIG_UK_BASE)/lib/ukreloc/relocation-table

# $(call relocation_table,IMAGE)
relocation_table = READELF=$(READELF) AWK=$(AWK) sh $(relocation_tool) $(1)

# $(call fixed_symbols,IMAGE): global symbols that the relocation table must not have moved
fixed_symbols = $(NM) -n $(1) | $(AWK) '$$3 ~ /^uk_reloc_(start|end)$$/ { exit } $$2 ~ /[TRD]/ && $$3 !~ /^(_edata|uk_data_load_end)$$/'

# What may lie beside an image, if its option is set: SUFFIX and the command that makes it
image_extras := $(if $(CONFIG_OPTIMIZE_SYMFILE),sym) $(if $(CONFIG_OPTIMIZE_COMPRESS),gz)
make_sym = $(NM) -n $(1).dbg
make_gz = $(GZIP) -9 -c $(1)

# $(call image_name,SUFFIX): the image's path. A name given for the one image does not fit two.
image_name = $(BUILD_DIR)/$(or $(if $(word 2,$(call both,UK_PLATS)),,$(UK_IMAGE_NAME_OVERWRITE)),$(CONFIG_UK_NAME)_$(1)-$(CONFIG_UK_ARCH))

# $(call image_rules,PLATFORM,LIBRARY,IMAGE,SCRIPT): rules for IMAGE and IMAGE.dbg, linked by SCRIPT from
# what PLATFORM and the whole build have; LIBRARY's build folder takes what comes in between. IMAGE
# is an ELF file without symbols, or with PLATFORM_flat=y the memory as it is to be. Its segments lie at
# multiples of PLATFORM_alignment in the file, by default pages, which Linux maps. With PLATFORM_can_move=y and
# OPTIMIZE_PIE it carries the table that lib/ukreloc reads.
define image_rules =
$(1)_objects := $(call both,$(call uc,$(1))_OLIBS) $(call both,UK_OLIBS)
$(1)_archives := $(call both,$(call uc,$(1))_ALIBS) $(call both,UK_ALIBS)
$(1)_scripts := $($(call uc,$(1))_LD_SCRIPT-y) $(EXTRA_LD_SCRIPT-y)
$(1)_inputs := $$($(1)_objects) $$($(1)_archives) $$($(1)_scripts) $(4) $(image_sections) $(UK_LDEPS)
$(1)_symbols := $(BUILD_DIR)/$(2)/symbols
$(1)_relocations := $(BUILD_DIR)/$(2)/relocations

# $$(call $(1)_link,OUTPUT,FURTHER OBJECTS)
$(1)_link = $$(LD) $$(call both,LDFLAGS) $$(call both,$(call uc,$(1))_LDFLAGS) $$(call both,IMAGE_LDFLAGS) \
	-Wl,-z,max-page-size=$$(or $$($(1)_alignment),4096) -L$(dir $(image_sections)) -Wl,-dT,$(4) $$(addprefix -Wl$$(comma)-T$$(comma),$$($(1)_scripts)) \
	$$($(1)_objects) $$(2) $$(if $$(strip $$($(1)_archives)),-Wl$$(comma)--start-group $$($(1)_archives) -Wl$$(comma)--end-group) -o $$(1)

$(1)_tables :=
ifeq ($(CONFIG_LIBUKDEBUG_KALLSYMS),y)
$(1)_tables := $$($(1)_symbols).o
$$($(1)_symbols).first: $$($(1)_inputs)
	$$(call build_cmd,LD,$(2),$$@,$$(call $(1)_link,$$@))

$$($(1)_symbols).s: $$($(1)_symbols).first $(symbol_tool)
	$$(call build_cmd,SYMBOLS,$(2),$$@,$$(call symbol_table,$$<,$$@))
endif

ifeq ($(CONFIG_OPTIMIZE_PIE)$$($(1)_can_move),yy)
$$($(1)_relocations).first: $$($(1)_inputs) $$($(1)_tables)
	$$(call build_cmd,LD,$(2),$$@,$$(call $(1)_link,$$@,$$(filter-out $$($(1)_inputs),$$^) -Wl$$(comma)--emit-relocs$$(comma)--strip-debug))

$$($(1)_relocations).s: $$($(1)_relocations).first $(relocation_tool)
	$$(call build_cmd,RELOCS,$(2),$$@,$$(call relocation_table,$$<) >$$@)
$(1)_tables += $$($(1)_relocations).o
endif

$$($(1)_symbols).o $$($(1)_relocations).o: %.o: %.s
	$$(call build_cmd,AS,$(2),$$@,$$(AS) -c $$< -o $$@)

$(3).dbg: $$($(1)_inputs) $$($(1)_tables)
	$$(call build_cmd,LD,,$$@,$$(call $(1)_link,$$@,$$($(1)_tables))\
	$$(if $(CONFIG_LIBUKDEBUG_KALLSYMS), && $$(call symbol_table,$$@,$$($(1)_symbols).check) && \
		{ cmp -s $$($(1)_symbols).s $$($(1)_symbols).check || \
		{ echo "$$@: functions moved in the second link. Please report this; LIBUKDEBUG_KALLSYMS=n avoids it" >&2; \
		rm -f $$@; exit 1; }; })\
	$$(if $$(filter $$($(1)_relocations).o,$$($(1)_tables)), && { [ "$$$$($$(call fixed_symbols,$$@))" = \
		"$$$$($$(call fixed_symbols,$$($(1)_relocations).first))" ] || \
		{ echo "$$@: data moved in the last link. Please report this; OPTIMIZE_PIE=n avoids it" >&2; \
		rm -f $$@; exit 1; }; }))

$(1)_final := $$(if $$($(1)_flat),$$(OBJCOPY) -O binary,$$(STRIP) -s) $$(SECT_STRIP_FLAGS) $$(SECT_STRIP_FLAGS-y)
$$(call write_if_changed,$(BUILD_DIR)/$(2)/image.cmd,$$($(1)_final))
$(3): $(3).dbg $(BUILD_DIR)/$(2)/image.cmd
	$$(call build_cmd,SCSTRIP,,$$@,$$($(1)_final) $$< $$(if $$($(1)_flat),,-o) $$@)

$(addprefix $(3).,sym gz): $(3).%: $(3) $(3).dbg
	$$(call build_cmd,$$(call uc,$$*),,$$@,$$(call make_$$*,$(3)) >$$@)

UK_DEBUG_IMAGES-y += $(3).dbg
UK_IMAGES-y += $(3) $(addprefix $(3).,$(image_extras))
$(call uc,$(2))_CLEAN += $$(addprefix $$($(1)_symbols),.first .s .o .check) \
	$$(addprefix $$($(1)_relocations),.first .s .o)
endef
