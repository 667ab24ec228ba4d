// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A Kraftfile changed line by line: see yaml_text.h for what stays as it was.
#pragma once

#include "workbench/kraftfile.h"
#include "workbench/yaml_text.h"

namespace kiln {

/// Each function changes the text, or says why it can't be and changes nothing. Nothing is written
/// before save(). Any one thread.
class KraftfileEditor
{
public:
    [[nodiscard]] static Result<KraftfileEditor> open(const QString &path);

    /// Gives an option of `unikraft:` `kconfig:` a value, whether that is a list or settings; adds
    /// what is missing for it. `option` with or without CONFIG_.
    [[nodiscard]] Result<void> setOption(const QString &option, const QString &value);
    [[nodiscard]] Result<void> removeOption(const QString &option);
    /// Adds a target; one of that name or, without a name, of that platform and architecture must
    /// not be there.
    [[nodiscard]] Result<void> addTarget(const KraftTarget &target);
    /// Makes the target of this name or platform/architecture another; what else its entry says
    /// stays. An entry that is a single word and gets a name goes to the end of the list.
    [[nodiscard]] Result<void> changeTarget(const QString &name, const KraftTarget &target);
    /// Removes the target of this name or platform/architecture.
    [[nodiscard]] Result<void> removeTarget(const QString &name);
    /// Adds or changes a library's source and version; what is empty in both stays out.
    [[nodiscard]] Result<void> setLibrary(const KraftComponent &library);
    [[nodiscard]] Result<void> removeLibrary(const QString &name);

    /// All else: see YamlText.
    [[nodiscard]] YamlText &text() { return m_text; }
    [[nodiscard]] const YamlText &text() const { return m_text; }
    [[nodiscard]] Result<void> save() const { return m_text.save(); }

private:
    explicit KraftfileEditor(YamlText text);

    [[nodiscard]] std::optional<YamlPath> pathOfOption(const QString &option) const;
    [[nodiscard]] Result<void> addToTargets(const KraftTarget &target);
    [[nodiscard]] Result<void> writeTarget(const YamlPath &path, const KraftTarget &former,
                                           const KraftTarget &target);

    YamlText m_text;
};

} // namespace kiln
