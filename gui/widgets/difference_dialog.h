// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The text in an editor beside what somebody else has made of the file.
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace kiln {

/// Lines that are only here, only in the file, and three around them that are in both. Does not
/// block: open() it.
class DifferenceDialog : public QDialog
{
    Q_OBJECT

public:
    DifferenceDialog(const QString &file, const QByteArray &mine, const QByteArray &theirs,
                     QWidget *parent = nullptr);

    [[nodiscard]] QPlainTextEdit *view() const { return m_view; }

signals:
    void mineChosen();
    void theirsChosen();

private:
    QPlainTextEdit *m_view;
};

} // namespace kiln
