// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "places.h"

#include "../../../kconfig/property/random_tree.h"
#include "../../workbench/fixture.h"

#include <QDirIterator>

namespace kiln::test {

namespace {

/// Entries of the generated tree; each has a few lines.
constexpr int entries = 150;

/// What the dice do not make: menus in menus, wide ranges, texts that need care.
const char byHand[] = R"(
menu "Outer"
menu "Inner"
	depends on S1 || S2
config FILE_OF_KEYS
	string "File of keys"
	default "/etc/keys \"of\" mine"
config COLOUR
	string "Überschrift, <b>bold</b> & more"
menu "Innermost"
	visible if WIDTH > 2
config FAR_RANGE
	int "Far"
	range -2147483648 2147483647
	default -1
config WIDE_MASK
	hex "Wide"
	range 0x0 0xffffffffffffffff
	default 0xdeadbeef
comment "Nothing else"
endmenu
endmenu
menuconfig OUTER_PART
	bool "Part"
	help
	  Turns a menu on.

	  <script>alert("&amp;")</script>
if OUTER_PART
config OUTER_MORE
	tristate "More"
	select OUTER_HELPER
config OUTER_HELPER
	tristate "Helper"
endif
endmenu
)";

} // namespace

Place::Place(Kind kind, unsigned seed, const QString &linuxSource)
    : m_kind(kind)
{
    m_ok = m_directory.isValid() && makePrograms() && make(seed, linuxSource);
    remember();
    qputenv("PATH", QFile::encodeName(path(QStringLiteral("bin"))) + ':' + m_path);
    qputenv("XDG_CACHE_HOME", QFile::encodeName(path(QStringLiteral("cache"))));
}

Place::~Place()
{
    qputenv("PATH", m_path);
    qunsetenv("XDG_CACHE_HOME");
    qunsetenv("KILN_KERNEL_DIR");
}

bool Place::makePrograms() const
{
    bool ok = true;
    for (const char *name : {"make", "qemu-system-x86_64", "xdg-open"}) {
        const QString program = path(QStringLiteral("bin/")) + QLatin1String(name);
        ok = writeFile(program, "#!/bin/sh\nexit 1\n") &&
             QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner) && ok;
    }
    return ok;
}

bool Place::make(unsigned seed, const QString &linuxSource)
{
    switch (m_kind) {
    case Kind::bundled:
        return makeBundled();
    case Kind::generated:
        return makeGenerated(seed);
    case Kind::linux61:
        return makeLinux(linuxSource);
    }
    return false;
}

void Place::remember()
{
    const QStringList names{QStringLiteral("Config.uk"), QStringLiteral("Kconfig*"),
                            QStringLiteral("Makefile*"), QStringLiteral("Kraftfile"),
                            QStringLiteral("kraft.yaml")};
    for (const QString &folder : {m_tree, m_folder}) {
        if (folder.isEmpty())
            continue;
        QDirIterator found(folder, names, QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const QString file = found.next();
            m_whole.insert(file, contents(file));
        }
    }
}

bool Place::makeBundled()
{
    m_tree = path(QStringLiteral("kernel"));
    m_folder = m_tree + QStringLiteral("/apps/helloworld");
    if (!copyFolder(QStringLiteral(KILN_TEST_KERNEL), m_tree))
        return false;
    QDir(m_folder + QStringLiteral("/build")).removeRecursively();
    QFile::remove(m_folder + QStringLiteral("/.config"));
    // Examples are opened from the copy, too.
    qputenv("KILN_KERNEL_DIR", QFile::encodeName(m_tree));
    m_spoiled = m_tree + QStringLiteral("/lib/ukdebug/Config.uk");
    return QFile::exists(m_spoiled);
}

bool Place::makeGenerated(unsigned seed)
{
    m_tree = path(QStringLiteral("tree"));
    m_folder = path(QStringLiteral("app"));
    m_spoiled = m_folder + QStringLiteral("/Config.uk");
    // The window is compared with what is made of its file.
    std::string text = kconfig::test::RandomTree(seed, kconfig::Dialect::unikraft, entries,
                                                 kconfig::test::ChoiceForms::retold)
                           .text();
    text.erase(0, text.find('\n') + 1); // the main menu has a title already
    qputenv("KILN_KERNEL_DIR", QFile::encodeName(m_tree));
    return copyFolder(dataPath(QStringLiteral("tree")), m_tree) &&
           copyFolder(dataPath(QStringLiteral("app")), m_folder) &&
           writeFile(m_spoiled, QByteArray::fromStdString(text) + byHand);
}

bool Place::makeLinux(const QString &source)
{
    m_folder = path(QStringLiteral("linux"));
    m_spoiled = m_folder + QStringLiteral("/lib/Kconfig.debug");
    if (!QFile::exists(source + QStringLiteral("/Kconfig")) ||
        !copyFolder(source + QStringLiteral("/scripts"), m_folder + QStringLiteral("/scripts")) ||
        !copyFolder(source + QStringLiteral("/arch/x86/configs"),
                    m_folder + QStringLiteral("/arch/x86/configs")) ||
        !QFile::copy(source + QStringLiteral("/Makefile"), m_folder + QStringLiteral("/Makefile")))
        return false;
    QDirIterator found(source, {QStringLiteral("Kconfig*")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString file = found.next();
        const QString copy = m_folder + file.mid(source.size());
        if (!QFile::exists(copy) &&
            (!QDir().mkpath(QFileInfo(copy).absolutePath()) || !QFile::copy(file, copy)))
            return false;
    }
    return QFile::setPermissions(m_spoiled, QFile::ReadOwner | QFile::WriteOwner);
}

bool Place::spoil(const QByteArray &text)
{
    return writeFile(m_spoiled, m_whole.value(m_spoiled) + '\n' + text);
}

bool Place::mend()
{
    bool wasOther = false;
    for (auto each = m_whole.cbegin(); each != m_whole.cend(); ++each) {
        if (contents(each.key()) != each.value())
            wasOther = writeFile(each.key(), each.value()) || wasOther;
    }
    return wasOther;
}

} // namespace kiln::test
