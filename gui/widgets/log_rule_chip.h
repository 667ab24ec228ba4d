// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A filter that was kept, as a button.
#pragma once

#include "widgets/log_filter.h"

#include <QToolButton>

namespace kiln {

/// Says what the rule does and switches it off and on; its menu turns it around, gives it a colour,
/// changes or removes it.
class LogRuleChip : public QToolButton
{
    Q_OBJECT

public:
    explicit LogRuleChip(const LogRule &rule, QWidget *parent = nullptr);

    [[nodiscard]] const LogRule &rule() const { return m_rule; }

signals:
    /// rule() does something else, or is on or off.
    void ruleChanged();
    /// Its text is to be changed.
    void editRequested();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildMenu();
    void become(bool excludes, int highlight);
    void showRule();
    void showSwatch();

    LogRule m_rule;
};

} // namespace kiln
