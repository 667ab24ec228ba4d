// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/port_plan.h"

#include "workbench/port_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PortPlan)
};

using Kind = LinkedOutput::Kind;

const LinkedOutput *outputAt(const PortLog &log, const QString &path)
{
    for (const LinkedOutput &output : log.outputs) {
        if (output.path == path)
            return &output;
    }
    return nullptr;
}

/// `-lz` is libz.a, libz.la or libz.so…
const LinkedOutput *libraryNamed(const PortLog &log, const QString &name)
{
    const QString prefix = QStringLiteral("lib") + name + u'.';
    for (const LinkedOutput &output : log.outputs) {
        if (output.kind != Kind::program && QFileInfo(output.path).fileName().startsWith(prefix))
            return &output;
    }
    return nullptr;
}

/// The objects of an output, those of the libraries in it included.
void collect(const PortLog &log, const LinkedOutput &output, QSet<QString> &seen,
             QStringList &objects)
{
    if (seen.contains(output.path))
        return;
    seen.insert(output.path);
    for (const QString &input : output.inputs) {
        const LinkedOutput *inner = input.startsWith(QLatin1String("-l"))
                                        ? libraryNamed(log, input.mid(2))
                                        : outputAt(log, input);
        if (inner != nullptr)
            collect(log, *inner, seen, objects);
        else if (!input.startsWith(QLatin1String("-l")) && !objects.contains(input))
            objects.append(input);
    }
}

/// What to port, when nothing is named.
const LinkedOutput *likeliest(const PortLog &log, const QString &name)
{
    QVector<const LinkedOutput *> programs;
    const LinkedOutput *largest = nullptr;
    qsizetype most = 0;
    for (const LinkedOutput &output : log.outputs) {
        if (output.kind == Kind::program) {
            programs.append(&output);
            continue;
        }
        QSet<QString> seen;
        QStringList objects;
        collect(log, output, seen, objects);
        if (objects.size() > most) {
            most = objects.size();
            largest = &output;
        }
    }
    for (const LinkedOutput *program : programs) {
        if (programs.size() == 1 || QFileInfo(program->path).fileName() == name)
            return program;
    }
    return largest != nullptr || programs.isEmpty() ? largest : programs.first();
}

const LinkedOutput *named(const PortLog &log, const QString &name)
{
    for (const LinkedOutput &output : log.outputs) {
        if (output.path == name || QFileInfo(output.path).fileName() == name)
            return &output;
    }
    return nullptr;
}

/// The unit that makes an object; what is linked may have been renamed by libtool, so that only
/// the file's name is the same.
const CompiledUnit *unitOf(const PortLog &log, const QString &object)
{
    const CompiledUnit *byName = nullptr;
    const CompiledUnit *cxx = nullptr;
    for (const CompiledUnit &unit : log.units) {
        if (unit.object == object) {
            if (!unit.isCxx)
                return &unit;
            cxx = &unit;
        } else if (QFileInfo(unit.object).fileName() == QFileInfo(object).fileName()) {
            byName = &unit;
        }
    }
    return cxx != nullptr ? cxx : byName;
}

QString withoutComments(const QString &path)
{
    QFile file(path);
    constexpr qint64 longest = 4 << 20;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.read(longest));
    static const QRegularExpression comments(
        QStringLiteral(R"(/\*.*?\*/|//[^\n]*|"(\\.|[^"\\\n])*")"),
        QRegularExpression::DotMatchesEverythingOption);
    return text.replace(comments, QStringLiteral(" "));
}

bool definesMain(const QString &text)
{
    static const QRegularExpression definition(QStringLiteral(
        R"((^|\n)\s*(?:[A-Za-z_][\w ]*\s+\**\s*)?main\s*\([^;{}]*\)[^;{}=]*(?:;[^;{}]*)*\{)"));
    return definition.match(text).hasMatch();
}

QString harmless(QString word)
{
    word.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9_]")), QStringLiteral("_"));
    // The tree has a meaning of its own for this one.
    return word == QLatin1String("isr") ? QStringLiteral("isr_") : word;
}

/// Names for objects that would have the same: the folder of the source, else that of its object.
void giveVariants(QVector<PortSource> &sources, const QStringList &objects)
{
    const auto key = [&](qsizetype i) {
        return QFileInfo(sources[i].path).completeBaseName() + u'|' + sources[i].variant;
    };
    for (qsizetype i = 0; i < sources.size(); ++i) {
        QSet<QString> taken;
        for (qsizetype j = 0; j < i; ++j)
            taken.insert(key(j));
        if (!taken.contains(key(i)))
            continue;
        const QFileInfo source(sources[i].path);
        const QString object = QFileInfo(objects[i]).completeBaseName();
        QStringList wishes;
        if (object != source.completeBaseName())
            wishes.append(object);
        wishes.append(source.dir().dirName());
        wishes.append(QFileInfo(source.path()).dir().dirName() + u'_' + source.dir().dirName());
        for (const QString &wish : wishes) {
            sources[i].variant = harmless(wish);
            if (!taken.contains(key(i)))
                break;
        }
        for (int number = 2; taken.contains(key(i)); ++number)
            sources[i].variant = harmless(wishes.first()) + QString::number(number);
    }
}

