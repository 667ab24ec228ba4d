/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** What the undefined behaviour sanitizer found. */

#ifdef __cplusplus
extern "C" {
#endif

/** How many places have been reported since the start. A place is reported once. */
unsigned long uk_ubsan_reports(void);

#ifdef __cplusplus
}
#endif
