// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include <libfdt.h>
#include <string.h>

namespace {

// Devicetree Specification 0.4, 5.2 and 5.4.1
constexpr __u32 magic = 0xd00dfeed;
constexpr __u32 version = 17;
constexpr __u32 headerSize = 40;

enum Kind : __u32
{
    beginNode = 1,
    endNode = 2,
    property = 3,
    nop = 4,
    end = 9,
};

struct Token
{
    __u32 kind;
    const char *name; // of a node or a property
    const char *value;
    __u32 size; // of the value
    int next;   // where the next token is
};

__u32 wordAt(const void *bytes, __u64 offset)
{
    __u32 word;
    memcpy(&word, static_cast<const char *>(bytes) + offset, sizeof(word));
    return fdt32_to_cpu(word);
}

/** The tree's parts, when its header is right. */
struct Tree
{
    const char *bytes;
    __u32 structure, structureSize;
    __u32 strings, stringsSize;

    explicit Tree(const void *fdt)
        : bytes(static_cast<const char *>(fdt))
        , structure(wordAt(fdt, 8))
        , structureSize(wordAt(fdt, 36))
        , strings(wordAt(fdt, 12))
        , stringsSize(wordAt(fdt, 32))
    {}

    /** Length of a text within [offset, limit), or -1 when it does not end there. */
    int lengthAt(__u64 offset, __u64 limit) const
    {
        for (__u64 at = offset; at < limit; ++at) {
            if (!bytes[at])
                return static_cast<int>(at - offset);
        }
        return -1;
    }

    /** The token at an offset of the structure, after others that say nothing. */
    bool read(int offset, Token &token) const
    {
        for (__u64 at = static_cast<__u64>(offset); at % 4 == 0 && at + 4 <= structureSize;
             at += 4) {
            const char *here = bytes + structure + at;
            token = {wordAt(here, 0), "", nullptr, 0, static_cast<int>(at + 4)};
            switch (token.kind) {
            case nop:
                continue;
            case beginNode: {
                const int length = lengthAt(structure + at + 4, __u64{structure} + structureSize);
                token.name = here + 4;
                token.next = static_cast<int>((at + 4 + static_cast<__u64>(length) + 4) & ~3UL);
                return length >= 0;
            }
            case property: {
                if (at + 12 > structureSize)
                    return false;
                token.size = wordAt(here, 4);
                const __u32 name = wordAt(here, 8);
                token.name = bytes + strings + name;
                token.value = here + 12;
                token.next = static_cast<int>((at + 12 + token.size + 3) & ~3UL);
                return at + 12 + token.size <= structureSize && name < stringsSize &&
                       lengthAt(__u64{strings} + name, __u64{strings} + stringsSize) >= 0;
            }
            default:
                return token.kind == endNode || token.kind == end;
            }
        }
        return false;
    }
};

/** Reads the beginning of a node; 0 or an error. */
int readNode(const void *fdt, int offset, Token &token)
{
    if (const int wrong = fdt_check_header(fdt))
        return wrong;
    const bool isNode = offset >= 0 && Tree(fdt).read(offset, token) && token.kind == beginNode;
    return isNode ? 0 : -FDT_ERR_BADOFFSET;
}

bool isName(const char *node, const char *wanted, __sz length)
{
    if (strncmp(node, wanted, length) != 0)
        return false;
    return !node[length] || (node[length] == '@' && !memchr(wanted, '@', length));
}

int findChild(const void *fdt, int parent, const char *name, __sz length)
{
    int depth = 0;
    for (int at = parent;;) {
        at = fdt_next_node(fdt, at, &depth);
        if (at < 0)
            return at;
        if (depth < 1)
            return -FDT_ERR_NOTFOUND;
        if (depth == 1 && isName(fdt_get_name(fdt, at, nullptr), name, length))
            return at;
    }
}

int cellsOf(const void *fdt, int node, const char *name, int usual)
{
    int length;
    const void *value = fdt_getprop(fdt, node, name, &length);
    if (!value)
        return length == -FDT_ERR_NOTFOUND ? usual : length;
    const __u32 cells = length == 4 ? wordAt(value, 0) : FDT_MAX_NCELLS + 1;
    return cells <= FDT_MAX_NCELLS ? static_cast<int>(cells) : -FDT_ERR_BADNCELLS;
}

} // namespace

