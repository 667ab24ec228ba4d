// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Test results, boot timelines and crash reports for programs. Times are seconds of the guest's
// clock, addresses strings ("0x…"), records numbers from 0; what is not known is null.
#pragma once

#include <QJsonObject>

namespace kiln {

class BootTimeline;
class TestResults;
struct CrashReport;

/// suites, suites_failed, cases, …; "results": suites with cases with expectations.
[[nodiscard]] QJsonObject toJson(const TestResults &results);
/// boot (seconds until main), "phases", "steps" (with their durations), "slowest".
[[nodiscard]] QJsonObject toJson(const BootTimeline &timeline);
/// kind, headline, explanation, registers, "addresses" with their places.
[[nodiscard]] QJsonObject toJson(const CrashReport &report);

} // namespace kiln
