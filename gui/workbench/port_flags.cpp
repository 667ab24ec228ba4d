// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/port_flags.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PortFlags)
};

/// Why an argument is left out; nothing when it stays.
std::optional<QString> whyDropped(const QString &word)
{
    struct Rule
    {
        const char *pattern;
        const char *why;
    };
    static const std::vector<Rule> rules{
        {"-O.*", QT_TRANSLATE_NOOP("PortFlags", "the kernel tree sets the optimisation")},
        {"-g.*|-fdebug-.*|-ffile-prefix-map=.*|-fmacro-prefix-map=.*",
         QT_TRANSLATE_NOOP("PortFlags", "the kernel tree sets the debugging information")},
        {"-f(no-)?(pic|PIC|pie|PIE)|-(no-)?pie|-DPIC|-DPIE|-shared|-static.*|-rdynamic|"
         "-fvisibility=.*|-fno-plt|-fno-common|-fcommon",
         QT_TRANSLATE_NOOP("PortFlags", "an image is linked as a whole, at a fixed address")},
        {"-W(?!l,|p,|a,).*|-w|-pedantic.*|-ansi-warnings|-fdiagnostics-.*|-fmessage-length=.*",
         QT_TRANSLATE_NOOP("PortFlags", "the kernel tree sets the warnings")},
        {"-m.*|-pipe|-pthread|-flto.*|-fno-lto|-fuse-linker-plugin|-save-temps|-specs=.*",
         QT_TRANSLATE_NOOP("PortFlags", "the kernel tree knows processor and toolchain")},
        {"-fstack-protector.*|-fstack-clash-protection|-fcf-protection.*|-D_FORTIFY_SOURCE.*|"
         "-U_FORTIFY_SOURCE|-fsanitize.*|--coverage|-fprofile.*",
         QT_TRANSLATE_NOOP("PortFlags", "hardening is an option of the kernel tree")},
        {"-M.*", QT_TRANSLATE_NOOP("PortFlags", "the kernel tree keeps track of headers")},
        {"-L.*|-l.*|-W[lpa],.*|-R.*|-Xlinker.*|-rpath.*|-T.*|-version-info.*|-no-undefined|"
         "-export-.*|--mode=.*|--tag=.*|-prefer-.*",
         QT_TRANSLATE_NOOP("PortFlags", "it is for the linker")},
    };
    for (const Rule &rule : rules) {
        if (QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(rule.pattern)))
                .match(word)
                .hasMatch())
            return QCoreApplication::translate("PortFlags", rule.why);
    }
    return std::nullopt;
}

bool isKept(const QString &word)
{
    static const QRegularExpression kept(QRegularExpression::anchoredPattern(
        QStringLiteral("-std=.*|-ansi|-f.*|-undef|-nostdinc|-trigraphs")));
    return kept.match(word).hasMatch();
}

} // namespace

PortFlags portFlags(const QStringList &arguments, const QString &folder)
{
    PortFlags sorted;
    const auto path = [&folder](const QString &name) {
        return QDir::cleanPath(QDir(folder).absoluteFilePath(name));
    };
    // An option and its value as one word, apart or together.
    qsizetype i = 0;
    const auto valueOf = [&](const QString &option) -> std::optional<QString> {
        const QString &word = arguments[i];
        if (word == option && i + 1 < arguments.size())
            return arguments[++i];
        const bool isLong = option.size() > 2;
        return !isLong && word.startsWith(option) && word.size() > 2
                   ? std::optional(word.mid(option.size()))
                   : std::nullopt;
    };
    for (; i < arguments.size(); ++i) {
        const QString word = arguments[i];
        bool done = false;
        for (const char *option : {"-I", "-isystem", "-iquote", "-idirafter"}) {
            if (const auto value = valueOf(QLatin1String(option))) {
                if (!sorted.includes.contains(path(*value)))
                    sorted.includes.append(path(*value));
                done = true;
                break;
            }
        }
        if (done)
            continue;
        if (word == QLatin1String("-include") || word == QLatin1String("-imacros")) {
            if (const auto value = valueOf(word))
                sorted.flags.append(word + u' ' + path(*value));
            continue;
        }
        if (const auto why = whyDropped(word)) {
            sorted.dropped[word] = *why;
            static const QStringList withValue{
                QStringLiteral("-MF"),      QStringLiteral("-MT"),          QStringLiteral("-MQ"),
                QStringLiteral("-L"),       QStringLiteral("-rpath"),       QStringLiteral("-T"),
                QStringLiteral("-Xlinker"), QStringLiteral("-version-info")};
            if (withValue.contains(word))
                ++i;
            continue;
        }
        bool isDefine = false;
        for (const char *option : {"-D", "-U"}) {
            if (const auto value = valueOf(QLatin1String(option))) {
                const QString define = QLatin1String(option) + *value;
                if (const auto why = whyDropped(define))
                    sorted.dropped[define] = *why;
                else if (!sorted.defines.contains(define))
                    sorted.defines.append(define);
                isDefine = true;
                break;
            }
        }
        if (isDefine)
            continue;
        if (isKept(word)) {
            if (!sorted.flags.contains(word))
                sorted.flags.append(word);
        } else if (word.startsWith(u'-')) {
            sorted.dropped[word] = Text::tr("it is not known here; add it by hand if it matters");
        }
    }
    return sorted;
}

} // namespace kiln
