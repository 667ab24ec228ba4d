// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/large_source.h"

#include <Qsci/qsciscintilla.h>

#include <QAccessible>
#include <QAccessibleWidget>

namespace kiln {

namespace {

constexpr const char *largeProperty = "kilnLargeSource";

class LargeSource : public QAccessibleWidget
{
public:
    explicit LargeSource(QsciScintilla *editor)
        : QAccessibleWidget(editor, QAccessible::EditableText)
    {}

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Value)
            return QAccessibleWidget::text(kind);
        auto *editor = static_cast<QsciScintilla *>(widget());
        int line = 0;
        int column = 0;
        editor->getCursorPosition(&line, &column);
        return editor->text(line).trimmed();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }
};

QAccessibleInterface *create(const QString &className, QObject *object)
{
    auto *editor = qobject_cast<QsciScintilla *>(object);
    const bool isLarge = className == QLatin1String("QsciScintilla") && editor != nullptr &&
                         editor->property(largeProperty).toBool();
    return isLarge ? new LargeSource(editor) : nullptr;
}

} // namespace

void setLargeSource(QsciScintilla *editor, bool isLarge)
{
    if (editor->property(largeProperty).toBool() == isLarge)
        return;
    QAccessible::installFactory(create);
    editor->setProperty(largeProperty, isLarge);
    // The one there is stays until it is taken away; the next to ask gets the other.
    if (QAccessibleInterface *former = QAccessible::queryAccessibleInterface(editor))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(former));
}

} // namespace kiln
