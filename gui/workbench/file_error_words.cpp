// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/file_error_words.h"

#include <QCoreApplication>

#include <cstring>

namespace kiln {

namespace {

struct FileErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(FileErrorWords)
};

} // namespace

QString reasonOf(const kconfig::FileError &error)
{
    return QString::fromLocal8Bit(std::strerror(error.errorNumber));
}

QString unreadable(const kconfig::FileError &error)
{
    return FileErrorWords::tr("The values can't be read: %1").arg(reasonOf(error));
}

} // namespace kiln
