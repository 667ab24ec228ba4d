// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a guest prints: no byte is lost, and where the stream is cut makes no difference.
#include "workbench/log_record.h"

#include <cstdlib>
#include <vector>

using namespace kiln;

namespace {

std::vector<LogRecord> parse(std::string_view bytes, std::size_t chunk)
{
    std::vector<LogRecord> records;
    std::int64_t covered = 0;
    const auto sink = [&](const LogPiece &piece) {
        if (piece.offset != covered || piece.bytes.empty() ||
            piece.header.messageStart > piece.bytes.size())
            std::abort();
        covered += std::int64_t(piece.bytes.size());
        records.push_back(parseLogRecord(QByteArrayView(piece.bytes), piece.offset));
    };
    LogParser parser;
    for (std::size_t at = 0; at < bytes.size(); at += chunk)
        parser.feed(bytes.substr(at, chunk), sink);
    parser.finish(sink);
    if (covered != std::int64_t(bytes.size()))
        std::abort();
    return records;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // A copy of exactly this length: a look behind its end is noticed.
    const std::vector<char> copy(data, data + size);
    const std::string_view bytes(copy.data(), copy.size());
    const auto whole = parse(bytes, std::max<std::size_t>(1, bytes.size()));
    if (parse(bytes, 7) != whole || parse(bytes, 1) != whole)
        std::abort();
    return 0;
}
