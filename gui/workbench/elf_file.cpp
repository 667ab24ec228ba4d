// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/elf_file.h"

#include <QFile>

#include <cxxabi.h>
#include <gelf.h>
#include <libelf.h>

#include <cstdlib>
#include <memory>

namespace kiln {

namespace {

// More than any image has; a file that claims more is not worth the memory.
constexpr std::size_t mostSections = 1'000'000;
constexpr std::size_t mostSymbols = 10'000'000;

struct ElfCloser
{
    void operator()(Elf *elf) const { elf_end(elf); }
};
using ElfHandle = std::unique_ptr<Elf, ElfCloser>;

Problem unreadable(const QString &path, const QString &why)
{
    return {QStringLiteral("This is no ELF file that can be read: ") + why, path,
            QStringLiteral("Name an image or object file that a build has made.")};
}

QString libraryMessage()
{
    const char *message = elf_errmsg(elf_errno());
    return message ? QString::fromUtf8(message) : QStringLiteral("it makes no sense");
}

bool isDebugName(const QString &name)
{
    return name.startsWith(QLatin1String(".debug")) || name.startsWith(QLatin1String(".zdebug")) ||
           name == QLatin1String(".symtab") || name == QLatin1String(".strtab") ||
           name == QLatin1String(".symtab_shndx");
}

ElfSection toSection(const GElf_Shdr &header, const char *name)
{
    ElfSection section;
    section.name = name ? QString::fromUtf8(name) : QString();
    section.address = header.sh_addr;
    section.offset = header.sh_offset;
    section.size = header.sh_size;
    section.isAllocated = (header.sh_flags & SHF_ALLOC) != 0;
    section.isThreadLocal = (header.sh_flags & SHF_TLS) != 0;
    section.isEmptyInFile = header.sh_type == SHT_NOBITS;
    section.isDebug = !section.isAllocated && isDebugName(section.name);
    return section;
}

void readSymbols(Elf *elf, Elf_Scn *scn, const GElf_Shdr &header, ElfFile &file)
{
    Elf_Data *data = elf_getdata(scn, nullptr);
    if (!data || header.sh_entsize == 0)
        return;
    const std::size_t count = std::min<std::size_t>(data->d_size / header.sh_entsize, mostSymbols);
    file.symbols.reserve(qsizetype(count));
    for (std::size_t i = 1; i < count; ++i) {
        GElf_Sym entry;
        if (!gelf_getsym(data, int(i), &entry))
            return;
        const auto type = GELF_ST_TYPE(entry.st_info);
        if (type == STT_SECTION || type == STT_FILE)
            continue;
        const char *name = elf_strptr(elf, header.sh_link, entry.st_name);
        if (!name || !*name)
            continue;
        ElfSymbol symbol;
        symbol.name = name;
        symbol.value = entry.st_value;
        symbol.size = entry.st_size;
        symbol.section = entry.st_shndx >= SHN_LORESERVE || entry.st_shndx >= file.sections.size()
                             ? -1
                             : int(entry.st_shndx);
        const auto binding = GELF_ST_BIND(entry.st_info);
        symbol.isLocal = binding == STB_LOCAL;
        symbol.isWeak = binding == STB_WEAK;
        symbol.isFunction = type == STT_FUNC;
        symbol.isObject = type == STT_OBJECT || type == STT_TLS;
        file.symbols.append(symbol);
    }
}

/// Fills in what `elf` says; the reason when it says nothing.
QString fill(Elf *elf, ElfFile &file)
{
    GElf_Ehdr header;
    std::size_t names = 0;
    std::size_t count = 0;
    std::size_t segments = 0;
    if (elf_kind(elf) != ELF_K_ELF || !gelf_getehdr(elf, &header))
        return elf_kind(elf) == ELF_K_ELF ? libraryMessage()
                                          : QStringLiteral("the signature at its start is missing");
    if (elf_getshdrnum(elf, &count) != 0 || elf_getphdrnum(elf, &segments) != 0 ||
        count > mostSections || (count > 0 && elf_getshdrstrndx(elf, &names) != 0))
        return libraryMessage();
    file.isRelocatable = header.e_type == ET_REL;
    file.headerSize = qint64(header.e_ehsize);
    if (segments > 0 && qint64(header.e_phoff) == file.headerSize)
        file.headerSize += qint64(segments) * header.e_phentsize;
    file.sectionTableOffset = qint64(header.e_shoff);
    file.sectionTableSize = qint64(count) * header.e_shentsize;

    Elf_Scn *symbols = nullptr;
    GElf_Shdr symbolHeader{};
    for (std::size_t i = 0; i < count; ++i) {
        Elf_Scn *scn = elf_getscn(elf, i);
        GElf_Shdr sectionHeader;
        if (!scn || !gelf_getshdr(scn, &sectionHeader))
            return libraryMessage();
        file.sections.append(
            toSection(sectionHeader, elf_strptr(elf, names, sectionHeader.sh_name)));
        if (i == 0)
            file.sections.last() = {};
        if (sectionHeader.sh_type == SHT_SYMTAB && !symbols) {
            symbols = scn;
            symbolHeader = sectionHeader;
        }
    }
    if (symbols)
        readSymbols(elf, symbols, symbolHeader, file);
    return {};
}

} // namespace

Result<ElfFile> readElfFile(const QString &path)
{
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected(
            Problem{QStringLiteral("The file can't be read: ") + source.errorString(), path,
                    QStringLiteral("Build the application first.")});
    elf_version(EV_CURRENT);
    // Read, not mapped: a build may cut the file short at any moment.
    const ElfHandle elf(elf_begin(source.handle(), ELF_C_READ, nullptr));
    if (!elf)
        return tl::unexpected(unreadable(path, libraryMessage()));
    ElfFile file;
    file.path = path;
    file.fileSize = source.size();
    if (const QString why = fill(elf.get(), file); !why.isEmpty())
        return tl::unexpected(unreadable(path, why));
    return file;
}

QString demangled(const QByteArray &symbol)
{
    if (!symbol.startsWith("_Z"))
        return QString::fromUtf8(symbol);
    // GCC's clones of functions keep their suffix behind the mangled name.
    const qsizetype dot = symbol.indexOf('.');
    const QByteArray mangled = dot > 0 ? symbol.first(dot) : symbol;
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(mangled.constData(), nullptr, nullptr, &status), &std::free);
    if (status != 0 || !name)
        return QString::fromUtf8(symbol);
    QString text = QString::fromUtf8(name.get());
    text.replace(QLatin1String("(anonymous namespace)::"), QString());
    if (dot > 0)
        text += QStringLiteral(" [") + QString::fromUtf8(symbol.sliced(dot + 1)) + u']';
    return text;
}

} // namespace kiln
