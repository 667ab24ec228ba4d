// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window_actions.h"

#include "app/language_menu.h"
#include "widgets/palette_icon.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace kiln {

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , places(new QActionGroup(this))
    , themes(new QActionGroup(this))
    , m_window(window)
{
    open = add("open", QStringLiteral("open-folder"), tr("&Open Folder…"), QStringLiteral("Ctrl+O"),
               tr("Open the folder of an application, a Linux tree or another project with Kconfig "
                  "files"));
    newApplication = add("newApplication", QStringLiteral("new"), tr("&New Application…"),
                         QStringLiteral("Ctrl+N"), tr("Make an application from a template"));
    newLibrary = add("newLibrary", QStringLiteral("library"), tr("New &Library…"),
                     QStringLiteral("Ctrl+Shift+N"),
                     tr("Make the files of a library from its name, version and sources"));
    clone = add("clone", QStringLiteral("clone"), tr("&Clone…"), QStringLiteral("Ctrl+Shift+G"),
                tr("Clone an application, a library or a kernel tree"));
    port = add("port", QStringLiteral("go"), tr("&Port a Program…"), QStringLiteral("Ctrl+Alt+P"),
               tr("Make a library of a C program that builds with make"));
    addLibrary = add("addLibrary", QStringLiteral("library"), tr("&Add Library…"),
                     QStringLiteral("Ctrl+Shift+L"), tr("Add a library to this application"));
    addTarget =
        add("addTarget", QStringLiteral("target"), tr("Add &Target…"), QStringLiteral("Ctrl+Alt+T"),
            tr("Add a machine that this application is configured and built for"));
    openFile = add("openFile", {}, tr("Open &File…"), QStringLiteral("Ctrl+Shift+O"),
                   tr("Open a Kconfig file, a .config or a defconfig"));
    variables = add("variables", {}, tr("Project &Variables…"), QStringLiteral("Ctrl+Alt+V"),
                    tr("Set variables that the Kconfig files of this project read"));
    save = add("save", QStringLiteral("save"), tr("&Save Configuration"), QStringLiteral("Ctrl+S"),
               tr("Save the configuration to .config"));
    saveAs = add("saveAs", {}, tr("Save &As…"), QStringLiteral("Ctrl+Shift+S"),
                 tr("Save to another file and go on with that one"));
    saveMinimal = add("saveMinimal", {}, tr("Save &Minimal…"), QStringLiteral("Ctrl+Alt+S"),
                      tr("Save only what differs from the defaults (defconfig)"));
    import = add("import", {}, tr("&Import…"), QStringLiteral("Ctrl+Alt+I"),
                 tr("Replace all values by those of a .config or defconfig"));
    merge = add("merge", {}, tr("Merge Fra&gment…"), QStringLiteral("Ctrl+Alt+G"),
                tr("Add the values of a fragment to the configuration"));
    compare = add("compare", QStringLiteral("compare"), tr("&Compare…"), QStringLiteral("Ctrl+D"),
                  tr("Compare configurations side by side"));
    changes =
        add("changes", QStringLiteral("changes"), tr("Chan&ges"), QStringLiteral("Ctrl+Shift+D"),
            tr("Show what differs from the saved file, and take it back"));
    changes->setCheckable(true);
    reload = add("reload", QStringLiteral("reload"), tr("Re&load Configuration"),
                 QStringLiteral("Ctrl+R"), tr("Read the options and .config again"));
    trust = add("trust", QStringLiteral("trust"), tr("&Trust This Project"),
                QStringLiteral("Ctrl+Alt+U"), tr("Allow what is in this project to be run"));
    quit = add("quit", {}, tr("&Quit"), QStringLiteral("Ctrl+Q"), tr("Quit Kiln"));
    undo = add("undo", QStringLiteral("undo"), tr("&Undo"), QStringLiteral("Ctrl+Z"),
               tr("Undo the last change of the configuration"));
    redo = add("redo", QStringLiteral("redo"), tr("&Redo"), QStringLiteral("Ctrl+Shift+Z"),
               tr("Make the change again"));
    find = add("find", QStringLiteral("search"), tr("&Find Option, File or Action"),
               QStringLiteral("Ctrl+K"),
               tr("Find an option by name, prompt or help, a file (/), or an action (>)"));
    find->setShortcuts({QKeySequence(QStringLiteral("Ctrl+K")), QKeySequence::Find});
    themeSystem = add("themeSystem", {}, tr("Like the &Desktop"), {}, tr("Colours of the desktop"));
    themeLight = add("themeLight", {}, tr("&Light"), {}, tr("Dark text on light"));
    themeDark = add("themeDark", {}, tr("Dar&k"), {}, tr("Light text on dark"));
    for (QAction *action : {themeSystem, themeLight, themeDark}) {
        action->setCheckable(true);
        themes->addAction(action);
    }
    placeConfigure = add("placeConfigure", QStringLiteral("place-configure"), tr("Configure"),
                         QStringLiteral("Ctrl+1"), tr("Options of the unikernel"));
    placeEdit = add("placeEdit", QStringLiteral("place-edit"), tr("Edit"), QStringLiteral("Ctrl+2"),
                    tr("The project's files, in an editor"));
    placeRun = add("placeRun", QStringLiteral("place-run"), tr("Run"), QStringLiteral("Ctrl+3"),
                   tr("Build output, log and console"));
    placeAnalyse =
        add("placeAnalyse", QStringLiteral("place-analyse"), tr("Analyse"),
            QStringLiteral("Ctrl+4"), tr("Image size, libraries, build time, history, lint"));
    placeProject = add("placeProject", QStringLiteral("place-project"), tr("Project"),
                       QStringLiteral("Ctrl+5"), tr("The open project, recent ones, examples"));
    for (QAction *action : {placeConfigure, placeEdit, placeRun, placeAnalyse, placeProject}) {
        action->setCheckable(true);
        places->addAction(action);
    }
    buildAndBoot = add("buildAndBoot", QStringLiteral("start"), tr("Build && Boot"),
                       QStringLiteral("F5"), tr("Save, build and boot"));
    build = add("build", QStringLiteral("build"), tr("&Build"), QStringLiteral("Ctrl+B"),
                tr("Save and build"));
    bootAnother = add("bootAnother", {}, tr("Boot &Another"), QStringLiteral("Ctrl+F5"),
                      tr("Save, build and boot in another tab, beside what runs"));
    pause = add("pause", QStringLiteral("pause"), tr("&Pause"), QStringLiteral("F6"),
                tr("Hold the guest, and let it go on"));
    reset = add("reset", QStringLiteral("reload"), tr("&Reset"), QStringLiteral("Ctrl+Shift+F5"),
                tr("Let the guest begin anew, without a build"));
    runTests =
        add("runTests", QStringLiteral("check"), tr("Run &Tests"), QStringLiteral("Ctrl+Shift+T"),
            tr("Save, build with unit tests in a build folder of their own, and boot"));
    clean = add("clean", QStringLiteral("clear"), tr("&Clean"), QStringLiteral("Ctrl+Shift+B"),
                tr("Remove what builds have made; the configuration stays"));
    machine =
        add("machineSettings", QStringLiteral("machine"), tr("&Machine…"), QStringLiteral("Ctrl+M"),
            tr("All settings of the machine, and the exact command"));
    stop = add("stop", QStringLiteral("stop"), tr("&Stop"), QStringLiteral("Shift+F5"),
               tr("End the build or the guest"));
    keys = add("keys", {}, tr("&Keys"), QStringLiteral("F1"), tr("What the keys do"));
    about = add("about", {}, tr("&About Kiln"), {}, tr("Version and licence"));
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);
}

