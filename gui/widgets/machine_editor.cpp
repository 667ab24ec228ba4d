// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/machine_editor.h"

#include "widgets/machine_words.h"
#include "widgets/palette_icon.h"
#include "widgets/path_table.h"
#include "workbench/boot_command.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace kiln {

namespace {

constexpr int mostMemoryMiB = 1 << 22;

void fill(QComboBox *box, const QString &open, const QStringList &values)
{
    if (!open.isEmpty())
        box->addItem(open, QString());
    for (const QString &value : values)
        box->addItem(machineWord(value), value);
}

void choose(QComboBox *box, const QString &value)
{
    // What a file says may be none of the choices here.
    if (box->findData(value) < 0)
        box->addItem(value, value);
    box->setCurrentIndex(box->findData(value));
}

QLineEdit *edit(const QString &name, const QString &hint)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setPlaceholderText(hint);
    return line;
}

template <typename Box>
Box *named(Box *box, const char *name)
{
    box->setObjectName(QLatin1String(name));
    return box;
}

} // namespace

MachineEditor::MachineEditor(const Machine &machine, const QString &directory, Planner plan,
                             QWidget *parent)
    : QWidget(parent)
    , m_plan(std::move(plan))
    , m_directory(directory)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(processorGroup(), 0, 0);
    grid->addWidget(networkGroup(), 0, 1);
    grid->addWidget(filesGroup(), 1, 0);
    grid->addWidget(programGroup(), 1, 1);
    grid->addWidget(commandPart(), 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    m_shares->setBaseDirectory(directory);
    m_disks->setBaseDirectory(directory);
    connectFields();
    setMachine(machine);
}

QGroupBox *MachineEditor::processorGroup()
{
    auto *group = new QGroupBox(tr("Processor and memory"));
    auto *form = new QFormLayout(group);
    m_platform = named(new QComboBox, "platform");
    fill(m_platform, tr("As configured"), machine_choices::platforms());
    m_architecture = named(new QComboBox, "architecture");
    fill(m_architecture, tr("As configured"), machine_choices::architectures());
    m_type = named(new QComboBox, "type");
    QStringList types;
    for (const QString &architecture : machine_choices::architectures())
        types += machine_choices::types(architecture);
    fill(m_type, tr("What suits"), types);
    m_accelerator = named(new QComboBox, "accelerator");
    fill(m_accelerator, {}, machine_choices::accelerators());
    m_cpu = edit(QStringLiteral("cpu"), tr("What suits"));
    m_cpus = named(new QSpinBox, "cpus");
    m_cpus->setRange(1, Machine::mostCpus);
    m_memory = named(new QSpinBox, "memory");
    m_memory->setRange(Machine::leastMemoryMiB, mostMemoryMiB);
    m_memory->setSuffix(tr(" MiB"));
    m_gic = named(new QComboBox, "gic");
    fill(m_gic, tr("What suits"), machine_choices::gicVersions());
    form->addRow(tr("&Platform:"), m_platform);
    form->addRow(tr("&Architecture:"), m_architecture);
    form->addRow(tr("&Machine:"), m_type);
    form->addRow(tr("A&ccelerator:"), m_accelerator);
    form->addRow(tr("Process&or:"), m_cpu);
    form->addRow(tr("Processor cou&nt:"), m_cpus);
    form->addRow(tr("Memor&y:"), m_memory);
    form->addRow(tr("&Interrupt controller (arm64):"), m_gic);
    return group;
}

QGroupBox *MachineEditor::networkGroup()
{
    auto *group = new QGroupBox(tr("Network"));
    auto *form = new QFormLayout(group);
    m_network = named(new QComboBox, "network");
    fill(m_network, {}, machine_choices::networks());
    m_interface = edit(QStringLiteral("interface"), QStringLiteral("tap0"));
    m_mac = edit(QStringLiteral("mac"), QStringLiteral("52:54:00:12:34:56"));
    m_forwards = edit(QStringLiteral("forwards"), QStringLiteral("8080:80 5353:53/udp"));
    m_forwards->setToolTip(tr("Ports of this computer that lead to ports of the guest: "
                              "[ADDRESS:]HOSTPORT:GUESTPORT[/udp]"));
    form->addRow(tr("Net&work:"), m_network);
    form->addRow(tr("&Tap interface:"), m_interface);
    form->addRow(tr("MAC a&ddress:"), m_mac);
    form->addRow(tr("&Forwarded ports:"), m_forwards);
    return group;
}

