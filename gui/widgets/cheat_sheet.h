// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page with all keys.
#pragma once

#include "widgets/key_help.h"

#include <QDialog>

class QTextBrowser;

namespace kiln {

/// Shows sections of keys in two columns. Deletes itself when it is closed.
class CheatSheet : public QDialog
{
    Q_OBJECT

public:
    explicit CheatSheet(const QVector<KeySection> &sections, QWidget *parent = nullptr);

    [[nodiscard]] QString plainText() const;

private:
    QTextBrowser *m_page;
};

} // namespace kiln
