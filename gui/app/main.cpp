// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/main_window.h"
#include "app/translations.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("kiln-studio"));
    QApplication::setApplicationDisplayName(QStringLiteral("Kiln"));
    QApplication::setOrganizationName(QStringLiteral("kiln"));
    QApplication::setApplicationVersion(QStringLiteral(KILN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.kiln.Studio"));

    kiln::installTranslations();

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Configures, builds and boots unikernels and shows their logs."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("folder"),
        QCoreApplication::translate("main", "Application folder, or a file in it."),
        QStringLiteral("[folder]"));
    const QCommandLineOption tree(
        QStringLiteral("tree"),
        QCoreApplication::translate("main", "Kernel tree to use, for example a checkout of "
                                            "Unikraft."),
        QStringLiteral("folder"));
    parser.addOption(tree);
    parser.process(application);

    kiln::MainWindow window;
    window.setTree(parser.value(tree));
    // The options are read on another thread while the window comes up.
    if (!parser.positionalArguments().isEmpty())
        window.open(parser.positionalArguments().constFirst());
    window.show();
    return QApplication::exec();
}
