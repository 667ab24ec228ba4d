/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The configuration as C macros (CONFIG_*), generated from .config by the build. */
#include <uk/bits/config.h>
