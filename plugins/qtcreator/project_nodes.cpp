// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "project_nodes.h"

#include "text.h"

#include <QFileInfo>

namespace kiln::creator {

using namespace ProjectExplorer;
using Utils::FilePath;

namespace {

class ApplicationNode : public ProjectNode
{
public:
    explicit ApplicationNode(const FilePath &directory)
        : ProjectNode(directory)
    {
        setProductType(ProductType::App);
    }
};

FileType typeOf(const QString &file)
{
    // Asking the MIME data base for thousands of files would take a second.
    const QString suffix = QFileInfo(file).suffix();
    if (suffix == QLatin1String("h") || suffix == QLatin1String("hpp"))
        return FileType::Header;
    if (suffix == QLatin1String("c") || suffix == QLatin1String("cpp") ||
        suffix == QLatin1String("cc") || suffix == QLatin1String("S"))
        return FileType::Source;
    if (suffix == QLatin1String("uk"))
        return FileType::Project;
    return FileType::Unknown;
}

void addFiles(FolderNode &folder, const QStringList &files, const QString &directory)
{
    std::vector<std::unique_ptr<FileNode>> nodes;
    nodes.reserve(size_t(files.size()));
    for (const QString &file : files)
        nodes.push_back(std::make_unique<FileNode>(FilePath::fromString(file), typeOf(file)));
    folder.addNestedNodes(std::move(nodes), FilePath::fromString(directory));
}

} // namespace

std::unique_ptr<ProjectNode> projectNodes(const ProjectFiles &files, const Project &application,
                                          const QString &projectFile)
{
    auto root = std::make_unique<ApplicationNode>(FilePath::fromString(application.directory));
    root->setDisplayName(application.name);
    QStringList own = files.application;
    own.removeOne(projectFile + QStringLiteral(".user")); // what Qt Creator remembers of it
    own.removeOne(projectFile);
    root->addNode(std::make_unique<FileNode>(FilePath::fromString(projectFile), FileType::Project));
    addFiles(*root, own, application.directory);

    if (!files.libraries.isEmpty()) {
        auto libraries =
            std::make_unique<VirtualFolderNode>(FilePath::fromString(application.directory));
        libraries->setDisplayName(Text::tr("External Libraries"));
        libraries->setPriority(Node::DefaultPriority + 2); // below all files
        for (const LibraryFiles &library : files.libraries) {
            auto node = std::make_unique<FolderNode>(FilePath::fromString(library.directory));
            node->setDisplayName(library.name);
            addFiles(*node, library.files, library.directory);
            libraries->addNode(std::move(node));
        }
        root->addNode(std::move(libraries));
    }

    auto kernel =
        std::make_unique<VirtualFolderNode>(FilePath::fromString(application.tree.directory));
    kernel->setDisplayName(
        application.tree.kind == KernelTree::Kind::bundled
            ? Text::tr("Kernel Tree (bundled, %1)").arg(application.tree.version)
            : Text::tr("Kernel Tree (Unikraft %1)").arg(application.tree.version));
    kernel->setPriority(Node::DefaultPriority + 1);
    addFiles(*kernel, files.kernel, application.tree.directory);
    root->addNode(std::move(kernel));
    return root;
}

} // namespace kiln::creator
