// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything there is to say about one option: text, what it needs as a tree, text.
#pragma once

#include "widgets/links.h"
#include "widgets/option_details.h"

#include <kconfig/configuration.h>

#include <QHash>
#include <QScrollArea>
#include <QTimer>

namespace kiln {

class DependencyView;
class FittedText;

class DetailsPane : public QScrollArea
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// Shows an entry of a configuration, which must outlive its showing, once the event loop is
    /// idle: moving on and editing come first. Each part has a turn of its own. nullptr or an
    /// invalid node shows nothing. Paths under `base` are shown relative to it.
    void setNode(const kconfig::Configuration *configuration, kconfig::NodeId node,
                 const QString &base);
    /// Values may have changed.
    void refresh();
    /// What else is known of options, by name without CONFIG_: HTML that follows the value.
    void setRemarks(const QHash<QString, QString> &remarks);
    /// What is shown as plain text; what is due is shown first.
    [[nodiscard]] QString plainText();
    [[nodiscard]] DependencyView *dependencies() const { return m_needs; }
    [[nodiscard]] FittedText *top() const { return m_top; }

signals:
    /// A link to an option.
    void optionRequested(const QString &name);
    /// A condition that names an option.
    void nodeRequested(kconfig::NodeId node);
    /// A link to the changes that give an option another value.
    void fixRequested(kconfig::SymbolId symbol);
    /// A link to a place in a file.
    void openRequested(const kiln::SourcePlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Part
    {
        top,
        needs,
        bottom
    };

    void begin();
    [[nodiscard]] QString remark() const;
    void showPart();
    void follow(const QUrl &url);

    FittedText *m_top;
    DependencyView *m_needs;
    FittedText *m_bottom;
    const kconfig::Configuration *m_configuration = nullptr;
    kconfig::NodeId m_node;
    kconfig::NodeId m_shown; ///< whose dependency is drawn
    QString m_base;
    OptionDetails m_text;
    QHash<QString, QString> m_remarks;
    Part m_next = Part::top; ///< what showPart() shows
    QTimer m_due;
};

} // namespace kiln
