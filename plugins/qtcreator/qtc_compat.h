// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where versions of Qt Creator differ: what the plugin needs of them, under one name. Nothing else
// of the plugin asks for the version. KILN_QTC_VERSION is the one that is compiled for:
// 10000 * major + 100 * minor + patch.
#pragma once

#include "workbench/problem.h"

#include <extensionsystem/iplugin.h>
#include <projectexplorer/buildconfiguration.h>
#include <projectexplorer/buildsystem.h>
#include <projectexplorer/jsonwizard/jsonwizardfactory.h>
#include <projectexplorer/project.h>
#include <projectexplorer/projectmanager.h>
#include <projectexplorer/rawprojectpart.h>
#include <projectexplorer/target.h>
#include <projectexplorer/taskhub.h>
#include <projectexplorer/toolchain.h>
#include <projectexplorer/toolchainmanager.h>
#include <utils/filepath.h>
#include <utils/id.h>

// The toolchain of a kit has moved from header to header.
#if __has_include(<projectexplorer/toolchainkitaspect.h>)
#include <projectexplorer/toolchainkitaspect.h>
#elif __has_include(<projectexplorer/kitaspects.h>)
#include <projectexplorer/kitaspects.h>
#else
#include <projectexplorer/kitinformation.h>
#endif
// So have a kit's debugger and what tells the code model.
#if __has_include(<debugger/debuggerkitaspect.h>)
#include <debugger/debuggerkitaspect.h>
#else
#include <debugger/debuggerkitinformation.h>
#endif
#if __has_include(<projectexplorer/projectupdater.h>)
#include <projectexplorer/projectupdater.h>
#else
#include <cppeditor/cppprojectupdater.h>
#endif
#if KILN_QTC_VERSION < 100000
#include <projectexplorer/session.h>
#endif
#if KILN_QTC_VERSION >= 120000
#include <utils/store.h>
#endif
#if KILN_QTC_VERSION >= 150000
#include <utils/result.h>
#endif

#include <functional>
#include <memory>
#include <utility>

namespace kiln::creator {

// What is open.

#if KILN_QTC_VERSION >= 100000
/// Knows which projects are open and which one is the current one.
using Session = ProjectExplorer::ProjectManager;
#else
using Session = ProjectExplorer::SessionManager;
#endif

/// Makes it the configuration that its kit builds; other projects keep theirs. GUI thread.
template <typename Projects = Session>
void activate(ProjectExplorer::BuildConfiguration *configuration)
{
    const auto choose = [configuration](auto *target) {
        constexpr auto only = ProjectExplorer::SetActive::NoCascade;
        if constexpr (requires { target->setActiveBuildConfiguration(configuration, only); })
            target->setActiveBuildConfiguration(configuration, only);
        else
            Projects::setActiveBuildConfiguration(target, configuration, only);
    };
    choose(configuration->target());
}

/// Makes it the kit that its project is built with; other projects keep theirs. GUI thread.
template <typename Projects = Session>
void activate(ProjectExplorer::Target *target)
{
    const auto choose = [target](auto *project) {
        constexpr auto only = ProjectExplorer::SetActive::NoCascade;
        if constexpr (requires { project->setActiveTarget(target, only); })
            project->setActiveTarget(target, only);
        else
            Projects::setActiveTarget(project, target, only);
    };
    choose(target->project());
}

/// Has the factory asked for what it makes. It lives as long as Qt Creator. GUI thread.
template <typename Factory, typename Wizards = ProjectExplorer::JsonWizardFactory>
void registerFactory(Factory *factory)
{
    if constexpr (requires { Wizards::registerGeneratorFactory(factory); })
        Wizards::registerGeneratorFactory(factory);
    else if constexpr (requires { Factory::registerFactory(factory); })
        Factory::registerFactory(factory);
    else
        Q_UNUSED(factory) // It has registered itself.
}

/// What issues are told to, and who tells of them.
[[nodiscard]] inline ProjectExplorer::TaskHub &issues()
{
#if KILN_QTC_VERSION >= 130000
    return ProjectExplorer::taskHub();
#else
    return *ProjectExplorer::TaskHub::instance();
#endif
}

// Compilers. They lost the capital letter in their middle.

#if KILN_QTC_VERSION >= 130000
using Toolchain = ProjectExplorer::Toolchain;
#else
using Toolchain = ProjectExplorer::ToolChain;
#endif

/// The first compiler that Qt Creator knows and `fits` takes; null: there is none. GUI thread.
[[nodiscard]] inline Toolchain *findCompiler(const std::function<bool(const Toolchain *)> &fits)
{
#if KILN_QTC_VERSION >= 130000
    return ProjectExplorer::ToolchainManager::toolchain(fits);
#else
    return ProjectExplorer::ToolChainManager::toolChain(fits);
#endif
}

/// The kit's compiler for C; null: it has none. GUI thread.
[[nodiscard]] inline const Toolchain *cCompilerOf(const ProjectExplorer::Kit *kit)
{
#if KILN_QTC_VERSION >= 130000
    return ProjectExplorer::ToolchainKitAspect::cToolchain(kit);
#else
    return ProjectExplorer::ToolChainKitAspect::cToolChain(kit);
#endif
}

/// Gives the kit this compiler for the language that it is for. GUI thread.
inline void setCompiler(ProjectExplorer::Kit *kit, Toolchain *compiler)
{
#if KILN_QTC_VERSION >= 130000
    ProjectExplorer::ToolchainKitAspect::setToolchain(kit, compiler);
#else
    ProjectExplorer::ToolChainKitAspect::setToolChain(kit, compiler);
#endif
}

/// The place of the compiler for C, to read or to change.
template <typename Info>
[[nodiscard]] auto &cCompiler(Info &kit)
{
#if KILN_QTC_VERSION >= 130000
    return kit.cToolchain;
#else
    return kit.cToolChain;
#endif
}

/// The place of the compiler for C++, to read or to change.
template <typename Info>
[[nodiscard]] auto &cxxCompiler(Info &kit)
{
#if KILN_QTC_VERSION >= 130000
    return kit.cxxToolchain;
#else
    return kit.cxxToolChain;
#endif
}

/// What a part's compiler defines by itself (of CppEditor::ProjectPart).
template <typename Part>
[[nodiscard]] const ProjectExplorer::Macros &compilerMacros(const Part &part)
{
#if KILN_QTC_VERSION >= 130000
    return part.toolchainMacros;
#else
    return part.toolChainMacros;
#endif
}

/// A path for what takes it as a text in some versions and as a FilePath in others.
class AnyPath
{
public:
    explicit AnyPath(Utils::FilePath path)
        : m_path(std::move(path))
    {}
    explicit AnyPath(const QString &path)
        : m_path(Utils::FilePath::fromString(path))
    {}

