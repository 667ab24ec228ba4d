// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

// The configuration of the code under test.
#define CONFIG_UKPLAT_MEMREGION_MAX_COUNT 64
