// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/option_menu.h"

#include "widgets/palette_icon.h"
#include "workbench/fix_wish.h"
#include "workbench/reason_words.h"

#include <kconfig/explain.h>

#include <QClipboard>
#include <QGuiApplication>

namespace kiln {

OptionMenu::OptionMenu(const kconfig::Configuration &configuration, kconfig::NodeId node,
                       QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("optionMenu"));
    setToolTipsVisible(true);
    const kconfig::Model &model = configuration.model();
    const kconfig::SymbolId symbol = model.node(node).symbol;
    if (!symbol.isValid())
        return;
    for (const WishEntry &entry : wishEntries(configuration, symbol)) {
        const kconfig::Wish &wish = entry.wish;
        const bool isSo = configuration.value(wish.symbol) == wish.value;
        const auto refusal = kconfig::whyNot(configuration, wish.symbol, wish.value, ReasonWords());
        QAction *action = addAction((refusal ? tr("Set to %1…") : tr("Set to %1")).arg(entry.text));
        action->setCheckable(isSo);
        action->setChecked(isSo);
        if (isSo)
            continue;
        if (refusal) {
            action->setIcon(paletteIcon(QStringLiteral("lock")));
            action->setToolTip(QString::fromStdString(refusal->sentence));
            connect(action, &QAction::triggered, this,
                    [this, symbol, wish] { emit fixRequested(symbol, wish); });
        } else {
            connect(action, &QAction::triggered, this, [this, wish] {
                emit editRequested({wish.symbol, wish.value});
            });
        }
    }
    addSeparator();
    QAction *fix = addAction(tr("&Make It So…"));
    connect(fix, &QAction::triggered, this, [this, symbol] { emit fixRequested(symbol, {}); });
    addSeparator();
    const QString name = QString::fromUtf8(model.symbol(symbol).name.data(),
                                           qsizetype(model.symbol(symbol).name.size()));
    if (!name.isEmpty()) {
        connect(addAction(paletteIcon(QStringLiteral("copy")), tr("&Copy Name")),
                &QAction::triggered, this, [name] { QGuiApplication::clipboard()->setText(name); });
    }
    const kconfig::Position position = model.node(node).position;
    if (position.isValid()) {
        const SourcePlace place{
            QString::fromStdString(std::string(model.sources().path(position.file))),
            int(position.line), int(position.column)};
        connect(addAction(paletteIcon(QStringLiteral("go")), tr("Go to &Definition")),
                &QAction::triggered, this, [this, place] { emit openRequested(place); });
    }
}

} // namespace kiln
