// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/log_filter_store.h"

#include "app/settings.h"
#include "widgets/log_filter_file.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace kiln {

namespace {

bool canWrite(const QString &directory)
{
    const QFileInfo folder(directory + QStringLiteral("/.kiln"));
    return folder.exists() ? folder.isWritable() : QFileInfo(directory).isWritable();
}

} // namespace

LogFilterStore::LogFilterStore(Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_jobs(this)
{}

QString LogFilterStore::key() const
{
    return QStringLiteral("logFilters/") + QString::fromLatin1(m_directory.toUtf8().toHex());
}

LogFilter LogFilterStore::open(const QString &directory)
{
    m_directory = directory;
    const QByteArray own = m_settings->value(key()).toByteArray();
    const auto shared = readLogFilter(logFilterPath(directory));
    // The user's own are newer where the project's can't be changed.
    const bool isInProject = shared && *shared && (own.isEmpty() || canWrite(directory));
    m_known = isInProject ? **shared : LogFilter::fromJson(QJsonDocument::fromJson(own).object());
    return m_known;
}

void LogFilterStore::save(const LogFilter &filter)
{
    if (m_directory.isEmpty() || filter == m_known)
        return;
    m_known = filter;
    if (!canWrite(m_directory))
        return takeResult(key(), filter, false);
    m_jobs.run(
        [path = logFilterPath(m_directory), filter] {
            return writeLogFilter(path, filter).has_value();
        },
        [this, key = key(), filter](bool isInProject) { takeResult(key, filter, isInProject); });
}

void LogFilterStore::takeResult(const QString &key, const LogFilter &filter, bool isInProject)
{
    const QByteArray known = m_settings->value(key).toByteArray();
    const QByteArray now =
        isInProject ? QByteArray() : QJsonDocument(filter.toJson()).toJson(QJsonDocument::Compact);
    if (now != known)
        m_settings->setValue(key, now);
}

void LogFilterStore::flush()
{
    m_jobs.wait();
}

} // namespace kiln
