# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# The lists and flags that Makefile.uk files add to. Each NAME is always used, each NAME-y when a
# condition holds: CFLAGS-$(CONFIG_X) += ...

list_variables := UK_FETCH UK_PREPARE UK_PREPROCESS UK_PLATS UK_LIBS UK_ALIBS UK_OLIBS UK_SRCS UK_DEPS \
	UK_OBJS UK_LDS UK_IMAGES UK_DEBUG_IMAGES UK_CLEAN UK_PROVIDED_SYSCALLS EACHOLIB_SRCS EACHOLIB_OBJS \
	EACHOLIB_ALIBS EACHOLIB_LOCALS EXTRA_LD_SCRIPT
flag_variables := ARCHFLAGS ISR_ARCHFLAGS COMPFLAGS ASFLAGS ASINCLUDES CFLAGS CINCLUDES CXXFLAGS CXXINCLUDES \
	DBGFLAGS M4FLAGS M4INCLUDES OBJCFLAGS LDFLAGS LIBLDFLAGS IMAGE_LDFLAGS SECT_STRIP_FLAGS

# Makefiles of applications, and so their callers, know UK_LIBS as a folder.
override UK_LIBS :=

# The host's own CFLAGS and the like are meant for programs of the host.
$(foreach v,$(list_variables) $(flag_variables),$(eval $(v) :=)$(eval $(v)-y :=))

ASFLAGS += -D__ASSEMBLY__ -DCC_VERSION=$(CC_VERSION) $(UK_ASFLAGS)
CFLAGS += -DCC_VERSION=$(CC_VERSION) $(UK_CFLAGS)
CXXFLAGS += -DCC_VERSION=$(CC_VERSION) $(UK_CXXFLAGS)
LDFLAGS += $(UK_LDFLAGS)

# $(call include_everywhere,FOLDER): every source of the build finds headers there
include_everywhere = $(foreach v,ASINCLUDES CINCLUDES CXXINCLUDES,$(eval $(v) += $$(addprefix -I,$(1))))
$(call include_everywhere,$(UK_GENERATED_INCLUDES))
