// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The FADT (ACPI 6.4, 5.2.9), and the sleep type of S5 out of the DSDT (7.4.2).

#include <kvm/firmware.hpp>
#include <kvm/memory.hpp>

namespace uk::kvm {

namespace {

constexpr unsigned int dsdtOffset = 40;
constexpr unsigned int pm1aControlOffset = 64;
constexpr unsigned int pmTimerOffset = 76;
constexpr unsigned int flagsOffset = 112;
constexpr unsigned int wideDsdtOffset = 140;
constexpr unsigned int sleepControlOffset = 244;
constexpr unsigned int addressInRegister = 4; // of the generic address structure
constexpr __u32 hardwareReduced = 1U << 20;

/** Reads little-endian numbers at offsets of a table; beyond its end they are 0. */
class TableReader
{
public:
    explicit TableReader(const AcpiTable *table)
        : m_bytes(reinterpret_cast<const __u8 *>(table))
        , m_length(table->length)
    {}

    __u64 read(unsigned int offset, unsigned int size) const
    {
        __u64 value = 0;
        for (unsigned int i = 0; i < size && offset + i < m_length; ++i)
            value |= static_cast<__u64>(m_bytes[offset + i]) << (8 * i);
        return value;
    }
    __u32 length() const { return m_length; }

private:
    const __u8 *m_bytes;
    __u32 m_length;
};

/** Finds Name(_S5, Package(){SLP_TYPa, ...}) in the byte code and reads the first element. */
bool findPowerOffType(const TableReader &dsdt, __u8 &type)
{
    constexpr __u64 name = 0x5f35535f; // "_S5_"
    constexpr __u64 packageOp = 0x12;
    constexpr __u64 bytePrefix = 0x0a;
    for (unsigned int at = sizeof(AcpiTable); at + 8 < dsdt.length(); ++at) {
        if (dsdt.read(at, 4) != name || dsdt.read(at + 4, 1) != packageOp)
            continue;
        unsigned int element = at + 5;
        // The package length says in its top bits how many more bytes it has; the count follows.
        element += static_cast<unsigned int>(dsdt.read(element, 1) >> 6) + 2;
        if (dsdt.read(element, 1) == bytePrefix)
            ++element;
        type = dsdt.read(element, 1) & 7;
        return true;
    }
    return false;
}

} // namespace

FixedHardware readFixedHardware()
{
    FixedHardware hardware{};
    const AcpiTable *table = findAcpiTable("FACP");
    if (!table)
        return hardware;

    const TableReader fadt(table);
    hardware.found = true;
    if (fadt.read(flagsOffset, 4) & hardwareReduced) {
        hardware.sleepControl = fadt.read(sleepControlOffset + addressInRegister, 8);
    } else {
        hardware.powerControlPort = static_cast<__u16>(fadt.read(pm1aControlOffset, 4));
        hardware.powerTimerPort = static_cast<__u16>(fadt.read(pmTimerOffset, 4));
    }

    __u64 dsdt = fadt.read(wideDsdtOffset, 8);
    if (!dsdt)
        dsdt = fadt.read(dsdtOffset, 4);
    if (!dsdt)
        return hardware;
    const auto *header = static_cast<const AcpiTable *>(mapFirmware(dsdt, sizeof(AcpiTable)));
    if (header && mapFirmware(dsdt, header->length))
        hardware.powerOffTypeKnown = findPowerOffType(TableReader(header), hardware.powerOffType);
    return hardware;
}

} // namespace uk::kvm
