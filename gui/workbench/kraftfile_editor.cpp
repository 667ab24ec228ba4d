// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kraftfile_editor.h"

#include <QCoreApplication>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KraftfileEditor)
};

QString withPrefix(const QString &option)
{
    return option.startsWith(QLatin1String("CONFIG_")) ? option
                                                       : QStringLiteral("CONFIG_") + option;
}

QString keyValue(const QString &key, const QString &value)
{
    return key + QStringLiteral(": ") + YamlText::quoted(value);
}

YamlPath kconfigPath()
{
    return {QStringLiteral("unikraft"), QStringLiteral("kconfig")};
}

} // namespace

KraftfileEditor::KraftfileEditor(YamlText text)
    : m_text(std::move(text))
{}

Result<KraftfileEditor> KraftfileEditor::open(const QString &path)
{
    auto text = YamlText::read(path);
    if (!text)
        return tl::unexpected(text.error());
    return KraftfileEditor(std::move(*text));
}

std::optional<YamlPath> KraftfileEditor::pathOfOption(const QString &option) const
{
    const QString full = withPrefix(option);
    for (const QString &name : {full, full.mid(7)}) {
        if (m_text.isMap(kconfigPath()) && m_text.contains(kconfigPath() + QStringList{name}))
            return kconfigPath() + QStringList{name};
        if (!m_text.isList(kconfigPath()))
            continue;
        // Later ones win.
        for (int i = m_text.size(kconfigPath()) - 1; i >= 0; --i) {
            const YamlPath path = kconfigPath() + QStringList{QString::number(i)};
            const QString line = m_text.value(path);
            if (line == name || line.startsWith(name + u'='))
                return path;
        }
    }
    return std::nullopt;
}

Result<void> KraftfileEditor::setOption(const QString &option, const QString &value)
{
    const QString name = withPrefix(option);
    const bool isList = m_text.isList(kconfigPath());
    if (const auto path = pathOfOption(option))
        return m_text.set(*path, isList ? name + u'=' + value : value);
    if (isList)
        return m_text.append(kconfigPath(), {YamlText::quoted(name + u'=' + value)});
    const QString line = keyValue(name, value);
    if (m_text.contains(kconfigPath()))
        return m_text.insert(kconfigPath(), {line});
    const QStringList block{QStringLiteral("kconfig:"), QStringLiteral("  ") + line};
    const YamlPath kernel{QStringLiteral("unikraft")};
    if (!m_text.contains(kernel))
        return m_text.insert({}, {QStringLiteral("unikraft:"), QStringLiteral("  ") + block[0],
                                  QStringLiteral("  ") + block[1]});
    if (!m_text.value(kernel).isEmpty())
        return tl::unexpected(
            Problem{Text::tr("“unikraft” is a version alone and has no place for options"),
                    m_text.place(kernel),
                    Text::tr("Write it as “unikraft:” with a line “  version: %1” below.")
                        .arg(m_text.value(kernel))});
    return m_text.insert(kernel, block);
}

Result<void> KraftfileEditor::removeOption(const QString &option)
{
    const auto path = pathOfOption(option);
    if (!path)
        return tl::unexpected(
            Problem{Text::tr("The Kraftfile does not set %1").arg(withPrefix(option)),
                    m_text.file(), Text::tr("Look at the entries of “kconfig”.")});
    return m_text.remove(*path);
}

Result<void> KraftfileEditor::addTarget(const KraftTarget &target)
{
    const auto read = readKraftfile(m_text.file());
    if (read && read->target(target.text()) != nullptr)
        return tl::unexpected(Problem{Text::tr("There is a target %1 already").arg(target.text()),
                                      read->target(target.text())->place,
                                      Text::tr("Give the new one another name.")});
    return addToTargets(target);
}

Result<void> KraftfileEditor::addToTargets(const KraftTarget &target)
{
    QStringList lines;
    if (!target.name.isEmpty())
        lines.append(keyValue(QStringLiteral("name"), target.name));
    lines.append(keyValue(QStringLiteral("platform"), target.platform));
    lines.append(keyValue(QStringLiteral("architecture"), target.architecture));
    if (target.name.isEmpty())
        lines = QStringList{target.platform + u'/' + target.architecture};
    const YamlPath targets{QStringLiteral("targets")};
    if (m_text.contains(targets) && m_text.isList(targets))
        return m_text.append(targets, lines);
    if (m_text.contains(targets))
        return tl::unexpected(Problem{Text::tr("“targets” is no list"), m_text.place(targets),
                                      Text::tr("Begin each target with “- ”.")});
    QStringList block{QStringLiteral("targets:")};
    for (qsizetype i = 0; i < lines.size(); ++i)
        block.append((i == 0 ? QStringLiteral("- ") : QStringLiteral("  ")) + lines[i]);
    return m_text.insert({}, block);
}

