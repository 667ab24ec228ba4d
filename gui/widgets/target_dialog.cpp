// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/target_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kiln {

TargetDialog::TargetDialog(const KraftTarget *former, const QStringList &taken, QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_architecture(new QComboBox)
    , m_platform(new QComboBox)
    , m_name(new QLineEdit)
    , m_remark(new QLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(QStringLiteral("target"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(former ? tr("Target %1").arg(former->text()) : tr("New Target"));
    m_architecture->setObjectName(QStringLiteral("architecture"));
    m_architecture->addItems(machine_choices::architectures());
    m_platform->setObjectName(QStringLiteral("platform"));
    const std::pair<const char *, QString> platforms[] = {
        {"qemu", tr("QEMU")},      {"kvm", tr("KVM (as QEMU)")}, {"linuxu", tr("Linux process")},
        {"fc", tr("Firecracker")}, {"xen", tr("Xen")},
    };
    for (const auto &[platform, title] : platforms)
        m_platform->addItem(title, QLatin1String(platform));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("platform/architecture"));
    m_remark->setWordWrap(true);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setObjectName(QStringLiteral("remark"));
    if (former) {
        if (m_architecture->findText(former->architecture) < 0)
            m_architecture->addItem(former->architecture);
        m_architecture->setCurrentText(former->architecture);
        if (m_platform->findData(former->platform) < 0)
            m_platform->addItem(former->platform, former->platform);
        m_platform->setCurrentIndex(m_platform->findData(former->platform));
        m_name->setText(former->name);
    }
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Architecture:"), m_architecture);
    form->addRow(tr("&Platform:"), m_platform);
    form->addRow(tr("&Name:"), m_name);
    auto *words = new QLabel(tr("A target has a configuration and a build folder of its own. The "
                                "list of targets is kept in the Kraftfile."));
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addWidget(m_remark);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_architecture, &QComboBox::currentIndexChanged, this, &TargetDialog::check);
    connect(m_platform, &QComboBox::currentIndexChanged, this, &TargetDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &TargetDialog::check);
    constexpr int width = 400;
    resize(width, sizeHint().height());
    check();
}

KraftTarget TargetDialog::target() const
{
    KraftTarget target;
    target.architecture = m_architecture->currentText();
    target.platform = m_platform->currentData().toString();
    target.name = m_name->text().trimmed();
    return target;
}

void TargetDialog::check()
{
    static const QRegularExpression harmless(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9._-]{0,100}")));
    const KraftTarget wanted = target();
    QString remark;
    bool isGood = true;
    if (!harmless.match(wanted.name).hasMatch()) {
        remark = tr("Use letters, digits, “.”, “_” and “-” for the name.");
        isGood = false;
    } else if (m_taken.contains(wanted.text())) {
        remark = tr("There is a target %1 already. Give this one another name.").arg(wanted.text());
        isGood = false;
    } else if (!wanted.isBootable()) {
        remark = tr("It can be configured and built, but not booted here.");
    }
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isGood);
}

} // namespace kiln
