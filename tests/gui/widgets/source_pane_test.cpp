// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The source pane: colours, with the lexer of the engine as the oracle for the Kconfig language;
// options as links; large files.
#include "kconfig_fixture.h"

#include "../turn_meter.h"
#include "widgets/source_pane.h"
#include "widgets/symbol_info.h"

#include "lexer.h"

#include <kconfig/load.h>

#include <KSyntaxHighlighting/Theme>
#include <Qsci/qsciscintilla.h>

#include <QAccessible>
#include <QDirIterator>
#include <QSignalSpy>
#include <QToolTip>
#include <QtTest>

using namespace kiln;
using Style = KSyntaxHighlighting::Theme::TextStyle;
using Theme = KSyntaxHighlighting::Theme;

class TestSourcePane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void definitionsAreSound();
    void agreesWithLexer_data();
    void agreesWithLexer();
    void colorsKconfig();
    void colorsHelpByIndentation();
    void colorsMakefile();
    void everyMakefileIsRead();
    void colorsOtherLanguages();
    void colorsFollowPalette();
    void largeFileDoesNotBlock_data();
    void largeFileDoesNotBlock();
    void goesToDefinition();
    void tellsValue();

private:
    [[nodiscard]] QsciScintilla *editor() const
    {
        return m_pane->findChild<QsciScintilla *>(QStringLiteral("source"));
    }
    [[nodiscard]] long lineStart(int line) const // from 1
    {
        return editor()->SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, uintptr_t(line - 1));
    }
    [[nodiscard]] Style styleAt(long position) const
    {
        return Style(editor()->SendScintilla(QsciScintilla::SCI_GETSTYLEAT, uintptr_t(position)));
    }
    /// The style of all of the first occurrence of a text in a line; Others when it is mixed or the
    /// text is not there.
    [[nodiscard]] Style styleOf(int line, const char *text) const
    {
        const QByteArray bytes = editor()->text(line - 1).toUtf8();
        const auto at = bytes.indexOf(text);
        if (at < 0)
            return Theme::Others;
        const Style first = styleAt(lineStart(line) + at);
        for (qsizetype i = 1; i < qsizetype(strlen(text)); ++i) {
            if (styleAt(lineStart(line) + at + i) != first)
                return Theme::Others;
        }
        return first;
    }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file could not be written");
        return file.fileName();
    }
    bool show(const QString &file)
    {
        return m_pane->open({file, 0, 0}) &&
               QTest::qWaitFor([this] { return m_pane->isFinished(); }, 30'000);
    }
    void compareWithLexer(const QString &path, kconfig::Dialect dialect);
    void compareHelp(const QString &where, int firstLine, const kconfig::HelpBlock &block);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SourcePane> m_pane;
    int m_keywords = 0;
};

static QStringList warnings;

static void keepWarning(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        warnings << text;
}

void TestSourcePane::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_pane = std::make_unique<SourcePane>();
    m_pane->resize(700, 400);
    m_pane->show();
}

void TestSourcePane::cleanup()
{
    m_pane.reset();
}

void TestSourcePane::definitionsAreSound()
{
    warnings.clear();
    const auto former = qInstallMessageHandler(keepWarning);
    const QPair<const char *, const char *> files[] = {
        {"Config.uk", "Config.uk"},     {"Kconfig", "Config.uk"},
        {"Kconfig.debug", "Config.uk"}, {"Makefile.uk", "Makefile.uk"},
        {"Makefile", "Makefile.uk"},    {"rules.mk", "Makefile.uk"},
        {".config", "Option values"},   {"tiny_defconfig", "Option values"},
        {"main.c", "C family"},         {"entry64.S", "C family"},
        {"configure.sh", "Shell"},      {"notes.txt", ""}};
    QStringList wrong;
    for (const auto &[name, language] : files) {
        if (!show(write(QString::fromLatin1(name), "a\n")) ||
            m_pane->language() != QLatin1String(language))
            wrong << QStringLiteral("%1: %2").arg(QLatin1String(name), m_pane->language());
    }
    qInstallMessageHandler(former);
    QCOMPARE(wrong.join(u'\n'), QString());
    warnings.removeAll(QStringLiteral("This plugin does not support propagateSizeHints()"));
    QCOMPARE(warnings.join(u'\n'), QString()); // of unknown contexts, lists, attributes
}

