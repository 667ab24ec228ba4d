// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#pragma once

namespace uk::linuxu {

/** The signal that a crash ends this process by, SIGABRT unless set: whoever waits for the process
 * sees what Linux reported. */
void setCrashSignal(int signal);

} // namespace uk::linuxu
