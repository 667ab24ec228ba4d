// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an option needs, drawn as a small tree.
#pragma once

#include <kconfig/configuration.h>

#include <QTreeView>

namespace kiln {

class DependencyModel;

/// Each condition has an icon, a word and a colour for its truth; those that name an option lead
/// there by click, Return or Space. Is as high as its rows need, up to a limit; invisible when
/// there is nothing to show.
class DependencyView : public QTreeView
{
    Q_OBJECT

public:
    explicit DependencyView(QWidget *parent = nullptr);

    /// Shows an entry of a configuration that must outlive its showing; nullptr shows nothing.
    void setNode(const kconfig::Configuration *configuration, kconfig::NodeId node);
    /// Values may have changed.
    void refresh();
    /// What it says, a line for each row, indented.
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// An option was clicked or chosen by keys.
    void nodeRequested(kconfig::NodeId node);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool go(const QModelIndex &index);

    DependencyModel *m_model;
};

} // namespace kiln
