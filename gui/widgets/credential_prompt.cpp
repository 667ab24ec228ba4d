// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/credential_prompt.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMutex>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWaitCondition>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CredentialPrompt)
};

/// Shared by the job that waits and the dialog.
struct Question
{
    QMutex mutex;
    QWaitCondition answered;
    bool isOver = false;
    std::optional<GitCredential> answer;
    QPointer<QDialog> dialog; ///< GUI thread only

    void finish(const std::optional<GitCredential> &given)
    {
        const QMutexLocker lock(&mutex);
        answer = given;
        isOver = true;
        answered.wakeAll();
    }
};

void ask(QWidget *window, const QString &address, const QString &user,
         const std::shared_ptr<Question> &question)
{
    auto *dialog = new QDialog(window);
    question->dialog = dialog;
    dialog->setObjectName(QStringLiteral("credentials"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(Text::tr("Password Needed"));
    auto *words = new QLabel(Text::tr("%1 asks for a name and a password. A hosting service wants "
                                      "an access token in place of the password.")
                                 .arg(address));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *name = new QLineEdit(user);
    name->setObjectName(QStringLiteral("user"));
    auto *password = new QLineEdit;
    password->setObjectName(QStringLiteral("password"));
    password->setEchoMode(QLineEdit::Password);
    auto *keep = new QCheckBox(Text::tr("Let git's credential helper keep it"));
    keep->setToolTip(Text::tr("Without a helper set up in git's configuration, nothing is kept"));
    auto *form = new QFormLayout;
    form->addRow(Text::tr("&Name:"), name);
    form->addRow(Text::tr("&Password or token:"), password);
    form->addRow(keep);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(buttons);
    const auto check = [name, password, buttons] {
        buttons->button(QDialogButtonBox::Ok)
            ->setEnabled(!name->text().isEmpty() && !password->text().isEmpty());
    };
    QObject::connect(name, &QLineEdit::textChanged, dialog, check);
    QObject::connect(password, &QLineEdit::textChanged, dialog, check);
    check();
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::accepted, dialog, [=] {
        question->finish(GitCredential{name->text(), password->text(), keep->isChecked()});
    });
    // However it goes, the job waits no longer.
    QObject::connect(dialog, &QObject::destroyed, qApp, [question] {
        const QMutexLocker lock(&question->mutex);
        question->isOver = true;
        question->answered.wakeAll();
    });
    (user.isEmpty() ? name : password)->setFocus();
    constexpr int width = 440;
    dialog->resize(width, dialog->sizeHint().height());
    dialog->open();
}

class Prompt : public GitPrompt
{
public:
    explicit Prompt(QWidget *window)
        : m_window(window)
    {}

    std::optional<GitCredential> ask(const QString &address, const QString &user,
                                     const JobWatch *watch) override
    {
        const auto question = std::make_shared<Question>();
        QMetaObject::invokeMethod(
            qApp,
            [window = m_window, address, user, question] {
                if (window)
                    kiln::ask(window, address, user, question);
                else
                    question->finish(std::nullopt);
            },
            Qt::QueuedConnection);
        constexpr unsigned long often = 100; // milliseconds
        QMutexLocker lock(&question->mutex);
        while (!question->isOver) {
            question->answered.wait(&question->mutex, often);
            if (watch == nullptr || !watch->isCancelled())
                continue;
            QMetaObject::invokeMethod(
                qApp,
                [question] {
                    if (question->dialog)
                        question->dialog->reject();
                },
                Qt::QueuedConnection);
            return std::nullopt;
        }
        return question->answer;
    }

private:
    QPointer<QWidget> m_window;
};

} // namespace

std::shared_ptr<GitPrompt> credentialPrompt(QWidget *window)
{
    return std::make_shared<Prompt>(window);
}

} // namespace kiln
