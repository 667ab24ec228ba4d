// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For the one source file of a test program that clones.
#pragma once

/// Read by the leak sanitizer: libgit2 1.5 loses what PCRE2 made for each of its expressions that
/// do not match, and now and then a small structure of its own or of OpenSSL's. Their frames are
/// all that is on the stacks that are kept.
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libpcre2-8\nleak:libgit2\nleak:libcrypto\nleak:libssl\n";
}
