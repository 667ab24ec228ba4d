// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "code_model.h"

#include "qtc_compat.h"

namespace kiln::creator {

using namespace ProjectExplorer;

RawProjectParts projectParts(const QVector<CompileCommand> &commands,
                             const Utils::FilePath &projectFile, const KitInfo &kit)
{
    RawProjectParts parts;
    for (const CompileGroup &group : groupedAlike(commands)) {
        RawProjectPart part;
        part.setDisplayName(group.name);
        part.setProjectFileLocation(AnyPath(projectFile));
        part.setBuildSystemTarget(group.name);
        part.setFiles(group.files);
        HeaderPaths paths;
        for (const QString &path : group.includePaths)
            paths.append(HeaderPath::makeUser(path));
        for (const QString &path : group.systemIncludePaths)
            paths.append(HeaderPath::makeSystem(path));
        part.setHeaderPaths(paths);
        Macros macros;
        for (const QString &define : group.defines)
            macros.append(Macro::fromKeyValue(define));
        for (const QString &name : group.undefines)
            macros.append(Macro(name.toUtf8(), MacroType::Undefine));
        part.setMacros(macros);
        part.setIncludedFiles(group.includedFiles);
        part.setFlagsForC(
            RawProjectPartFlags(cCompiler(kit), group.flags, AnyPath(group.directory)));
        part.setFlagsForCxx(
            RawProjectPartFlags(cxxCompiler(kit), group.flags, AnyPath(group.directory)));
        parts.append(part);
    }
    return parts;
}

} // namespace kiln::creator
