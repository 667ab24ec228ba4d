// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds out what an application consists of, for Qt Creator's project tree and code model.
#pragma once

#include "qtc_compat.h"

#include "workbench/background_jobs.h"
#include "workbench/compile_commands.h"
#include "workbench/project.h"

#include <memory>

namespace kiln::creator {

class UnikernelProject;

/// Reads on a worker thread, and runs nothing. GUI thread.
class UnikernelBuildSystem : public BuildSystemBase
{
    Q_OBJECT

public:
    explicit UnikernelBuildSystem(Owner *owner);
    ~UnikernelBuildSystem() override;

    /// What Qt Creator calls it by.
    [[nodiscard]] static QString systemName();
    void triggerParsing() override;

private:
    struct Findings;

    void take(Findings findings);
    void updateCodeModel(const QVector<CompileCommand> &commands, const QString &architecture);
    [[nodiscard]] UnikernelProject *unikernelProject() const;

    std::unique_ptr<CodeModelUpdater> m_codeModel;
    std::shared_ptr<ParseGuard> m_guard; ///< while reading goes on
    bool m_isWaiting = false;            ///< another reading has to follow
    BackgroundJobs m_jobs;               ///< last: goes first
};

} // namespace kiln::creator