static bool isKeywordStyle(Style style)
{
    return style == Theme::Keyword || style == Theme::ControlFlow || style == Theme::DataType;
}

void TestSourcePane::compareHelp(const QString &where, int firstLine,
                                 const kconfig::HelpBlock &block)
{
    for (int line = firstLine; line < firstLine + int(block.lines); ++line) {
        const QByteArray text = editor()->text(line - 1).toUtf8();
        const QByteArray trimmed = text.trimmed();
        if (block.isBlank || trimmed.isEmpty())
            continue;
        const long at = lineStart(line) + text.indexOf(trimmed);
        QVERIFY2(styleAt(at) == Theme::Documentation,
                 qPrintable(QStringLiteral("%1:%2 is help").arg(where).arg(line)));
    }
}

void TestSourcePane::compareWithLexer(const QString &path, kconfig::Dialect dialect)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    const auto size = std::size_t(bytes.size());
    bytes.append(64, '\0');
    QVERIFY(show(path));
    kconfig::LoadOptions options;
    kconfig::DiagnosticSink sink;
    kconfig::Macros macros(options, sink);
    macros.setIdle(true);
    kconfig::TextArena arena;
    const std::string name = path.toStdString();
    kconfig::Lexer lexer({}, name, {bytes.constData(), size}, dialect, macros, arena, sink);
    kconfig::TokenRow tokens;
    while (lexer.nextStatement(tokens)) {
        // What is assigned to a macro is text, whatever its words are.
        const bool isAssignment = std::any_of(tokens.begin(), tokens.end(), [](const auto &token) {
            return token.kind == kconfig::TokenKind::assignedText;
        });
        for (const kconfig::Token &token : tokens) {
            const QString where = QStringLiteral("%1:%2:%3 “%4” has style %5")
                                      .arg(path)
                                      .arg(token.line)
                                      .arg(token.column)
                                      .arg(QString::fromStdString(std::string(token.text)));
            const long at = lineStart(int(token.line)) + token.column - 1;
            if (token.kind == kconfig::TokenKind::keyword && !isAssignment) {
                ++m_keywords;
                for (std::size_t i = 0; i < token.text.size(); ++i)
                    QVERIFY2(isKeywordStyle(styleAt(at + long(i))),
                             qPrintable(where.arg(styleAt(at + long(i)))));
            } else if (token.kind == kconfig::TokenKind::quoted) {
                QVERIFY2(styleAt(at) == Theme::String, qPrintable(where.arg(styleAt(at))));
            } else if (token.kind == kconfig::TokenKind::word && token.text.size() > 1 &&
                       token.keyword == kconfig::Keyword::none && !isAssignment) {
                QVERIFY2(!isKeywordStyle(styleAt(at)) && styleAt(at) != Theme::Documentation &&
                             styleAt(at) != Theme::Comment,
                         qPrintable(where.arg(styleAt(at))));
            }
        }
        if (tokens[0].keyword == kconfig::Keyword::help &&
            tokens[0].kind == kconfig::TokenKind::keyword)
            compareHelp(path, int(tokens[0].line) + 1, lexer.help());
    }
}

void TestSourcePane::agreesWithLexer_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("least"); // keywords in it
    QTest::newRow("bundled tree") << QStringLiteral(KILN_TEST_KERNEL) << 300;
    QTest::newRow("suite") << QStringLiteral(KILN_TEST_KCONFIG_DATA) << 300;
    // For those who have a tree at hand: every Kconfig file below this folder.
    if (qEnvironmentVariableIsSet("KILN_TEST_TREE"))
        QTest::newRow("given tree") << qEnvironmentVariable("KILN_TEST_TREE") << 1;
}

