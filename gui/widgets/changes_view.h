// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The panel of changes: what differs from the saved file or another, and taking it back.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace kiln {

class ChangesList;
class ChangesModel;
class ConfigSession;

/// Double click or Return goes to the option; Delete, or the button, takes a change back.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    /// The session must outlive the view.
    explicit ChangesView(ConfigSession *session, QWidget *parent = nullptr);

    /// Compares with this file from now on, and offers it in the list of references.
    void compareWith(const QString &file);

    [[nodiscard]] ChangesList *list() const { return m_list; }
    [[nodiscard]] ChangesModel *model() const { return m_model; }
    [[nodiscard]] QTreeView *tree() const { return m_tree; }
    [[nodiscard]] QComboBox *references() const { return m_references; }
    /// What was last said about a change that could not be taken back.
    [[nodiscard]] QString message() const;

signals:
    /// An option was chosen, by its name without CONFIG_.
    void optionActivated(const QString &name);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void takeBack();
    void askForFile();
    void chooseReference(int index);
    void fillReferences();
    void afterReset();
    void updateButtons();

    ConfigSession *m_session;
    ChangesList *m_list;
    ChangesModel *m_model;
    QTreeView *m_tree;
    QComboBox *m_references;
    QLabel *m_empty;
    QLabel *m_message;
    QPushButton *m_takeBack;
    QPushButton *m_takeAllBack;
    QString m_current; ///< name of the option that was current before a reset
};

} // namespace kiln
