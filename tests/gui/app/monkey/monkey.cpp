// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "monkey.h"

#include "action_log.h"

#include "widgets/changes_view.h"
#include "widgets/option_view_actions.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>
#include <QWheelEvent>

namespace kiln::test {

namespace {

QString nameOf(const QWidget *widget)
{
    if (!widget)
        return QStringLiteral("nothing");
    QString name = QString::fromLatin1(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        name += u'#' + widget->objectName();
    return name;
}

/// What must not be touched at random: file dialogs can delete files.
bool isTaboo(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (qobject_cast<const QFileDialog *>(widget))
            return true;
    }
    return false;
}

} // namespace

Monkey::Monkey(WindowDriver &window, Place &place, unsigned seed)
    : m_window(window)
    , m_place(place)
    , m_random(seed)
{
    // Leaving is the one thing that ends the game.
    m_window->actions()->quit->setEnabled(false);
    m_helper.setInterval(250);
    connect(&m_helper, &QTimer::timeout, this, [this] {
        if (QWidget *popup = QApplication::activePopupWidget(); popup && m_depth > 0)
            popup->close();
    });
    m_helper.start();
}

int Monkey::upTo(int below)
{
    // Not std::uniform_int_distribution, which differs between libraries.
    return below <= 1 ? 0 : int(m_random() % unsigned(below));
}

void Monkey::note(const QString &action) const
{
    ActionLog::note(action);
}

QString Monkey::anyText()
{
    static const QStringList texts{
        QStringLiteral("0"),           QStringLiteral("7"),
        QStringLiteral("-3"),          QStringLiteral("0x1f"),
        QStringLiteral("4294967296"),  QStringLiteral("99999999999999999999"),
        QStringLiteral("y"),           QStringLiteral("debug"),
        QStringLiteral("a b"),         QStringLiteral("\"q\""),
        QStringLiteral("back\\slash"), QStringLiteral("$(shell,id)"),
        QStringLiteral("ümläut"),      QStringLiteral("#x"),
        QStringLiteral("<b>&amp;"),    QStringLiteral(" "),
        QStringLiteral("'"),           QString()};
    return any(texts);
}

/// Lines as they stand in .config files, most of them of options that there are.
QByteArray Monkey::anyLines()
{
    QByteArray text;
    if (!m_window.session()->isLoaded())
        return text;
    const kconfig::Model &model = m_window.session()->model();
    for (int count = 1 + upTo(8); count > 0; --count) {
        const auto &symbol = model.symbols()[std::size_t(upTo(int(model.symbols().size())))];
        if (symbol.isConstant || symbol.name.empty())
            continue;
        const QByteArray name = "CONFIG_" + QByteArray::fromStdString(std::string(symbol.name));
        switch (symbol.type) {
        case kconfig::SymbolType::boolean:
        case kconfig::SymbolType::tristate:
            text += upTo(3) == 0 ? "# " + name + " is not set\n"
                                 : name + (upTo(3) == 0 ? "=m\n" : "=y\n");
            break;
        case kconfig::SymbolType::string:
            text += name + "=\"" + anyText().toUtf8() + "\"\n";
            break;
        default:
            text += name + '=' + anyText().toUtf8() + '\n';
            break;
        }
    }
    if (chance(10))
        text += "CONFIG_NOT_THERE=y\nnonsense\n";
    return text;
}

QWidget *Monkey::anyTop()
{
    QVector<QWidget *> tops;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && !isTaboo(top) && top->windowType() != Qt::ToolTip)
            tops.append(top);
    }
    if (QWidget *modal = QApplication::activeModalWidget(); modal && chance(80))
        return modal;
    return tops.isEmpty() ? &m_window.window() : any(tops);
}

QWidget *Monkey::anyWidget()
{
    QWidget *top = anyTop();
    if (isTaboo(top))
        return nullptr;
    if (chance(60)) {
        const QPoint at(upTo(top->width()), upTo(top->height()));
        QWidget *child = top->childAt(at);
        return child ? child : top;
    }
    QVector<QWidget *> shown;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled())
            shown.append(widget);
    }
    return shown.isEmpty() ? top : any(shown);
}