Result<void> takeSources(PortPlan &plan, const PortLog &log, const LinkedOutput &output)
{
    QSet<QString> seen;
    QStringList wanted;
    collect(log, output, seen, wanted);
    QStringList objects;
    QMap<QString, QStringList> dropped;
    int twice = 0;
    for (const QString &object : wanted) {
        const CompiledUnit *unit = unitOf(log, object);
        if (unit == nullptr) {
            plan.notes.append(
                Text::tr("%1 is linked, but the log does not say how it is made.").arg(object));
            continue;
        }
        PortSource source;
        source.path = unit->source;
        source.isCxx = unit->isCxx;
        source.flags = portFlags(unit->arguments, unit->folder);
        source.line = unit->line;
        source.isDirect = output.inputs.contains(object);
        for (auto each = source.flags.dropped.begin(); each != source.flags.dropped.end(); ++each) {
            QStringList &words = dropped[each.value()];
            if (!words.contains(each.key()))
                words.append(each.key());
        }
        if (plan.sources.contains(source)) {
            ++twice;
            continue;
        }
        plan.sources.append(source);
        objects.append(unit->object);
    }
    if (plan.sources.isEmpty())
        return tl::unexpected(
            Problem{Text::tr("No source of %1 is compiled in this log").arg(output.path),
                    {},
                    Text::tr("Run make clean first: make -n prints only what is left to do.")});
    giveVariants(plan.sources, objects);
    if (twice > 0)
        plan.notes.append(Text::tr("%n object(s) differ from another only in what is left out; one "
                                   "of each is built.",
                                   nullptr, twice));
    for (auto each = dropped.begin(); each != dropped.end(); ++each)
        plan.notes.append(Text::tr("Left out: %1; %2.").arg(each.value().join(u' '), each.key()));
    return {};
}

} // namespace

QString suggestedPortName(const QString &sourceFolder)
{
    static const QRegularExpression version(QStringLiteral("[-_.]?v?[0-9][0-9A-Za-z.+~]*$"));
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_-]"));
    return QFileInfo(sourceFolder).fileName().remove(version).replace(odd, QStringLiteral("_"));
}

Result<PortPlan> planPort(const PortRequest &request)
{
    NewProject check;
    check.templateId = QStringLiteral("library-port");
    check.name = request.name;
    check.version = QStringLiteral("0");
    check.source = QStringLiteral("/x");
    if (const auto good = filesOfNewProject(check); !good)
        return tl::unexpected(good.error());
    const PortLog log = readPortLog(request.log, request.sourceFolder);
    if (log.units.isEmpty())
        return tl::unexpected(
            Problem{Text::tr("The log has no compiler command"), request.sourceFolder,
                    Text::tr("Run ./configure if there is one, then make clean, so that make -n "
                             "prints every step.")});
    PortPlan plan;
    LinkedOutput everything;
    for (const LinkedOutput &output : log.outputs)
        plan.outputs.append(output.path);
    const LinkedOutput *output =
        request.program.isEmpty() ? likeliest(log, request.name) : named(log, request.program);
    if (output == nullptr && !request.program.isEmpty())
        return tl::unexpected(
            Problem{Text::tr("The build makes no “%1”").arg(request.program), request.sourceFolder,
                    Text::tr("It makes: %1.").arg(plan.outputs.join(QStringLiteral(", ")))});
    if (output == nullptr) {
        everything.kind = Kind::archive;
        everything.path = request.sourceFolder;
        for (const CompiledUnit &unit : log.units)
            everything.inputs.append(unit.object);
        output = &everything;
    }
    plan.output = output->path;
    plan.isProgram = output->kind == Kind::program;
    if (const auto taken = takeSources(plan, log, *output); !taken)
        return tl::unexpected(taken.error());
    bool usesConfigHeader = false;
    static const QRegularExpression include(QStringLiteral(R"(#\s*include\s*[<"]\s*config\.h)"));
    for (PortSource &source : plan.sources) {
        QFile file(source.path);
        // That of a library in the program is another program's, or a test's.
        source.hasMain =
            plan.isProgram && source.isDirect && definesMain(withoutComments(source.path));
        usesConfigHeader = usesConfigHeader ||
                           source.flags.defines.contains(QStringLiteral("-DHAVE_CONFIG_H")) ||
                           (file.open(QIODevice::ReadOnly) &&
                            include.match(QString::fromUtf8(file.readAll())).hasMatch());
    }
    if (plan.outputs.size() > 1)
        plan.notes.prepend(Text::tr("The build makes %1; this is %2. Another one is chosen by its "
                                    "name.")
                               .arg(plan.outputs.join(QStringLiteral(", ")), plan.output));
    writePortFiles(request, usesConfigHeader, plan);
    return plan;
}

} // namespace kiln
