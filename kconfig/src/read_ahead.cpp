// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "read_ahead.h"

#include "byte_scan.h"
#include "macros.h"
#include "parser.h"

#include <cstring>
#include <new>
#include <system_error>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace kconfig {

namespace {

/// Leaves the memory to the other processors for a moment.
inline void pauseShortly()
{
#ifdef __SSE2__
    _mm_pause();
#endif
}

/// A tree of so many files makes up for starting a thread; Unikraft's do not.
constexpr std::size_t worthAThread = 128;

/// Nor has Unikraft a file of so many bytes; in Linux, one of the first that are read is as large.
constexpr std::size_t largeText = std::size_t{48} << 10U;

/// How often the second thread lets others run before it goes to sleep. Files come a few dozen
/// microseconds apart; to fall asleep and be woken for each costs both threads more than that.
constexpr int waitsAwake = 400;

/// Locks what the other thread holds for a microsecond at most: to fall asleep and be woken takes
/// both threads longer than to try again.
void lockAwake(std::unique_lock<std::mutex> &lock)
{
    constexpr int tries = 200;
    for (int i = 0; i < tries; ++i) {
        if (lock.try_lock())
            return;
        pauseShortly();
    }
    lock.lock();
}

LoadOptions withoutFunctions(const LoadOptions &options)
{
    LoadOptions result;
    result.directory = options.directory;
    result.environment = options.environment;
    result.dialect = options.dialect;
    return result;
}

/// The path in a line like `source "path"`, if nothing in it has to be expanded or looked up;
/// `line` begins behind the keyword.
std::string_view plainPath(const char *line)
{
    while (*line == ' ' || *line == '\t')
        ++line;
    if (*line != '"')
        return {};
    const char *const begin = line + 1;
    const char *const end = endOfPlain(begin, '"');
    if (*end != '"')
        return {};
    const std::string_view path(begin, static_cast<std::size_t>(end - begin));
    return path.find_first_of("*?[") == std::string_view::npos ? path : std::string_view();
}

} // namespace

class ReadAhead::Reader
{
public:
    explicit Reader(const LoadOptions &options)
        : m_macros(options, m_diagnostics)
        , m_files(options.directory, options.environment)
        , m_parser(options, m_sources, m_macros, m_diagnostics)
    {}
    std::shared_ptr<const FileSyntax> read(std::string_view path)
    {
        return m_parser.parseAlone(path);
    }
    [[nodiscard]] std::optional<FileStamp> stamp(std::string_view path) const
    {
        return m_files.stamp(path);
    }

private:
    DiagnosticSink m_diagnostics; ///< never shown: the files are read again for that
    SourceMap m_sources;
    Macros m_macros;
    SourceFiles m_files;
    Parser m_parser;
};

bool ReadAhead::isWorthwhile()
{
    return std::thread::hardware_concurrency() > 1;
}

ReadAhead::ReadAhead(const LoadOptions &options)
    : m_options(withoutFunctions(options))
    , m_trusted(surelyPast())
{}

ReadAhead::~ReadAhead()
{
    {
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
        ++m_arrivals;
    }
    m_wake.notify_one();
    if (m_helper.joinable())
        m_helper.join();
}

ReadAhead::Reader &ReadAhead::ownReader()
{
    if (m_reader == nullptr)
        m_reader = std::make_unique<Reader>(m_options);
    return *m_reader;
}

ReadAhead::File &ReadAhead::fileOf(std::string_view path)
{
    const auto found = m_files.find(path);
    if (found != m_files.end())
        return found->second;
    const std::string_view kept = m_paths.keep(path);
    File &file = m_files[kept];
    file.path = kept;
    return file;
}

/// `paths` will be asked for in their order, before all that is known so far.
void ReadAhead::expect(std::span<const std::string_view> paths)
{
    for (auto path = paths.rbegin(); path != paths.rend(); ++path)
        if (File &file = fileOf(*path); file.state == State::waiting)
            m_stack.push_back(&file);
}