/// Linux 6.1 has given up `---help---`; 5.2, which Unikraft has, knows it.
static bool hasOldHelp(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("---help---");
}

void TestSourcePane::agreesWithLexer()
{
    QFETCH(QString, folder);
    QFETCH(int, least);
    m_keywords = 0;
    QDirIterator files(folder, {QStringLiteral("Config.uk"), QStringLiteral("Kconfig*")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = files.fileName();
        if (!name.startsWith(u'K') && name != QLatin1String("Config.uk")) // kconfig-lists.mk
            continue;
        const bool isUnikraft = name == QLatin1String("Config.uk") || hasOldHelp(path);
        compareWithLexer(path,
                         isUnikraft ? kconfig::Dialect::unikraft : kconfig::Dialect::linux_6_1);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_keywords >= least, qPrintable(QString::number(m_keywords)));
}

static const char kconfigText[] = R"uk(# Größe, first
cc-option = $(shell,echo "$(1)" a)
config NET_IF-2
	bool "Net \"$(name)\" if" if EXPERT && !(A != "b" || COUNT >= 0x1f)
	default y if "a#b" != NONE # why
	range 10 -200
	select \
		OTHER if m
source "$(base)/Config.uk"
$(error-if,$(bad),stop)
	prompt 'if'
config config_NAME
)uk";

void TestSourcePane::colorsKconfig()
{
    QVERIFY(show(write(QStringLiteral("Config.uk"), kconfigText)));
    QCOMPARE(styleOf(1, "# Gr"), Theme::Comment);
    QCOMPARE(styleOf(1, "first"), Theme::Comment);
    QCOMPARE(styleOf(2, "cc-option"), Theme::Preprocessor);
    QCOMPARE(styleOf(2, "shell"), Theme::Function);
    QCOMPARE(styleOf(2, "echo"), Theme::VerbatimString);
    QCOMPARE(styleOf(2, "1"), Theme::SpecialString);
    QCOMPARE(styleOf(3, "config"), Theme::Keyword);
    QCOMPARE(styleOf(3, "NET_IF-2"), Theme::Variable);
    QCOMPARE(styleOf(4, "bool"), Theme::DataType);
    QCOMPARE(styleOf(4, "\"Net "), Theme::String);
    QCOMPARE(styleOf(4, "\\\""), Theme::SpecialChar);
    QCOMPARE(styleOf(4, "name"), Theme::Preprocessor);
    QCOMPARE(styleOf(4, " if\""), Theme::String);
    QCOMPARE(styleOf(4, "if EXPERT"), Theme::Others); // keyword and symbol
    QCOMPARE(styleOf(4, "EXPERT"), Theme::Variable);
    QCOMPARE(styleOf(4, "&&"), Theme::Operator);
    QCOMPARE(styleOf(4, "0x1f"), Theme::BaseN);
    QCOMPARE(styleOf(5, "default"), Theme::ControlFlow);
    QCOMPARE(styleOf(5, "y"), Theme::Constant);
    QCOMPARE(styleOf(5, "\"a#b\""), Theme::String);
    QCOMPARE(styleOf(5, "# why"), Theme::Comment);
    QCOMPARE(styleOf(6, "10"), Theme::DecVal);
    QCOMPARE(styleOf(6, "-200"), Theme::DecVal);
    QCOMPARE(styleOf(8, "OTHER"), Theme::Variable); // of the line before, joined
    QCOMPARE(styleOf(8, "m"), Theme::Constant);
    QCOMPARE(styleOf(9, "source"), Theme::Keyword);
    QCOMPARE(styleOf(9, "base"), Theme::Preprocessor);
    QCOMPARE(styleOf(9, "/Config.uk\""), Theme::String);
    QCOMPARE(styleOf(10, "error-if"), Theme::Function);
    QCOMPARE(styleOf(11, "'if'"), Theme::String);
    QCOMPARE(styleOf(12, "config_NAME"), Theme::Variable);
}

