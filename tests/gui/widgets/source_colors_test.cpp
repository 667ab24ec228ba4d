// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Colours of sources, with the lexer of the engine as the oracle for the Kconfig language.
#include "source_fixture.h"

#include "lexer.h"

#include <kconfig/load.h>

#include <QDirIterator>

#include <cmath>

using namespace kiln;
using Style = KSyntaxHighlighting::Theme::TextStyle;
using Theme = KSyntaxHighlighting::Theme;

class TestSourceColors : public QObject, private test::SourceFixture
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
    void colorsLanguagesOfKernels();
    void colorsFollowPalette();

private:
    void compareWithLexer(const QString &path, kconfig::Dialect dialect);
    void compareHelp(const QString &where, int firstLine, const kconfig::HelpBlock &block);

    int m_keywords = 0;
};

static QStringList warnings;

static void keepWarning(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtDebugMsg && type != QtInfoMsg)
        warnings << text;
}

void TestSourceColors::init()
{
    renew();
}

void TestSourceColors::cleanup()
{
    close();
}

void TestSourceColors::definitionsAreSound()
{
    warnings.clear();
    const auto former = qInstallMessageHandler(keepWarning);
    const QPair<const char *, const char *> files[] = {{"Config.uk", "Config.uk"},
                                                       {"Kconfig", "Config.uk"},
                                                       {"Kconfig.debug", "Config.uk"},
                                                       {"Makefile.uk", "Makefile.uk"},
                                                       {"Makefile", "Makefile.uk"},
                                                       {"rules.mk", "Makefile.uk"},
                                                       {".config", "Option values"},
                                                       {"tiny_defconfig", "Option values"},
                                                       {"main.c", "C family"},
                                                       {"entry64.S", "Assembler"},
                                                       {"Kraftfile", "Kraftfile"},
                                                       {"kraft.yaml", "Kraftfile"},
                                                       {"link64.lds.S", "Linker script"},
                                                       {"extra.ld", "Linker script"},
                                                       {"configure.sh", "Shell"},
                                                       {"notes.txt", ""}};
    QStringList wrong;
    for (const auto &[name, language] : files) {
        if (!show(write(QString::fromLatin1(name), "a\n")) ||
            pane()->language() != QLatin1String(language))
            wrong << QStringLiteral("%1: %2").arg(QLatin1String(name), pane()->language());
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

void TestSourceColors::compareHelp(const QString &where, int firstLine,
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

void TestSourceColors::compareWithLexer(const QString &path, kconfig::Dialect dialect)
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

void TestSourceColors::agreesWithLexer_data()
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

void TestSourceColors::agreesWithLexer()
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

void TestSourceColors::colorsKconfig()
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

void TestSourceColors::colorsHelpByIndentation()
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

void TestSourceColors::colorsMakefile()
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
void TestSourceColors::everyMakefileIsRead()
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

void TestSourceColors::colorsOtherLanguages()
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
    QCOMPARE(pane()->language(), QStringLiteral("Shell"));
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

/// C++, assembler, linker scripts, Kraftfiles; names of options are the same everywhere.
void TestSourceColors::colorsLanguagesOfKernels()
{
    QVERIFY(show(write(QStringLiteral("main.cpp"),
                       "namespace kiln { class A final : B { auto f() -> int; }; }\n"
                       "auto text = R\"x(a \" // b)x\"; // end\n"
                       "template <typename T> constexpr bool is = nullptr == 1'000;\n")));
    QCOMPARE(styleOf(1, "namespace"), Theme::Keyword);
    QCOMPARE(styleOf(1, "class"), Theme::Keyword);
    QCOMPARE(styleOf(1, "int"), Theme::DataType);
    QCOMPARE(styleOf(2, "// end"), Theme::Comment);
    QCOMPARE(styleOf(2, "// b)x"), Theme::String);
    QCOMPARE(styleOf(3, "template"), Theme::Keyword);

    QVERIFY(show(write(QStringLiteral("start.S"),
                       "/* begins\n here */\n#include <uk/asm.h>\n.section .text\nstart:\n"
                       "\tmovq $0x10, %rax\n#if CONFIG_LIBX\n\t.ascii \"a\\n\"\n#endif\n")));
    QCOMPARE(pane()->language(), QStringLiteral("Assembler"));
    QCOMPARE(styleOf(2, " here */"), Theme::Comment);
    QCOMPARE(styleOf(3, "#include"), Theme::Preprocessor);
    QVERIFY(styleOf(4, ".section") != Theme::Normal);
    QVERIFY(styleOf(5, "start") != Theme::Normal);
    QVERIFY(styleOf(6, "%rax") != Theme::Normal);
    QCOMPARE(styleOf(7, "CONFIG_LIBX"), Theme::Variable);
    QCOMPARE(styleOf(8, "\\n"), Theme::SpecialChar);

    QVERIFY(show(write(QStringLiteral("link64.lds.S"),
                       "ENTRY(_start)\nSECTIONS\n{\n\t. = 0x100000;\n"
                       "\t.text : { *(.text) } /* code\n */\n#ifdef CONFIG_LIBX\n"
                       "\tPROVIDE(_end = ALIGN(4K));\n#endif\n}\n")));
    QCOMPARE(pane()->language(), QStringLiteral("Linker script"));
    QVERIFY(styleOf(1, "ENTRY") != Theme::Normal);
    QVERIFY(styleOf(2, "SECTIONS") != Theme::Normal);
    QVERIFY(styleOf(4, "0x100000") != Theme::Normal);
    QCOMPARE(styleOf(6, " */"), Theme::Comment);
    QCOMPARE(styleOf(7, "CONFIG_LIBX"), Theme::Variable);

    for (const char *name : {"Kraftfile", "kraft.yaml"}) {
        QVERIFY(show(write(QLatin1String(name),
                           "spec: v0.6 # which\nname: \"a b\"\nunikraft:\n  kconfig:\n"
                           "  - CONFIG_LIBX=y\ntargets: [qemu/x86_64]\n")));
        QCOMPARE(pane()->language(), QStringLiteral("Kraftfile"));
        QCOMPARE(styleOf(1, "# which"), Theme::Comment);
        QVERIFY(styleOf(1, "spec") != Theme::Normal);
        QCOMPARE(styleOf(2, "\"a b\""), Theme::String);
        QVERIFY(styleOf(3, "unikraft") == styleOf(1, "spec"));
        QCOMPARE(styleOf(5, "CONFIG_LIBX"), Theme::Variable);
    }
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

void TestSourceColors::colorsFollowPalette()
{
    QVERIFY(show(write(QStringLiteral("Config.uk"), "config A\n")));
    for (const QRgb base : {0xffffffU, 0x1b1e22U}) {
        QPalette palette{QColor(base), QColor(base)};
        palette.setColor(QPalette::Base, base);
        palette.setColor(QPalette::Text, base == 0xffffffU ? 0x1f2328 : 0xe3e6ea);
        pane()->setPalette(palette);
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

QTEST_MAIN(TestSourceColors)
#include "source_colors_test.moc"
