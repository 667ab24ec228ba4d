// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/trust_question.h"

#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace kiln {

namespace {

/// The context that translators know these texts by.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

} // namespace

void askTrust(QWidget *window, const Project &project, const QStringList &folders,
              std::function<void()> onTrust, std::function<void()> onRefuse)
{
    const QString consequence =
        project.isBuildable()
            ? Words::tr(
                  "Building runs their Makefiles and scripts with your rights. Trust them only if "
                  "you know where they come from. Your answer is remembered.")
            : Words::tr(
                  "Reading their options runs commands of their Kconfig files, such as a compiler "
                  "and scripts, with your rights. Trust them only if you know where they come "
                  "from. "
                  "Your answer is remembered.");
    QStringList shown;
    for (const QString &folder : folders)
        shown << QStringLiteral("• ") + folder;
    auto *question = new QMessageBox(
        QMessageBox::Warning, QGuiApplication::applicationDisplayName(),
        Words::tr("Do you trust what is in these folders?"), QMessageBox::NoButton, window);
    question->setInformativeText(shown.join(QLatin1Char('\n')) + QStringLiteral("\n\n") +
                                 consequence);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowModality(Qt::WindowModal);
    question->setObjectName(QStringLiteral("askTrust"));
    const auto *trust = question->addButton(Words::tr("&Trust and Go On"), QMessageBox::AcceptRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(
        question, &QDialog::finished, window,
        [question, trust, onTrust = std::move(onTrust), onRefuse = std::move(onRefuse)] {
            if (question->clickedButton() == trust)
                onTrust();
            else if (onRefuse)
                onRefuse();
        });
    question->open();
}

} // namespace kiln
