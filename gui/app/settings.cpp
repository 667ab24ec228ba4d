// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings.h"

#include <QSettings>

namespace kiln {

Settings::Settings()
{
    m_writer.setMaxThreadCount(1); // in the order in which values were set
    const QSettings stored;
    const QStringList keys = stored.allKeys();
    for (const QString &key : keys)
        m_values.insert(key, stored.value(key));
}

Settings::~Settings()
{
    flush();
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
    m_writer.start([key, value] {
        QSettings stored;
        stored.setValue(key, value);
        stored.sync();
    });
}

void Settings::flush()
{
    m_writer.waitForDone();
}

} // namespace kiln
