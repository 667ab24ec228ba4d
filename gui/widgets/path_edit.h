// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A folder or file to be named: a line to type in, and a button to look for it.
#pragma once

#include <QWidget>

class QLineEdit;

namespace kiln {

class PathEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Kind
    {
        folder,
        file
    };

    /// `title` is that of the dialog that looks for it, and the line's accessible name.
    PathEdit(Kind kind, const QString &title, QWidget *parent = nullptr);

    /// As typed; `~/` is the home folder.
    [[nodiscard]] QString path() const;
    void setPath(const QString &path);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

signals:
    void pathChanged();

private:
    void browse();

    Kind m_kind;
    QString m_title;
    QLineEdit *m_edit;
};

} // namespace kiln