static const char helpText[] = R"uk(config A
	bool
	help
	  if this is set: config B is # not a comment

	    deeper "still help
	  and help
	default y
config B
	bool
	help

      spaces
      default in help
	in a deeper column
config C
	bool
	help
config D
)uk";

void TestSourcePane::colorsHelpByIndentation()
{
    QVERIFY(show(write(QStringLiteral("Kconfig"), helpText)));
    QCOMPARE(styleOf(3, "help"), Theme::Keyword);
    QCOMPARE(styleOf(4, "if this is set: config B is # not a comment"), Theme::Documentation);
    QCOMPARE(styleOf(6, "deeper \"still help"), Theme::Documentation);
    QCOMPARE(styleOf(7, "and help"), Theme::Documentation);
    QCOMPARE(styleOf(8, "default"), Theme::ControlFlow);
    QCOMPARE(styleOf(9, "config"), Theme::Keyword);
    QCOMPARE(styleOf(13, "spaces"), Theme::Documentation);
    QCOMPARE(styleOf(14, "default in help"), Theme::Documentation);
    QCOMPARE(styleOf(15, "in a deeper column"), Theme::Documentation);
    QCOMPARE(styleOf(16, "config"), Theme::Keyword);
    QCOMPARE(styleOf(19, "config"), Theme::Keyword); // an empty help ends at once
}

static const char makefileText[] = R"uk(# all of it
$(eval $(call addlib_s,libdemo,$(CONFIG_LIBDEMO)))
LIBDEMO_SRCS-y += $(LIBDEMO_BASE)/demo.c|isr
LIBDEMO_SRCS-$(CONFIG_ARCH_X86_64) := a.c \
	b.c # both
ifeq ($(CONFIG_LIBDEMO),y)
-include $(wildcard *.d)
$(OUT)/%.o: %.c | dirs
	@echo "$@ of $(notdir $<)" # said
endif
define rule
$(1): $$(CONFIG_X)
endef
)uk";

void TestSourcePane::colorsMakefile()
{
    QVERIFY(show(write(QStringLiteral("Makefile.uk"), makefileText)));
    QCOMPARE(styleOf(1, "# all of it"), Theme::Comment);
    QCOMPARE(styleOf(2, "eval"), Theme::BuiltIn);
    QCOMPARE(styleOf(2, "call"), Theme::BuiltIn);
    QCOMPARE(styleOf(2, "addlib_s"), Theme::Extension);
    QCOMPARE(styleOf(2, "CONFIG_LIBDEMO"), Theme::Variable);
    QCOMPARE(styleOf(3, "LIBDEMO_SRCS-y"), Theme::Attribute);
    QCOMPARE(styleOf(3, "+="), Theme::Operator);
    QCOMPARE(styleOf(3, "LIBDEMO_BASE"), Theme::Attribute);
    QCOMPARE(styleOf(3, "/demo.c|isr"), Theme::Normal);
    QCOMPARE(styleOf(4, "LIBDEMO_SRCS-"), Theme::Attribute);
    QCOMPARE(styleOf(4, "CONFIG_ARCH_X86_64"), Theme::Variable);
    QCOMPARE(styleOf(4, ":="), Theme::Operator);
    QCOMPARE(styleOf(5, "# both"), Theme::Comment);
    QCOMPARE(styleOf(6, "ifeq"), Theme::Keyword);
    QCOMPARE(styleOf(6, "CONFIG_LIBDEMO"), Theme::Variable);
    QCOMPARE(styleOf(7, "-include"), Theme::Import);
    QCOMPARE(styleOf(7, "wildcard"), Theme::BuiltIn);
    QCOMPARE(styleOf(8, "/%.o"), Theme::Function);
    QCOMPARE(styleOf(9, "notdir"), Theme::BuiltIn);
    QCOMPARE(styleOf(9, "# said"), Theme::Comment);
    QCOMPARE(styleOf(10, "endif"), Theme::Keyword);
    QCOMPARE(styleOf(11, "define"), Theme::Keyword);
    QCOMPARE(styleOf(12, "CONFIG_X"), Theme::Variable);
    QCOMPARE(styleOf(13, "endef"), Theme::Keyword);
}

