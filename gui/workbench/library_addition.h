// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library added to an application: fetched, and named in the Kraftfile.
#pragma once

#include "workbench/git_clone.h"
#include "workbench/kraftfile.h"
#include "workbench/project.h"

namespace kiln {

/// What `word` means for an application: an address or folder; a library of its Kraftfile; one of
/// the catalogue, in the version that goes with the application's kernel tree. The source is empty
/// when none of these is known. The name of an address is that of its repository without `lib-`.
[[nodiscard]] KraftComponent findLibrary(const Project &project, const QString &word);

struct AddedLibrary
{
    QString directory;      ///< in which it is now
    QString kraftfile;      ///< that names it
    CheckedOut version;     ///< of a clone
    bool isLibrary = false; ///< whether it has a Makefile.uk
};

/// Clones the library to .unikraft/libs/NAME in the application, where it is trusted as that is; a
/// folder that is no repository is used where it is. Names it in the Kraftfile, which is made when
/// there is none. What fails or is cancelled leaves nothing behind. Blocks: for a worker thread.
[[nodiscard]] Result<AddedLibrary> addLibrary(const QString &application,
                                              const KraftComponent &library,
                                              const std::shared_ptr<JobWatch> &watch,
                                              const std::shared_ptr<GitPrompt> &prompt = {});

} // namespace kiln
