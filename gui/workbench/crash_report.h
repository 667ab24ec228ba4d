// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a guest printed when it crashed, taken apart.
#pragma once

#include "workbench/code_place.h"

#include <QString>
#include <QVector>

#include <optional>

namespace kiln {

enum class CrashKind
{
    trap,      ///< an exception of the processor that nobody handled
    assertion, ///< a check in the code failed
    panic      ///< the kernel gave up by itself
};

struct CrashRegister
{
    QString name; ///< as printed: RIP, ELR_EL1, x00 …
    quint64 value = 0;
    /// Where it points, when that is code and the report was decoded.
    QVector<CodePlace> places;
};

/// Where an address of the report was found.
enum class CrashAddressSource
{
    instruction,  ///< the instruction that trapped
    linkRegister, ///< arm64: where the function returns to
    callTrace,    ///< printed by the guest as a call trace
    frame,        ///< return address of a frame ("caller is …")
    stack         ///< a word of the stack that may be a return address
};

struct CrashAddress
{
    CrashAddressSource source = CrashAddressSource::instruction;
    quint64 address = 0;
    quint64 stackAddress = 0; ///< of a stack word: where it lies
    QString guestName;        ///< "function+0x12", if the guest printed it
    qsizetype record = 0;
    /// The function and line, innermost of inlined ones first. Of a return address, those of the
    /// call. Empty: not decoded, or no code.
    QVector<CodePlace> places;

    /// Whether the address is behind a call instead of at the instruction meant.
    [[nodiscard]] bool isReturnAddress() const;
};

/// One crash. Everything but `places` comes from the log; decodeCrash() adds those.
struct CrashReport
{
    CrashKind kind = CrashKind::trap;
    QString headline;    ///< as printed: "Unhandled Trap 0 (divide error), error code=0x0"
    QString explanation; ///< a sentence: "Division by zero."
    QString file;        ///< of a failed assertion, without folders
    int line = 0;
    QString library;
    QString thread; ///< the one that was running; empty: the guest did not name it
    QVector<CrashRegister> registers;
    QVector<CrashAddress> addresses; ///< the instruction first, then outwards
    std::optional<quint64> faultAddress;
    QString faultReason;              ///< in the guest's words: "stack overflow"
    std::optional<quint64> errorCode; ///< x86
    /// How far above the addresses in its file the image ran, if the guest said so.
    std::optional<quint64> loadOffset;
    qsizetype firstRecord = 0, lastRecord = 0;
    bool isComplete = false; ///< nothing more can follow

    QString image;   ///< that places come from; empty: not decoded
    QString trouble; ///< why there are no places, and what to do; empty: there are

    [[nodiscard]] std::optional<quint64> registerValue(const QString &name) const;
    /// The function and line to look at first: of the instruction that trapped, or of the failed
    /// assertion's caller. nullptr when none is known.
    [[nodiscard]] const CodePlace *culprit() const;
    /// Everything as plain text, for a bug report.
    [[nodiscard]] QString text() const;
};

} // namespace kiln