/// No parenthesis is left open: after the last line, a directive is a directive again.
void TestSourcePane::everyMakefileIsRead()
{
    int count = 0;
    QDirIterator files(QStringLiteral(KILN_TEST_KERNEL),
                       {QStringLiteral("Makefile.uk"), QStringLiteral("Makefile"),
                        QStringLiteral("*.mk"), QStringLiteral("Makefile.rules")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(show(write(QStringLiteral("Makefile.uk"), file.readAll() + "\nifdef LAST\n")));
        const int last = editor()->lines() - 1;
        QVERIFY2(styleOf(last, "ifdef") == Theme::Keyword, qPrintable(file.fileName()));
        for (int line = 1; line < last; ++line) {
            const QByteArray text = editor()->text(line - 1).toUtf8();
            const QByteArray before = line > 1 ? editor()->text(line - 2).toUtf8() : QByteArray();
            if (text.startsWith("$(eval $(call addlib") && !before.endsWith("\\\n")) {
                QVERIFY2(styleOf(line, "addlib") == Theme::Extension,
                         qPrintable(QStringLiteral("%1:%2").arg(file.fileName()).arg(line)));
            }
        }
        ++count;
    }
    QVERIFY(count > 10);
}

void TestSourcePane::colorsOtherLanguages()
{
    QVERIFY(show(write(QStringLiteral("main.c"),
                       "#include <uk/print.h>\nint main(void) /* a\n b */\n{\n\treturn "
                       "puts(\"a\\n\") + 0x10; // end\n#if CONFIG_LIBX\n}\n")));
    QCOMPARE(styleOf(1, "#include"), Theme::Preprocessor);
    QCOMPARE(styleOf(1, "<uk/print.h>"), Theme::Import);
    QCOMPARE(styleOf(2, "int"), Theme::DataType);
    QCOMPARE(styleOf(2, "main"), Theme::Function);
    QCOMPARE(styleOf(3, " b */"), Theme::Comment);
    QCOMPARE(styleOf(5, "return"), Theme::ControlFlow);
    QCOMPARE(styleOf(5, "\\n"), Theme::SpecialChar);
    QCOMPARE(styleOf(5, "0x10"), Theme::BaseN);
    QCOMPARE(styleOf(5, "// end"), Theme::Comment);
    QCOMPARE(styleOf(6, "CONFIG_LIBX"), Theme::Variable);

    QVERIFY(show(write(QStringLiteral("tool"), "#!/bin/sh\nif test -e \"$1\"; then\ncat <<END\n"
                                               "if\nEND\nfi # done\n")));
    QCOMPARE(m_pane->language(), QStringLiteral("Shell"));
    QCOMPARE(styleOf(2, "if"), Theme::ControlFlow);
    QCOMPARE(styleOf(2, "$1"), Theme::Preprocessor);
    QCOMPARE(styleOf(4, "if"), Theme::VerbatimString);
    QCOMPARE(styleOf(6, "fi"), Theme::ControlFlow);
    QCOMPARE(styleOf(6, "# done"), Theme::Comment);

    QVERIFY(show(write(QStringLiteral(".config"), "# CONFIG_A is not set\nCONFIG_B=\"x\"\n"
                                                  "CONFIG_C=y\n# said\n")));
    QCOMPARE(styleOf(1, "CONFIG_A"), Theme::Variable);
    QCOMPARE(styleOf(2, "\"x\""), Theme::String);
    QCOMPARE(styleOf(3, "y"), Theme::Constant);
    QCOMPARE(styleOf(4, "# said"), Theme::Comment);
}

/// WCAG's contrast of two colours, 1 to 21.
static double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

void TestSourcePane::colorsFollowPalette()
{
    QVERIFY(show(write(QStringLiteral("Config.uk"), "config A\n")));
    for (const QRgb base : {0xffffffU, 0x1b1e22U}) {
        QPalette palette{QColor(base), QColor(base)};
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::Text, base == 0xffffffU ? 0x1f2328 : 0xe3e6ea);
        m_pane->setPalette(palette);
        for (int style = 0; style <= int(Theme::Others); ++style) {
            const auto color = [this, style](int message) {
                const long bgr = editor()->SendScintilla(uint(message), uintptr_t(style));
                return QColor(int(bgr & 0xff), int(bgr >> 8 & 0xff), int(bgr >> 16 & 0xff));
            };
            QCOMPARE(color(QsciScintilla::SCI_STYLEGETBACK).rgb(), QColor(base).rgb());
            QVERIFY2(contrast(color(QsciScintilla::SCI_STYLEGETFORE), QColor(base)) >= 4.5,
                     qPrintable(QString::number(style)));
        }
    }
}

