// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "reason_view.h"

#include "tree_view.h"

namespace kconf {

using namespace kconfig;

void printReasons(std::FILE *stream, const Model &model, const std::vector<Reason> &reasons,
                  int indent)
{
    for (const Reason &reason : reasons) {
        const std::string where = placeBehind(model, reason);
        std::fprintf(stream, "%*s- %s%s%s%s\n", indent, "", reason.text.c_str(),
                     reason.isChangeable ? " [can be changed]" : "", where.empty() ? "" : "  ",
                     where.c_str());
        printReasons(stream, model, reason.because, indent + 2);
    }
}

void writeReasons(JsonWriter &json, const Model &model, const std::vector<Reason> &reasons)
{
    json.beginArray();
    for (const Reason &reason : reasons)
        writeReason(json, model, reason);
    json.endArray();
}

void writeReason(JsonWriter &json, const Model &model, const Reason &reason)
{
    json.beginObject().member("text", reason.text).key("symbol");
    if (reason.symbol.isValid())
        json.text(model.symbol(reason.symbol).name);
    else
        json.null();
    json.member("changeable", reason.isChangeable).key("position");
    writePosition(json, model, reason.position);
    json.key("because");
    writeReasons(json, model, reason.because);
    json.endObject();
}

} // namespace kconf
