// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_view_actions.h"

#include "widgets/palette_icon.h"

#include <QAction>
#include <QActionGroup>
#include <QSettings>

namespace kiln {

OptionViewActions::OptionViewActions(QObject *parent)
    : QObject(parent)
    , shapes(new QActionGroup(this))
{
    menus = add("viewMenus", "view-menus", tr("&Menus and Options"), QStringLiteral("Ctrl+Alt+1"),
                tr("Menus on the left, the options of one of them beside"));
    tree = add("viewTree", "view-tree", tr("&Whole Tree"), QStringLiteral("Ctrl+Alt+2"),
               tr("All menus and options in one tree"));
    flat = add("viewFlat", "view-list", tr("&List of Options"), QStringLiteral("Ctrl+Alt+3"),
               tr("All options in one list, without menus"));
    for (QAction *action : {menus, tree, flat})
        shapes->addAction(action);
    menus->setChecked(true);
    showAll = add("showAll", "eye", tr("Show &All Options"), QStringLiteral("Ctrl+H"),
                  tr("Also show options that are hidden now, in grey"));
    namesFirst = add("namesFirst", "names", tr("&Names Instead of Prompts"),
                     QStringLiteral("Ctrl+Alt+N"), tr("Show the names of options first"));
    onlyChanged = add("onlyChanged", "changed", tr("Only &Changed"), QStringLiteral("Ctrl+Alt+C"),
                      tr("Only what differs from the saved configuration"));
    onlyNonDefault =
        add("onlyNonDefault", "own-value", tr("Only &Different from Default"),
            QStringLiteral("Ctrl+Alt+D"), tr("Only what has been given a value of its own"));
    resultsTree = add("resultsTree", "results-tree", tr("Search &Results as a Tree"),
                      QStringLiteral("Ctrl+Alt+R"), tr("Show what a search finds in its menus"));
}

QAction *OptionViewActions::add(const char *name, const char *icon, const QString &text,
                                const QString &shortcut, const QString &tip)
{
    auto *action = new QAction(paletteIcon(QString::fromLatin1(icon)), text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setCheckable(true);
    action->setShortcut(QKeySequence(shortcut));
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    connect(action, &QAction::toggled, this, [this, action](bool on) {
        // Of the shapes, the one that goes is followed by the one that comes.
        if (on || action->actionGroup() == nullptr)
            emit changed();
    });
    return action;
}

OptionViewActions::Shape OptionViewActions::shape() const
{
    return tree->isChecked() ? Shape::tree : flat->isChecked() ? Shape::flat : Shape::menus;
}

QList<QAction *> OptionViewActions::all() const
{
    return {menus,      tree,        flat,           nullptr, showAll,
            namesFirst, onlyChanged, onlyNonDefault, nullptr, resultsTree};
}

void OptionViewActions::saveState(QSettings &settings) const
{
    for (const QAction *action : all()) {
        if (action)
            settings.setValue(QStringLiteral("configure/") + action->objectName(),
                              action->isChecked());
    }
}

void OptionViewActions::restoreState(const QSettings &settings)
{
    for (QAction *action : all()) {
        const QString key =
            action ? QStringLiteral("configure/") + action->objectName() : QString();
        // A shape is only ever switched on; the group switches the others off.
        if (action && settings.contains(key) &&
            (settings.value(key).toBool() || !action->actionGroup()))
            action->setChecked(settings.value(key).toBool());
    }
}

} // namespace kiln
