// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/theme.h"

#include "app/outline_style.h"

#include <QApplication>
#include <QList>
#include <QPalette>
#include <QPointer>
#include <QStyle>
#include <QStyleFactory>
#include <QTimer>
#include <QWidget>

namespace kiln {

namespace {

QPalette makePalette(QRgb window, QRgb base, QRgb alternate, QRgb button, QRgb text, QRgb muted,
                     QRgb accent, QRgb link)
{
    QPalette palette{QColor(button), QColor(window)};
    const QColor textColor(text);
    const QColor mutedColor(muted);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ToolTipBase, alternate);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, textColor);
    palette.setColor(QPalette::PlaceholderText, mutedColor);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mutedColor);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mutedColor);
    return palette;
}

QPalette lightPalette()
{
    return makePalette(0xf3f3f4, 0xffffff, 0xf7f7f8, 0xfafafa, 0x1f2328, 0x646c76, 0x0b63b8,
                       0x0b57d0);
}

QPalette darkPalette()
{
    return makePalette(0x23272b, 0x1b1e22, 0x2a2e33, 0x30353b, 0xe3e6ea, 0x98a1ab, 0x2f6fb3,
                       0x79b8ff);
}

/// Lets the parts of a window be painted one by one.
class StepwisePainting : public QObject
{
public:
    explicit StepwisePainting(QWidget *window)
        : QObject(window)
    {
        for (QWidget *part :
             window->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!part->isVisible() || part->isWindow())
                continue;
            part->setUpdatesEnabled(false);
            m_rest.append(part);
        }
        m_turn.setInterval(0);
        connect(&m_turn, &QTimer::timeout, this, &StepwisePainting::next);
        m_turn.start();
    }

private:
    void next()
    {
        if (m_rest.isEmpty())
            return deleteLater();
        if (const QPointer<QWidget> part = m_rest.takeLast())
            part->setUpdatesEnabled(true);
    }

    QList<QPointer<QWidget>> m_rest;
    QTimer m_turn;
};

} // namespace

void applyTheme(Theme theme, QWidget *window)
{
    if (window != nullptr)
        new StepwisePainting(window); // ends itself
    static const QPalette systemPalette = QApplication::palette();
    static const QString systemStyle = QApplication::style()->objectName();
    const QString fusion = QStringLiteral("fusion");
    const QString style = theme == Theme::system ? systemStyle : fusion;
    const bool isFusion = style.compare(fusion, Qt::CaseInsensitive) == 0;
    const bool isOurs = qobject_cast<OutlineStyle *>(QApplication::style()) != nullptr;
    if (isFusion && !isOurs)
        QApplication::setStyle(new OutlineStyle);
    else if (!isFusion &&
             QApplication::style()->objectName().compare(style, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(style));
    switch (theme) {
    case Theme::system:
        QApplication::setPalette(systemPalette);
        break;
    case Theme::light:
        QApplication::setPalette(lightPalette());
        break;
    case Theme::dark:
        QApplication::setPalette(darkPalette());
        break;
    }
}

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::light:
        return QStringLiteral("light");
    case Theme::dark:
        return QStringLiteral("dark");
    case Theme::system:
        break;
    }
    return QStringLiteral("system");
}

Theme themeFromName(const QString &name)
{
    if (name == QLatin1String("light"))
        return Theme::light;
    return name == QLatin1String("dark") ? Theme::dark : Theme::system;
}

} // namespace kiln
