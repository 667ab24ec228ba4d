// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The status bar: configuration, last build, what runs.
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace kiln {

class StateBar : public QStatusBar
{
    Q_OBJECT

public:
    explicit StateBar(QWidget *parent = nullptr);

    /// Each text stays until it is replaced; icons are names for paletteIcon().
    void setConfiguration(const QString &icon, const QString &text);
    void setBuild(const QString &icon, const QString &text);
    void setActivity(const QString &icon, const QString &text);

    [[nodiscard]] QString configuration() const;
    [[nodiscard]] QString build() const;
    [[nodiscard]] QString activity() const;

private:
    QToolButton *m_configuration;
    QToolButton *m_build;
    QToolButton *m_activity;

signals:
    void configurationClicked();
    void buildClicked();
    void activityClicked();
};

} // namespace kiln
