# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Flags of this tree's own C++: LIBX_CXXFLAGS-y += $(UK_KERNEL_CXXFLAGS). Not global, because
# applications and external libraries may want exceptions, run-time types or another standard.
UK_KERNEL_CXXFLAGS := -std=c++20 -ffreestanding -fno-exceptions -fno-rtti -fno-threadsafe-statics \
	-fno-use-cxa-atexit -fvisibility-inlines-hidden -Wnon-virtual-dtor -Woverloaded-virtual -Wshadow
