// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which repository, and which version of it.
#pragma once

#include "workbench/catalogue.h"
#include "workbench/git_prompt.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace kiln {

class CatalogueModel;
class JobBar;

/// One line takes an address, or words to look for in the catalogue below it. The versions are
/// listed by asking the repository, when the user wants that.
class RepositoryForm : public QWidget
{
    Q_OBJECT

public:
    /// Entries of the catalogue of these kinds; `treeVersion` is that of the kernel tree that the
    /// proposed version should go with. `job` shows the questions to repositories, `prompt` asks
    /// for their passwords; the bar must outlive this.
    RepositoryForm(const QStringList &kinds, QString treeVersion, JobBar *job,
                   std::shared_ptr<GitPrompt> prompt, QWidget *parent = nullptr);

    /// Empty: none was chosen.
    [[nodiscard]] QString address() const;
    /// Branch, tag or revision; empty: what the repository shows.
    [[nodiscard]] QString version() const;
    /// A name for what comes of it: that of the catalogue, or of the repository.
    [[nodiscard]] QString name() const;
    void setAddress(const QString &address);

    [[nodiscard]] QLineEdit *addressEdit() const { return m_address; }
    [[nodiscard]] QTreeView *catalogue() const { return m_list; }
    [[nodiscard]] QComboBox *versionBox() const { return m_version; }
    [[nodiscard]] QPushButton *askButton() const { return m_ask; }

signals:
    void changed();

private:
    void search();
    void choose();
    void askVersions();
    [[nodiscard]] const CatalogueEntry *entry() const;

    QString m_treeVersion;
    JobBar *m_job;
    std::shared_ptr<GitPrompt> m_prompt;
    CatalogueModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_address;
    QTreeView *m_list;
    QComboBox *m_version;
    QPushButton *m_ask;
    bool m_isSearching = false;
    QString m_shown; ///< the address whose version is proposed
};

} // namespace kiln
