// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

namespace uk {

/** Prints the banner that the configuration chose, or none, to the console. */
void printBanner();

} // namespace uk
