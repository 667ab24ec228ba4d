// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "../alloc/check.hpp"
#include "tree_writer.hpp"

#include <cstring>
#include <memory>
#include <random>
#include <uk/plat/common/device_tree.hpp>

namespace {

using uk::DeviceTree;

TreeWriter machine()
{
    TreeWriter tree;
    tree.reserve(0x48000000, 0x1000);
    tree.reserve(0x123456789abc, 0x10);
    tree.begin("");
    tree.cells("#address-cells", {2});
    tree.cells("#size-cells", {2});
    tree.begin("memory@40000000");
    tree.text("device_type", "memory");
    tree.cells("reg", {0, 0x40000000, 1, 0x10000000, 8, 0, 0, 0x2000});
    tree.end();
    tree.begin("bus");
    tree.cells("#address-cells", {1});
    tree.cells("#size-cells", {0});
    tree.text("status", "disabled");
    tree.begin("serial@7");
    tree.property("compatible", std::string("first,kind\0second,kind\0", 23));
    tree.cells("reg", {7});
    tree.text("status", "okay");
    tree.end();
    tree.end();
    tree.begin("chosen");
    tree.text("bootargs", "one two");
    tree.property("unended", "text");
    tree.end();
    tree.end();
    return tree;
}

void testContent()
{
    const std::string blob = machine().blob(1000);
    const auto opened = DeviceTree::open(blob.data(), blob.size());
    CHECK(opened);
    const DeviceTree tree = opened.value();
    CHECK(tree.usedSize() == blob.size() - 1000);
    CHECK(tree.reservation(0).value().base == 0x48000000);
    CHECK(tree.reservation(1).value().base == 0x123456789abc &&
          tree.reservation(1).value().size == 16);
    CHECK(!tree.reservation(2));

    DeviceTree::Walk node(tree);
    CHECK(node.next() && node.depth() == 0 && std::strcmp(node.name(), "") == 0);
    CHECK(node.property("#size-cells").cell(0) == 2 && node.property("#size-cells").cell(1) == 0);
    CHECK(!node.property("reg") && !node.addresses(0));

    CHECK(node.next() && node.depth() == 1 && std::strcmp(node.name(), "memory@40000000") == 0);
    CHECK(node.addresses(0).value().base == 0x40000000);
    CHECK(node.addresses(0).value().size == 0x110000000);
    CHECK(node.addresses(1).value().base == 0x800000000 &&
          node.addresses(1).value().size == 0x2000);
    CHECK(!node.addresses(2));
    CHECK(node.property("device_type").lists("memory") &&
          !node.property("device_type").lists("mem"));

    CHECK(node.next() && !node.isEnabled());
    CHECK(node.next() && node.depth() == 2 && std::strcmp(node.name(), "serial@7") == 0);
    CHECK(node.isEnabled() && node.isCompatible("first,kind") && node.isCompatible("second,kind"));
    CHECK(!node.isCompatible("kind") && !node.isCompatible("first") && !node.isCompatible(""));
    CHECK(node.addresses(0).value().base == 7 && node.addresses(0).value().size == 0);

    CHECK(node.next() && node.depth() == 1 && std::strcmp(node.name(), "chosen") == 0);
    CHECK(std::strcmp(node.property("bootargs").text(), "one two") == 0);
    CHECK(node.property("unended") && !node.property("unended").text());
    CHECK(node.isEnabled() && !node.next());

    // No tree, a tree that is larger than what there is, one of the future.
    CHECK(DeviceTree::open("no tree at all, but more than forty bytes", 41).error().number ==
          EINVAL);
    CHECK(DeviceTree::open(blob.data(), blob.size() - 1).error().number == EINVAL);
    std::string future = blob;
    future[27] = 18;
    CHECK(DeviceTree::open(future.data(), future.size()).error().number == ENOTSUP);
}

/** Looks at everything that a kernel looks at. Returns the number of nodes. */
std::size_t visit(const std::string &content)
{
    // A block of its own, so that a tool sees reads outside.
    const std::unique_ptr<char[]> blob(new char[content.size()]);
    std::memcpy(blob.get(), content.data(), content.size());
    const auto opened = DeviceTree::open(blob.get(), content.size());
    if (!opened)
        return 0;
    const DeviceTree tree = opened.value();
    CHECK(tree.usedSize() <= content.size());
    std::size_t nodes = 0;
    std::size_t sum = 0;
    for (DeviceTree::Walk node(tree); node.next(); ++nodes) {
        CHECK(node.depth() >= 0 && node.depth() < 16);
        sum += std::strlen(node.name());
        for (const char *name : {"reg", "compatible", "status", "bootargs", "none"}) {
            const DeviceTree::Bytes value = node.property(name);
            sum += value.cell(0) + value.cell(7) + (value.text() ? std::strlen(value.text()) : 0);
            sum += value.lists("second,kind");
        }
        for (unsigned int i = 0; node.addresses(i); ++i)
            sum += node.addresses(i).value().base;
    }
    // A node has at least its word, a name and the word that ends it.
    CHECK(nodes <= content.size() / 8);
    for (unsigned int i = 0; tree.reservation(i); ++i)
        sum += tree.reservation(i).value().base;
    return nodes + (sum == 42);
}

void testHostile()
{
    const std::string blob = machine().blob();
    CHECK(visit(blob) == 5);
    for (std::size_t length = 0; length < blob.size(); ++length)
        CHECK(visit(blob.substr(0, length)) == 0);

    // Some deeper than a walk goes.
    TreeWriter deep;
    for (int i = 0; i < 40; ++i)
        deep.begin("n");
    CHECK(visit(deep.blob()) == 16);
    TreeWriter ends;
    for (int i = 0; i < 40; ++i)
        ends.end();
    CHECK(visit(ends.blob()) == 0);

    std::mt19937 random(1);
    const auto below = [&random](std::size_t limit) { return random() % limit; };
    static const unsigned char bytes[] = {0, 1, 2, 3, 4, 9, 0x28, 0x7f, 0x80, 0xfe, 0xff};
    for (int i = 0; i < 60000; ++i) {
        std::string changed = blob;
        const std::size_t changes = 1 + below(4);
        for (std::size_t k = 0; k < changes; ++k) {
            // The header's and the structure's words more often than others.
            std::size_t at = below(i % 3 == 0 ? 40 : changed.size());
            if (i % 2 == 0)
                at &= ~std::size_t{3};
            changed[at] = static_cast<char>(bytes[below(sizeof(bytes))]);
        }
        visit(changed);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 2 && std::strcmp(argv[1], "content") == 0) {
        testContent();
    } else if (argc == 2 && std::strcmp(argv[1], "hostile") == 0) {
        testHostile();
    } else {
        std::fprintf(stderr, "usage: %s content|hostile\n", argv[0]);
        return 2;
    }
    return 0;
}
