/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** Devices on PCI buses (PCI Local Bus 3.0, PCI Express base specification). A driver says which
 * devices it is for and is called for each of them when buses are searched. */

#include <uk/alloc.h>
#include <uk/bus.h>
#include <uk/ctors.h>
#include <uk/list.h>
#include <uk/prio.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a device is, or in a driver's table what it may be: the ANY values match everything. */
struct pci_device_id
{
    __u32 class_id;
    __u32 sub_class_id;
    __u16 vendor_id;
    __u16 device_id;
    __u16 subsystem_vendor_id;
    __u16 subsystem_device_id;
};

#define PCI_ANY_ID 0xffff
#define PCI_CLASS_ANY_ID 0xffffff

/** Initialisers of a table's entries: one device, and the end of the table. */
#define PCI_DEVICE_ID(vendor, device)                                                              \
    PCI_CLASS_ANY_ID, PCI_CLASS_ANY_ID, (vendor), (device), PCI_ANY_ID, PCI_ANY_ID
#define PCI_ANY_DEVICE_ID PCI_DEVICE_ID(PCI_ANY_ID, PCI_ANY_ID)

/** Where a device is. */
struct pci_address
{
    __u32 domain;
    __u8 bus;
    __u8 devid;
    __u8 function;
};

struct pci_device;

/** Takes over a device; returns 0, or a negative errno value: it stays without a driver. */
typedef int (*pci_driver_add_func_t)(struct pci_device *device);
typedef int (*pci_driver_init_func_t)(struct uk_alloc *a);

struct pci_driver
{
    struct uk_list_head list;
    const struct pci_device_id *device_ids; /**< ends with PCI_ANY_DEVICE_ID */
    pci_driver_init_func_t init;            /**< may be NULL */
    pci_driver_add_func_t add_dev;
};

enum pci_device_state
{
    PCI_DEVICE_STATE_RESET,
    PCI_DEVICE_STATE_RUNNING
};

/** A device. */
struct pci_device
{
    struct uk_list_head list;
    struct pci_device_id id;
    struct pci_address addr;
    struct pci_driver *drv; /**< or NULL */
    enum pci_device_state state;
    unsigned long base; /**< first I/O port, 0 for none */
    unsigned long irq;  /**< as the firmware set it */
};

/** Has a driver registered; at file scope, once a library. */
#define PCI_REGISTER_DRIVER(b) _PCI_REGISTER_DRIVER(__LIBNAME__, b)
#define _PCI_REGISTER_DRIVER(library, b)                                                           \
    static void UK_CONCAT(library, _pci_register_driver)(void)                                     \
    {                                                                                              \
        _pci_register_driver((b));                                                                 \
    }                                                                                              \
    UK_CTOR_PRIO(UK_CONCAT(library, _pci_register_driver), 1)
void _pci_register_driver(struct pci_driver *driver);

/** Not 0 when the machine has a PCI bus. */
int uk_pci_is_present(void);

/** The devices that were found, one after the other; NULL after the last. */
struct pci_device *uk_pci_first(void);
struct pci_device *uk_pci_next(struct pci_device *device);

/** Reads and writes 1, 2 or 4 bytes at a multiple of their number in the configuration space, which
 * has 256 bytes. What is not there reads as ones. */
__u32 uk_pci_read(const struct pci_device *device, unsigned int offset, unsigned int size);
void uk_pci_write(const struct pci_device *device, unsigned int offset, unsigned int size,
                  __u32 value);

/** The offset of a capability (its ID) behind `previous`, the first one for 0. Returns 0 when there
 * are no more, whatever the device's list looks like. */
unsigned int uk_pci_find_capability(const struct pci_device *device, __u8 id,
                                    unsigned int previous);

/** Makes [offset, offset + length) of the memory behind base address register `bar` (0 to 5)
 * accessible, and lets the device answer there and read and write memory itself. Returns NULL when
 * the register has no such memory. */
volatile void *uk_pci_map(struct pci_device *device, unsigned int bar, __u64 offset, __u64 length);

/** The number of the interrupt that the device's pin raises, which it may share with others
 * (<uk/intctlr.h>). Returns -ENOTSUP when the device or the machine has none. */
int uk_pci_irq_line(const struct pci_device *device);

/** Interrupts by messages (MSI-X; PCI 3.0, 6.8.2). uk_pci_msix_enable() has the device use them
 * instead of its pin, all masked for now. Returns 0, or -ENOTSUP when the device or the machine has
 * none. */
int uk_pci_msix_enable(struct pci_device *device);
/** Gives entry `entry` of the device's table an interrupt of its own and unmasks it. Returns the
 * interrupt's number, -ENOMEM when none is free, or -EINVAL when there is no such entry. */
int uk_pci_msix_connect(struct pci_device *device, unsigned int entry);
/** Back to the pin. */
void uk_pci_msix_disable(struct pci_device *device);

#ifdef __cplusplus
}
#endif