    operator const Utils::FilePath &() const { return m_path; }
    operator QString() const { return m_path.path(); }

private:
    Utils::FilePath m_path;
};

#if __has_include(<projectexplorer/projectupdater.h>)
/// Gives the code model what was found out of a project.
using CodeModelUpdater = ProjectExplorer::ProjectUpdater;
#else
using CodeModelUpdater = CppEditor::CppProjectUpdater;
#endif

/// GUI thread.
[[nodiscard]] inline std::unique_ptr<CodeModelUpdater> makeCodeModelUpdater()
{
#if __has_include(<projectexplorer/projectupdater.h>)
    return std::unique_ptr<CodeModelUpdater>(
        ProjectExplorer::ProjectUpdaterFactory::createCppProjectUpdater());
#else
    return std::make_unique<CodeModelUpdater>();
#endif
}

// What has gone wrong.

#if KILN_QTC_VERSION >= 160082
/// Whether something could be done, and why not.
using Outcome = Utils::Result<>;
#elif KILN_QTC_VERSION >= 150000
using Outcome = Utils::Result;
#endif

#if KILN_QTC_VERSION >= 150000
/// The same as Qt Creator has it. `why` is empty: it could be done.
[[nodiscard]] inline Outcome outcome(const QString &why)
{
#if KILN_QTC_VERSION >= 160082
    if (!why.isEmpty())
        return Utils::ResultError(why);
    return Utils::ResultOk;
#else
    return Outcome(why.isEmpty(), why);
#endif
}

[[nodiscard]] inline Outcome outcome(const Result<void> &result)
{
    return outcome(result ? QString() : result.error().text());
}
#endif

// The plugin itself.

/// A plugin that can always begin. GUI thread.
class PluginBase : public ExtensionSystem::IPlugin
{
public:
#if KILN_QTC_VERSION >= 160082
    Outcome initialize(const QStringList &) final
    {
        begin();
        return outcome(QString());
    }
#else
    bool initialize(const QStringList &, QString *) final
    {
        begin();
        return true;
    }
#endif

protected:
    /// What it depends on is there.
    virtual void begin() = 0;
};

// What is kept in a project's .user file.

#if KILN_QTC_VERSION >= 120000
using SettingsKey = Utils::Key;
#else
using SettingsKey = QString;
#endif

/// The name of a setting, as Qt Creator takes it.
[[nodiscard]] inline SettingsKey keyOfSetting(const char *name)
{
#if KILN_QTC_VERSION >= 120000
    return Utils::Key(QByteArray(name));
#else
    return QString::fromLatin1(name);
#endif
}

/// A project that is told when its settings have been read. GUI thread.
class ProjectBase : public ProjectExplorer::Project
{
protected:
    using ProjectExplorer::Project::Project;

