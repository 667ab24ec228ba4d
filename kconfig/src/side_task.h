// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Something that is done on a second thread while the first does something else.
#pragma once

#include <exception>
#include <functional>
#include <system_error>
#include <thread>
#include <utility>

namespace kconfig {

class SideTask
{
public:
    /// Begins, if a thread can be had; else the work is done by finish(). `work` must touch nothing
    /// that others write until finish() returns.
    SideTask(bool usesThread, std::function<void()> work)
        : m_work(std::move(work))
    {
        if (!usesThread || std::thread::hardware_concurrency() < 2)
            return;
        try {
            m_thread = std::thread([this] { run(); });
        } catch (const std::system_error &) {
            return; // without a thread, then
        }
    }
    SideTask(const SideTask &) = delete;
    SideTask &operator=(const SideTask &) = delete;
    ~SideTask()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    /// Returns when the work has been done, once; throws what it threw.
    void finish()
    {
        if (m_thread.joinable())
            m_thread.join();
        else
            run();
        if (m_thrown)
            std::rethrow_exception(m_thrown);
    }

private:
    void run()
    {
        try {
            m_work();
        } catch (...) {
            m_thrown = std::current_exception();
        }
    }

    std::function<void()> m_work;
    std::exception_ptr m_thrown;
    std::thread m_thread;
};

} // namespace kconfig
