// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Reading files before it is their turn, on a second thread.
//
// Most files of a tree mean the same whatever was read before them: they use no macro. As soon as
// the name of such a file is known (from the text or the unit of the file that sources it), it can
// be read and parsed. The parser walks through the tree in order on the caller's thread, takes what
// is ready, and parses the rest itself, so that it finds what it would find alone: the same units,
// in the same order. Where it comes to a file that the other thread is just reading, it does not
// wait but reads another one ahead.
//
// Nothing of the caller's is called on the second thread. It is started once there is a sign that
// the tree is large enough to be worth it.
#pragma once

#include "name_table.h"
#include "source_files.h"
#include "syntax.h"

#include "kconfig/load.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <span>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

namespace kconfig {

class ReadAhead
{
public:
    /// Whether there is a processor for a second thread.
    [[nodiscard]] static bool isWorthwhile();

    explicit ReadAhead(const LoadOptions &options);
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;
    /// Ends the second thread. Units that were taken live on.
    ~ReadAhead();

    /// The caller is about to read this text: files that it sources will be asked for, first of
    /// all.
    void expectSourcesOf(std::string_view text);
    /// The unit of a file, once. Null when the caller has to read it itself: its unit depends on
    /// what came before it, it can't be read, it has changed since it was read; or nobody has begun
    /// to read it, unless `readsNow`.
    std::shared_ptr<const FileSyntax> take(std::string_view path, bool readsNow);
    /// Whether there is a second thread at work.
    [[nodiscard]] bool isHelped() const { return m_helper.joinable(); }
    /// A command has run and may have changed files: those read so far are looked at again.
    void distrust() { ++m_epoch; }

private:
    enum class State : std::uint8_t
    {
        waiting,
        reading, ///< by one of the threads
        done,    ///< `unit` is there, or there is none to be had
        taken
    };
    struct File
    {
        std::string_view path; ///< a NUL stands behind it
        std::atomic<State> state = State::waiting;
        unsigned epoch = 0; ///< when it was read
        std::shared_ptr<const FileSyntax> unit;
    };
    class Reader; ///< reads single files; each thread has its own

    Reader &ownReader();
    File &fileOf(std::string_view path);
    void expect(std::span<const std::string_view> paths);
    File *nextWaiting();
    void readNow(File &file, Reader &reader, std::unique_lock<std::mutex> &lock);
    void help();
    [[nodiscard]] bool isStillSo(const FileSyntax &unit);

    const LoadOptions m_options;      ///< without the caller's functions
    const std::int64_t m_trusted;     ///< nanoseconds since 1970: times before it tell every change
    std::unique_ptr<Reader> m_reader; ///< the caller's, made when it is needed
    std::atomic<unsigned> m_epoch = 0;

    std::atomic<unsigned> m_arrivals = 0; ///< grows with what the second thread waits for

    std::mutex m_mutex; ///< for all below
    std::condition_variable m_wake;
    TextArena m_paths;
    std::pmr::monotonic_buffer_resource m_fileMemory; ///< of what follows
    std::pmr::unordered_map<std::string_view, File, TextHash> m_files{&m_fileMemory};
    std::vector<File *> m_stack; ///< known and perhaps waiting; the next one is the last
    bool m_isHelperIdle = false;
    bool m_hasEnded = false;
    bool m_hasFailed = false; ///< no thread can be had
    std::thread m_helper;
};

} // namespace kconfig
