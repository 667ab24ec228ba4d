// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Margins of a layout that change sides with the direction of reading.
#pragma once

class QLayout;
class QMargins;
class QWidget;

namespace kiln {

/// Gives a layout of `widget` margins as they are from left to right; from right to left the outer
/// two are exchanged, now and whenever the widget's direction changes. Qt mirrors what is in a
/// layout but not its margins.
void setMirroredMargins(QLayout *layout, QWidget *widget, const QMargins &margins);

} // namespace kiln
