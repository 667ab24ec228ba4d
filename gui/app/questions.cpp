// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/questions.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace kiln {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Questions", text);
}

QMessageBox *box(QWidget *window, QMessageBox::Icon icon, const QString &text,
                 const QString &information)
{
    auto *result = new QMessageBox(icon, QCoreApplication::applicationName(), text,
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
    QMessageBox *question =
        box(window, QMessageBox::Question, text, tr("What is discarded can't be brought back."));
    question->setObjectName(QStringLiteral("askUnsaved"));
    const auto *save = question->addButton(QMessageBox::Save);
    const auto *discard = question->addButton(QMessageBox::Discard);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(QMessageBox::Save);
    QObject::connect(save, &QPushButton::clicked, window, std::move(onSave));
    QObject::connect(discard, &QPushButton::clicked, window, std::move(onDiscard));
    question->open();
}

void askTrust(QWidget *window, const QStringList &folders, std::function<void()> onTrust)
{
    QStringList shown;
    for (const QString &folder : folders)
        shown << QStringLiteral("• ") + folder;
    QMessageBox *question =
        box(window, QMessageBox::Warning, tr("Do you trust what is in these folders?"),
            shown.join(QLatin1Char('\n')) + QStringLiteral("\n\n") +
                tr("Building runs their Makefiles and scripts with your rights. Trust them only if "
                   "you know where they come from. Your answer is remembered."));
    question->setObjectName(QStringLiteral("askTrust"));
    const auto *trust = question->addButton(tr("&Trust and Go On"), QMessageBox::AcceptRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(trust, &QPushButton::clicked, window, std::move(onTrust));
    question->open();
}

void showKeys(QWidget *window)
{
    const QVector<std::pair<QString, QString>> keys{
        {QStringLiteral("F5"), tr("Build & Boot, or Stop while something runs")},
        {QStringLiteral("Ctrl+B"), tr("Build")},
        {QStringLiteral("Ctrl+1 … 3"), tr("Configure, Run, Project")},
        {QStringLiteral("Ctrl+K"), tr("Find an option")},
        {QStringLiteral("Ctrl+S"), tr("Save the configuration")},
        {QStringLiteral("Ctrl+Z, Ctrl+Shift+Z"), tr("Undo, redo")},
        {QStringLiteral("Ctrl+H"), tr("Show hidden options, too")},
        {QStringLiteral("Space"), tr("Toggle the option, or edit its value")},
        {QStringLiteral("y, m, n"), tr("Yes, module, no")},
        {QStringLiteral("Return, Backspace"), tr("Into a menu, back out")},
        {QStringLiteral("Ctrl+Shift+C, V"), tr("Copy and paste in the console")},
        {QStringLiteral("Shift+Page Up, Down"), tr("Scroll the console back and forth")},
        {QStringLiteral("Esc"), tr("Leave the search, close the source")},
    };
    QString text = QStringLiteral("<table>");
    for (const auto &[key, meaning] : keys)
        text += QStringLiteral("<tr><td style='padding:3px 24px 3px 0'><b>%1</b></td>"
                               "<td style='padding:3px 0'>%2</td></tr>")
                    .arg(key.toHtmlEscaped(), meaning.toHtmlEscaped());
    QMessageBox *message = box(window, QMessageBox::NoIcon, text + QStringLiteral("</table>"), {});
    message->setTextFormat(Qt::RichText);
    message->setWindowTitle(tr("Keys"));
    message->addButton(QMessageBox::Close);
    message->open();
}

void showAbout(QWidget *window)
{
    QMessageBox *message =
        box(window, QMessageBox::NoIcon,
            tr("<h3>Kiln %1</h3><p>Configure, build, boot and understand unikernels.</p>"
               "<p>© The Kiln authors. Free software: GPL-3.0-or-later; the kernel tree and the "
               "Kconfig engine are BSD-3-Clause.</p>")
                .arg(QCoreApplication::applicationVersion()),
            {});
    message->setTextFormat(Qt::RichText);
    message->addButton(QMessageBox::Close);
    message->open();
}

} // namespace kiln
