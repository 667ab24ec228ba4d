// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/machine_words.h"

#include <QCoreApplication>
#include <QHash>

namespace kiln {

QString machineWord(const QString &value)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("qemu"), QT_TRANSLATE_NOOP("machineWord", "qemu: a virtual machine")},
        {QStringLiteral("linuxu"), QT_TRANSLATE_NOOP("machineWord", "linuxu: a Linux process")},
        {QStringLiteral("microvm"),
         QT_TRANSLATE_NOOP("machineWord", "microvm: minimal, boots fastest")},
        {QStringLiteral("pc"), QT_TRANSLATE_NOOP("machineWord", "pc: i440FX with PCI")},
        {QStringLiteral("q35"), QT_TRANSLATE_NOOP("machineWord", "q35: with PCI Express")},
        {QStringLiteral("virt"), QT_TRANSLATE_NOOP("machineWord", "virt: for arm64")},
        {QStringLiteral("auto"),
         QT_TRANSLATE_NOOP("machineWord", "Automatic: KVM when it can be used")},
        {QStringLiteral("kvm"),
         QT_TRANSLATE_NOOP("machineWord", "KVM: the processor's own virtualisation")},
        {QStringLiteral("tcg"),
         QT_TRANSLATE_NOOP("machineWord", "TCG: emulation, works everywhere")},
        {QStringLiteral("none"), QT_TRANSLATE_NOOP("machineWord", "None")},
        {QStringLiteral("user"),
         QT_TRANSLATE_NOOP("machineWord", "user: through this computer, without rights")},
        {QStringLiteral("tap"), QT_TRANSLATE_NOOP("machineWord", "tap: an interface of its own")}};
    const char *word = words.value(value);
    return word == nullptr ? value : QCoreApplication::translate("machineWord", word);
}

QString joinedWords(const QStringList &words)
{
    QStringList shown;
    for (const QString &word : words) {
        if (!word.isEmpty() && !word.contains(u' ') && !word.contains(u'"')) {
            shown.append(word);
            continue;
        }
        QString quoted = word;
        quoted.replace(u'"', QStringLiteral("\"\""));
        shown.append(u'"' + quoted + u'"');
    }
    return shown.join(u' ');
}

QStringList splitWords(const QString &line)
{
    QStringList words;
    QString word;
    bool isWord = false;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && isQuoted && i + 1 < line.size() && line[i + 1] == u'"') {
            word += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
            isWord = true;
        } else if (c == u' ' && !isQuoted) {
            if (isWord)
                words.append(word);
            word.clear();
            isWord = false;
        } else {
            word += c;
            isWord = true;
        }
    }
    if (isWord)
        words.append(word);
    return words;
}

} // namespace kiln