QGroupBox *MachineEditor::filesGroup()
{
    auto *group = new QGroupBox(tr("Files"));
    auto *form = new QFormLayout(group);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_shares = named(new PathTable(PathTable::Kind::folders, tr("Shared folders")), "shares");
    m_disks = named(new PathTable(PathTable::Kind::files, tr("Disk images")), "disks");
    m_initrd = edit(QStringLiteral("initrd"), tr("None"));
    auto *browse = new QToolButton;
    browse->setIcon(paletteIcon(QStringLiteral("open-folder")));
    browse->setToolTip(tr("Choose the initial RAM disk"));
    browse->setAccessibleName(browse->toolTip());
    connect(browse, &QToolButton::clicked, this, &MachineEditor::askForInitrd);
    auto *initrd = new QHBoxLayout;
    initrd->addWidget(m_initrd, 1);
    initrd->addWidget(browse);
    auto *label = new QLabel(tr("Initial &RAM disk:"));
    label->setBuddy(m_initrd);
    form->addRow(tr("Shared folders (9P):"), m_shares);
    form->addRow(tr("Disk images (raw):"), m_disks);
    form->addRow(label, initrd);
    return group;
}

QGroupBox *MachineEditor::programGroup()
{
    auto *group = new QGroupBox(tr("Program and debugger"));
    auto *form = new QFormLayout(group);
    m_arguments = edit(QStringLiteral("arguments"), tr("None"));
    m_arguments->setToolTip(
        tr("For main(), after the application's name; words with blanks in double quotes"));
    m_gdb = named(new QCheckBox(tr("&GDB can attach, at port")), "gdb");
    m_gdbPort = named(new QSpinBox, "gdbPort");
    m_gdbPort->setRange(1, 65535);
    m_gdbPort->setAccessibleName(tr("Port for GDB"));
    auto *gdb = new QHBoxLayout;
    gdb->addWidget(m_gdb);
    gdb->addWidget(m_gdbPort);
    gdb->addStretch();
    m_paused = named(new QCheckBox(tr("&Start paused, before the first instruction")), "paused");
    m_gdbCommand = named(new QLabel, "gdbCommand");
    m_gdbCommand->setWordWrap(true);
    m_gdbCommand->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_gdbCommand->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_extra = edit(QStringLiteral("extra"), tr("None"));
    m_extra->setToolTip(tr("For QEMU, at the end; words with blanks in double quotes. What could "
                           "run a program is kept on this computer, not in the project."));
    form->addRow(tr("Arg&uments:"), m_arguments);
    form->addRow(tr("E&xtra arguments of QEMU:"), m_extra);
    form->addRow(gdb);
    form->addRow(m_paused);
    form->addRow(m_gdbCommand);
    return group;
}

QWidget *MachineEditor::commandPart()
{
    auto *part = new QWidget;
    m_errorIcon = new QLabel;
    m_errorIcon->setPixmap(
        paletteIcon(QStringLiteral("level-error")).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_error = named(new QLabel, "machineError");
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command = named(new QPlainTextEdit, "command");
    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("The exact command"));
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setTabChangesFocus(true);
    m_command->setFixedHeight(m_command->fontMetrics().lineSpacing() * 5);
    m_copy = named(new QPushButton(tr("Cop&y Command")), "copyCommand");
    m_export = named(new QPushButton(tr("&Export as Script…")), "exportScript");
    for (QPushButton *button : {m_copy, m_export})
        button->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(shellQuoted(m_commandWords)); });
    connect(m_export, &QPushButton::clicked, this, &MachineEditor::exportScript);
    auto *layout = new QGridLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_command, 0, 0, 1, 4);
    layout->addWidget(m_errorIcon, 1, 0, Qt::AlignTop);
    layout->addWidget(m_error, 1, 1);
    layout->addWidget(m_copy, 1, 2, Qt::AlignTop);
    layout->addWidget(m_export, 1, 3, Qt::AlignTop);
    layout->setColumnStretch(1, 1);
    return part;
}

void MachineEditor::connectFields()
{
    for (QComboBox *box : {m_platform, m_architecture, m_type, m_accelerator, m_gic, m_network})
        connect(box, &QComboBox::currentIndexChanged, this, &MachineEditor::refresh);
    for (QLineEdit *line : {m_cpu, m_interface, m_mac, m_forwards, m_initrd, m_arguments, m_extra})
        connect(line, &QLineEdit::textChanged, this, &MachineEditor::refresh);
    for (QSpinBox *box : {m_cpus, m_memory, m_gdbPort})
        connect(box, &QSpinBox::valueChanged, this, &MachineEditor::refresh);
    for (QCheckBox *box : {m_gdb, m_paused})
        connect(box, &QCheckBox::toggled, this, &MachineEditor::refresh);
    connect(m_shares, &PathTable::changed, this, &MachineEditor::refresh);
    connect(m_disks, &PathTable::changed, this, &MachineEditor::refresh);
}

