// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/source_finder.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QThreadPool>

namespace kiln {

namespace {

constexpr int mostFiles = 200'000;

SourceFinder::Index listFolders(const QStringList &folders)
{
    SourceFinder::Index index;
    int count = 0;
    static const QStringList patterns{QStringLiteral("*.c"),   QStringLiteral("*.h"),
                                      QStringLiteral("*.cc"),  QStringLiteral("*.cpp"),
                                      QStringLiteral("*.cxx"), QStringLiteral("*.S"),
                                      QStringLiteral("*.hpp")};
    for (const QString &folder : folders) {
        QDirIterator files(folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext() && count < mostFiles) {
            const QString path = files.next();
            index[files.fileName()].append(path);
            ++count;
        }
    }
    return index;
}

} // namespace

SourceFinder::SourceFinder(QObject *parent)
    : QObject(parent)
{}

void SourceFinder::setFolders(const QStringList &folders)
{
    m_index.reset();
    const int generation = ++m_generation;
    const QPointer<SourceFinder> self(this);
    QThreadPool::globalInstance()->start([self, folders, generation] {
        auto index = std::make_shared<const Index>(listFolders(folders));
        // The application object outlives the pool's work; the finder may not.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, index, generation] {
                if (!self || self->m_generation != generation)
                    return;
                self->m_index = index;
                const QList<Question> waiting = std::exchange(self->m_waiting, {});
                for (const Question &question : waiting)
                    self->answer(question);
            },
            Qt::QueuedConnection);
    });
}

void SourceFinder::find(const QString &file, int line, const QString &library)
{
    if (QFileInfo(file).isAbsolute())
        emit found(file, line);
    else if (m_index)
        answer({file, line, library});
    else
        m_waiting.append({file, line, library});
}

QString SourceFinder::best(const QStringList &paths, const QString &library)
{
    if (library.isEmpty())
        return paths.value(0);
    QString name = library;
    static const QRegularExpression prefix(QStringLiteral("^(lib|app)"));
    name.remove(prefix);
    for (const QString &wanted : {library, name}) {
        for (const QString &path : paths) {
            if (path.contains(QLatin1Char('/') + wanted + QLatin1Char('/')))
                return path;
        }
    }
    // "libkvmplat" is plat/kvm.
    for (const QString &path : paths) {
        const QStringList parts = path.split(QLatin1Char('/'));
        for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
            if (parts[i - 1] == QLatin1String("plat") && name == parts[i] + QLatin1String("plat"))
                return path;
        }
    }
    return paths.value(0);
}

void SourceFinder::answer(const Question &question)
{
    const QStringList paths = m_index->value(QFileInfo(question.file).fileName());
    if (paths.isEmpty())
        emit notFound(question.file);
    else
        emit found(best(paths, question.library), question.line);
}

} // namespace kiln