extern "C" {

int fdt_check_header(const void *fdt)
{
    if (!fdt || wordAt(fdt, 0) != magic)
        return -FDT_ERR_BADMAGIC;
    if (wordAt(fdt, 20) < version || wordAt(fdt, 24) > version)
        return -FDT_ERR_BADVERSION;
    const __u64 total = wordAt(fdt, 4);
    const Tree tree(fdt);
    const bool fits = total >= headerSize && total <= 0x7fffffff && tree.structure % 4 == 0 &&
                      __u64{tree.structure} + tree.structureSize <= total &&
                      __u64{tree.strings} + tree.stringsSize <= total;
    return fits ? 0 : -FDT_ERR_TRUNCATED;
}

int fdt_next_node(const void *fdt, int offset, int *depth)
{
    Token token{};
    int next = 0;
    int wrong = offset < 0 ? fdt_check_header(fdt) : readNode(fdt, offset, token);
    if (wrong)
        return wrong;
    if (offset >= 0)
        next = token.next;
    for (const Tree tree(fdt); tree.read(next, token); next = token.next) {
        if (token.kind == end)
            return -FDT_ERR_NOTFOUND;
        if (token.kind == beginNode) {
            if (depth)
                ++*depth;
            return static_cast<int>(token.name - tree.bytes) - 4 - static_cast<int>(tree.structure);
        }
        if (token.kind == endNode && depth && --*depth < 0)
            return token.next;
    }
    return -FDT_ERR_BADSTRUCTURE;
}

int fdt_first_subnode(const void *fdt, int offset)
{
    int depth = 0;
    const int found = fdt_next_node(fdt, offset, &depth);
    return found >= 0 && depth != 1 ? -FDT_ERR_NOTFOUND : found;
}

int fdt_next_subnode(const void *fdt, int offset)
{
    int depth = 1;
    do {
        offset = fdt_next_node(fdt, offset, &depth);
        if (offset < 0 || depth < 1)
            return -FDT_ERR_NOTFOUND;
    } while (depth > 1);
    return offset;
}

int fdt_subnode_offset(const void *fdt, int parentoffset, const char *name)
{
    return findChild(fdt, parentoffset, name, strlen(name));
}

int fdt_path_offset(const void *fdt, const char *path)
{
    int node = 0;
    if (*path != '/') {
        const char *rest = strchrnul(path, '/');
        char alias[32];
        const __sz length = static_cast<__sz>(rest - path);
        if (length >= sizeof(alias))
            return -FDT_ERR_BADPATH;
        memcpy(alias, path, length);
        alias[length] = '\0';
        int size;
        const int aliases = fdt_subnode_offset(fdt, 0, "aliases");
        const char *whole =
            aliases < 0 ? nullptr
                        : static_cast<const char *>(fdt_getprop(fdt, aliases, alias, &size));
        // It has to be a whole path, or this would have no end.
        if (!whole || size < 2 || whole[0] != '/' || whole[size - 1])
            return -FDT_ERR_BADPATH;
        node = fdt_path_offset(fdt, whole);
        path = rest;
    }
    while (node >= 0) {
        while (*path == '/')
            ++path;
        if (!*path)
            break;
        const __sz length = static_cast<__sz>(strchrnul(path, '/') - path);
        node = findChild(fdt, node, path, length);
        path += length;
    }
    return node;
}

int fdt_parent_offset(const void *fdt, int nodeoffset)
{
    int at = -1;
    int depth = -1;
    do {
        at = fdt_next_node(fdt, at, &depth);
    } while (at >= 0 && at != nodeoffset);
    if (at < 0)
        return at == -FDT_ERR_NOTFOUND ? -FDT_ERR_BADOFFSET : at;
    // The last node before it that is one level higher
    const int target = depth - 1;
    int parent = -FDT_ERR_NOTFOUND;
    for (at = fdt_next_node(fdt, -1, &(depth = -1)); at >= 0 && at != nodeoffset;
         at = fdt_next_node(fdt, at, &depth)) {
        if (depth == target)
            parent = at;
    }
    return parent;
}

const char *fdt_get_name(const void *fdt, int nodeoffset, int *length)
{
    Token token{};
    const int wrong = readNode(fdt, nodeoffset, token);
    if (length)
        *length = wrong ? wrong : static_cast<int>(strlen(token.name));
    return wrong ? nullptr : token.name;
}

const void *fdt_getprop(const void *fdt, int nodeoffset, const char *name, int *length)
{
    Token token{};
    int result = readNode(fdt, nodeoffset, token);
    const char *value = nullptr;
    if (!result) {
        const Tree tree(fdt);
        result = -FDT_ERR_NOTFOUND;
        while (!value && tree.read(token.next, token) && token.kind == property) {
            if (strcmp(token.name, name) == 0) {
                value = token.value;
                result = static_cast<int>(token.size);
            }
        }
    }
    if (length)
        *length = result;
    return value;
}

__u32 fdt_get_phandle(const void *fdt, int nodeoffset)
{
    int length;
    const void *value = fdt_getprop(fdt, nodeoffset, "phandle", &length);
    return value && length == 4 ? wordAt(value, 0) : 0;
}

int fdt_node_offset_by_phandle(const void *fdt, __u32 phandle)
{
    if (phandle == 0 || phandle == ~0U)
        return -FDT_ERR_BADPHANDLE;
    int node = fdt_next_node(fdt, -1, nullptr);
    while (node >= 0 && fdt_get_phandle(fdt, node) != phandle)
        node = fdt_next_node(fdt, node, nullptr);
    return node;
}

int fdt_node_check_compatible(const void *fdt, int nodeoffset, const char *compatible)
{
    int length;
    const auto *list =
        static_cast<const char *>(fdt_getprop(fdt, nodeoffset, "compatible", &length));
    if (!list)
        return length;
    for (const char *stop = list + length; list < stop;) {
        const __sz size = strnlen(list, static_cast<__sz>(stop - list));
        if (list + size < stop && strcmp(list, compatible) == 0)
            return 0;
        list += size + 1;
    }
    return 1;
}

int fdt_node_offset_by_compatible(const void *fdt, int startoffset, const char *compatible)
{
    int node = fdt_next_node(fdt, startoffset, nullptr);
    while (node >= 0 && fdt_node_check_compatible(fdt, node, compatible) != 0)
        node = fdt_next_node(fdt, node, nullptr);
    return node;
}

int fdt_address_cells(const void *fdt, int nodeoffset)
{
    return cellsOf(fdt, nodeoffset, "#address-cells", 2);
}

int fdt_size_cells(const void *fdt, int nodeoffset)
{
    return cellsOf(fdt, nodeoffset, "#size-cells", 1);
}

} // extern "C"