Result<void> KraftfileEditor::changeTarget(const QString &name, const KraftTarget &target)
{
    const auto read = readKraftfile(m_text.file());
    if (!read)
        return tl::unexpected(read.error());
    const KraftTarget *former = read->target(name);
    if (former == nullptr)
        return tl::unexpected(Problem{Text::tr("The Kraftfile has no target %1").arg(name),
                                      m_text.file(), Text::tr("Look at its list of targets.")});
    const KraftTarget *other = read->target(target.text());
    if (other != nullptr && other != former)
        return tl::unexpected(Problem{Text::tr("There is a target %1 already").arg(target.text()),
                                      other->place, Text::tr("Give this one another name.")});
    const YamlPath path{QStringLiteral("targets"),
                        QString::number(former - read->targets.constData())};
    const YamlText before = m_text;
    auto done = writeTarget(path, *former, target);
    if (!done)
        m_text = before;
    return done;
}

Result<void> KraftfileEditor::writeTarget(const YamlPath &path, const KraftTarget &former,
                                          const KraftTarget &target)
{
    const QString pair = target.platform + u'/' + target.architecture;
    if (!m_text.isMap(path)) {
        if (target.name.isEmpty())
            return m_text.set(path, pair);
        const auto removed = m_text.remove(path);
        return removed ? addToTargets(target) : removed;
    }
    const auto keyOf = [&](const char *name, const char *brief) {
        const YamlPath full = path + QStringList{QLatin1String(name)};
        const YamlPath other = path + QStringList{QLatin1String(brief)};
        return m_text.contains(full) || !m_text.contains(other) ? full : other;
    };
    YamlPath platform = keyOf("platform", "plat");
    if (m_text.isMap(platform))
        platform.append(QStringLiteral("name"));
    const YamlPath architecture = keyOf("architecture", "arch");
    const YamlPath name = path + QStringList{QStringLiteral("name")};
    Result<void> done;
    // In old files the platform may hold both.
    const bool isPair = !m_text.contains(architecture);
    if (former.platform != target.platform ||
        (isPair && former.architecture != target.architecture))
        done = m_text.set(platform, isPair ? pair : target.platform);
    if (done && !isPair && former.architecture != target.architecture)
        done = m_text.set(architecture, target.architecture);
    if (!done || former.name == target.name)
        return done;
    if (target.name.isEmpty())
        return m_text.remove(name);
    return m_text.contains(name)
               ? m_text.set(name, target.name)
               : m_text.insert(path, {keyValue(QStringLiteral("name"), target.name)});
}

Result<void> KraftfileEditor::removeTarget(const QString &name)
{
    const auto read = readKraftfile(m_text.file());
    if (!read)
        return tl::unexpected(read.error());
    const KraftTarget *target = read->target(name);
    if (target == nullptr)
        return tl::unexpected(Problem{Text::tr("The Kraftfile has no target %1").arg(name),
                                      m_text.file(), Text::tr("Look at its list of targets.")});
    const qsizetype index = target - read->targets.constData();
    return m_text.remove({QStringLiteral("targets"), QString::number(index)});
}

Result<void> KraftfileEditor::setLibrary(const KraftComponent &library)
{
    const YamlPath all{QStringLiteral("libraries")};
    const YamlPath path = all + QStringList{library.name};
    QStringList lines{library.name + u':'};
    for (const auto &[key, value] : {std::pair(QStringLiteral("source"), library.source),
                                     std::pair(QStringLiteral("version"), library.version)}) {
        if (value.isEmpty())
            continue;
        lines.append(QStringLiteral("  ") + keyValue(key, value));
        if (!m_text.isMap(path))
            continue;
        const YamlPath own = path + QStringList{key};
        if (const auto done = m_text.contains(own) ? m_text.set(own, value)
                                                   : m_text.insert(path, {keyValue(key, value)});
            !done)
            return done;
    }
    if (m_text.isMap(path))
        return {};
    if (m_text.contains(path)) {
        if (!library.source.isEmpty() || library.version.isEmpty())
            return tl::unexpected(
                Problem{Text::tr("Library %1 is a version alone and has no place for a source")
                            .arg(library.name),
                        m_text.place(path), Text::tr("Write it with a line “source: …” below.")});
        return m_text.set(path, library.version);
    }
    if (lines.size() == 1)
        lines[0] += QStringLiteral(" {}");
    if (m_text.contains(all))
        return m_text.insert(all, lines);
    QStringList block{QStringLiteral("libraries:")};
    for (const QString &line : lines)
        block.append(QStringLiteral("  ") + line);
    return m_text.insert({}, block);
}

Result<void> KraftfileEditor::removeLibrary(const QString &name)
{
    const YamlPath path{QStringLiteral("libraries"), name};
    if (!m_text.contains(path))
        return tl::unexpected(Problem{Text::tr("The Kraftfile has no library %1").arg(name),
                                      m_text.file(), Text::tr("Look at its “libraries”.")});
    return m_text.remove(path);
}

} // namespace kiln
