// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Make it so": the changes that give an option the value wished for, to be looked at and made.
#pragma once

#include "widgets/key_help.h"
#include "widgets/links.h"
#include "workbench/fix_way.h"

#include <kconfig/resolve.h>

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTextBrowser;
class QTreeView;

namespace kiln {

class ConfigSession;
class FixModel;
class FixSearch;
class WishEditor;

/// Hidden until open(). Return on a way makes its changes, on an option goes there; Space leaves an
/// option alone; Ctrl+Return makes the changes of the way that is current; Escape stops the search,
/// then closes.
class FixPanel : public QWidget
{
    Q_OBJECT

public:
    /// The session must outlive the panel.
    explicit FixPanel(ConfigSession *session, QWidget *parent = nullptr);
    ~FixPanel() override;

    /// Asks for an option to have a value, or what is most probably wished of it. What was left
    /// alone for another option is forgotten.
    void open(kconfig::SymbolId symbol, const std::optional<kconfig::Wish> &wish = {});
    /// Hides and forgets.
    void close();

    [[nodiscard]] static QVector<KeyHelp> keyHelp();
    [[nodiscard]] FixSearch *search() const { return m_search; }
    [[nodiscard]] FixModel *model() const { return m_model; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] WishEditor *wishEditor() const { return m_wish; }
    [[nodiscard]] QPushButton *applyButton() const { return m_apply; }
    [[nodiscard]] QPushButton *againButton() const { return m_again; }
    [[nodiscard]] QPushButton *undoButton() const { return m_undo; }
    /// How the search stands, in words.
    [[nodiscard]] QString message() const;
    /// Why the wish is out of reach, as plain text.
    [[nodiscard]] QString reasons() const;

signals:
    void optionRequested(kconfig::SymbolId symbol);
    /// The way that would be taken now is another; null: there is none.
    void previewed(const kiln::FixWayPointer &way);
    /// A link in an explanation.
    void linkActivated(const QUrl &url);
    void applied(kconfig::SymbolId symbol);
    void undoRequested();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void update();
    void updateReasons();
    void preview(const FixWayPointer &way);
    void showPage(QWidget *page);
    void tell();
    void onWayInserted(int way);
    void activate(const QModelIndex &index);
    void expandWay(int way);
    void apply();
    void again();
    void escape();
    [[nodiscard]] int currentWay() const;

    ConfigSession *m_session;
    FixSearch *m_search;
    FixModel *m_model;
    WishEditor *m_wish;
    QTreeView *m_tree;
    QTextBrowser *m_story; ///< in the tree's place when there is no way
    QStackedWidget *m_stack;
    QLabel *m_message;
    QLabel *m_why;
    QProgressBar *m_progress;
    QPushButton *m_again; ///< stops, begins again, looks longer
    QPushButton *m_apply;
    QPushButton *m_undo;
    QTimer m_tick;
    FixWayPointer m_previewed;
};

} // namespace kiln
