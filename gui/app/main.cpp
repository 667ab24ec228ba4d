// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/main_window.h"
#include "app/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("kiln-studio"));
    QApplication::setApplicationDisplayName(QStringLiteral("Kiln"));
    QApplication::setOrganizationName(QStringLiteral("kiln"));
    QApplication::setApplicationVersion(QStringLiteral(KILN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.kiln.Studio"));

    kiln::installTranslations(QSettings().value(QStringLiteral("language")).toString());

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Configures, builds and boots unikernels and shows their logs."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("path"),
        QCoreApplication::translate("main", "Folder of an application, a Linux tree or another "
                                            "project with Kconfig files; or a Kconfig file, a "
                                            ".config or a defconfig in it."),
        QStringLiteral("[path]"));
    const QCommandLineOption architecture(
        QStringLiteral("arch"),
        QCoreApplication::translate("main", "Architecture to configure a Linux tree for (ARCH)."),
        QStringLiteral("arch"));
    parser.addOption(architecture);
    const QCommandLineOption tree(
        QStringLiteral("tree"),
        QCoreApplication::translate("main", "Kernel tree to use for applications, for example a "
                                            "checkout of Unikraft."),
        QStringLiteral("folder"));
    parser.addOption(tree);
    parser.process(application);

    kiln::MainWindow window;
    window.setTree(parser.value(tree));
    // The options are read on another thread while the window comes up.
    if (!parser.positionalArguments().isEmpty())
        window.open(parser.positionalArguments().constFirst(), parser.value(architecture));
    window.show();
    return QApplication::exec();
}
