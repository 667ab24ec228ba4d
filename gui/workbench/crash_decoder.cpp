// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/crash_decoder.h"

#include "workbench/symbolizer.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kiln {

namespace {

/// How far above the addresses in its file the image ran.
quint64 findBias(const CrashReport &report, const CrashImage &image, const Symbolizer &symbols)
{
    if (report.loadOffset)
        return *report.loadOffset;
    static const QRegularExpression form(QStringLiteral(R"(^(.+)\+0x([0-9a-f]+)$)"));
    for (const CrashAddress &address : report.addresses) {
        const auto match = form.match(address.guestName);
        if (!match.hasMatch())
            continue;
        if (const auto begin = symbols.address(match.captured(1)))
            return address.address - match.captured(2).toULongLong(nullptr, 16) - *begin;
    }
    if (image.constructorTable) {
        for (const QString &name :
             {QStringLiteral("uk_ctortab_start"), QStringLiteral("__uk_ctortab_start")}) {
            if (const auto begin = symbols.address(name))
                return *image.constructorTable - *begin;
        }
    }
    return 0;
}

QVector<CodePlace> placesOf(const CrashAddress &address, const Symbolizer &symbols)
{
    if (!address.isReturnAddress())
        return symbols.find(address.address);
    // A call can be the last instruction of its function: the byte before is always the call's.
    QVector<CodePlace> places = symbols.find(address.address - 1);
    if (!places.isEmpty())
        ++places.last().offset;
    return places;
}

} // namespace

CrashReport decodeCrash(CrashReport report, const CrashImage &image)
{
    auto symbols = Symbolizer::open(image.path);
    if (!symbols) {
        report.trouble = symbols.error().text();
        return report;
    }
    report.image = image.path;
    // Images that run where they were linked keep a bias of 0 whatever a damaged log says. Those
    // that move themselves have this function, and need not be ET_DYN.
    if (symbols->isRelocatable() || symbols->address(QStringLiteral("uk_reloc_offset")))
        symbols->setBias(findBias(report, image, *symbols));
    for (CrashAddress &address : report.addresses)
        address.places = placesOf(address, *symbols);
    // The stack holds the same return addresses as the trace, and much that is no code.
    QSet<quint64> traced;
    for (const CrashAddress &address : report.addresses) {
        if (address.source != CrashAddressSource::stack)
            traced.insert(address.address);
    }
    const auto isNoise = [&traced](const CrashAddress &address) {
        return address.source == CrashAddressSource::stack &&
               (address.places.isEmpty() || traced.contains(address.address));
    };
    report.addresses.erase(
        std::remove_if(report.addresses.begin(), report.addresses.end(), isNoise),
        report.addresses.end());
    for (CrashRegister &each : report.registers)
        each.places = symbols->find(each.value);
    const bool isForeign =
        !report.addresses.isEmpty() &&
        std::none_of(report.addresses.begin(), report.addresses.end(),
                     [](const CrashAddress &address) { return !address.places.isEmpty(); });
    if (isForeign)
        report.trouble = QStringLiteral("No address of the report is code of this image. Choose "
                                        "the image that crashed; it may have been built anew.");
    return report;
}

} // namespace kiln
