// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/port_files.h"

#include "workbench/shell_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace kiln {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PortPlan)
};

/// A word for a variable of make whose value a shell reads.
QString makeWord(const QString &word)
{
    return shellQuotedWord(word)
        .replace(u'$', QStringLiteral("$$"))
        .replace(u'#', QStringLiteral("\\#"));
}

/// What all of these have, in the order of the first.
QStringList common(const QVector<const QStringList *> &lists)
{
    QStringList found;
    if (lists.isEmpty())
        return found;
    for (const QString &word : *lists.first()) {
        if (std::all_of(lists.begin(), lists.end(),
                        [&](const QStringList *each) { return each->contains(word); }))
            found.append(word);
    }
    return found;
}

class PortWriter
{
public:
    PortWriter(const PortRequest &request, bool usesConfigHeader, PortPlan &plan)
        : m_request(request)
        , m_plan(plan)
        , m_usesConfigHeader(usesConfigHeader)
        , m_id(identifierOf(request.name))
        , m_upper(m_id.toUpper())
        , m_source(QDir::cleanPath(request.sourceFolder))
    {
        m_sourceReference = QStringLiteral("$(LIB%1_SOURCE)").arg(m_upper);
    }

    void write()
    {
        copyConfigHeader();
        for (const PortSource &source : m_plan.sources)
            m_hasMain = m_hasMain || source.hasMain;
        add(QStringLiteral("Config.uk"), config());
        add(QStringLiteral("Makefile.uk"), makefile());
        if (m_hasMain)
            add(QStringLiteral("glue.c"), glue());
        std::sort(m_plan.files.begin(), m_plan.files.end(),
                  [](const NewFile &a, const NewFile &b) { return a.path < b.path; });
    }

private:
    void add(const QString &path, const QString &text)
    {
        m_plan.files.append({path, text.toUtf8()});
    }

    void note(const QString &text) { m_plan.notes.append(text); }

    void copyConfigHeader()
    {
        if (!m_usesConfigHeader)
            return;
        QStringList folders{m_source};
        for (const PortSource &source : m_plan.sources)
            folders += source.flags.includes;
        for (const QString &folder : folders) {
            QFile file(folder + QStringLiteral("/config.h"));
            if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
                continue;
            m_plan.files.append({QStringLiteral("include/config.h"), file.readAll()});
            m_hasConfigHeader = true;
            return note(Text::tr("%1 was made by the configuration of this computer: it is copied "
                                 "to include/config.h. Look through it: the guest has less.")
                            .arg(file.fileName()));
        }
        note(Text::tr("The sources use config.h, and there is none yet. Run ./configure, then make "
                      "the port again."));
    }

    QString config() const
    {
        QString text = QStringLiteral("menuconfig LIB%1\n"
                                      "\tbool \"%2\"\n"
                                      "\tselect LIBNOLIBC if !HAVE_LIBC\n"
                                      "\thelp\n"
                                      "\t  A port of %2, made from its own build.\n")
                           .arg(m_upper, m_request.name);
        if (m_hasMain)
            text += QStringLiteral("\nconfig LIB%1_MAIN_FUNCTION\n"
                                   "\tbool \"Provide main function\"\n"
                                   "\tdepends on LIB%1\n"
                                   "\thelp\n"
                                   "\t  The image starts as %2. Without it, the application\n"
                                   "\t  calls %3_main() itself.\n")
                        .arg(m_upper, m_request.name, m_id);
        return text;
    }

    QString glue() const
    {
        return QStringLiteral("/* main() of %1 is called %2_main(), so that an application can "
                              "have its own. */\n\n"
                              "#include <uk/config.h>\n\n"
                              "int %2_main(int argc, char *argv[]);\n\n"
                              "#if CONFIG_LIB%3_MAIN_FUNCTION\n"
                              "int main(int argc, char *argv[])\n"
                              "{\n"
                              "\treturn %2_main(argc, argv);\n"
                              "}\n"
                              "#endif\n")
            .arg(m_request.name, m_id, m_upper);
    }

