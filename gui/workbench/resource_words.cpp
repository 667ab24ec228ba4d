// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/resource_words.h"

#include <QCoreApplication>

namespace kiln {

namespace {

/// Texts of data files, for lupdate, which reads sources only.
constexpr const char *texts[] = {
    QT_TRANSLATE_NOOP("Resources", "C application"),
    QT_TRANSLATE_NOOP("Resources", "Says hello, in C."),
    QT_TRANSLATE_NOOP("Resources", "C++ application"),
    QT_TRANSLATE_NOOP("Resources",
                      "Says hello, in C++ without exceptions and the standard library."),
    QT_TRANSLATE_NOOP("Resources", "Application with unit tests"),
    QT_TRANSLATE_NOOP("Resources",
                      "A function and its test suite, which runs in the guest: kiln test."),
    QT_TRANSLATE_NOOP("Resources", "Library port"),
    QT_TRANSLATE_NOOP("Resources",
                      "An external library: its sources are fetched, patched and built."),
    QT_TRANSLATE_NOOP("Resources", "The kernel tree of the Unikraft project."),
    QT_TRANSLATE_NOOP("Resources", "The Unikraft project's first example, in C."),
    QT_TRANSLATE_NOOP("Resources", "A complete C library, in place of nolibc."),
    QT_TRANSLATE_NOOP("Resources", "TCP/IP with sockets, DHCP and DNS."),
    QT_TRANSLATE_NOOP("Resources", "A web server."),
    QT_TRANSLATE_NOOP("Resources", "A store of keys and values in memory."),
    QT_TRANSLATE_NOOP("Resources", "An SQL database in one file."),
    QT_TRANSLATE_NOOP("Resources", "The Lua language."),
    QT_TRANSLATE_NOOP("Resources", "Compression as in gzip."),
    QT_TRANSLATE_NOOP("Resources", "Arithmetic that compilers call and processors lack."),
};

} // namespace

QString resourceWords(const QString &text)
{
    return QCoreApplication::translate("Resources", text.toUtf8().constData());
}

QStringList knownResourceTexts()
{
    QStringList known;
    for (const char *text : texts)
        known.append(QString::fromUtf8(text));
    return known;
}

} // namespace kiln
