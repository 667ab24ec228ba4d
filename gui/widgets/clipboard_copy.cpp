// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/clipboard_copy.h"

#include "widgets/slice_clock.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace kiln {

namespace {

/// Lines between two looks at the clock.
constexpr qsizetype stride = 32;

} // namespace

ClipboardCopy::ClipboardCopy(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardCopy::slice);
}

void ClipboardCopy::start(qsizetype count, LineAt line, LastLine last)
{
    cancel();
    m_line = std::move(line);
    m_count = count;
    m_last = last;
    m_timer.start();
    slice();
}

void ClipboardCopy::cancel()
{
    m_timer.stop();
    m_line = {};
    m_text = QString();
    m_next = m_count = 0;
}

void ClipboardCopy::slice()
{
    const SliceClock clock;
    while (m_next < m_count && !clock.isOver()) {
        for (const qsizetype stop = std::min(m_next + stride, m_count); m_next < stop; ++m_next) {
            m_text += m_line(m_next);
            m_text += QLatin1Char('\n');
        }
    }
    if (m_next < m_count)
        return;
    if (m_last == LastLine::isOpen)
        m_text.chop(1);
    if (m_count > 0)
        QGuiApplication::clipboard()->setText(m_text);
    cancel();
}

} // namespace kiln
