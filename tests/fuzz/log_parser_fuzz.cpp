// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a guest prints: no byte is lost, and where the stream is cut makes no difference.
#include "workbench/log_parser.h"

#include <cstdlib>
#include <vector>

using namespace kiln;

namespace {

std::vector<LogRecord> parse(QByteArrayView bytes, qsizetype chunk)
{
    std::vector<LogRecord> records;
    qint64 covered = 0;
    const LogSink sink = [&](const LogPiece &piece) {
        if (piece.offset != covered || piece.bytes.isEmpty() ||
            piece.header.messageStart > piece.bytes.size())
            std::abort();
        covered += piece.bytes.size();
        records.push_back(parseLogRecord(piece.bytes, piece.offset));
    };
    LogParser parser;
    for (qsizetype at = 0; at < bytes.size(); at += chunk)
        parser.feed(bytes.sliced(at, std::min(chunk, bytes.size() - at)), sink);
    parser.finish(sink);
    if (covered != bytes.size())
        std::abort();
    return records;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const auto whole = parse(bytes, std::max<qsizetype>(1, bytes.size()));
    if (parse(bytes, 7) != whole || parse(bytes, 1) != whole)
        std::abort();
    return 0;
}
