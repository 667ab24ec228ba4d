/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/** Prints name and version of the kernel to the console. */
void uk_version(void);

#ifdef __cplusplus
}
#endif