    /// A path of the sources as make has it; empty: it is none of them.
    QString reference(const QString &path) const
    {
        if (path == m_source)
            return m_sourceReference;
        return path.startsWith(m_source + u'/') ? m_sourceReference + path.mid(m_source.size())
                                                : QString();
    }

    QStringList includeFlags(const QStringList &folders)
    {
        QStringList flags;
        for (const QString &folder : folders) {
            const QString path = reference(folder);
            if (!path.isEmpty())
                flags.append(QStringLiteral("-I") + path);
            else if (!m_foreign.contains(folder))
                m_foreign.append(folder);
        }
        return flags;
    }

    QStringList words(const PortFlags &flags) const
    {
        QStringList all;
        for (const QString &define : flags.defines)
            all.append(makeWord(define));
        for (const QString &flag : flags.flags) {
            const qsizetype blank = flag.indexOf(u' ');
            const QString path = blank < 0 ? QString() : flag.mid(blank + 1);
            all.append(blank < 0
                           ? makeWord(flag)
                           : flag.left(blank + 1) +
                                 (reference(path).isEmpty() ? makeWord(path) : reference(path)));
        }
        return all;
    }

    static QString assignment(const QString &variable, const QStringList &values)
    {
        return values.isEmpty() ? QString()
                                : variable + QStringLiteral(" += ") + values.join(u' ') + u'\n';
    }

    /// What sources of one language have in common goes to the library.
    QString libraryFlags(bool isCxx)
    {
        QVector<const QStringList *> includes;
        QVector<const QStringList *> defines;
        QVector<const QStringList *> flags;
        for (const PortSource &source : m_plan.sources) {
            if (source.isCxx != isCxx)
                continue;
            includes.append(&source.flags.includes);
            defines.append(&source.flags.defines);
            flags.append(&source.flags.flags);
        }
        PortFlags &shared = isCxx ? m_sharedCxx : m_sharedC;
        shared.includes = common(includes);
        shared.defines = common(defines);
        shared.flags = common(flags);
        if (includes.isEmpty())
            return {};
        const QString prefix =
            QStringLiteral("LIB%1_%2")
                .arg(m_upper, isCxx ? QStringLiteral("CXX") : QStringLiteral("C"));
        return assignment(prefix + QStringLiteral("INCLUDES-y"), includeFlags(shared.includes)) +
               assignment(prefix + QStringLiteral("FLAGS-y"), words(shared));
    }

    static QStringList without(QStringList all, const QStringList &removed)
    {
        all.erase(std::remove_if(all.begin(), all.end(),
                                 [&](const QString &each) { return removed.contains(each); }),
                  all.end());
        return all;
    }

    QString sourceLines(const PortSource &source)
    {
        QString path = reference(source.path);
        if (path.isEmpty()) {
            path = source.path;
            note(Text::tr("%1 is outside of the source folder.").arg(path));
        }
        QString text =
            QStringLiteral("LIB%1_SRCS-y += %2%3\n")
                .arg(m_upper, path, source.variant.isEmpty() ? QString() : u'|' + source.variant);
        QString name = QFileInfo(source.path).completeBaseName().toUpper();
        if (!source.variant.isEmpty())
            name += u'_' + source.variant.toUpper();
        const QString prefix = QStringLiteral("LIB%1_%2_").arg(m_upper, name);
        const PortFlags &shared = source.isCxx ? m_sharedCxx : m_sharedC;
        PortFlags own;
        own.defines = without(source.flags.defines, shared.defines);
        own.flags = without(source.flags.flags, shared.flags);
        QStringList flags = words(own);
        if (source.hasMain)
            flags.append(QStringLiteral("-Dmain=%1_main").arg(m_id));
        return text +
               assignment(prefix + QStringLiteral("INCLUDES-y"),
                          includeFlags(without(source.flags.includes, shared.includes))) +
               assignment(prefix + QStringLiteral("FLAGS-y"), flags);
    }

