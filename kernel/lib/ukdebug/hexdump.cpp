// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <uk/hexdump.h>

namespace {

constexpr unsigned int maxRowBytes = 64;

/** What a dump looks like. */
struct Layout
{
    bool hasAddress;
    bool hasCharacters;
    bool compresses;
    unsigned int groupSize; // 0: bytes are not grouped
    unsigned int rowSize;   // in bytes
    unsigned int addressDigits;

    Layout(int flags, unsigned int groupsPerLine, __sz lastAddress)
        : hasAddress(flags & UK_HXDF_ADDR)
        , hasCharacters(flags & UK_HXDF_ASCIISEC)
        , compresses(flags & UK_HXDF_COMPRESS)
        , groupSize(flags & UK_HXDF_GRPQWORD   ? 8
                    : flags & UK_HXDF_GRPDWORD ? 4
                    : flags & UK_HXDF_GRPWORD  ? 2
                    : flags & UK_HXDF_GRPBYTE  ? 1
                                               : 0)
        , rowSize((groupSize ? groupSize : 1) * groupsPerLine)
        , addressDigits(lastAddress > 0xffffffff ? 16 : 8)
    {
        if (rowSize == 0)
            rowSize = 16;
        if (rowSize > maxRowBytes)
            rowSize = maxRowBytes;
    }
};

/** One row of a dump as text. */
class Row
{
public:
    Row(const Layout &layout, const char *prefix, __sz address, const unsigned char *bytes,
        unsigned int count)
    {
        if (prefix)
            m_prefix = prefix;
        if (layout.hasAddress)
            addAddress(layout, address);
        for (unsigned int i = 0; i < layout.rowSize; ++i) {
            // Short last rows are filled up only where characters follow.
            if (i >= count && !layout.hasCharacters)
                break;
            addByte(i < count ? bytes + i : nullptr);
            if (layout.groupSize > 1 && (i + 1) % layout.groupSize == 0)
                add(' ');
        }
        if (layout.hasCharacters)
            addCharacters(bytes, count);
        add('\n');
    }

    const char *prefix() const { return m_prefix; }
    const char *text() const { return m_text; }
    unsigned int length() const { return m_length; }

private:
    void add(char c) { m_text[m_length++] = c; }
    void addDigit(unsigned int value) { add("0123456789abcdef"[value & 15]); }

    void addAddress(const Layout &layout, __sz address)
    {
        for (unsigned int i = layout.addressDigits; i-- > 0;)
            addDigit(static_cast<unsigned int>(address >> (4 * i)));
        add(' ');
        add(' ');
    }

    void addByte(const unsigned char *byte)
    {
        if (byte) {
            addDigit(*byte >> 4U);
            addDigit(*byte);
        } else {
            add(' ');
            add(' ');
        }
        add(' ');
    }

    void addCharacters(const unsigned char *bytes, unsigned int count)
    {
        add('|');
        for (unsigned int i = 0; i < count; ++i)
            add(bytes[i] >= 0x20 && bytes[i] < 0x7f ? static_cast<char>(bytes[i]) : '.');
        add('|');
    }

    // Address, three characters and a possible blank a byte, the characters, bars and newline.
    char m_text[18 + maxRowBytes * 5 + 3];
    const char *m_prefix = "";
    unsigned int m_length = 0;
};

bool areEqual(const unsigned char *a, const unsigned char *b, __sz length)
{
    for (__sz i = 0; i < length; ++i) {
        if (a[i] != b[i])
            return false;
    }
    return true;
}

/** Calls `emit(prefix, text, length)` for each row; ends early when it returns false. */
template <typename Emit>
bool dump(const void *data, __sz length, __sz address, int flags, unsigned int groupsPerLine,
          const char *prefix, Emit emit)
{
    const Layout layout(flags, groupsPerLine, address + length);
    const auto *bytes = static_cast<const unsigned char *>(data);
    bool isRepeating = false;
    for (__sz at = 0; at < length; at += layout.rowSize) {
        const __sz rest = length - at;
        const auto count = static_cast<unsigned int>(rest < layout.rowSize ? rest : layout.rowSize);
        const bool isSame = layout.compresses && at && count == layout.rowSize && rest > count &&
                            areEqual(bytes + at, bytes + at - count, count);
        if (isSame) {
            if (!isRepeating && !emit(prefix ? prefix : "", "*\n", 2U))
                return false;
            isRepeating = true;
            continue;
        }
        isRepeating = false;
        const Row row(layout, prefix, address + at, bytes + at, count);
        if (!emit(row.prefix(), row.text(), row.length()))
            return false;
    }
    return true;
}

} // namespace

extern "C" {

int uk_hexdumpsn(char *text, size_t size, const void *data, size_t length, size_t address,
                 int flags, unsigned int groups, const char *prefix)
{
    __sz total = 0;
    const auto append = [&](char c) {
        if (total + 1 < size)
            text[total] = c;
        ++total;
    };
    dump(data, length, address, flags, groups, prefix,
         [&](const char *before, const char *row, unsigned int columns) {
             while (*before)
                 append(*before++);
             for (unsigned int i = 0; i < columns; ++i)
                 append(row[i]);
             return true;
         });
    if (size)
        text[total < size ? total : size - 1] = '\0';
    return static_cast<int>(total);
}

int uk_hexdumpf(FILE *stream, const void *data, size_t length, size_t address, int flags,
                unsigned int groups, const char *prefix)
{
    int total = 0;
    const bool isComplete = dump(data, length, address, flags, groups, prefix,
                                 [&](const char *before, const char *row, unsigned int columns) {
                                     const int written = fprintf(stream, "%s%.*s", before,
                                                                 static_cast<int>(columns), row);
                                     total += written > 0 ? written : 0;
                                     return written >= 0;
                                 });
    return isComplete ? total : -1;
}

void _uk_hexdumpk(int level, __u16 library, const char *source, unsigned int line, const void *data,
                  size_t length, size_t address, int flags, unsigned int groups, const char *prefix)
{
    dump(data, length, address, flags, groups, prefix,
         [&](const char *before, const char *row, unsigned int columns) {
             _uk_printk(level, library, source, line, "%s%.*s", before, static_cast<int>(columns),
                        row);
             return true;
         });
}

void _uk_hexdumpd(__u16 library, const char *source, unsigned int line, const void *data,
                  size_t length, size_t address, int flags, unsigned int groups, const char *prefix)
{
    dump(data, length, address, flags, groups, prefix,
         [&](const char *before, const char *row, unsigned int columns) {
             _uk_printd(library, source, line, "%s%.*s", before, static_cast<int>(columns), row);
             return true;
         });
}
}
