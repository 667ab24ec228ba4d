// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All there is to set of a machine, with the exact command that comes of it.
#pragma once

#include "workbench/machine.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace kiln {

class PathTable;

class MachineEditor : public QWidget
{
    Q_OBJECT

public:
    /// What a machine comes to in the project at hand.
    struct Plan
    {
        Machine settled;
        Result<QStringList> command;
        QString debugImage; ///< with symbols, for gdb
    };
    using Planner = std::function<Plan(const Machine &)>;

    /// `directory`: the project's, paths below it are kept relative.
    MachineEditor(const Machine &machine, const QString &directory, Planner plan,
                  QWidget *parent = nullptr);

    [[nodiscard]] Machine machine() const;
    void setMachine(const Machine &machine);
    /// Whether it makes sense, apart from files that are not there yet.
    [[nodiscard]] bool isSound() const { return m_sound; }
    /// As shown: a command for a shell, or what is wrong.
    [[nodiscard]] QString commandText() const;

signals:
    void changed();
    void problem(const kiln::Problem &problem);

private:
    QGroupBox *processorGroup();
    QGroupBox *networkGroup();
    QGroupBox *filesGroup();
    QGroupBox *programGroup();
    QWidget *commandPart();
    void connectFields();
    void refresh();
    void askForInitrd();
    void exportScript();

    Planner m_plan;
    QString m_directory;
    bool m_filling = false;
    bool m_sound = true;
    QStringList m_commandWords;

    QComboBox *m_platform;
    QComboBox *m_architecture;
    QComboBox *m_type;
    QComboBox *m_accelerator;
    QLineEdit *m_cpu;
    QSpinBox *m_cpus;
    QSpinBox *m_memory;
    QComboBox *m_gic;
    QComboBox *m_network;
    QLineEdit *m_interface;
    QLineEdit *m_mac;
    QLineEdit *m_forwards;
    PathTable *m_shares;
    QLineEdit *m_initrd;
    PathTable *m_disks;
    QLineEdit *m_arguments;
    QCheckBox *m_gdb;
    QSpinBox *m_gdbPort;
    QCheckBox *m_paused;
    QLabel *m_gdbCommand;
    QLineEdit *m_extra;
    QLabel *m_errorIcon;
    QLabel *m_error;
    QPlainTextEdit *m_command;
    QPushButton *m_copy;
    QPushButton *m_export;
};

} // namespace kiln
