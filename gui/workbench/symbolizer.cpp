// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workbench/symbolizer.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <gelf.h>
#include <string_view>
#include <vector>

namespace kiln {

namespace {

struct Range
{
    quint64 begin = 0, end = 0;
};

struct Function
{
    quint64 begin = 0, size = 0;
    const char *name = nullptr; ///< in the image
    bool isGlobal = false;
};

QString demangled(const char *name)
{
    // Plain names can look like mangled types: "i" is no "int".
    if (std::string_view(name).substr(0, 2) != "_Z")
        return QString::fromUtf8(name);
    int status = 0;
    char *plain = abi::__cxa_demangle(name, nullptr, nullptr, &status);
    const QString text = QString::fromUtf8(status == 0 && plain != nullptr ? plain : name);
    std::free(plain);
    return text;
}

/// The name of a function's entry, also where it only refers to the declaration that has it.
QString nameOf(Dwarf_Die *die)
{
    Dwarf_Attribute attribute;
    for (const unsigned int which : {DW_AT_linkage_name, DW_AT_MIPS_linkage_name}) {
        if (dwarf_attr_integrate(die, which, &attribute) != nullptr) {
            if (const char *name = dwarf_formstring(&attribute))
                return demangled(name);
        }
    }
    if (dwarf_attr_integrate(die, DW_AT_name, &attribute) != nullptr) {
        if (const char *name = dwarf_formstring(&attribute))
            return QString::fromUtf8(name);
    }
    return {};
}

/// Compilers write paths relative to the folder they ran in.
QString absolute(const char *file, const char *folder)
{
    const QString path = QString::fromUtf8(file);
    if (path.isEmpty() || folder == nullptr || QDir::isAbsolutePath(path))
        return path;
    return QDir::cleanPath(QString::fromUtf8(folder) + u'/' + path);
}

} // namespace

struct Symbolizer::Data
{
    QByteArray bytes;
    Elf *elf = nullptr;
    Dwarf *dwarf = nullptr;
    quint64 bias = 0;
    bool relocatable = false;
    std::vector<Range> code;
    std::vector<Function> functions; ///< ascending

    Data() = default;
    Data(const Data &) = delete;
    Data &operator=(const Data &) = delete;
    ~Data()
    {
        if (dwarf != nullptr)
            dwarf_end(dwarf);
        if (elf != nullptr)
            elf_end(elf);
    }

    void readSections();
    void readSymbols(Elf_Scn *section, const GElf_Shdr &header);
    [[nodiscard]] bool isCode(quint64 address) const;
    [[nodiscard]] const Function *function(quint64 address) const;
    [[nodiscard]] bool findUnit(quint64 address, Dwarf_Die *unit) const;
    void addLines(quint64 address, QVector<CodePlace> &places) const;
};

void Symbolizer::Data::readSections()
{
    Elf_Scn *section = nullptr;
    while ((section = elf_nextscn(elf, section)) != nullptr) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) == nullptr)
            continue;
        if ((header.sh_flags & SHF_EXECINSTR) != 0 && (header.sh_flags & SHF_ALLOC) != 0)
            code.push_back({header.sh_addr, header.sh_addr + header.sh_size});
        if (header.sh_type == SHT_SYMTAB)
            readSymbols(section, header);
    }
    std::stable_sort(functions.begin(), functions.end(), [](const Function &a, const Function &b) {
        // Of two names for one address, the one that others can see.
        return a.begin != b.begin ? a.begin < b.begin : a.isGlobal && !b.isGlobal;
    });
}

void Symbolizer::Data::readSymbols(Elf_Scn *section, const GElf_Shdr &header)
{
    Elf_Data *data = elf_getdata(section, nullptr);
    if (data == nullptr || header.sh_entsize == 0)
        return;
    const int count = int(std::min<quint64>(data->d_size / header.sh_entsize, 1 << 24));
    for (int index = 0; index < count; ++index) {
        GElf_Sym symbol;
        if (gelf_getsym(data, index, &symbol) == nullptr)
            return;
        const int type = GELF_ST_TYPE(symbol.st_info);
        // Assembly has labels without a type.
        if ((type != STT_FUNC && type != STT_NOTYPE) || symbol.st_shndx == SHN_UNDEF)
            continue;
        const char *name = elf_strptr(elf, header.sh_link, symbol.st_name);
        if (name != nullptr && *name != '\0' && *name != '$')
            functions.push_back(
                {symbol.st_value, symbol.st_size, name, GELF_ST_BIND(symbol.st_info) != STB_LOCAL});
    }
}

bool Symbolizer::Data::isCode(quint64 address) const
{
    return std::any_of(code.begin(), code.end(), [address](const Range &range) {
        return address >= range.begin && address < range.end;
    });
}

const Function *Symbolizer::Data::function(quint64 address) const
{
    auto at =
        std::upper_bound(functions.begin(), functions.end(), address,
                         [](quint64 wanted, const Function &each) { return wanted < each.begin; });
    if (at == functions.begin())
        return nullptr;
    const quint64 begin = std::prev(at)->begin;
    const Function *best = nullptr;
    while (at != functions.begin() && std::prev(at)->begin == begin) {
        --at;
        if (at->size == 0 || address - at->begin < at->size)
            best = &*at;
    }
    return best;
}

bool Symbolizer::Data::findUnit(quint64 address, Dwarf_Die *unit) const
{
    // The table of address ranges is there with GCC, and not with Clang.
    if (dwarf_addrdie(dwarf, address, unit) != nullptr)
        return true;
    Dwarf_CU *current = nullptr;
    Dwarf_Half version = 0;
    std::uint8_t type = 0;
    Dwarf_Die die, sub;
    // A broken image may chain its units in a circle.
    constexpr int mostUnits = 1 << 20;
    for (int count = 0; count < mostUnits &&
                        dwarf_get_units(dwarf, current, &current, &version, &type, &die, &sub) == 0;
         ++count) {
        if (dwarf_haspc(&die, address) == 1) {
            *unit = die;
            return true;
        }
    }
    return false;
}

