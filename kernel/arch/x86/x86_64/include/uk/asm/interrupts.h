/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Interrupt numbers of a PC: how many there are, and which of them no wire uses, so that messages
 * can have them. */

#define __INTERRUPT_COUNT 32
#define __INTERRUPT_MESSAGES_FIRST 25
#define __INTERRUPT_MESSAGES_END 31