void TestSourcePane::largeFileDoesNotBlock_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("piece by piece") << (500 << 10);
    QTest::newRow("large") << (2 << 20);
    QTest::newRow("largest") << (15 << 20);
}

void TestSourcePane::largeFileDoesNotBlock()
{
    QFETCH(int, size);
    QByteArray text;
    while (text.size() < size) {
        const QByteArray name = "OPTION_" + QByteArray::number(text.size());
        text +=
            "config " + name +
            "\n\tbool \"Prompt of it\"\n\tdepends on NET && (A || !B)\n\thelp\n\t  Some words of "
            "help for those who read it.\n\n";
    }
    const int lines = int(text.count('\n'));
    const QString file = write(QStringLiteral("Config.uk"), text);
    test::TurnMeter meter;
    meter.start();
    QVERIFY(m_pane->open({file, lines - 5, 0}));
    QVERIFY(meter.waitFor([this, lines] { return editor()->lines() > lines; }));
    int cursorLine = 0;
    int column = 0;
    editor()->getCursorPosition(&cursorLine, &column);
    QCOMPARE(cursorLine, lines - 6);
    // Half a second of colouring is like all of it.
    QElapsedTimer clock;
    clock.start();
    QVERIFY(meter.waitFor([&clock] { return clock.elapsed() > 500; }));
    meter.stop();
    qInfo("%s", qPrintable(meter.text()));
    QVERIFY2(meter.work() <= test::TurnMeter::slice, qPrintable(meter.text()));
    QCOMPARE(styleOf(1, "config"), Theme::Keyword);
    QCOMPARE(m_pane->text().toUtf8(), text);
    QVERIFY(editor()->isReadOnly());
    QVERIFY(editor()->markersAtLine(lines - 6) != 0);
    // A screen reader hears the line, however long the way to it is.
    auto *heard = QAccessible::queryAccessibleInterface(editor());
    QVERIFY(heard->state().readOnly || heard->textInterface());
    if (size > (1 << 20))
        QCOMPARE(heard->text(QAccessible::Value), editor()->text(lines - 6).trimmed());

    // To another one and back: nothing of the former is left, and neither takes long.
    meter.run(50);
    meter.start();
    QVERIFY(
        m_pane->open({write(QStringLiteral("small.uk"), "config SMALL\n\tbool \"é\"\n"), 1, 0}));
    meter.run(100);
    meter.stop();
    QVERIFY2(meter.work() <= test::TurnMeter::slice, qPrintable(meter.text()));
    QCOMPARE(m_pane->text(), QStringLiteral("config SMALL\n\tbool \"é\"\n"));
    QVERIFY(editor()->isReadOnly());
    // What is left in the middle of it is not waited for.
    QVERIFY(m_pane->open({file, 1, 0}));
    QVERIFY(m_pane->open({write(QStringLiteral("small.uk"), "config SMALL\n"), 1, 0}));
    QTest::qWait(100);
    QCOMPARE(m_pane->text(), QStringLiteral("config SMALL\n"));
}

