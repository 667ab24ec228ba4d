// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a file's bare name in a log to its path.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

namespace kiln {

/// Log messages name files without folders (`main.c`). The folders of a project are listed once, on
/// a worker thread. Lives on the GUI thread.
class SourceFinder : public QObject
{
    Q_OBJECT

public:
    explicit SourceFinder(QObject *parent = nullptr);

    /// Folders to look in, the application's first. Starts listing them anew.
    void setFolders(const QStringList &folders);
    /// Asks for a file; found() or notFound() follows, at once when the listing is complete.
    void find(const QString &file, int line, const QString &library);

    using Index = QHash<QString, QStringList>;
    /// The most likely of the paths that end in `file`: one whose folders carry the library's name
    /// ("libukboot" is in lib/ukboot), else the first.
    [[nodiscard]] static QString best(const QStringList &paths, const QString &library);

signals:
    void found(const QString &path, int line);
    void notFound(const QString &file);

private:
    struct Question
    {
        QString file;
        int line = 0;
        QString library;
    };

    void answer(const Question &question);

    std::shared_ptr<const Index> m_index;
    QList<Question> m_waiting;
    int m_generation = 0;
};

} // namespace kiln
