// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keys do, for a page of them.
#pragma once

#include <QString>
#include <QVector>

class QAction;
class QMenuBar;

namespace kiln {

struct KeyHelp
{
    QString keys; ///< as the desktop writes them: "Ctrl+S", "y, m, n"
    QString meaning;
};

struct KeySection
{
    QString title;
    QVector<KeyHelp> keys;
};

/// The shortcuts of all actions in a menu bar, a section for each menu; sub-menus belong to the
/// menu they are in.
[[nodiscard]] QVector<KeySection> keySections(const QMenuBar *bar);

} // namespace kiln
