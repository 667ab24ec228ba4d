// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The kernel's reader of device trees: a tree in which the input changes bytes, three for each
// (where, where, what). Whatever it becomes, nothing outside is read and every walk ends.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <tree_writer.hpp>
#include <uk/plat/common/device_tree.hpp>

namespace {

using uk::DeviceTree;

std::string machine()
{
    TreeWriter tree;
    tree.reserve(0x48000000, 0x1000);
    tree.begin("");
    tree.cells("#address-cells", {2});
    tree.cells("#size-cells", {2});
    tree.begin("memory@40000000");
    tree.text("device_type", "memory");
    tree.cells("reg", {0, 0x40000000, 1, 0x10000000});
    tree.end();
    tree.begin("bus");
    tree.cells("#address-cells", {1});
    tree.cells("#size-cells", {0});
    tree.begin("device@7");
    tree.property("compatible", std::string("first\0virtio,mmio\0", 18));
    tree.cells("reg", {7});
    tree.text("status", "okay");
    tree.end();
    tree.end();
    tree.begin("chosen");
    tree.text("bootargs", "one two");
    tree.end();
    tree.end();
    return tree.blob(16);
}

/** Asks for everything; the sum keeps the compiler from leaving it out. */
std::uint64_t readAll(const DeviceTree &tree, std::size_t size)
{
    std::uint64_t sum = 0;
    if (tree.usedSize() > size)
        std::abort();
    for (std::uint32_t i = 0; tree.reservation(i); ++i)
        sum += tree.reservation(i).value().base;
    std::size_t nodes = 0;
    for (DeviceTree::Walk node(tree); node.next();) {
        // Each node takes bytes of its own.
        if (++nodes > size)
            std::abort();
        sum += std::strlen(node.name()) + std::uint64_t(node.depth());
        sum += node.isEnabled() + node.isCompatible("virtio,mmio");
        for (const char *name : {"reg", "status", "compatible", "bootargs", "#address-cells", ""}) {
            const DeviceTree::Bytes value = node.property(name);
            for (std::uint32_t i = 0; value && i < value.size; ++i)
                sum += value.data[i];
            sum += value.cell(value.size / 4) + value.lists("one");
            if (const char *text = value ? value.text() : nullptr)
                sum += std::strlen(text);
        }
        for (std::uint32_t i = 0; node.addresses(i); ++i)
            sum += node.addresses(i).value().base;
    }
    return sum;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::string original = machine();
    const std::size_t length = original.size();
    // Of exactly this size: a look behind its end is noticed.
    const std::unique_ptr<std::uint8_t[]> blob(new std::uint8_t[length]);
    std::memcpy(blob.get(), original.data(), length);
    for (std::size_t i = 0; i + 2 < size; i += 3)
        blob[(std::size_t{data[i]} << 8 | data[i + 1]) % length] = data[i + 2];
    const auto tree = DeviceTree::open(blob.get(), length);
    static volatile std::uint64_t sink;
    if (tree)
        sink = sink + readAll(tree.value(), length);
    return 0;
}
