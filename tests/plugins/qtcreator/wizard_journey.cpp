// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard_journey.h"

#include "driver.h"
#include "qtc_compat.h"

#include "workbench/new_project.h"

#include <coreplugin/coreconstants.h>
#include <coreplugin/editormanager/editormanager.h>
#include <coreplugin/icore.h>
#include <coreplugin/idocument.h>
#include <projectexplorer/buildconfiguration.h>
#include <projectexplorer/project.h>
#include <projectexplorer/target.h>
#include <utils/fancylineedit.h>
#include <utils/pathchooser.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QLabel>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QWizard>
#include <QtTest>

#include <algorithm>

namespace kiln::test {

using namespace ProjectExplorer;

namespace {

QModelIndex find(const QAbstractItemModel *model, const QModelIndex &parent, const QString &title)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, 0, parent);
        if (index.data().toString().trimmed() == title)
            return index;
        if (const QModelIndex below = find(model, index, title); below.isValid())
            return below;
    }
    return {};
}

/// Clicks on the entry of this title, wherever it is below what the view shows.
void choose(QAbstractItemView *view, const QString &title)
{
    QVERIFY(view != nullptr);
    const QModelIndex index = find(view->model(), view->rootIndex(), title);
    QVERIFY2(index.isValid(), qPrintable(title));
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    QCOMPARE(view->currentIndex(), index);
}

void type(QLineEdit *field, const QString &text)
{
    QVERIFY(field != nullptr && field->isVisible());
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    QCOMPARE(field->text(), text);
}

QLineEdit *fieldOf(const QWidget *page, const QString &name)
{
    auto *chooser = page->findChild<Utils::PathChooser *>(name);
    return chooser == nullptr ? page->findChild<QLineEdit *>(name) : chooser->lineEdit();
}

QList<NewFile> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString file = each.next();
        files.insert(QDir(folder).relativeFilePath(file), contents(file));
    }
    QList<NewFile> sorted;
    for (auto file = files.begin(); file != files.end(); ++file)
        sorted.append({file.key(), file.value()});
    return sorted;
}

} // namespace

WizardJourney::WizardJourney() = default;
WizardJourney::~WizardJourney() = default;

QString WizardJourney::path(const QString &name) const
{
    return m_folder->filePath(name);
}

void WizardJourney::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QTest::qWaitForWindowExposed(Core::ICore::mainWindow()));
}

void WizardJourney::begin(const QString &title, const QString &name)
{
    trigger(Core::Constants::NEW);
    QTRY_VERIFY_WITH_TIMEOUT(Core::ICore::newItemDialog() != nullptr, patience);
    QWidget *dialog = Core::ICore::newItemDialog();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    choose(dialog->findChild<QAbstractItemView *>(QStringLiteral("templateCategoryView")),
           QStringLiteral("Unikernel"));
    choose(dialog->findChild<QAbstractItemView *>(QStringLiteral("templatesView")), title);
    if (QTest::currentTestFailed())
        return;
    picture(QStringLiteral("new"), dialog);
    auto *buttons = dialog->findChild<QDialogButtonBox *>();
    QTest::mouseClick(buttons->button(QDialogButtonBox::Ok), Qt::LeftButton);
    const auto shown = [] { return qobject_cast<QWizard *>(Core::ICore::newItemDialog()); };
    QTRY_VERIFY_WITH_TIMEOUT(shown() != nullptr, patience);
    m_wizard = shown();
    QVERIFY(QTest::qWaitForWindowExposed(m_wizard));
    type(fieldOf(m_wizard->currentPage(), QStringLiteral("nameLineEdit")), name);
    type(fieldOf(m_wizard->currentPage(), QString()), m_folder->path());
}

void WizardJourney::next()
{
    QAbstractButton *button = m_wizard->button(QWizard::NextButton);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), patience);
    const int before = m_wizard->currentId();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->currentId() != before, patience);
}

void WizardJourney::finish()
{
    QAbstractButton *button = m_wizard->button(QWizard::FinishButton);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), patience);
    // A message that something went wrong would wait for ever within the click.
    QString complaint;
    QTimer watch;
    connect(&watch, &QTimer::timeout, this, [&complaint] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            complaint = box->text() + u' ' + box->detailedText();
            box->reject();
        }
    });
    watch.start(200);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!Core::ICore::isNewItemDialogRunning(), patience);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    m_wizard = nullptr;
}

