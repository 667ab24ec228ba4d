// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Compares what the window shows with what a kconf of its own process makes of the saved file.
#pragma once

#include "../window_driver.h"
#include "expected_rows.h"

#include <QProcessEnvironment>
#include <QStringList>

class QAbstractItemModel;

namespace kiln::test {

/// The configuration must be saved, and nothing under way.
class Judge
{
public:
    /// `kconf` is the program, `folder` an existing scratch folder.
    Judge(QString kconf, QString folder);

    /// What differs, one sentence each, at most twenty; empty when all is well.
    [[nodiscard]] QStringList differences(const WindowDriver &window);
    /// How many rows were compared so far.
    [[nodiscard]] int comparedRows() const { return m_compared; }
    /// How many files were as the session writes them.
    [[nodiscard]] int savedFiles() const { return m_settled; }

private:
    [[nodiscard]] QProcessEnvironment environmentOf(const Project &project) const;
    [[nodiscard]] QByteArray run(const Project &project, const QStringList &arguments);
    void compareFile(const Project &project, const QByteArray &mine);
    void compareModel(const WindowDriver &window);
    void compareShown(const WindowDriver &window);
    void compareMenus(const WindowDriver &window);
    [[nodiscard]] bool isShown(int node, bool showAll) const;
    void compareRow(int node, const QModelIndex &index);
    void tell(const QString &text);
    void require(int node, const char *what, const QString &shown, const QString &expected);

    QString m_kconf;
    QString m_folder;
    QVector<ExpectedRow> m_rows;
    QStringList m_differences;
    int m_compared = 0;
    int m_settled = 0;
};

} // namespace kiln::test
