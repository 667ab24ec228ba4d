// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Configurations side by side.
#pragma once

#include <kconfig/model.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTableView;

namespace kiln {

class CompareModel;
class Comparison;
class ConfigSession;

/// Begins with the saved configuration and the one being edited. The values of selected rows are
/// taken from the column to the left or to the right of the one being edited, or from the column
/// the cursor is in.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    /// The session must outlive the view.
    explicit CompareView(ConfigSession *session, QWidget *parent = nullptr);

    /// Adds a column; a file that can't be read is told about.
    void addFile(const QString &file);

    [[nodiscard]] Comparison *comparison() const { return m_comparison; }
    [[nodiscard]] CompareModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString message() const;

signals:
    /// An option was double-clicked; its name without CONFIG_.
    void optionActivated(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildBar();
    void buildTable();
    void fillAddMenu(QMenu *menu);
    void askForFile();
    void askForExport();
    /// Takes the selected rows from a column of the table.
    void take(int column);
    [[nodiscard]] QMenu *columnMenu();
    void showHeaderMenu(const QPoint &at);
    void update();
    void rememberWidths();
    void fitColumns();
    void say(const QString &text);

    ConfigSession *m_session;
    Comparison *m_comparison;
    CompareModel *m_model;
    QTableView *m_table;
    QLineEdit *m_filter;
    QCheckBox *m_onlyDifferences;
    QPushButton *m_takeLeft;
    QPushButton *m_takeRight;
    QLabel *m_message;
    QLabel *m_empty;
    int m_row = -1; ///< what was current before a reset
    int m_column = 0;
    kconfig::SymbolId m_symbol;
    int m_nameWidth = 0;  ///< of the columns, as set by hand last
    int m_valueWidth = 0; ///< of all that show values
    bool m_isFitting = false;
};

} // namespace kiln
