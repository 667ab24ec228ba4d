// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine's remarks in a form that views can show and open in an editor.
#pragma once

#include <kconfig/diagnostic.h>

#include <QMetaType>
#include <QString>
#include <QVector>

namespace kiln {

/// A remark about the option tree or the .config that was read, ready to be shown and clicked.
struct ConfigDiagnostic
{
    kconfig::Severity severity = kconfig::Severity::error;
    QString file; ///< path as an editor can open it; empty when there is no place
    int line = 0; ///< from 1; 0: the whole file
    int column = 0;
    QString message; ///< what is wrong, in the language of the program, as all that follows
    QString hint;    ///< what to do
    QString text;    ///< the whole of it as a compiler prints it, several lines
};

/// Relative paths are completed with `directory`.
[[nodiscard]] QVector<ConfigDiagnostic>
configDiagnostics(const std::vector<kconfig::Diagnostic> &diagnostics,
                  const kconfig::SourceMap &sources, const QString &directory);

} // namespace kiln

Q_DECLARE_METATYPE(kiln::ConfigDiagnostic)
