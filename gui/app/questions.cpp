// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/questions.h"

#include "widgets/cheat_sheet.h"
#include "widgets/fix_panel.h"
#include "widgets/option_view.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

namespace kiln {

namespace {

/// Gives lupdate the name of the context, which it can not find in a function.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

QMessageBox *box(QWidget *window, QMessageBox::Icon icon, const QString &text,
                 const QString &information)
{
    auto *result = new QMessageBox(icon, QGuiApplication::applicationDisplayName(), text,
                                   QMessageBox::NoButton, window);
    result->setInformativeText(information);
    result->setAttribute(Qt::WA_DeleteOnClose);
    result->setWindowModality(Qt::WindowModal);
    return result;
}

} // namespace

void askUnsaved(QWidget *window, const QString &text, std::function<void()> onSave,
                std::function<void()> onDiscard)
{
    QMessageBox *question = box(window, QMessageBox::Question, text,
                                Words::tr("What is discarded can't be brought back."));
    question->setObjectName(QStringLiteral("askUnsaved"));
    const auto *save = question->addButton(QMessageBox::Save);
    const auto *discard = question->addButton(QMessageBox::Discard);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(QMessageBox::Save);
    QObject::connect(save, &QPushButton::clicked, window, std::move(onSave));
    QObject::connect(discard, &QPushButton::clicked, window, std::move(onDiscard));
    question->open();
}

void showKeys(QMainWindow *window)
{
    QVector<KeySection> sections = keySections(window->menuBar());
    sections.append({Words::tr("In the options"), OptionView::keyHelp()});
    sections.append({Words::tr("Among the ways to make it so"), FixPanel::keyHelp()});
    sections.append({Words::tr("While searching"),
                     {{Words::tr("Return, Down"), Words::tr("To the options found")},
                      {Words::tr("Esc"), Words::tr("Leave the search")}}});
    sections.append({Words::tr("In the console"),
                     {{Words::tr("Ctrl+Shift+C, V"), Words::tr("Copy and paste")},
                      {Words::tr("Shift+Page Up, Down"), Words::tr("Scroll back and forth")}}});
    sections.append({Words::tr("Elsewhere"),
                     {{Words::tr("Esc"), Words::tr("Close a list, a bar or a question")}}});
    auto *sheet = new CheatSheet(sections, window);
    sheet->open();
}

void showAbout(QWidget *window)
{
    QMessageBox *message = box(
        window, QMessageBox::NoIcon,
        Words::tr("<h3>Kiln %1</h3><p>Configure, build, boot and understand unikernels.</p>"
                  "<p>© The Kiln authors. Free software: GPL-3.0-or-later; the kernel tree and the "
                  "Kconfig engine are BSD-3-Clause.</p>")
            .arg(QCoreApplication::applicationVersion()),
        {});
    message->setTextFormat(Qt::RichText);
    message->addButton(QMessageBox::Close);
    message->open();
}

} // namespace kiln