QAction *WindowActions::add(const char *name, const QString &icon, const QString &text,
                            const QString &shortcut, const QString &tip)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(QString::fromLatin1(name));
    if (!icon.isEmpty())
        action->setIcon(paletteIcon(icon));
    QString shownTip = tip;
    if (!shortcut.isEmpty()) {
        action->setShortcut(QKeySequence(shortcut));
        shownTip +=
            QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    }
    action->setToolTip(shownTip);
    action->setStatusTip({});
    m_window->addAction(action);
    return action;
}

void WindowActions::fillMenus(QMenuBar *bar, const QList<QAction *> &optionViews, QAction *makeItSo)
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addActions({open, openFile});
    recentMenu = file->addMenu(tr("Open &Recent"));
    file->addSeparator();
    file->addActions({save, saveAs, saveMinimal, reload});
    file->addSeparator();
    file->addActions({import, merge, compare});
    file->addSeparator();
    file->addActions({variables, trust});
    file->addSeparator();
    file->addAction(quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({find, makeItSo});

    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({placeConfigure, placeEdit, placeRun, placeAnalyse, placeProject});
    view->addSeparator();
    for (QAction *action : optionViews) {
        if (action)
            view->addAction(action);
        else
            view->addSeparator();
    }
    view->addAction(changes);
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("&Theme"));
    theme->addActions({themeSystem, themeLight, themeDark});
    languageMenu = new LanguageMenu(view);
    view->addMenu(languageMenu);

    sourceMenu = bar->addMenu(tr("&Source"));

    QMenu *project = bar->addMenu(tr("&Project"));
    project->addActions({newApplication, newLibrary, clone, port});
    project->addSeparator();
    project->addActions({addLibrary, addTarget});

    QMenu *run = bar->addMenu(tr("&Run"));
    run->addActions({buildAndBoot, bootAnother, build, runTests, clean, stop});
    run->addSeparator();
    run->addActions({pause, reset});
    run->addSeparator();
    run->addAction(machine);

    QMenu *help = bar->addMenu(tr("&Help"));
    help->addActions({keys, about});
}

} // namespace kiln