void Monkey::click()
{
    QWidget *widget = anyWidget();
    if (!widget)
        return;
    const QPoint at(upTo(widget->width()), upTo(widget->height()));
    const Qt::MouseButton button = chance(90)   ? Qt::LeftButton
                                   : chance(50) ? Qt::RightButton
                                                : Qt::MiddleButton;
    const Qt::KeyboardModifiers keys = chance(90)   ? Qt::NoModifier
                                       : chance(50) ? Qt::ControlModifier
                                                    : Qt::ShiftModifier;
    note(QStringLiteral("click %1 %2,%3 button %4")
             .arg(nameOf(widget))
             .arg(at.x())
             .arg(at.y())
             .arg(int(button)));
    QTest::mouseClick(widget, button, keys, at);
}

void Monkey::doubleClick()
{
    const QPointer<QWidget> widget = anyWidget();
    if (!widget)
        return;
    const QPoint at(upTo(widget->width()), upTo(widget->height()));
    note(QStringLiteral("double click %1 %2,%3").arg(nameOf(widget)).arg(at.x()).arg(at.y()));
    QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    if (widget && widget->isVisible() && widget->isEnabled())
        QTest::mouseDClick(widget, Qt::LeftButton, {}, at);
}

/// Rows are where most happens, and a click anywhere seldom hits a box.
void Monkey::clickRow()
{
    QVector<QTreeView *> views;
    for (QTreeView *view : m_window->findChildren<QTreeView *>()) {
        if (view->isVisible() && !isTaboo(view) && view->model())
            views.append(view);
    }
    if (views.isEmpty() || QApplication::activeModalWidget())
        return;
    QTreeView *view = any(views);
    const QModelIndex index = view->indexAt(QPoint(40, upTo(view->viewport()->height())));
    const QModelIndex cell = index.siblingAtColumn(upTo(3));
    const QRect box = view->visualRect(cell);
    if (!box.isValid())
        return;
    const QPoint at(box.left() + (chance(60) ? 10 : upTo(box.width())), box.center().y());
    note(QStringLiteral("click row “%1” column %2 of %3")
             .arg(index.data().toString())
             .arg(cell.column())
             .arg(nameOf(view)));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
}

void Monkey::drag()
{
    const QPointer<QWidget> widget = anyWidget();
    // A drag of text would wait for the mouse of a real screen.
    if (!widget || widget->inherits("QLineEdit") || widget->parent() == nullptr ||
        widget->parent()->inherits("QTextEdit") || widget->parent()->inherits("QPlainTextEdit") ||
        widget->parent()->inherits("QsciScintilla"))
        return;
    const QPoint from(upTo(widget->width()), upTo(widget->height()));
    const QPoint to = from + QPoint(upTo(400) - 200, upTo(300) - 150);
    note(QStringLiteral("drag %1 %2,%3 to %4,%5")
             .arg(nameOf(widget))
             .arg(from.x())
             .arg(from.y())
             .arg(to.x())
             .arg(to.y()));
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 3 && widget; ++step) {
        const QPoint at = from + (to - from) * step / 3;
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &move);
    }
    if (widget)
        QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

