// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of qtc_compat.h for what is shown: documents, output panes.
#pragma once

#include <coreplugin/idocument.h>
#include <coreplugin/ioutputpane.h>

namespace kiln::creator {

// Documents.

/// A document whose work can fail for a reason. GUI thread.
class DocumentBase : public Core::IDocument
{
public:
#if KILN_QTC_VERSION >= 160082
    Outcome open(const Utils::FilePath &file, const Utils::FilePath &) final
    {
        return outcome(openFile(file));
    }
#else
    OpenResult open(QString *error, const Utils::FilePath &file, const Utils::FilePath &) final
    {
        return told(openFile(file), error) ? OpenResult::Success : OpenResult::CannotHandle;
    }
#endif
#if KILN_QTC_VERSION >= 150000
    Outcome reload(ReloadFlag flag, ChangeType type) final
    {
        return outcome(reloadFile(flag, type));
    }
#else
    bool reload(QString *error, ReloadFlag flag, ChangeType type) final
    {
        return told(reloadFile(flag, type), error);
    }
#endif

protected:
    virtual Result<void> openFile(const Utils::FilePath &file) = 0;
    /// `file` is empty where it is the document's own.
    virtual Result<void> saveFile(const Utils::FilePath &file) = 0;
    virtual Result<void> reloadFile(ReloadFlag flag, ChangeType type) = 0;

private:
    // Copies for a crash are not made of such documents: shouldAutoSave() says no.
#if KILN_QTC_VERSION >= 150000
    Outcome saveImpl(const Utils::FilePath &file, bool) final
    {
        return outcome(saveFile(file));
    }
#elif KILN_QTC_VERSION >= 110000
    bool saveImpl(QString *error, const Utils::FilePath &file, bool) final
    {
        return told(saveFile(file), error);
    }
#else
    bool save(QString *error, const Utils::FilePath &file, bool) final
    {
        return told(saveFile(file), error);
    }
#endif
    [[nodiscard]] bool shouldAutoSave() const final
    {
        return false;
    }

    static bool told(const Result<void> &result, QString *error)
    {
        if (!result && error != nullptr)
            *error = result.error().text();
        return result.has_value();
    }
};

/// An output pane with a name. `id` is for Qt Creator's settings. GUI thread.
class OutputPaneBase : public Core::IOutputPane
{
protected:
    /// `name` is what the user reads; of a higher `priority` is what stands further left.
    OutputPaneBase(Utils::Id id, const QString &name, int priority, QObject *parent)
        : IOutputPane(parent)
#if KILN_QTC_VERSION >= 120000
    {
        setId(id);
        setDisplayName(name);
        setPriorityInStatusBar(priority);
    }
#else
        , m_name(name)
        , m_priority(priority)
    {
        Q_UNUSED(id)
    }

public:
    [[nodiscard]] QString displayName() const final
    {
        return m_name;
    }
    [[nodiscard]] int priorityInStatusBar() const final
    {
        return m_priority;
    }

private:
    QString m_name;
    int m_priority;
#endif
};

} // namespace kiln::creator
