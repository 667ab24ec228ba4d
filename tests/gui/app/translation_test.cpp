// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The German translation: complete, without English left over in the window, and nothing cut off.
#include "window_driver.h"

#include "app/language_menu.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace kiln;
using namespace kiln::test;

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations; ///< one, or one a plural form
    bool isFinished = true;
};

QList<Message> readMessages(const QString &file)
{
    QList<Message> messages;
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&device);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append({context, {}, {}, true});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            messages.last().translations << xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (!text.trimmed().isEmpty())
                messages.last().translations = QStringList{text};
        }
    }
    return messages;
}

/// Reading a translation skips its plural forms; they are read from the text as it stands.
QStringList pluralForms(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression form(QStringLiteral("<numerusform>(.*?)</numerusform>"));
    QStringList forms;
    for (auto match = form.globalMatch(QString::fromUtf8(device.readAll())); match.hasNext();)
        forms << match.next().captured(1);
    return forms;
}

QString places(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%(n|L?[0-9])"));
    QStringList found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    found.removeDuplicates();
    return found.join(u' ');
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression mnemonic(QStringLiteral("(^|[^&])&[^& ]"));
    return mnemonic.match(text).hasMatch();
}

QString plain(QString text)
{
    static const QRegularExpression keys(QStringLiteral(" \\([^)]*\\)$")); // " (Ctrl+O)"
    return text.remove(QLatin1Char('&')).remove(keys).trimmed();
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useScratchSettings(QStringLiteral("de"));
        m_messages = readMessages(file(QStringLiteral("de")));
        QVERIFY(m_messages.size() > 400);
    }
    void isComplete();
    void keepsPlacesAndMnemonics();
    void everyLanguageHasPlurals();
    void windowHasNoEnglish();
    void mnemonicsDiffer();
    void nothingIsCut();
    void languageIsRemembered();

private:
    static QString file(const QString &language)
    {
        return QStringLiteral(KILN_TEST_TRANSLATIONS "/kiln_%1.ts").arg(language);
    }
    /// Every text that a user can meet in the window, with where it is.
    static QList<QPair<QString, QString>> textsOf(const QWidget *top);
    static void showPlaces(WindowDriver &window, const std::function<void()> &look);

    QList<Message> m_messages;
};

void TestTranslation::isComplete()
{
    for (const Message &message : m_messages)
        QVERIFY2(message.isFinished,
                 qPrintable(message.context + QStringLiteral(": ") + message.source));
    // A context that no class has is a text that is never found.
    for (const Message &message : m_messages)
        QVERIFY2(message.context != QLatin1String("kiln") &&
                     !message.context.endsWith(QLatin1String("Writer")),
                 qPrintable(message.context + QStringLiteral(": ") + message.source));
}

void TestTranslation::keepsPlacesAndMnemonics()
{
    for (const Message &message : m_messages) {
        for (const QString &text : message.translations) {
            QVERIFY2(places(text) == places(message.source), qPrintable(text));
            QVERIFY2(hasMnemonic(text) == hasMnemonic(message.source), qPrintable(text));
            QVERIFY2(text.endsWith(u'…') == message.source.endsWith(u'…'), qPrintable(text));
        }
    }
}

void TestTranslation::everyLanguageHasPlurals()
{
    QCOMPARE(languages(), (QStringList{QStringLiteral("de"), QStringLiteral("en")}));
    for (const QString &language : languages()) {
        const QStringList forms = pluralForms(file(language));
        QVERIFY(forms.size() > 40);
        for (const QString &form : forms)
            QVERIFY2(!form.isEmpty() && !form.contains(QLatin1String("(s)")), qPrintable(form));
    }
}

QList<QPair<QString, QString>> TestTranslation::textsOf(const QWidget *top)
{
    QList<QPair<QString, QString>> texts;
    const auto add = [&texts](const QString &text, const QObject *at) {
        if (!text.trimmed().isEmpty())
            texts.append(
                {text, QStringLiteral("%1 %2").arg(QLatin1String(at->metaObject()->className()),
                                                   at->objectName())});
    };
    for (const QAction *action : top->findChildren<QAction *>()) {
        add(action->text(), action);
        add(action->toolTip(), action);
    }
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        add(widget->toolTip(), widget);
        add(widget->accessibleName(), widget);
        add(widget->windowTitle(), widget);
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(button->text(), widget);
        else if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(label->text(), widget);
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            add(edit->placeholderText(), widget);
        else if (const auto *menu = qobject_cast<const QMenu *>(widget))
            add(menu->title(), widget);
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
            for (int i = 0; header->model() && i < header->count(); ++i)
                add(header->model()->headerData(i, header->orientation()).toString(), widget);
        }
    }
    return texts;
}

