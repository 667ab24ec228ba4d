// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a project names an option.
#pragma once

#include "widgets/links.h"
#include "workbench/background_jobs.h"
#include "workbench/symbol_references.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace kiln {

/// A word for a kind of places: "Definitions", "Makefiles", …
[[nodiscard]] QString referenceKindWord(ReferenceKind kind);

/// Lists the places by kind; a click, or Return, opens one. Files are searched on another thread,
/// and the search can be stopped. GUI thread.
class SymbolReferencesView : public QWidget
{
    Q_OBJECT

public:
    explicit SymbolReferencesView(QWidget *parent = nullptr);
    ~SymbolReferencesView() override;

    /// Looks for an option (without CONFIG_) in all files of the project, and in what is `unsaved`
    /// of them.
    void find(const Project &project, const QString &name, const UnsavedTexts &unsaved = {});
    [[nodiscard]] bool isSearching() const { return m_watch != nullptr; }
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    [[nodiscard]] QString message() const;

signals:
    void openRequested(const kiln::SourcePlace &place);
    void closed();
    void finished();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void stop();
    void showFound(const Project &project, const QString &name,
                   const Result<QVector<SymbolReference>> &found);
    void open(const QTreeWidgetItem *item);

    QLabel *m_title;
    QPushButton *m_stop;
    QTreeWidget *m_tree;
    std::shared_ptr<JobWatch> m_watch; ///< of the search under way
    BackgroundJobs m_jobs;
};

} // namespace kiln
