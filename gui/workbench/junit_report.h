// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Results of unit tests in the XML that continuous integration reads.
#pragma once

#include <QByteArray>
#include <QString>

namespace kiln {

class TestResults;

/// JUnit's XML: one `testsuite` a suite, one `testcase` a case with its time, failed expectations
/// as `failure`, a crash or a suite that could not start as `error`. `name` is the whole run's.
[[nodiscard]] QByteArray junitReport(const TestResults &results, const QString &name);

} // namespace kiln
