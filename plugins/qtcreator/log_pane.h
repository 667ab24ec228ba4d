// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pane "Kiln Log": what guests print, with the views of Kiln's own window.
#pragma once

#include "qtc_compat.h"

#include "workbench/guest.h"
#include "workbench/project.h"

#include <QList>
#include <QPointer>

class QTabWidget;

namespace kiln {
class GuestView;
class InsightViews;
} // namespace kiln

namespace kiln::creator {

/// Owns the guests and a tab for each. GUI thread.
class LogPane : public OutputPaneBase
{
    Q_OBJECT

public:
    explicit LogPane(QObject *parent = nullptr);
    ~LogPane() override;

    /// A guest for the application that does not run: the one of its last boot, or a new one. It
    /// lives until its tab is closed, or the pane goes.
    [[nodiscard]] Guest *guestFor(const Project &application);
    /// Goes to a guest's tab, and opens the pane.
    void show(Guest *guest);

    QWidget *outputWidget(QWidget *parent) override;
    void clearContents() override;
    void setFocus() override;
    [[nodiscard]] bool hasFocus() const override;
    [[nodiscard]] bool canFocus() const override;
    [[nodiscard]] bool canNavigate() const override;
    [[nodiscard]] bool canNext() const override;
    [[nodiscard]] bool canPrevious() const override;
    void goToNext() override;
    void goToPrev() override;

private:
    struct Tab
    {
        QString directory; ///< of the application
        Guest *guest = nullptr;
        GuestView *view = nullptr;
        InsightViews *insights = nullptr;
    };

    void follow(const Tab &tab);
    void close(int index);

    QPointer<QTabWidget> m_tabs;
    QList<Tab> m_known;
};

} // namespace kiln::creator