void TestSourcePane::goesToDefinition()
{
    const test::Tree tree;
    const QString file = QString::fromStdString(std::string(
        tree.model().sources().path(tree.model().node(tree.model().root()).position.file)));
    QVERIFY(show(file));
    const kconfig::Configuration configuration(tree.loaded().model);
    m_pane->setSymbolLookup(
        [&configuration](const QString &name) { return symbolInfo(configuration, name); });
    connect(m_pane.get(), &SourcePane::openRequested, m_pane.get(), &SourcePane::open);
    const QStringList lines = m_pane->text().split(QLatin1Char('\n'));
    const int use = int(lines.indexOf(QStringLiteral("\tdepends on KVM")));
    const int definition = int(lines.indexOf(QStringLiteral("config KVM"))) + 1;
    QVERIFY(use > 0 && definition > 0);

    // F2 with the cursor on it
    editor()->setFocus();
    editor()->setCursorPosition(use, 13);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(m_pane->line(), definition);

    // and back
    QTest::keyClick(editor(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(m_pane->line() != definition);

    // Ctrl+click on it; a click alone does nothing
    editor()->setFirstVisibleLine(0);
    const auto at = uintptr_t(lineStart(use + 1) + 13);
    const QPoint point(
        int(editor()->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, long(at))) + 2,
        int(editor()->SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, long(at))) + 4);
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, {}, point);
    QVERIFY(m_pane->line() != definition);
    QTest::mouseClick(editor()->viewport(), Qt::LeftButton, Qt::ControlModifier, point);
    QCOMPARE(m_pane->line(), definition);

    // A keyword is no link, and a name in C needs its CONFIG_.
    QSignalSpy asked(m_pane.get(), &SourcePane::openRequested);
    editor()->setCursorPosition(use, 3);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(asked.count(), 0);
    QVERIFY(show(write(QStringLiteral("a.c"), "KVM\nCONFIG_KVM\n")));
    editor()->setCursorPosition(0, 1);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(asked.count(), 0);
    editor()->setCursorPosition(1, 9);
    QTest::keyClick(editor(), Qt::Key_F2);
    QCOMPARE(asked.count(), 1);
}

void TestSourcePane::tellsValue()
{
    test::Tree tree;
    QVERIFY(show(write(QStringLiteral("Makefile.uk"), "$(CONFIG_SPEED)\n")));
    QVERIFY(tree.apply({tree.symbol("CONSOLE"), "y"}).size() > 0);
    const auto info = symbolInfo(tree.configuration(), QStringLiteral("SPEED"));
    QVERIFY(info);
    QCOMPARE(info->summary, QStringLiteral("SPEED = 9600\nLine speed"));
    QCOMPARE(info->definitions.size(), 1);
    QVERIFY(!symbolInfo(tree.configuration(), QStringLiteral("NO_SUCH")));
    m_pane->setSymbolLookup(
        [&tree](const QString &name) { return symbolInfo(tree.configuration(), name); });
    const QPoint point(int(editor()->SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, 5L)),
                       4);
    QHelpEvent help(QEvent::ToolTip, point, editor()->viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(editor()->viewport(), &help);
    QTRY_VERIFY(QToolTip::text().startsWith(QStringLiteral("SPEED = 9600")));
}

QTEST_MAIN(TestSourcePane)
#include "source_pane_test.moc"
