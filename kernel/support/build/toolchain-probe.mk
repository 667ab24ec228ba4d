# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Asks the compiler what it is, once: the answers live in the build folder until the choice of
# compiler, the configuration or the compiler itself changes.

# CC on the command line is the whole command, such as CC='ccache gcc'.
toolchain_choice := GIVEN_CC=$(call shquote,$(if $(filter command line,$(origin CC)),$(CC))) \
	COMPILER=$(call shquote,$(call qstrip,$(COMPILER))) \
	CROSS_COMPILE=$(call shquote,$(call qstrip,$(CROSS_COMPILE))) \
	LLVM_TARGET_ARCH=$(call shquote,$(call qstrip,$(LLVM_TARGET_ARCH)))
toolchain_probe := $(CONFIG_UK_BASE)/support/scripts/probe-compiler

$(call write_if_changed,$(UK_TOOLCHAIN).choice,$(toolchain_choice))
-include $(UK_TOOLCHAIN).d

$(UK_TOOLCHAIN): $(KCONFIG_AUTOCONFIG) $(UK_TOOLCHAIN).choice $(toolchain_probe)
	@$(toolchain_choice) UK_CONFIG=$(UK_CONFIG) sh $(toolchain_probe) $@
