// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/edit_actions.h"

#include "widgets/palette_icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QWidget>

namespace kiln {

EditActions::EditActions(QWidget *page)
    : QObject(page)
    , m_page(page)
{
    save = add("saveFile", QStringLiteral("save"), tr("&Save File"), QStringLiteral("Ctrl+S"),
               tr("Save the file, byte for byte as it was where nothing was edited"));
    saveAs = add("saveFileAs", {}, tr("Save File &As…"), QStringLiteral("Ctrl+Shift+S"),
                 tr("Save the file under another name and go on with that one"));
    saveAll = add("saveAllFiles", {}, tr("Save A&ll Files"), QStringLiteral("Ctrl+Alt+S"),
                  tr("Save every file with unsaved edits"));
    close = add("closeFile", {}, tr("&Close File"), QStringLiteral("Ctrl+W"), tr("Close the tab"));
    undo = add("undoTyping", QStringLiteral("undo"), tr("&Undo Typing"), QStringLiteral("Ctrl+Z"),
               tr("Undo the last edit of the file"));
    redo = add("redoTyping", QStringLiteral("redo"), tr("Re&do Typing"),
               QStringLiteral("Ctrl+Shift+Z"), tr("Make the edit again"));
    find = add("findText", QStringLiteral("search"), tr("&Find…"), QStringLiteral("Ctrl+F"),
               tr("Find text or a regular expression in the file"));
    replace = add("replaceText", {}, tr("R&eplace…"), QStringLiteral("Ctrl+H"),
                  tr("Replace text in the file"));
    findNext = add("findNext", {}, tr("Find &Next"), QStringLiteral("F3"), tr("To the next match"));
    findPrevious = add("findPrevious", {}, tr("Find Pre&vious"), QStringLiteral("Shift+F3"),
                       tr("To the previous match"));
    goToLine = add("goToLine", {}, tr("&Go to Line…"), QStringLiteral("Ctrl+G"),
                   tr("Go to a line by its number"));
    complete = add("completeOption", {}, tr("Com&plete"), QStringLiteral("Ctrl+Space"),
                   tr("List the options that the word may become"));
    definition = add("goToDefinition", {}, tr("Go &to Definition"), QStringLiteral("F12"),
                     tr("Where the option under the cursor is defined"));
    references = add("findReferences", {}, tr("Find &References"), QStringLiteral("Shift+F12"),
                     tr("All places of the project that name the option under the cursor"));
    rename = add("renameOption", {}, tr("Rena&me Option…"), QStringLiteral("Ctrl+Shift+R"),
                 tr("Another name for the option under the cursor, in all files"));
    nextIssue = add("nextIssue", {}, tr("Next &Issue"), QStringLiteral("F8"),
                    tr("To the next line with an error or warning"));
    previousIssue = add("previousIssue", {}, tr("Previous Issue"), QStringLiteral("Shift+F8"),
                        tr("To the previous line with an error or warning"));
    fold = add("toggleFold", {}, tr("Fold"), QStringLiteral("F9"),
               tr("Fold what the cursor is in, or unfold it"));
    foldAll = add("toggleAllFolds", {}, tr("Fold All"), QStringLiteral("Shift+F9"),
                  tr("Fold everything, or unfold everything"));
    back = add("goBack", QStringLiteral("go-back"), tr("&Back"), QStringLiteral("Alt+Left"),
               tr("To the place before"));
    forward = add("goForward", QStringLiteral("go"), tr("F&orward"), QStringLiteral("Alt+Right"),
                  tr("To the place after"));
    nextTab =
        add("nextFile", {}, tr("Ne&xt File"), QStringLiteral("Ctrl+PgDown"), tr("To the next tab"));
    previousTab = add("previousFile", {}, tr("Previous File"), QStringLiteral("Ctrl+PgUp"),
                      tr("To the previous tab"));
}

QAction *EditActions::add(const char *name, const QString &icon, const QString &text,
                          const QString &shortcut, const QString &tip)
{
    auto *action = new QAction(text, m_page);
    action->setObjectName(QString::fromLatin1(name));
    if (!icon.isEmpty())
        action->setIcon(paletteIcon(icon));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setShortcut(QKeySequence(shortcut));
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    m_page->addAction(action);
    return action;
}

QAction *EditActions::actionFor(const QKeyEvent *event) const
{
    const QKeySequence pressed(event->keyCombination());
    for (QAction *action : all()) {
        if (action->isEnabled() && action->shortcut().matches(pressed) == QKeySequence::ExactMatch)
            return action;
    }
    return nullptr;
}

QList<QAction *> EditActions::all() const
{
    return {save,       saveAs,     saveAll,  close,        undo,          redo,
            find,       replace,    findNext, findPrevious, goToLine,      complete,
            definition, references, rename,   nextIssue,    previousIssue, fold,
            foldAll,    back,       forward,  nextTab,      previousTab};
}

void EditActions::fillMenu(QMenu *menu) const
{
    menu->addActions({save, saveAs, saveAll, close});
    menu->addSeparator();
    menu->addActions({undo, redo});
    menu->addSeparator();
    menu->addActions({find, replace, findNext, findPrevious, goToLine});
    menu->addSeparator();
    menu->addActions({complete, definition, references, rename});
    menu->addSeparator();
    menu->addActions({nextIssue, previousIssue, fold, foldAll});
    menu->addSeparator();
    menu->addActions({back, forward, nextTab, previousTab});
}

} // namespace kiln