void Monkey::wheel()
{
    QWidget *widget = anyWidget();
    if (!widget)
        return;
    const QPointF at(widget->rect().center());
    const QPoint turn(chance(10) ? 120 : 0, (upTo(7) - 3) * 120);
    note(QStringLiteral("wheel %1 %2").arg(nameOf(widget)).arg(turn.y()));
    QWheelEvent event(at, widget->mapToGlobal(at), {}, turn, Qt::NoButton,
                      chance(10) ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

void Monkey::contextMenu()
{
    QWidget *widget = anyWidget();
    if (!widget)
        return;
    const QPoint at(upTo(widget->width()), upTo(widget->height()));
    note(QStringLiteral("context menu of %1 %2,%3").arg(nameOf(widget)).arg(at.x()).arg(at.y()));
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &event);
}

QWidget *Monkey::keyTarget()
{
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *focus = popup ? popup : QApplication::focusWidget();
    if (!popup && chance(40) && !QApplication::activeModalWidget())
        focus = m_window->configurePage()->optionView();
    if (!focus)
        focus = &m_window.window();
    return isTaboo(focus) || !focus->isVisible() ? nullptr : focus;
}

void Monkey::press()
{
    static const QVector<Qt::Key> keys{
        Qt::Key_Up,       Qt::Key_Down,   Qt::Key_Left,      Qt::Key_Right,  Qt::Key_Space,
        Qt::Key_Space,    Qt::Key_Return, Qt::Key_Y,         Qt::Key_N,      Qt::Key_M,
        Qt::Key_Z,        Qt::Key_Tab,    Qt::Key_Backtab,   Qt::Key_Home,   Qt::Key_End,
        Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Backspace, Qt::Key_Escape, Qt::Key_Escape,
        Qt::Key_Slash,    Qt::Key_F2,     Qt::Key_Delete,    Qt::Key_1,      Qt::Key_A,
        Qt::Key_Question, Qt::Key_Plus,   Qt::Key_Minus,     Qt::Key_Menu,   Qt::Key_F1};
    QWidget *target = keyTarget();
    if (!target)
        return;
    const Qt::Key key = any(keys);
    const Qt::KeyboardModifiers modifiers = chance(85)   ? Qt::NoModifier
                                            : chance(50) ? Qt::ShiftModifier
                                                         : Qt::AltModifier;
    note(QStringLiteral("key %1 to %2")
             .arg(QKeySequence(int(modifiers) | int(key)).toString(), nameOf(target)));
    QTest::keyClick(target, key, modifiers);
}

void Monkey::type()
{
    QWidget *target = keyTarget();
    if (!target)
        return;
    const QString text = anyText();
    note(QStringLiteral("type “%1” into %2").arg(text, nameOf(target)));
    QPointer<QWidget> still = target;
    for (const QChar letter : text) {
        if (!still || !still->isVisible() || isTaboo(still))
            return;
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(still, &down);
    }
    if (still && chance(50))
        QTest::keyClick(still.data(), Qt::Key_Return);
}

void Monkey::shortcut()
{
    QVector<QAction *> actions;
    for (QAction *action : m_window->findChildren<QAction *>()) {
        // These lead to another project, or another configuration, than the one that is judged.
        static const QStringList away{
            QStringLiteral("newApplication"), QStringLiteral("newLibrary"),
            QStringLiteral("clone"),          QStringLiteral("port"),
            QStringLiteral("addLibrary"),     QStringLiteral("addTarget")};
        if (action->isEnabled() && !action->objectName().isEmpty() && !action->menu() &&
            !away.contains(action->objectName()))
            actions.append(action);
    }
    if (actions.isEmpty() || QApplication::activeModalWidget())
        return;
    QAction *action = any(actions);
    note(QStringLiteral("action %1").arg(action->objectName()));
    if (!action->shortcut().isEmpty() && chance(70))
        QTest::keySequence(&m_window.window(), action->shortcut());
    else
        action->trigger();
}

void Monkey::viewAction()
{
    const QList<QAction *> actions = m_window->configurePage()->viewActions()->all();
    if (QAction *action = any(actions)) {
        note(QStringLiteral("view %1").arg(action->objectName()));
        action->trigger();
    }
}

void Monkey::search()
{
    static const QStringList words{
        QStringLiteral("level"), QStringLiteral("s1"),  QStringLiteral("alloc"),
        QStringLiteral("entry"), QStringLiteral("usb"), QStringLiteral("debug mes"),
        QStringLiteral("zzzz"),  QStringLiteral("/"),   QString()};
    QLineEdit *field = m_window->searchEdit();
    const QString word = any(words);
    note(QStringLiteral("search “%1”").arg(word));
    field->setText(word);
    if (chance(30))
        QTest::qWait(80);
    if (chance(40))
        QTest::keyClick(field, chance(50) ? Qt::Key_Return : Qt::Key_Down);
    else if (chance(20))
        QTest::keyClick(field, Qt::Key_Escape);
}

void Monkey::resize()
{
    const QSize size(300 + upTo(1400), 200 + upTo(900));
    note(QStringLiteral("resize %1×%2").arg(size.width()).arg(size.height()));
    m_window->resize(size);
}

void Monkey::turnOver()
{
    if (chance(50)) {
        note(QStringLiteral("other direction"));
        QApplication::setLayoutDirection(QApplication::isLeftToRight() ? Qt::RightToLeft
                                                                       : Qt::LeftToRight);
    } else {
        const WindowActions &a = *m_window->actions();
        QAction *theme = any(QVector<QAction *>{a.themeDark, a.themeLight, a.themeSystem});
        note(QStringLiteral("theme %1").arg(theme->objectName()));
        theme->trigger();
    }
}

/// Goes to an option and changes it, as somebody with a plan does.
void Monkey::edit()
{
    ConfigSession *session = m_window.session();
    if (!session->isLoaded() || session->isLoading() || QApplication::activeModalWidget())
        return;
    const kconfig::Model &model = session->model();
    const auto node = kconfig::NodeId{std::uint32_t(upTo(int(model.nodeCount())))};
    ConfigurePage *page = m_window->configurePage();
    if (!page->treeModel()->isVisible(node) && chance(90))
        return;
    OptionView *view = page->optionView();
    page->showOption(node);
    note(QStringLiteral("edit node %1 %2")
             .arg(node.index)
             .arg(view->currentIndex().data().toString()));
    QTest::keyClick(view, chance(70) ? Qt::Key_Space : Qt::Key_Return);
    QWidget *editor = QApplication::focusWidget();
    if (QWidget *popup = QApplication::activePopupWidget()) {
        QTest::keyClick(popup, chance(50) ? Qt::Key_Down : Qt::Key_Up);
        QTest::keyClick(popup, Qt::Key_Return);
    } else if (editor && editor != view && view->isAncestorOf(editor)) {
        if (chance(50))
            QTest::keySequence(editor, QKeySequence::SelectAll);
        type();
    }
}

void Monkey::undoOrRedo()
{
    const WindowActions &a = *m_window->actions();
    note(QStringLiteral("undo or redo"));
    for (int steps = 1 + upTo(4); steps > 0; --steps)
        (chance(60) ? a.undo : a.redo)->trigger();
}

void Monkey::editOutside()
{
    if (!m_window.session()->isLoaded())
        return;
    const QString file = m_window->projects()->project()->configFile;
    QByteArray text = contents(file);
    if (chance(5)) {
        note(QStringLiteral("outside: remove the file"));
        QFile::remove(file);
        return;
    }
    const QByteArray lines = anyLines();
    note(QStringLiteral("outside: %1").arg(QString::fromUtf8(lines).replace(u'\n', u';')));
    if (chance(20) && text.size() > 200)
        text.truncate(upTo(int(text.size())));
    (void)writeFile(file, text + lines);
    if (chance(50))
        QTest::qWait(60);
}

void Monkey::changeTree()
{
    static const QByteArrayList texts{
        "config 1BROKEN\n\tbool \"never ends\n",
        "menu \"Open\"\nconfig ADDED\n\tbool \"Added\"\n",
        "config ADDED\n\tbool \"Added\"\n\tdefault y\n",
        "config ADDED\n\tstring \"Added\"\n\tdefault \"text\"\n\nconfig MORE\n\tbool \"More\"\n",
        "if\n",
        "source \"/nowhere/Config.uk\"\n"};
    if (chance(40)) {
        note(QStringLiteral("mend the tree"));
        (void)m_place.mend();
    } else {
        const QByteArray text = any(texts);
        note(QStringLiteral("change the tree: %1").arg(QString::fromUtf8(text).left(20)));
        (void)m_place.spoil(text);
    }
    if (chance(70) && !QApplication::activeModalWidget())
        m_window->actions()->reload->trigger();
}

void Monkey::compare()
{
    if (!m_window.session()->isLoaded() || QApplication::activeModalWidget())
        return;
    const QString file = m_place.path(QStringLiteral("other.config"));
    (void)writeFile(file, anyLines());
    note(QStringLiteral("compare"));
    m_window->configFiles()->compare(chance(50) ? QStringList{file} : QStringList());
}

void Monkey::rest()
{
    QTest::qWait(1 + upTo(chance(10) ? 120 : 10));
}

void Monkey::act()
{
    ++m_depth;
    if (!m_window->isVisible())
        m_window->show();
    answer();
    using Action = void (Monkey::*)();
    struct Weighted
    {
        int weight;
        Action action;
    };
    static const Weighted actions[] = {
        {14, &Monkey::click},      {4, &Monkey::doubleClick}, {14, &Monkey::clickRow},
        {4, &Monkey::drag},        {4, &Monkey::wheel},       {3, &Monkey::contextMenu},
        {18, &Monkey::press},      {5, &Monkey::type},        {6, &Monkey::shortcut},
        {4, &Monkey::viewAction},  {4, &Monkey::search},      {1, &Monkey::resize},
        {1, &Monkey::turnOver},    {16, &Monkey::edit},       {4, &Monkey::undoOrRedo},
        {2, &Monkey::editOutside}, {1, &Monkey::changeTree},  {1, &Monkey::compare},
        {3, &Monkey::rest}};
    int total = 0;
    for (const Weighted &each : actions)
        total += each.weight;
    int left = upTo(total);
    for (const Weighted &each : actions) {
        left -= each.weight;
        if (left < 0) {
            (this->*each.action)();
            break;
        }
    }
    QCoreApplication::processEvents();
    --m_depth;
}

} // namespace kiln::test
