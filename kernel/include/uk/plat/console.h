/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** The platform's console, and ANSI escape sequences (ECMA-48) for it. */

#include <uk/essentials.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Writes `len` bytes to the kernel console, waiting for the device. Works from the first
 * instructions on, without heap and interrupts. A serial
 * line gets `\r\n` for each `\n`. Returns len. */
int ukplat_coutk(const char *buf, unsigned int len);

/** The same for debug messages: the console of this platform is one device. */
int ukplat_coutd(const char *buf, unsigned int len);

/** Reads up to `maxlen` bytes that have arrived, without waiting. Returns how many, 0 when none; a
 * negative number when no more will ever come. */
int ukplat_cink(char *buf, unsigned int maxlen);

/** Has `arrived(argument)` called once, by an interrupt handler, when there is something for
 * ukplat_cink() to read, at once where there is already. For the next time it has to be asked for
 * again; the last who asked is called. Called with interrupts off. Returns 0, or -ENOTSUP where the
 * console does not interrupt and has to be looked at; so it has where the platform has no such
 * function. */
int ukplat_cink_notify(void (*arrived)(void *argument), void *argument) __weak;

/** Not 0 where whoever types sees it without the guest's doing, as at a terminal of Linux. Where
 * the platform has no such function, the guest has to repeat what arrives. */
int ukplat_console_echoes(void) __weak;

#define __UK_ANSI_INTRO "\033["
#define UK_ANSI_CLEARLINE __UK_ANSI_INTRO "K"
#define UK_ANSI_CLEARSCREEN __UK_ANSI_INTRO "2J"
#define UK_ANSI_HOME __UK_ANSI_INTRO "H"
#define UK_ANSI_UP(n) __UK_ANSI_INTRO STRINGIFY(n) "A"
#define UK_ANSI_DOWN(n) __UK_ANSI_INTRO STRINGIFY(n) "B"
#define UK_ANSI_RIGHT(n) __UK_ANSI_INTRO STRINGIFY(n) "C"
#define UK_ANSI_LEFT(n) __UK_ANSI_INTRO STRINGIFY(n) "D"
#define UK_ANSI_POS(line, column) __UK_ANSI_INTRO STRINGIFY(line) ";" STRINGIFY(column) "H"

#define UK_ANSI_MOD_RESET __UK_ANSI_INTRO "0m"
#define UK_ANSI_MOD_BOLD __UK_ANSI_INTRO "1m"
#define UK_ANSI_MOD_UNDERSCORE __UK_ANSI_INTRO "4m"
#define UK_ANSI_MOD_BLINK __UK_ANSI_INTRO "5m"
#define UK_ANSI_MOD_INVERT __UK_ANSI_INTRO "7m"
#define UK_ANSI_MOD_HIDE __UK_ANSI_INTRO "8m"

#define UK_ANSI_COLOR_BLACK 0
#define UK_ANSI_COLOR_RED 1
#define UK_ANSI_COLOR_GREEN 2
#define UK_ANSI_COLOR_YELLOW 3
#define UK_ANSI_COLOR_BLUE 4
#define UK_ANSI_COLOR_MAGENTA 5
#define UK_ANSI_COLOR_CYAN 6
#define UK_ANSI_COLOR_WHITE 7

#define UK_ANSI_MOD_COLORFG(color) __UK_ANSI_INTRO "3" STRINGIFY(color) "m"
#define UK_ANSI_MOD_COLORBG(color) __UK_ANSI_INTRO "4" STRINGIFY(color) "m"
#define UK_ANSI_MOD_COLOR(fg, bg) __UK_ANSI_INTRO "3" STRINGIFY(fg) ";4" STRINGIFY(bg) "m"

#ifdef __cplusplus
}
#endif
