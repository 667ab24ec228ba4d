/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Ends the system in the way `name` says. Returns, with -1, for a name that is none. */
int crash(const char *name);