void WizardJourney::makesAnApplication()
{
    begin(QStringLiteral("New Unikernel Application"), QStringLiteral("greeter"));
    if (QTest::currentTestFailed())
        return;
    next();
    auto *templates = m_wizard->currentPage()->findChild<QComboBox *>(QStringLiteral("Template"));
    QVERIFY(templates != nullptr);
    templates->setFocus();
    QTest::keyClick(templates, Qt::Key_Down);
    QVERIFY(templates->currentText().startsWith(QStringLiteral("C++")));
    picture(QStringLiteral("new-application"), m_wizard);
    // The tree that comes with Kiln needs no name.
    QVERIFY(fieldOf(m_wizard->currentPage(), QStringLiteral("Tree"))->text().isEmpty());
    next();
    finish();
    if (QTest::currentTestFailed())
        return;

    const auto expected =
        filesOfNewProject({QStringLiteral("cpp"), QStringLiteral("greeter"), {}, {}, {}});
    QVERIFY(expected.has_value());
    for (const NewFile &file : *expected)
        QCOMPARE(contents(path(QStringLiteral("greeter/") + file.path)), file.content);
    const Project *project = creator::Session::startupProject();
    QVERIFY(project != nullptr);
    QCOMPARE(project->id(), Utils::Id("Kiln.Project"));
    QCOMPARE(project->projectFilePath().path(), path(QStringLiteral("greeter/Kraftfile")));
    QVERIFY(Core::EditorManager::currentDocument() != nullptr);
    QCOMPARE(Core::EditorManager::currentDocument()->filePath().path(),
             path(QStringLiteral("greeter/main.cpp")));
    QVERIFY(project->activeTarget() != nullptr);
    // Three targets, and the plain .config.
    QCOMPARE(project->activeTarget()->buildConfigurations().size(), 4);
    // Nobody is asked whether to trust what was written just now.
    QCOMPARE(build(), std::optional(true));
    const Utils::FilePath folder =
        project->activeTarget()->activeBuildConfiguration()->buildDirectory();
    QVERIFY2(contents(folder.pathAppended(QStringLiteral("greeter_qemu-x86_64")).path())
                 .startsWith("\x7f"
                             "ELF"),
             qPrintable(folder.path()));
    picture(QStringLiteral("new-application-built"));
}

void WizardJourney::refusesWhatIsNoTree()
{
    begin(QStringLiteral("New Unikernel Application"), QStringLiteral("other"));
    if (QTest::currentTestFailed())
        return;
    next();
    QAbstractButton *button = m_wizard->button(QWizard::NextButton);
    QLineEdit *tree = fieldOf(m_wizard->currentPage(), QStringLiteral("Tree"));
    QVERIFY(button->isEnabled());
    type(tree, m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(!button->isEnabled(), patience);
    const auto labels = m_wizard->currentPage()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *each) {
        return each->isVisible() &&
               each->text().startsWith(QStringLiteral("This is no kernel tree."));
    }));
    type(tree, qEnvironmentVariable("KILN_KERNEL_DIR"));
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), patience);
    QTest::mouseClick(m_wizard->button(QWizard::CancelButton), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!Core::ICore::isNewItemDialogRunning(), patience);
    QVERIFY(!QFile::exists(path(QStringLiteral("other"))));
}

void WizardJourney::makesALibrary()
{
    begin(QStringLiteral("New Unikernel Library"), QStringLiteral("tiny-zip"));
    if (QTest::currentTestFailed())
        return;
    next();
    QAbstractButton *button = m_wizard->button(QWizard::NextButton);
    type(fieldOf(m_wizard->currentPage(), QStringLiteral("Version")), QStringLiteral("1.2.3"));
    QLineEdit *source = fieldOf(m_wizard->currentPage(), QStringLiteral("Source"));
    QVERIFY(!button->isEnabled());
    type(source, QStringLiteral("no address"));
    QVERIFY(!button->isEnabled());
    const QString address = QStringLiteral("https://example.org/tiny-zip-1.2.3.tar.gz");
    type(source, address);
    picture(QStringLiteral("new-library"), m_wizard);
    next();
    finish();
    if (QTest::currentTestFailed())
        return;

    const auto expected = filesOfNewProject({QStringLiteral("library-port"),
                                             QStringLiteral("tiny-zip"),
                                             {},
                                             QStringLiteral("1.2.3"),
                                             address});
    QVERIFY(expected.has_value());
    QVERIFY(expected->size() > 3);
    QVERIFY(filesBelow(path(QStringLiteral("tiny-zip"))) == *expected);
    QVERIFY(Core::EditorManager::currentDocument() != nullptr);
    QCOMPARE(Core::EditorManager::currentDocument()->filePath().path(),
             path(QStringLiteral("tiny-zip/glue.c")));
}

} // namespace kiln::test
