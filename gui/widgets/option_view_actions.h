// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How options are shown, as actions for a tool row and a menu.
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QSettings;

namespace kiln {

/// Each action is checkable and has an icon, a shortcut and a tooltip. changed() follows one of
/// them, whoever has set it.
class OptionViewActions : public QObject
{
    Q_OBJECT

public:
    enum class Shape
    {
        menus, ///< a tree of menus, and the options of one of them
        tree,  ///< the whole tree
        flat   ///< all options as a list
    };

    explicit OptionViewActions(QObject *parent = nullptr);

    [[nodiscard]] Shape shape() const;
    /// In the order of menus and tool rows; a null pointer stands for a separator.
    [[nodiscard]] QList<QAction *> all() const;
    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

    QActionGroup *shapes;
    QAction *menus, *tree, *flat;
    QAction *showAll, *namesFirst, *onlyChanged, *onlyNonDefault, *resultsTree;

signals:
    void changed();

private:
    QAction *add(const char *name, const char *icon, const QString &text, const QString &shortcut,
                 const QString &tip);
};

} // namespace kiln
