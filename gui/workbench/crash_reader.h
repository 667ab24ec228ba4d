// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds the reports of crashes in a log.
#pragma once

#include "workbench/crash_report.h"
#include "workbench/log_walker.h"

#include <QVector>

#include <optional>

namespace kiln {

/// Knows the dumps of upstream (x86_64, arm64; 0.5 to 0.17) and of the bundled tree, failed
/// assertions, and kernels that give up with a message. Only messages of the kernel count, not what
/// an application prints without a level.
class CrashReader : public LogAnalyser
{
public:
    void clear() override;
    void take(qsizetype record, const LogPiece &piece) override;
    /// Nothing follows. Kernels that print errors only don't say at their end that they have
    /// crashed: when the last message of all levels is a critical one outside of a dump, it says
    /// why.
    void finish();

    /// In order; the last one may not be complete.
    [[nodiscard]] const QVector<CrashReport> &reports() const { return m_reports; }
    /// Where the kernel said its table of constructors is: tells where a position-independent image
    /// runs.
    [[nodiscard]] std::optional<quint64> constructorTable() const { return m_constructorTable; }
    /// Rises with each change.
    [[nodiscard]] int revision() const { return m_revision; }

    /// More crashes of one log are not read: the kernel crashes while it crashes.
    static constexpr qsizetype mostReports = 16;

private:
    struct LastWords
    {
        qsizetype record = -1;
        QString message;
        QString file;
        int line = 0;
        QString library;
    };

    void begin(qsizetype record, const LogPiece &piece, const QString &message);
    void extend(CrashReport &report, qsizetype record, const QString &message);
    bool readRegisters(CrashReport &report, qsizetype record, const QString &message);
    bool readTrace(CrashReport &report, qsizetype record, const QString &message);
    bool readRow(CrashReport &report, qsizetype record, const QString &message);
    void end(qsizetype record);
    void panic();
    [[nodiscard]] CrashReport *open();

    QVector<CrashReport> m_reports;
    LastWords m_lastWords;        ///< the last critical message outside of a report
    bool m_isLastMessage = false; ///< nothing came after it
    bool m_isCodeRow = false;
    std::optional<quint64> m_constructorTable;
    int m_revision = 0;
};

} // namespace kiln
