// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The place "Edit" on a project of its own.
#pragma once

#include "../workbench/fixture.h"

#include "widgets/code_editor.h"
#include "widgets/edit_page.h"

#include <Qsci/qsciscintilla.h>

#include <QPushButton>
#include <QtTest>

#include <memory>
#include <optional>

namespace kiln::test {

class EditPageFixture
{
public:
    /// A new project, and the page that shows it in a window of its own. It knows one option.
    void renew()
    {
        m_space = std::make_unique<Workspace>();
        m_page = std::make_unique<EditPage>(m_space->path(QStringLiteral("journals")));
        m_page->resize(1000, 600);
        m_page->setProject(m_space->project());
        m_page->setSymbols(
            [](const QString &name) -> std::optional<SymbolInfo> {
                if (!name.startsWith(QLatin1String("LIBFIRST")))
                    return std::nullopt;
                return SymbolInfo{name, {}, {{QStringLiteral("lib/first/Config.uk"), 4, 0}}};
            },
            {});
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void close()
    {
        m_page.reset();
        m_space.reset();
    }

    [[nodiscard]] QsciScintilla *editor() const { return m_page->editor()->editor(); }
    [[nodiscard]] QString appFile(const char *name) const
    {
        return m_space->project().directory + u'/' + QLatin1String(name);
    }
    bool open(const QString &file, int line = 0)
    {
        return m_page->open({file, line, 0}) &&
               QTest::qWaitFor([this] { return m_page->editor()->isFinished(); });
    }
    /// The visible button with this text; null: there is none.
    static QPushButton *buttonOf(QWidget *widget, const QString &text)
    {
        for (auto *each : widget->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == text && each->isVisibleTo(widget))
                return each;
        }
        return nullptr;
    }

protected:
    std::unique_ptr<Workspace> m_space;
    std::unique_ptr<EditPage> m_page;
};

} // namespace kiln::test
