// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The actions of the window: text, icon, shortcut, tooltip, place in a menu.
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace kiln {

class LanguageMenu;

/// All are children of the window; it connects them.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    /// Puts every action into a menu of the bar; `optionViews` (of the page that configures, a null
    /// pointer for a separator) into the one for views.
    /// `makeItSo` (of the same page) goes into the one for edits.
    void fillMenus(QMenuBar *bar, const QList<QAction *> &optionViews, QAction *makeItSo);

    QAction *newApplication, *newLibrary, *clone, *port, *addLibrary, *addTarget;
    QAction *open, *openFile, *variables, *save, *reload, *trust, *quit;
    QAction *saveAs, *saveMinimal, *import, *merge, *compare, *changes;
    QAction *undo, *redo, *find;
    QAction *themeSystem, *themeLight, *themeDark;
    QAction *placeConfigure, *placeEdit, *placeRun, *placeAnalyse, *placeProject;
    QAction *buildAndBoot, *build, *bootAnother, *runTests, *clean, *stop, *pause, *reset, *machine;
    QAction *keys, *about;
    QMenu *recentMenu = nullptr; ///< filled by the window
    QMenu *sourceMenu = nullptr; ///< filled by the window: what can be done in the editor
    LanguageMenu *languageMenu = nullptr;
    QActionGroup *places;
    QActionGroup *themes;

private:
    QAction *add(const char *name, const QString &icon, const QString &text,
                 const QString &shortcut, const QString &tip);

    QWidget *m_window;
};

} // namespace kiln
