// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/trap_words.h"

#include "workbench/crash_report.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kiln {

namespace {

/// The first page is never mapped, so that null pointers are found.
constexpr quint64 pageSize = 4096;

QString words(const char *text)
{
    return QCoreApplication::translate("CrashReport", text);
}

QString access(bool isExecute, bool isWrite)
{
    return isExecute ? words(QT_TRANSLATE_NOOP("CrashReport", "executing"))
           : isWrite ? words(QT_TRANSLATE_NOOP("CrashReport", "writing to"))
                     : words(QT_TRANSLATE_NOOP("CrashReport", "reading from"));
}

QString faultSentence(const QString &what, std::optional<quint64> address, const QString &why)
{
    const QString where =
        address ? QStringLiteral("0x") + QString::number(*address, 16)
                : words(QT_TRANSLATE_NOOP("CrashReport", "an address that is not known"));
    const bool isNull = address && *address < pageSize;
    return words(QT_TRANSLATE_NOOP("CrashReport", "Page fault while %1 %2: %3."))
        .arg(what, where, isNull ? words(QT_TRANSLATE_NOOP("CrashReport", "a null pointer")) : why);
}

QString explainX86(const CrashReport &report, int vector)
{
    switch (vector) {
    case 0:
        return words(QT_TRANSLATE_NOOP("CrashReport",
                                       "A division by zero, or one whose result does not fit."));
    case 3:
        return words(QT_TRANSLATE_NOOP("CrashReport", "A breakpoint instruction (int3)."));
    case 6:
        return words(QT_TRANSLATE_NOOP(
            "CrashReport", "An instruction that the processor does not know: a trap the compiler "
                           "put there (__builtin_trap), a jump into data, or an extension that "
                           "the virtual CPU lacks."));
    case 8:
        return words(QT_TRANSLATE_NOOP("CrashReport",
                                       "A fault while a fault was handled; often the stack has "
                                       "overflowed."));
    case 13:
        return words(QT_TRANSLATE_NOOP(
            "CrashReport", "A general protection fault: an address that is no valid one (not "
                           "canonical), a privileged or misaligned access."));
    case 14: {
        const quint64 code = report.errorCode.value_or(0);
        const bool isPresent = (code & 1) != 0;
        return faultSentence(
            access((code & 16) != 0, (code & 2) != 0), report.faultAddress,
            // What the guest itself knows about its address space is better.
            !report.faultReason.isEmpty() ? report.faultReason
            : isPresent ? words(QT_TRANSLATE_NOOP("CrashReport", "not allowed there"))
                        : words(QT_TRANSLATE_NOOP("CrashReport", "nothing is mapped there")));
    }
    case 17:
        return words(QT_TRANSLATE_NOOP("CrashReport", "An access that is not aligned."));
    default:
        return {};
    }
}

QString explainArm(const CrashReport &report, quint64 syndrome)
{
    const int exceptionClass = int(syndrome >> 26 & 0x3f);
    switch (exceptionClass) {
    case 0x00:
        return words(
            QT_TRANSLATE_NOOP("CrashReport", "An instruction that the processor does not know."));
    case 0x07:
        return words(QT_TRANSLATE_NOOP("CrashReport",
                                       "A floating-point instruction while the unit is off."));
    case 0x20:
    case 0x21:
    case 0x24:
    case 0x25: {
        const bool isExecute = exceptionClass <= 0x21;
        const bool isWrite = !isExecute && (syndrome >> 6 & 1) != 0;
        const int status = int(syndrome & 0x3f);
        QString why = words(QT_TRANSLATE_NOOP("CrashReport", "the access failed"));
        if (!report.faultReason.isEmpty()) // what the guest knows about its address space is better
            why = report.faultReason;
        else if (status >> 2 == 1)
            why = words(QT_TRANSLATE_NOOP("CrashReport", "nothing is mapped there"));
        else if (status >> 2 == 3)
            why = words(QT_TRANSLATE_NOOP("CrashReport", "not allowed there"));
        else if (status == 0x21)
            why = words(QT_TRANSLATE_NOOP("CrashReport", "not aligned"));
        return faultSentence(access(isExecute, isWrite), report.faultAddress, why);
    }
    case 0x22:
        return words(QT_TRANSLATE_NOOP("CrashReport", "A jump to an address that is not aligned."));
    case 0x26:
        return words(QT_TRANSLATE_NOOP("CrashReport", "The stack pointer is not aligned."));
    case 0x2c:
        return words(QT_TRANSLATE_NOOP("CrashReport", "A floating-point exception."));
    case 0x3c:
        return words(QT_TRANSLATE_NOOP(
            "CrashReport", "A breakpoint instruction (brk): a trap the compiler put there "
                           "(__builtin_trap), or a debugger's."));
    default:
        return {};
    }
}

} // namespace

QString explainTrap(const CrashReport &report)
{
    if (report.kind == CrashKind::assertion)
        return words(QT_TRANSLATE_NOOP("CrashReport",
                                       "The code takes this for granted, and it was not so."));
    if (const auto syndrome = report.registerValue(QStringLiteral("ESR_EL1")))
        return explainArm(report, *syndrome);
    if (report.headline.startsWith(QLatin1String("Aborted")))
        return words(QT_TRANSLATE_NOOP("CrashReport", "The program called abort()."));
    static const QRegularExpression vector(QStringLiteral(R"(^Unhandled [Tt]rap (\d+))"));
    if (const auto match = vector.match(report.headline); match.hasMatch())
        return explainX86(report, match.captured(1).toInt());
    if (report.headline == QLatin1String("Trap"))
        return words(QT_TRANSLATE_NOOP(
            "CrashReport", "The kernel does not say which trap it was. Upstream prints page faults "
                           "and general protection faults like this."));
    return {};
}

} // namespace kiln
