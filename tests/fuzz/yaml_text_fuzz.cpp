// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a Kraftfile holds: a change to one value changes what that value says and nothing else,
// or is refused and changes nothing.
#include "workbench/yaml_text.h"

#include <cstdlib>

using namespace kiln;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void change(const YamlText &original, qsizetype index, const QString &value)
{
    const auto values = original.values();
    YamlText text = original;
    if (!text.set(values[index].path, value)) {
        require(text.bytes() == original.bytes());
        return;
    }
    auto wanted = values;
    wanted[index].text = value;
    require(text.values() == wanted);
}

void grow(const YamlText &original)
{
    YamlText text = original;
    const QString key = QStringLiteral("kiln-key");
    if (original.contains({key}))
        return;
    if (!text.insert({}, {key + QStringLiteral(": a")})) {
        require(text.bytes() == original.bytes());
        return;
    }
    require(text.value({key}) == QLatin1String("a"));
    const auto before = original.values();
    require(text.values().mid(0, before.size()) == before);
    if (text.remove({key}))
        require(text.values() == before);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto text = YamlText::parse(QStringLiteral("Kraftfile"), bytes);
    if (!text)
        return 0;
    constexpr qsizetype most = 6;
    const qsizetype count = std::min(most, text->values().size());
    for (qsizetype i = 0; i < count; ++i) {
        change(*text, i, QStringLiteral("other"));
        change(*text, i, QStringLiteral("a: 'b' # \"c\"\n"));
    }
    grow(*text);
    return 0;
}
