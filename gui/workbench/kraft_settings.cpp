// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/kraft_settings.h"

#include "workbench/config_difference.h"

#include <QCoreApplication>

#include <algorithm>

namespace kiln {

namespace {

/// A line of a .config that says it.
QByteArray line(const kconfig::Model &model, const KraftSetting &setting)
{
    const auto symbol = model.find(setting.option.mid(7).toStdString());
    const bool isText = symbol.isValid() && model.symbol(symbol).isDefined() &&
                        model.symbol(symbol).type == kconfig::SymbolType::string;
    QString value = setting.value;
    if (isText)
        value = u'"' +
                value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")) +
                u'"';
    if (setting.value == QLatin1String("n") && !isText)
        return "# " + setting.option.toUtf8() + " is not set\n";
    return setting.option.toUtf8() + '=' + value.toUtf8() + '\n';
}

} // namespace

QString KraftEffect::text() const
{
    const QString name = setting.option.mid(7);
    if (!why.isEmpty())
        return QCoreApplication::translate("KraftSettings", "%1: %2 stays %3: %4")
            .arg(setting.place, name, now.isEmpty() ? QStringLiteral("n") : now, why);
    return QStringLiteral("%1: %2 -> %3 (%4)")
        .arg(name, before.isEmpty() ? QStringLiteral("n") : before, now, setting.place);
}

QVector<KraftEffect> applyKraftSettings(kconfig::Configuration &configuration,
                                        const QList<KraftSetting> &settings)
{
    const kconfig::Model &model = configuration.model();
    QVector<KraftEffect> effects;
    QByteArray text;
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const auto isLater = [&](const KraftSetting &each) {
            return each.option == settings[i].option;
        };
        if (std::any_of(settings.begin() + i + 1, settings.end(), isLater))
            continue;
        KraftEffect effect;
        effect.setting = settings[i];
        const auto symbol = model.find(settings[i].option.mid(7).toStdString());
        if (symbol.isValid() && model.symbol(symbol).isDefined())
            effect.before = writtenValue(configuration, symbol);
        effects.append(effect);
        text += line(model, settings[i]);
    }
    const FragmentReport report = mergeFragment(configuration, text, QStringLiteral("Kraftfile"));
    for (KraftEffect &effect : effects) {
        const auto symbol = model.find(effect.setting.option.mid(7).toStdString());
        if (symbol.isValid() && model.symbol(symbol).isDefined())
            effect.now = writtenValue(configuration, symbol);
    }
    for (const FragmentRemark &remark : report.ineffective) {
        if (remark.line >= 1 && remark.line <= effects.size())
            effects[remark.line - 1].why = remark.why;
    }
    return effects;
}

QList<KraftSetting> settingsOfTarget(const QString &platform, const QString &architecture,
                                     const QString &place)
{
    QList<KraftSetting> settings;
    const auto add = [&](const char *option, const char *value) {
        settings.append({QStringLiteral("CONFIG_") + QLatin1String(option), QLatin1String(value),
                         place, QStringLiteral("target")});
    };
    add(architecture == QLatin1String("arm64") ? "ARCH_ARM_64" : "ARCH_X86_64", "y");
    const bool isProcess = platform == QLatin1String("linuxu");
    const bool isXen = platform == QLatin1String("xen");
    if (isProcess)
        add("PLAT_LINUXU", "y");
    else if (isXen)
        add("PLAT_XEN", "y");
    else
        add("PLAT_KVM", "y");
    // An image has one platform; a default may have another one on.
    if (isProcess || isXen)
        add("PLAT_KVM", "n");
    if (platform == QLatin1String("fc") || platform == QLatin1String("firecracker"))
        add("KVM_VMM_FIRECRACKER", "y");
    return settings;
}

} // namespace kiln