void MachineEditor::setMachine(const Machine &machine)
{
    m_filling = true;
    choose(m_platform, machine.platform);
    choose(m_architecture, machine.architecture);
    choose(m_type, machine.type);
    choose(m_accelerator, machine.accelerator);
    m_cpu->setText(machine.cpu);
    m_cpus->setValue(machine.cpus);
    m_memory->setValue(machine.memoryMiB);
    choose(m_gic, machine.gicVersion);
    choose(m_network, machine.network);
    m_interface->setText(machine.tapInterface);
    m_mac->setText(machine.macAddress);
    QStringList forwards;
    for (const PortForward &forward : machine.forwards)
        forwards.append(forward.text());
    m_forwards->setText(forwards.join(u' '));
    QList<PathRow> rows;
    for (const SharedFolder &share : machine.shares)
        rows.append({share.path, share.tag, share.isReadOnly});
    m_shares->setRows(rows);
    m_initrd->setText(machine.initrd);
    rows.clear();
    for (const BlockImage &disk : machine.disks)
        rows.append({disk.path, {}, disk.isReadOnly});
    m_disks->setRows(rows);
    m_arguments->setText(joinedWords(machine.kernelArguments));
    m_gdb->setChecked(machine.hasGdbStub);
    m_gdbPort->setValue(machine.gdbPort);
    m_paused->setChecked(machine.startsPaused);
    m_extra->setText(joinedWords(machine.extraArguments));
    m_filling = false;
    refresh();
}

Machine MachineEditor::machine() const
{
    Machine machine;
    machine.platform = m_platform->currentData().toString();
    machine.architecture = m_architecture->currentData().toString();
    machine.type = m_type->currentData().toString();
    machine.accelerator = m_accelerator->currentData().toString();
    machine.cpu = m_cpu->text().trimmed();
    machine.cpus = m_cpus->value();
    machine.memoryMiB = m_memory->value();
    machine.gicVersion = m_gic->currentData().toString();
    machine.network = m_network->currentData().toString();
    machine.tapInterface = m_interface->text().trimmed();
    machine.macAddress = m_mac->text().trimmed();
    for (const QString &word : m_forwards->text().split(u' ', Qt::SkipEmptyParts)) {
        if (const auto forward = PortForward::parse(word))
            machine.forwards.append(*forward);
    }
    for (const PathRow &row : m_shares->rows())
        machine.shares.append({row.path, row.tag, row.isReadOnly});
    machine.initrd = m_initrd->text().trimmed();
    for (const PathRow &row : m_disks->rows())
        machine.disks.append({row.path, row.isReadOnly});
    machine.kernelArguments = splitWords(m_arguments->text());
    machine.hasGdbStub = m_gdb->isChecked();
    machine.gdbPort = m_gdbPort->value();
    machine.startsPaused = m_paused->isChecked();
    machine.extraArguments = splitWords(m_extra->text());
    return machine;
}

QString MachineEditor::commandText() const
{
    return m_commandWords.isEmpty() ? m_error->text() : m_command->toPlainText();
}

void MachineEditor::refresh()
{
    if (m_filling)
        return;
    const Machine described = machine();
    const Plan plan = m_plan(described);
    std::optional<Problem> wrong;
    if (!plan.command)
        wrong = plan.command.error();
    for (const QString &word : m_forwards->text().split(u' ', Qt::SkipEmptyParts)) {
        if (const auto forward = PortForward::parse(word); !forward && !wrong)
            wrong = forward.error();
    }
    // A file may be made later; everything else would never boot.
    m_sound = !wrong || !wrong->where.isEmpty() || !findError(plan.settled).has_value();
    if (wrong && plan.command)
        m_sound = false;
    m_commandWords = wrong ? QStringList() : *plan.command;
    m_command->setPlainText(shellQuoted(m_commandWords));
    m_error->setText(wrong ? wrong->text() : QString());
    m_errorIcon->setVisible(wrong.has_value());
    m_copy->setEnabled(!wrong);
    m_export->setEnabled(!wrong);
    m_gdbCommand->setText(
        described.hasGdbStub ? shellQuoted(gdbCommand(plan.settled, plan.debugImage)) : QString());

    const bool isQemu = !plan.settled.isLinuxProcess();
    const bool isTap = described.network == QLatin1String("tap");
    const bool isUser = described.network == QLatin1String("user");
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_type, m_accelerator, m_cpu, m_cpus, m_memory, m_network,
                                          m_shares, m_initrd, m_disks, m_gdb, m_paused, m_extra})
        field->setEnabled(isQemu);
    m_gic->setEnabled(isQemu && plan.settled.architecture == QLatin1String("arm64"));
    m_interface->setEnabled(isQemu && isTap);
    m_mac->setEnabled(isQemu && (isTap || isUser));
    m_forwards->setEnabled(isQemu && isUser);
    m_gdbPort->setEnabled(isQemu && described.hasGdbStub);
    emit changed();
}

void MachineEditor::askForInitrd()
{
    auto *dialog = new QFileDialog(this, tr("Choose the initial RAM disk"), m_directory);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString below = QDir(m_directory).relativeFilePath(path);
        m_initrd->setText(below.startsWith(QLatin1String("..")) ? path : below);
    });
    dialog->open();
}

void MachineEditor::exportScript()
{
    auto *dialog = new QFileDialog(this, tr("Export the command as a shell script"), m_directory);
    dialog->setObjectName(QStringLiteral("exportScriptDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("boot.sh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const auto done = exportBootScript(m_commandWords, path); !done)
            emit problem(done.error());
    });
    dialog->open();
}

} // namespace kiln
