// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/build_menu.h"

#include "workbench/toolchain.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QThread>

#include <algorithm>

namespace kiln {

BuildMenu::BuildMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("buildMenu"));
    setToolTipsVisible(true);
    m_compilers = addChoices(
        tr("&Compiler"),
        {{tr("As the tree has it"), QString()},
         {tr("GCC"), QStringLiteral("gcc")},
         {tr("Clang"), QStringLiteral("clang")}},
        [](BuildSettings &settings, const QString &value) { settings.compiler = value; });
    m_launchers =
        addChoices(tr("&Launcher"),
                   {{tr("None"), QStringLiteral("none")},
                    {tr("ccache: remembers what was compiled before"), QStringLiteral("ccache")},
                    {tr("distcc: shares the work with other machines"), QStringLiteral("distcc")},
                    {tr("icecream: shares the work with other machines, by load"),
                     QStringLiteral("icecream")}},
                   [](BuildSettings &settings, const QString &value) {
                       settings.launcher =
                           compilerLauncherFromName(value).value_or(CompilerLauncher::none);
                   });
    QVector<std::pair<QString, QString>> jobs{
        {tr("One for each processor (%1)").arg(QThread::idealThreadCount()), QStringLiteral("0")}};
    for (const int count : {1, 2, 4, 8, 16, 32, 64})
        jobs.append({QString::number(count), QString::number(count)});
    m_jobs =
        addChoices(tr("&Parallel Jobs"), jobs, [](BuildSettings &settings, const QString &value) {
            settings.jobs = value.toInt();
        });
    m_prefix = addAction(QString());
    connect(m_prefix, &QAction::triggered, this, &BuildMenu::askPrefix);
    connect(this, &QMenu::aboutToShow, this, &BuildMenu::refresh);
    refresh();
}

QActionGroup *BuildMenu::addChoices(const QString &title,
                                    const QVector<std::pair<QString, QString>> &choices,
                                    void (*apply)(BuildSettings &, const QString &))
{
    auto *group = new QActionGroup(this);
    QMenu *sub = addMenu(title);
    sub->setToolTipsVisible(true);
    for (const auto &[text, value] : choices) {
        QAction *action = sub->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, [this, apply](const QAction *action) {
        BuildSettings settings = m_settings;
        apply(settings, action->data().toString());
        change(settings);
    });
    return group;
}

void BuildMenu::askPrefix()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Cross compiler"));
    dialog->setLabelText(tr("What stands before the names of compiler and linker, such as "
                            "aarch64-linux-gnu-. Empty: what the architecture needs."));
    dialog->setTextValue(m_settings.crossPrefix);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        BuildSettings settings = m_settings;
        settings.crossPrefix = text.trimmed();
        change(settings);
    });
    dialog->open();
}

void BuildMenu::setSettings(const BuildSettings &settings)
{
    m_settings = settings;
    refresh();
}

void BuildMenu::refresh()
{
    const auto check = [](QActionGroup *group, const QString &value) {
        for (QAction *action : group->actions())
            action->setChecked(action->data().toString() == value);
    };
    check(m_compilers, m_settings.compiler);
    check(m_launchers, compilerLauncherName(m_settings.launcher));
    check(m_jobs, QString::number(m_settings.jobs));
    m_prefix->setText(m_settings.crossPrefix.isEmpty()
                          ? tr("P&refix of the Compiler…")
                          : tr("P&refix of the Compiler: %1…").arg(m_settings.crossPrefix));
    const auto offer = [](QAction *action, const QString &program) {
        const auto tool = program.isEmpty() ? Result<QString>(QString()) : findTool(program);
        // One that was chosen before stays, so that it can be seen and left.
        action->setEnabled(tool.has_value() || action->isChecked());
        action->setToolTip(tool ? action->text() : tool.error().text());
    };
    for (QAction *action : m_compilers->actions()) {
        const QString compiler = action->data().toString();
        offer(action, compiler.isEmpty() ? QString() : m_settings.crossPrefix + compiler);
    }
    for (QAction *action : m_launchers->actions())
        offer(action, compilerLauncherProgram(compilerLauncherFromName(action->data().toString())
                                                  .value_or(CompilerLauncher::none)));
}

void BuildMenu::change(const BuildSettings &settings)
{
    m_settings = settings;
    refresh();
    emit settingsChanged(m_settings);
}

} // namespace kiln
