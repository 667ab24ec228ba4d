/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** ISO C 7.23: functions that do not return. */

#ifndef __cplusplus
#define noreturn _Noreturn
#endif
