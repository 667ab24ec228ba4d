// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program remembers from one start to the next.
#pragma once

#include <QHash>
#include <QString>
#include <QThreadPool>
#include <QVariant>

namespace kiln {

/// The program's QSettings, read once and written on a thread of its own: QSettings waits for the
/// disk when it writes, in the event loop of the thread that changed something. Use it on one
/// thread.
class Settings
{
public:
    Settings();
    /// Waits until everything is written.
    ~Settings();

    /// Invalid when there is none.
    [[nodiscard]] QVariant value(const QString &key) const { return m_values.value(key); }
    void setValue(const QString &key, const QVariant &value);
    /// Waits until everything is written. Before QSettings is used for the same keys.
    void flush();

private:
    QHash<QString, QVariant> m_values;
    QThreadPool m_writer;
};

} // namespace kiln