void ReadAhead::expectSourcesOf(std::string_view text)
{
    constexpr std::string_view keyword = "source";
    std::vector<std::string_view> paths;
    const char *const end = text.data() + text.size();
    for (const char *at = text.data(); (at = findLineWith('s', at, end)) < end; ++at)
        if (std::memcmp(at, keyword.data(), keyword.size()) == 0)
            if (const std::string_view path = plainPath(at + keyword.size()); !path.empty())
                paths.push_back(path);
    if (paths.empty())
        return;
    std::unique_lock lock(m_mutex, std::defer_lock);
    lockAwake(lock);
    expect(paths);
    ++m_arrivals;
    if (m_isHelperIdle) {
        m_wake.notify_one();
    } else if (!m_helper.joinable() && !m_hasFailed &&
               (m_files.size() >= worthAThread || text.size() >= largeText)) {
        try {
            m_helper = std::thread([this] { help(); });
        } catch (const std::system_error &) {
            m_hasFailed = true; // the caller reads everything, then
        }
    }
}

ReadAhead::File *ReadAhead::nextWaiting()
{
    while (!m_stack.empty()) {
        File *const file = m_stack.back();
        m_stack.pop_back();
        if (file->state == State::waiting)
            return file;
    }
    return nullptr;
}

/// Reads a file without the lock and leaves what comes of it.
void ReadAhead::readNow(File &file, Reader &reader, std::unique_lock<std::mutex> &lock)
{
    file.state = State::reading;
    file.epoch = m_epoch;
    lock.unlock();
    std::shared_ptr<const FileSyntax> unit;
    try {
        unit = reader.read(file.path);
    } catch (const std::bad_alloc &) { // the caller will see for itself
        unit = nullptr;
    }
    lockAwake(lock);
    if (unit != nullptr)
        for (auto source = unit->sources.rbegin(); source != unit->sources.rend(); ++source)
            expect(source->paths);
    file.unit = std::move(unit);
    file.state = State::done;
    file.state.notify_one();
}

/// What the second thread does.
void ReadAhead::help()
{
    Reader reader(m_options);
    std::unique_lock lock(m_mutex);
    while (!m_hasEnded) {
        if (File *const file = nextWaiting()) {
            readNow(*file, reader, lock);
            continue;
        }
        const unsigned known = m_arrivals;
        lock.unlock();
        for (int i = 0; i < waitsAwake && m_arrivals == known; ++i)
            std::this_thread::yield();
        lockAwake(lock);
        if (m_arrivals != known || m_hasEnded)
            continue;
        m_isHelperIdle = true;
        m_wake.wait(lock);
        m_isHelperIdle = false;
    }
}

std::shared_ptr<const FileSyntax> ReadAhead::take(std::string_view path, bool readsNow)
{
    std::unique_lock lock(m_mutex, std::defer_lock);
    lockAwake(lock);
    File &file = fileOf(path);
    while (file.state != State::done) {
        if (file.state == State::taken)
            return nullptr;
        if (file.state == State::reading) {
            if (File *const other = nextWaiting()) {
                readNow(*other, ownReader(), lock);
            } else {
                lock.unlock();
                file.state.wait(State::reading);
                lockAwake(lock);
            }
        } else if (readsNow) {
            readNow(file, ownReader(), lock);
        } else {
            file.state = State::taken;
            return nullptr;
        }
    }
    file.state = State::taken;
    const std::shared_ptr<const FileSyntax> unit = std::move(file.unit);
    const bool isOld = file.epoch != m_epoch;
    lock.unlock();
    return unit != nullptr && isOld && !isStillSo(*unit) ? nullptr : unit;
}

/// Whether reading a file again would surely give the same unit.
bool ReadAhead::isStillSo(const FileSyntax &unit)
{
    // There, paths in `source` were looked up in folders.
    if (m_options.dialect == Dialect::unikraft && !unit.sources.empty())
        return false;
    return unit.stamp.modified < m_trusted && ownReader().stamp(unit.path) == unit.stamp;
}

} // namespace kconfig