void Symbolizer::Data::addLines(quint64 address, QVector<CodePlace> &places) const
{
    Dwarf_Die unit;
    if (dwarf == nullptr || !findUnit(address, &unit))
        return;
    Dwarf_Attribute attribute;
    const char *folder = nullptr;
    if (dwarf_attr(&unit, DW_AT_comp_dir, &attribute) != nullptr)
        folder = dwarf_formstring(&attribute);
    CodePlace place;
    if (Dwarf_Line *line = dwarf_getsrc_die(&unit, address)) {
        place.file = absolute(dwarf_linesrc(line, nullptr, nullptr), folder);
        dwarf_lineno(line, &place.line);
        dwarf_linecol(line, &place.column);
    }
    Dwarf_Files *files = nullptr;
    std::size_t fileCount = 0;
    if (dwarf_getsrcfiles(&unit, &files, &fileCount) != 0)
        files = nullptr;
    // Behind an inlined function these are the scopes of its definition; where it was inlined,
    // those around it are.
    Dwarf_Die *innermost = nullptr;
    Dwarf_Die *scopes = nullptr;
    int count = dwarf_getscopes(&unit, address, &innermost);
    if (count > 0)
        count = dwarf_getscopes_die(&innermost[0], &scopes);
    std::free(innermost);
    for (int index = 0; index < count; ++index) {
        Dwarf_Die *scope = &scopes[index];
        const int tag = dwarf_tag(scope);
        if (tag != DW_TAG_subprogram && tag != DW_TAG_inlined_subroutine)
            continue;
        place.function = nameOf(scope);
        place.isInlined = tag == DW_TAG_inlined_subroutine;
        places.append(place);
        if (!place.isInlined)
            break;
        // The next one outwards stands where this one was called.
        place = CodePlace();
        Dwarf_Word value = 0;
        if (files != nullptr && dwarf_attr(scope, DW_AT_call_file, &attribute) != nullptr &&
            dwarf_formudata(&attribute, &value) == 0 && value < fileCount)
            place.file = absolute(dwarf_filesrc(files, value, nullptr, nullptr), folder);
        if (dwarf_attr(scope, DW_AT_call_line, &attribute) != nullptr &&
            dwarf_formudata(&attribute, &value) == 0)
            place.line = int(value);
        if (dwarf_attr(scope, DW_AT_call_column, &attribute) != nullptr &&
            dwarf_formudata(&attribute, &value) == 0)
            place.column = int(value);
    }
    std::free(scopes);
    if (places.isEmpty() && (!place.file.isEmpty() || place.line > 0))
        places.append(place);
}

Symbolizer::Symbolizer(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{}

Symbolizer::Symbolizer(Symbolizer &&) noexcept = default;
Symbolizer &Symbolizer::operator=(Symbolizer &&) noexcept = default;
Symbolizer::~Symbolizer() = default;

Result<Symbolizer> Symbolizer::open(const QString &path)
{
    const auto refuse = [&path](const QString &what, const QString &remedy) {
        return tl::unexpected(Problem{what, path, remedy});
    };
    constexpr qint64 most = 1 << 30;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("The image with symbols could not be read: ") +
                          file.errorString(),
                      QStringLiteral("Build the application again; its build leaves one."));
    if (file.size() > most)
        return refuse(QStringLiteral("The image is larger than a GiB"),
                      QStringLiteral("Use addr2line for it."));
    auto data = std::make_unique<Data>();
    data->bytes = file.readAll();
    elf_version(EV_CURRENT);
    GElf_Ehdr header;
    data->elf = elf_memory(data->bytes.data(), std::size_t(data->bytes.size()));
    if (data->elf == nullptr || elf_kind(data->elf) != ELF_K_ELF ||
        gelf_getehdr(data->elf, &header) == nullptr)
        return refuse(QStringLiteral("This is no ELF image"),
                      QStringLiteral("Choose the image with symbols (….dbg) of the build."));
    data->relocatable = header.e_type == ET_DYN;
    data->readSections();
    data->dwarf = dwarf_begin_elf(data->elf, DWARF_C_READ, nullptr);
    if (data->functions.empty() && data->dwarf == nullptr)
        return refuse(QStringLiteral("The image has no symbols"),
                      QStringLiteral("Choose the image with symbols (….dbg) of the build."));
    return Symbolizer(std::move(data));
}

void Symbolizer::setBias(quint64 bias)
{
    m_data->bias = bias;
}

bool Symbolizer::isRelocatable() const
{
    return m_data->relocatable;
}

std::optional<quint64> Symbolizer::address(const QString &symbol) const
{
    const QByteArray name = symbol.toUtf8();
    for (const Function &function : m_data->functions) {
        if (name == function.name)
            return function.begin + m_data->bias;
    }
    return std::nullopt;
}

bool Symbolizer::isCode(quint64 address) const
{
    return m_data->isCode(address - m_data->bias);
}

QVector<CodePlace> Symbolizer::find(quint64 address) const
{
    address -= m_data->bias;
    QVector<CodePlace> places;
    if (!m_data->isCode(address))
        return places;
    m_data->addLines(address, places);
    if (const Function *function = m_data->function(address)) {
        if (places.isEmpty())
            places.append(CodePlace());
        CodePlace &outermost = places.last();
        outermost.offset = address - function->begin;
        // Of functions that others can't see, DWARF has the bare name only.
        outermost.function = demangled(function->name);
    }
    return places;
}

} // namespace kiln
