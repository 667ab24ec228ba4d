// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/crash_report.h"

#include <QCoreApplication>

namespace kiln {

namespace {

QString hex(quint64 value)
{
    return QStringLiteral("0x%1").arg(value, 16, 16, QLatin1Char('0'));
}

QString sourceName(CrashAddressSource source)
{
    switch (source) {
    case CrashAddressSource::instruction:
        return QStringLiteral("at");
    case CrashAddressSource::linkRegister:
    case CrashAddressSource::frame:
    case CrashAddressSource::callTrace:
        return QStringLiteral("from");
    case CrashAddressSource::stack:
        return QStringLiteral("stack");
    }
    return {};
}

} // namespace

bool CrashAddress::isReturnAddress() const
{
    return source != CrashAddressSource::instruction;
}

std::optional<quint64> CrashReport::registerValue(const QString &name) const
{
    for (const CrashRegister &each : registers) {
        if (each.name == name)
            return each.value;
    }
    return std::nullopt;
}

const CodePlace *CrashReport::culprit() const
{
    for (const CrashAddress &address : addresses) {
        // The bottom of the stack says nothing about who was at work.
        if (address.source == CrashAddressSource::stack)
            break;
        if (!address.places.isEmpty())
            return &address.places.first();
    }
    return nullptr;
}

QString CrashReport::text() const
{
    QString text = headline + u'\n';
    if (!explanation.isEmpty())
        text += explanation + u'\n';
    if (!file.isEmpty())
        text += QStringLiteral("in %1:%2\n").arg(file).arg(line);
    if (!thread.isEmpty())
        text += QStringLiteral("thread %1\n").arg(thread);
    if (!registers.isEmpty()) {
        text += u'\n';
        int column = 0;
        for (const CrashRegister &each : registers) {
            text += QStringLiteral("%1 %2").arg(each.name, -8).arg(hex(each.value));
            constexpr int columns = 3;
            text += ++column % columns == 0 ? QStringLiteral("\n") : QStringLiteral("   ");
        }
        text = text.trimmed() + u'\n';
    }
    if (!addresses.isEmpty())
        text += u'\n';
    for (qsizetype number = 0; number < addresses.size(); ++number) {
        const CrashAddress &address = addresses.at(number);
        // Endless recursion fills a trace with one line.
        qsizetype repeats = 0;
        while (number + 1 < addresses.size() &&
               addresses.at(number + 1).address == address.address &&
               addresses.at(number + 1).source == address.source) {
            ++number;
            ++repeats;
        }
        text +=
            QStringLiteral("%1 %2").arg(sourceName(address.source), -6).arg(hex(address.address));
        if (address.places.isEmpty() && !address.guestName.isEmpty())
            text += u' ' + address.guestName;
        for (qsizetype index = 0; index < address.places.size(); ++index) {
            const CodePlace &place = address.places.at(index);
            text += index == 0 ? QStringLiteral(" ") : QStringLiteral("\n         inlined into ");
            text += codePlaceText(place);
        }
        if (repeats > 0)
            text += QStringLiteral(" (and %1 times more)").arg(repeats);
        text += u'\n';
    }
    if (!image.isEmpty())
        text += QStringLiteral("\nimage: %1\n").arg(image);
    return text;
}

} // namespace kiln
