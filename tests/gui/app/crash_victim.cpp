// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A window that opens a folder, makes two edits by the keyboard and then waits to be killed.

#include "window_driver.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc != 3)
        return 2;
    const QByteArray journals = qgetenv("XDG_STATE_HOME");
    kiln::test::useScratchSettings();
    qputenv("XDG_STATE_HOME", journals); // where the test looks for what is left
    kiln::MainWindow window;
    window.setTree(QString::fromLocal8Bit(argv[2]));
    window.show();
    window.open(QString::fromLocal8Bit(argv[1]));
    kiln::ConfigSession *session = window.projects()->session();
    if (!QTest::qWaitFor([&] { return session->isLoaded(); }, 20'000))
        return 1;
    for (const char *name : {"LIBSECOND", "LEVEL_HIGH"}) {
        window.configurePage()->showOption(QString::fromLatin1(name));
        QTest::keyClick(window.configurePage()->optionView(), Qt::Key_Space);
    }
    if (session->changeCount() < 2)
        return 1;
    session->finishWriting();
    std::puts("edited");
    std::fflush(stdout);
    return QApplication::exec();
}
