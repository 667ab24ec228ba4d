// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How size reports are kept with the history of builds: texts once, items as short lists.
#include "workbench/size_report.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace kiln {

namespace {

constexpr qint64 largestFile = 256 << 20;

class TextTable
{
public:
    int index(const QString &text)
    {
        const auto found = m_indices.constFind(text);
        if (found != m_indices.cend())
            return *found;
        m_indices.insert(text, int(m_texts.size()));
        m_texts.append(text);
        return int(m_texts.size()) - 1;
    }
    [[nodiscard]] QJsonArray toJson() const { return m_texts; }

private:
    QHash<QString, int> m_indices;
    QJsonArray m_texts;
};

Problem damaged(const QString &where)
{
    return {QStringLiteral("The kept size report is damaged"), where,
            QStringLiteral("Build again to get a new one.")};
}

} // namespace

QJsonObject SizeReport::toJson() const
{
    TextTable texts;
    QJsonArray list;
    for (const SizeItem &item : items)
        list.append(QJsonArray{int(item.part), texts.index(item.library), texts.index(item.object),
                               texts.index(QString::fromUtf8(item.symbol)),
                               texts.index(item.section), item.file, item.memory});
    return {{QStringLiteral("image"), image},
            {QStringLiteral("time"), time.toString(Qt::ISODateWithMs)},
            {QStringLiteral("file"), fileSize},
            {QStringLiteral("memory"), memorySize},
            {QStringLiteral("texts"), texts.toJson()},
            {QStringLiteral("items"), list}};
}

Result<SizeReport> SizeReport::fromJson(const QJsonObject &object)
{
    SizeReport report;
    report.image = object.value(QLatin1String("image")).toString();
    report.time =
        QDateTime::fromString(object.value(QLatin1String("time")).toString(), Qt::ISODateWithMs);
    const QJsonArray texts = object.value(QLatin1String("texts")).toArray();
    const QJsonArray list = object.value(QLatin1String("items")).toArray();
    for (const QJsonValue &each : list) {
        const QJsonArray fields = each.toArray();
        const int part = fields.at(0).toInt(-1);
        if (fields.size() != 7 || part < 0 || part > int(SizePart::debug))
            return tl::unexpected(damaged(report.image));
        SizeItem item;
        item.part = SizePart(part);
        item.library = texts.at(fields.at(1).toInt()).toString();
        item.object = texts.at(fields.at(2).toInt()).toString();
        item.symbol = texts.at(fields.at(3).toInt()).toString().toUtf8();
        item.section = texts.at(fields.at(4).toInt()).toString();
        item.file = fields.at(5).toInteger();
        item.memory = fields.at(6).toInteger();
        report.fileSize += item.file;
        report.memorySize += item.memory;
        report.items.append(item);
    }
    if (report.fileSize != object.value(QLatin1String("file")).toInteger(-1) ||
        report.memorySize != object.value(QLatin1String("memory")).toInteger(-1))
        return tl::unexpected(damaged(report.image));
    return report;
}

Result<SizeReport> loadSizeReport(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly) || source.size() > largestFile)
        return tl::unexpected(Problem{QStringLiteral("There is no size report of that build"), file,
                                      QStringLiteral("Build again to get one.")});
    const QJsonDocument document = QJsonDocument::fromJson(qUncompress(source.readAll()));
    if (!document.isObject())
        return tl::unexpected(damaged(file));
    return SizeReport::fromJson(document.object());
}

Result<void> saveSizeReport(const SizeReport &report, const QString &file)
{
    QSaveFile target(file);
    const QByteArray bytes =
        qCompress(QJsonDocument(report.toJson()).toJson(QJsonDocument::Compact), 6);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size() ||
        !target.commit())
        return tl::unexpected(
            Problem{QStringLiteral("The size report can't be written: ") + target.errorString(),
                    file, QStringLiteral("Check the folder's permissions and free space.")});
    return {};
}

} // namespace kiln
