// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace kiln {

QStringList languages()
{
    QStringList names;
    for (const QString &file :
         QDir(QStringLiteral(":/kiln/translations"))
             .entryList({QStringLiteral("kiln_*.qm")}, QDir::Files, QDir::Name))
        names << QFileInfo(file).completeBaseName().section(QLatin1Char('_'), 1);
    return names;
}

void installTranslations(const QString &language)
{
    if (languages().contains(language))
        QLocale::setDefault(QLocale(language));
    QCoreApplication *application = QCoreApplication::instance();
    auto *own = new QTranslator(application);
    const QString folder = QStringLiteral(":/kiln/translations");
    if (own->load(QLocale(), QStringLiteral("kiln"), QStringLiteral("_"), folder) ||
        own->load(QStringLiteral("kiln_en"), folder))
        QCoreApplication::installTranslator(own);
    auto *qt = new QTranslator(application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

} // namespace kiln
