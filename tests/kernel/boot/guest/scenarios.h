/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */

#pragma once

/** One thing that this guest can be told to do on its command line. */
struct scenario
{
    const char *name;
    /** Returns the guest's exit status; the words after the name are its arguments. */
    int (*run)(int argc, char *argv[]);
};

/** Tables that end with an empty name. */
extern const struct scenario fault_scenarios[];
extern const struct scenario message_scenarios[];
extern const struct scenario memory_scenarios[];
extern const struct scenario local_scenarios[];
extern const struct scenario clock_scenarios[];
extern const struct scenario initialisation_scenarios[];
extern const struct scenario list_scenarios[];