    /// A library is called through headers beside its sources or where these look for some.
    QString publicHeaders()
    {
        QStringList folders;
        const auto take = [&folders](const QString &folder) {
            if (!folders.contains(folder) &&
                !QDir(folder).entryList({QStringLiteral("*.h")}, QDir::Files).isEmpty())
                folders.append(folder);
        };
        take(m_source);
        for (const PortSource &source : m_plan.sources) {
            for (const QString &folder : source.flags.includes) {
                if (!reference(folder).isEmpty())
                    take(folder);
            }
        }
        const QStringList flags = includeFlags(folders);
        if (flags.isEmpty())
            return {};
        note(Text::tr("Applications and other libraries find its headers: all of %1.")
                 .arg(folders.join(QStringLiteral(", "))));
        const QString line = QStringLiteral("%1INCLUDES-$(CONFIG_LIB%2)");
        return QStringLiteral("# Headers for those who call it.\n") +
               assignment(line.arg(QStringLiteral("C"), m_upper), flags) +
               assignment(line.arg(QStringLiteral("CXX"), m_upper), flags) + u'\n';
    }

    QString makefile()
    {
        const QString relative =
            QDir(QDir::cleanPath(m_request.portFolder)).relativeFilePath(m_source);
        const QString base = QStringLiteral("$(LIB%1_BASE)").arg(m_upper);
        QString text =
            QStringLiteral("$(eval $(call addlib_s,lib%1,$(CONFIG_LIB%2)))\n\n"
                           "# Where the sources are.\n"
                           "LIB%2_SOURCE = %3\n\n")
                .arg(m_id, m_upper,
                     relative == QLatin1String(".") || relative.isEmpty() ? base
                                                                          : base + u'/' + relative);
        if (m_hasConfigHeader)
            text += QStringLiteral("# config.h of this port comes before all others.\n"
                                   "LIB%1_CINCLUDES-y += -I%2/include\n"
                                   "LIB%1_CXXINCLUDES-y += -I%2/include\n")
                        .arg(m_upper, base);
        const QString flags = libraryFlags(false) + libraryFlags(true);
        if (!flags.isEmpty())
            text += QStringLiteral("# As the library's own build has it, without what the kernel "
                                   "tree decides.\n") +
                    flags;
        if (!m_plan.isProgram)
            text += publicHeaders();
        // Warnings in code that others wrote help nobody here.
        text += QStringLiteral("LIB%1_SUPPRESS_FLAGS = -w\n"
                               "LIB%1_CFLAGS-y += $(LIB%1_SUPPRESS_FLAGS)\n"
                               "LIB%1_CXXFLAGS-y += $(LIB%1_SUPPRESS_FLAGS)\n\n")
                    .arg(m_upper);
        for (const PortSource &source : m_plan.sources)
            text += sourceLines(source);
        if (m_hasMain) {
            text += QStringLiteral("\nLIB%1_SRCS-y += %2/glue.c\n").arg(m_upper, base);
            note(Text::tr("main() becomes %1_main(); the option “Provide main function” makes the "
                          "image start with it.")
                     .arg(m_id));
        }
        for (const PortSource &source : m_plan.sources) {
            if (!source.variant.isEmpty())
                note(Text::tr("%1 would have the object of another source; it is the variant “%2”.")
                         .arg(source.path, source.variant));
        }
        for (const QString &folder : m_foreign)
            note(Text::tr("Left out: -I%1, which belongs to this computer.").arg(folder));
        return text;
    }

    const PortRequest &m_request;
    PortPlan &m_plan;
    bool m_usesConfigHeader;
    bool m_hasConfigHeader = false;
    bool m_hasMain = false;
    QString m_id;
    QString m_upper;
    QString m_source;
    QString m_sourceReference;
    PortFlags m_sharedC;
    PortFlags m_sharedCxx;
    QStringList m_foreign; ///< folders of headers outside of the sources
};

} // namespace

void writePortFiles(const PortRequest &request, bool usesConfigHeader, PortPlan &plan)
{
    PortWriter(request, usesConfigHeader, plan).write();
}

} // namespace kiln
