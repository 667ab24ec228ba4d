// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

namespace nolibc {

/** Returns when a console may have input, which is to be looked at again. A thread lets others run
 * meanwhile. Without a scheduler, or while threads may not change, the processor rests. */
void awaitInput();

} // namespace nolibc
