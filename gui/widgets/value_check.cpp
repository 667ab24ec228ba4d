// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/value_check.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ValueRules)
};

} // namespace

std::optional<qint64> ValueRules::number(const QString &text) const
{
    bool ok = false;
    if (editor == OptionEditor::integer) {
        const qint64 value = text.toLongLong(&ok, 10);
        return ok ? std::optional(value) : std::nullopt;
    }
    // A hexadecimal value has no sign; its highest bit is kept by the conversion.
    const quint64 value = text.toULongLong(&ok, 16);
    return ok ? std::optional(qint64(value)) : std::nullopt;
}

QString ValueRules::text(qint64 number) const
{
    return editor == OptionEditor::integer ? QString::number(number)
                                           : QStringLiteral("0x%1").arg(quint64(number), 0, 16);
}

QString ValueRules::whyNot(const QString &text) const
{
    if (editor == OptionEditor::text)
        return text.contains(u'\n') ? Words::tr("A value has only one line.") : QString();
    static const QRegularExpression decimal(QStringLiteral("\\A-?[0-9]+\\z"));
    static const QRegularExpression hexadecimal(QStringLiteral("\\A(0[xX])?[0-9a-fA-F]+\\z"));
    const bool isInteger = editor == OptionEditor::integer;
    if (text.isEmpty())
        return Words::tr("A number is needed here.");
    if (!(isInteger ? decimal : hexadecimal).match(text).hasMatch())
        return isInteger
                   ? Words::tr("Only digits 0–9 and a minus sign in front are allowed.")
                   : Words::tr(
                         "Only hexadecimal digits 0–9, a–f are allowed, after 0x if you like.");
    const auto value = number(text);
    if (!value)
        return Words::tr("This number does not fit into 64 bits.");
    if (!range)
        return {};
    const QString low = QString::fromStdString(range->low);
    const QString high = QString::fromStdString(range->high);
    const auto least = number(low);
    const auto most = number(high);
    const auto isLess = [isInteger](qint64 a, qint64 b) {
        return isInteger ? a < b : quint64(a) < quint64(b);
    };
    if (least && isLess(*value, *least))
        return Words::tr("Too small: the range is %1 to %2.").arg(low, high);
    if (most && isLess(*most, *value))
        return Words::tr("Too large: the range is %1 to %2.").arg(low, high);
    return {};
}

qint64 ValueRules::stepped(qint64 number, qint64 steps) const
{
    const bool isInteger = editor == OptionEditor::integer;
    const auto bound = [this](const std::string &text) {
        return this->number(QString::fromStdString(text));
    };
    if (isInteger) {
        qint64 low = std::numeric_limits<qint64>::min();
        qint64 high = std::numeric_limits<qint64>::max();
        if (range) {
            low = bound(range->low).value_or(low);
            high = std::max(low, bound(range->high).value_or(high));
        }
        qint64 result = 0;
        if (__builtin_add_overflow(number, steps, &result))
            result = steps < 0 ? low : high;
        return std::clamp(result, low, high);
    }
    quint64 low = 0;
    quint64 high = std::numeric_limits<quint64>::max();
    if (range) {
        low = quint64(bound(range->low).value_or(0));
        high = std::max(low, quint64(bound(range->high).value_or(qint64(high))));
    }
    const quint64 from = quint64(number);
    const quint64 distance = steps < 0 ? quint64(-steps) : quint64(steps);
    const quint64 result = steps < 0 ? (from < distance ? 0 : from - distance)
                           : from > high || high - from < distance ? high
                                                                   : from + distance;
    return qint64(std::clamp(result, low, high));
}

bool isPathLike(const QString &name, const QString &value, bool *isFolder)
{
    static const QStringList folders{QStringLiteral("DIR"), QStringLiteral("DIRECTORY"),
                                     QStringLiteral("FOLDER"), QStringLiteral("ROOTFS")};
    static const QStringList files{QStringLiteral("FILE"), QStringLiteral("FILENAME"),
                                   QStringLiteral("PATH"), QStringLiteral("INITRD"),
                                   QStringLiteral("INITRAMFS")};
    const QString last = name.section(u'_', -1).toUpper();
    if (isFolder)
        *isFolder = folders.contains(last);
    return folders.contains(last) || files.contains(last) || value.startsWith(u'/') ||
           value.startsWith(QLatin1String("./")) || value.startsWith(QLatin1String("../"));
}

} // namespace kiln
