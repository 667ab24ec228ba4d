// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a build prints: where the stream is cut makes no difference.
#include "workbench/build_output.h"

#include <cstdlib>

using namespace kiln;

namespace {

QVector<BuildIssue> parse(QByteArrayView bytes, qsizetype chunk)
{
    BuildOutputParser parser;
    for (qsizetype at = 0; at < bytes.size(); at += chunk)
        parser.feed(bytes.sliced(at, std::min(chunk, bytes.size() - at)));
    parser.finish();
    for (const BuildLine &line : parser.takeLines()) {
        if (line.text.contains('\n'))
            std::abort();
    }
    return parser.takeIssues();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    if (parse(bytes, std::max<qsizetype>(1, bytes.size())) != parse(bytes, 5))
        std::abort();
    return 0;
}