    virtual void restored() = 0;

    /// Each owner in the project gets a `System` of its own.
    template <typename System>
    void setSystem()
    {
        const auto choose = [](auto *project) {
            if constexpr (requires {
                              project->template setBuildSystemCreator<System>(System::systemName());
                          })
                project->template setBuildSystemCreator<System>(System::systemName());
            else if constexpr (requires { project->template setBuildSystemCreator<System>(); })
                project->template setBuildSystemCreator<System>();
            else
                project->setBuildSystemCreator(
                    [](ProjectExplorer::Target *target) { return new System(target); });
        };
        choose(this);
    }

#if KILN_QTC_VERSION >= 120000
    RestoreResult fromMap(const Utils::Store &map, QString *error) final
#else
    RestoreResult fromMap(const QVariantMap &map, QString *error) final
#endif
    {
        const RestoreResult result = ProjectExplorer::Project::fromMap(map, error);
        if (result == RestoreResult::Ok)
            restored();
        return result;
    }
};

#if KILN_QTC_VERSION >= 160082
/// What has a build system of its own, and run configurations.
using Owner = ProjectExplorer::BuildConfiguration;
#else
using Owner = ProjectExplorer::Target;
#endif

/// Finds out what a project consists of. Where each build configuration has one, it rests while
/// another is the active one. GUI thread.
class BuildSystemBase : public ProjectExplorer::BuildSystem
{
protected:
    /// `name` is what the project gives setSystem(), too.
    BuildSystemBase(Owner *owner, const QString &name)
        : BuildSystem(owner)
        , m_name(name)
    {}

    /// What it reads for; null: nothing now.
    [[nodiscard]] ProjectExplorer::BuildConfiguration *configuration() const
    {
        ProjectExplorer::BuildConfiguration *active = target()->activeBuildConfiguration();
#if KILN_QTC_VERSION >= 160082
        return active == buildConfiguration() ? active : nullptr;
#else
        return active;
#endif
    }

private:
#if KILN_QTC_VERSION < 160082
    [[nodiscard]] QString name() const final
    {
        return m_name;
    }
#endif

    QString m_name;
};

/// A build configuration with one text of its own among what is kept of it. GUI thread.
class BuildConfigurationBase : public ProjectExplorer::BuildConfiguration
{
public:
#if KILN_QTC_VERSION >= 120000
    void fromMap(const Utils::Store &map) final
    {
        m_text = map.value(keyOfSetting(m_key)).toString();
        ProjectExplorer::BuildConfiguration::fromMap(map);
    }
    void toMap(Utils::Store &map) const final
    {
        ProjectExplorer::BuildConfiguration::toMap(map);
        map.insert(keyOfSetting(m_key), m_text);
    }
#else
    bool fromMap(const QVariantMap &map) final
    {
        m_text = map.value(keyOfSetting(m_key)).toString();
        return ProjectExplorer::BuildConfiguration::fromMap(map);
    }
    [[nodiscard]] QVariantMap toMap() const final
    {
        QVariantMap map = ProjectExplorer::BuildConfiguration::toMap();
        map.insert(keyOfSetting(m_key), m_text);
        return map;
    }
#endif

protected:
    /// The text is kept under `key`, which lives as long as this.
    BuildConfigurationBase(ProjectExplorer::Target *target, Utils::Id id, const char *key)
        : ProjectExplorer::BuildConfiguration(target, id)
        , m_key(key)
    {}

    [[nodiscard]] const QString &keptText() const
    {
        return m_text;
    }
    void keepText(const QString &text)
    {
        m_text = text;
    }

private:
    const char *m_key;
    QString m_text;
};

} // namespace kiln::creator

// Its other parts.
#include "qtc_compat_views.h"
#include "qtc_compat_wizards.h"
#include "qtc_compat_work.h"