void TestTranslation::showPlaces(WindowDriver &window, const std::function<void()> &look)
{
    QTest::qWait(50); // what the project has changed is laid out
    look();
    for (QAction *place : {window->actions()->placeConfigure, window->actions()->placeRun,
                           window->actions()->placeProject}) {
        place->trigger();
        QTest::qWait(50);
        look();
    }
    window->actions()->placeConfigure->trigger();
    window->actions()->changes->setChecked(true);
    QTest::qWait(50);
    look();
}

void TestTranslation::windowHasNoEnglish()
{
    QSet<QString> english;
    for (const Message &message : m_messages) {
        // What is the same in both languages tells nothing.
        if (!message.translations.isEmpty() &&
            plain(message.translations.constFirst()) != plain(message.source))
            english.insert(plain(message.source));
    }
    for (const Message &message : m_messages) // "Option" is German, too
        english.remove(plain(message.translations.value(0)));
    const Workspace space;
    WindowDriver window(space.tree());
    QVERIFY(window.openTrusted(space.project()));
    int seen = 0;
    showPlaces(window, [&] {
        for (const auto &[text, where] : textsOf(&window.window())) {
            QVERIFY2(!english.contains(plain(text)),
                     qPrintable((text + QStringLiteral(" in ") + where)));
            ++seen;
        }
    });
    QVERIFY(seen > 500);
    QCOMPARE(window->actions()->save->text(), QStringLiteral("Konfiguration &speichern"));
    QVERIFY(window->configurePage()->detailsText().contains(QStringLiteral("Definiert in")));
    QVERIFY(QCoreApplication::translate("QPlatformTheme", "Cancel") == QLatin1String("Abbrechen"));
}

void TestTranslation::mnemonicsDiffer()
{
    WindowDriver window;
    const auto check = [](const QList<QAction *> &actions, const QString &menu) {
        QHash<QChar, QString> taken;
        static const QRegularExpression mnemonic(QStringLiteral("&([^& ])"));
        for (const QAction *action : actions) {
            const auto match = mnemonic.match(QString(action->text()).remove(QLatin1String("&&")));
            if (!match.hasMatch())
                continue;
            const QChar key = match.captured(1).at(0).toUpper();
            QVERIFY2(!taken.contains(key), qPrintable(menu + QStringLiteral(": ") + action->text() +
                                                      QStringLiteral(", ") + taken.value(key)));
            taken.insert(key, action->text());
        }
    };
    check(window->menuBar()->actions(), QStringLiteral("menu bar"));
    for (const QAction *action : window->menuBar()->actions())
        check(action->menu()->actions(), action->text());
}

void TestTranslation::nothingIsCut()
{
    const Workspace space;
    WindowDriver window(space.tree());
    window->resize(1280, 800);
    QVERIFY(window.openTrusted(space.project()));
    showPlaces(window, [&] {
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool isText =
                (label && !label->wordWrap()) || qobject_cast<const QAbstractButton *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (!isText || (button && button->text().isEmpty()) || !widget->isVisible() ||
                widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
                continue;
            QVERIFY2(
                widget->width() >= widget->minimumSizeHint().width() &&
                    widget->width() >= widget->sizeHint().width(),
                qPrintable(QStringLiteral("%1 “%2” has %3 of %4 pixels")
                               .arg(QLatin1String(widget->metaObject()->className()),
                                    label ? label->text()
                                          : qobject_cast<const QAbstractButton *>(widget)->text())
                               .arg(widget->width())
                               .arg(widget->sizeHint().width())));
        }
    });
}

void TestTranslation::languageIsRemembered()
{
    {
        WindowDriver window;
        LanguageMenu *menu = window->actions()->languageMenu;
        QCOMPARE(menu->language(), QString());
        QCOMPARE(menu->actions().size(), languages().size() + 2);
        menu->actions().constLast()->trigger();
        QCOMPARE(menu->language(), QStringLiteral("en"));
        QVERIFY(!window.notice().isEmpty());
        window->close();
    }
    QCOMPARE(QSettings().value(QStringLiteral("language")).toString(), QStringLiteral("en"));
    const WindowDriver window;
    QCOMPARE(window->actions()->languageMenu->language(), QStringLiteral("en"));
}

QTEST_MAIN(TestTranslation)
#include "translation_test.moc"
