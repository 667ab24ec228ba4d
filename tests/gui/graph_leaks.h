// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For the one source file of a test program that lays out a graph.
#pragma once

/// Read by the leak sanitizer: graphviz 2.42 loses the text of its list of plug-ins.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libgvc\n";
}
