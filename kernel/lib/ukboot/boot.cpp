// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

#include "banner.hpp"

#include <errno.h>
#include <stdlib.h>
#include <uk/alloc.h>
#include <uk/argparse.h>
#include <uk/assert.h>
#include <uk/boot.h>
#include <uk/config.h>
#include <uk/ctors.h>
#include <uk/init.h>
#include <uk/plat/lcpu.h>
#include <uk/plat/memory.h>
#include <uk/plat/time.h>
#include <uk/print.h>

#ifdef CONFIG_LIBUKALLOCBBUDDY
#include <uk/allocbbuddy.h>
#endif
#ifdef CONFIG_LIBUKINTCTLR
#include <uk/intctlr.h>
#endif
#ifdef CONFIG_LIBKASAN
#include <uk/kasan.h>
#endif
#ifdef CONFIG_LIBUKLIBPARAM
#include <string.h>
#include <uk/libparam.h>
#endif
#ifdef CONFIG_LIBUKALLOCSTACK
#include <uk/allocstack.h>
#endif
#ifdef CONFIG_LIBUKBOOT_INITSCHEDCOOP
#include <uk/schedcoop.h>
#define CREATE_SCHEDULER uk_schedcoop_create
#endif
#ifdef CONFIG_LIBUKBOOT_INITSCHEDPREEMPT
#include <uk/schedpreempt.h>
#define CREATE_SCHEDULER uk_schedpreempt_create
#endif

extern "C" int main(int argc, char *argv[]);

namespace {

constexpr int maxArguments = CONFIG_LIBUKBOOT_MAXNBARGS;

/** How far the init table got; term functions run for what was initialised. */
constinit const uk_inittab_entry *initialisedEnd = nullptr;
constinit bool isEnding = false;
constinit char *arguments[maxArguments + 1]{};

void runConstructors(const char *what, const uk_ctor_func_t *first, const uk_ctor_func_t *end)
{
    uk_pr_info("Running %s: %zu\n", what, static_cast<__sz>(end - first));
    for (const uk_ctor_func_t *entry = first; entry < end; ++entry) {
        if (*entry)
            (*entry)();
    }
}

#ifdef CONFIG_LIBUKBOOT_INITBBUDDY
void initialiseHeap()
{
    uk_pr_info("Building the heap\n");
    uk_alloc *heap = nullptr;
    // The largest region first: it holds the allocator itself.
    ukplat_memregion_desc *largest = nullptr;
    ukplat_memregion_desc *region;
    ukplat_memregion_foreach(&region, UKPLAT_MEMRT_FREE, 0, 0)
    {
        if (!largest || region->len > largest->len)
            largest = region;
    }
    if (largest)
        heap = uk_allocbbuddy_init(reinterpret_cast<void *>(largest->vbase), largest->len);
    if (!heap)
        UK_CRASH("No memory for the heap: give the guest more\n");
    ukplat_memregion_foreach(&region, UKPLAT_MEMRT_FREE, 0, 0)
    {
        if (region != largest)
            uk_alloc_addmem(heap, reinterpret_cast<void *>(region->vbase), region->len);
    }
    ukplat_memallocator_set(heap);
#ifdef CONFIG_LIBKASAN
    if (const int error = uk_kasan_start(heap))
        UK_CRASH("No memory for the address sanitizer: give the guest more (error %d)\n", -error);
#endif
}
#else
void initialiseHeap() {}
#endif

void initialiseInterrupts()
{
#ifdef CONFIG_LIBUKINTCTLR
    uk_pr_info("Setting up interrupts\n");
    if (const int error = uk_intctlr_probe())
        UK_CRASH("No interrupt controller (error %d)\n", -error);
    if (const int error = uk_intctlr_init(uk_alloc_get_default()))
        UK_CRASH("The interrupt controller does not start (error %d)\n", -error);
#endif
}

/** From here on the program is a thread. */
void startScheduler()
{
#ifdef CREATE_SCHEDULER
    uk_pr_info("Starting the scheduler\n");
    uk_alloc *heap = uk_alloc_get_default();
    uk_alloc *stacks = heap;
#ifdef CONFIG_LIBUKALLOCSTACK
    stacks = uk_allocstack_init(heap);
#endif
    uk_sched *scheduler = stacks ? CREATE_SCHEDULER(heap, stacks, nullptr, heap) : nullptr;
    if (!scheduler || uk_sched_start(scheduler))
        UK_CRASH("No memory for the scheduler: give the guest more\n");
#endif
}

/** Runs the init table; on failure the system ends. */
void runInitTable(uk_init_ctx &context)
{
    uk_pr_info("Running init functions: %zu\n",
               static_cast<__sz>(uk_inittab_end - uk_inittab_start));
    const uk_inittab_entry *entry;
    uk_inittab_foreach(entry, uk_inittab_start, uk_inittab_end)
    {
        if (entry->init) {
            const int result = entry->init(&context);
            if (result < 0)
                UK_CRASH("Init function %p failed (error %d)\n",
                         reinterpret_cast<void *>(entry->init), -result);
        }
        initialisedEnd = entry + 1;
    }
}

void runTermTable(ukplat_gstate target)
{
    const uk_term_ctx context{target};
    while (initialisedEnd && initialisedEnd > uk_inittab_start) {
        --initialisedEnd;
        if (initialisedEnd->term)
            initialisedEnd->term(&context);
    }
}

/** Splits the command line; the first argument is what the program was loaded as. */
int parseArguments(const char *name, const char *commandLine)
{
    arguments[0] = DECONST(char *, name &&*name ? name : CONFIG_UK_NAME);
    int count = 1;
    // The platform's copy is ours to cut.
    if (commandLine)
        count += uk_argparse(DECONST(char *, commandLine), arguments + 1, maxArguments - 1);
    arguments[count] = nullptr;
    return count;
}

/** Takes what stands before "--", where there is one, out of the arguments: parameters of
 * libraries. */
int takeParameters(int argc)
{
#ifdef CONFIG_LIBUKLIBPARAM
    int end = 1;
    while (end < argc && strcmp(arguments[end], "--") != 0)
        ++end;
    if (end == argc)
        return argc;
    if (uk_libparam_parse(end - 1, arguments + 1, UK_LIBPARAM_F_USAGE) == -EINTR)
        exit(0); // the user only wanted to know
    memmove(arguments + 1, arguments + end + 1,
            static_cast<__sz>(argc - end) * sizeof(arguments[0]));
    argc -= end;
#endif
    return argc;
}

void announceMain(int argc)
{
    uk_pr_info("Calling main(%d, [", argc);
    const char *separator = "";
    for (char **argument = arguments; *argument; ++argument) {
        uk_pr_info("%s'%s'", separator, *argument);
        separator = ", ";
    }
    uk_pr_info("])\n");
}

} // namespace

extern "C" void uk_boot_exit(int status)
{
    ukplat_exit_status_set(status);
    if (!isEnding) {
        isEnding = true;
        for (const uk_ctor_func_t *entry = __fini_array_end; entry > __fini_array_start;)
            (*--entry)();
        runTermTable(UKPLAT_HALT);
        uk_pr_info("Switching off, status %d\n", status);
        ukplat_time_fini();
    }
    ukplat_halt();
}

extern "C" void uk_boot_entry(const char *argv0, const char *cmdline)
{
    runConstructors("constructors of the kernel", uk_ctortab_start, uk_ctortab_end);
    initialiseHeap();
    initialiseInterrupts();
    uk_pr_info("Starting the clock\n");
    ukplat_time_init();
    startScheduler();
    ukplat_lcpu_enable_irq();

    uk_init_ctx context{};
    context.cmdline.argc = takeParameters(parseArguments(argv0, cmdline));
    context.cmdline.argv = arguments;
    runInitTable(context);
    uk::printBanner();

    runConstructors("preinit functions", __preinit_array_start, __preinit_array_end);
    runConstructors("constructors", __init_array_start, __init_array_end);

    if (const int error = ukplat_memory_seal())
        UK_CRASH("Too little memory to protect what is complete now (error %d)\n", -error);
    announceMain(context.cmdline.argc);
    const int status = main(context.cmdline.argc, context.cmdline.argv);
    uk_pr_info("main returned %d\n", status);
    // To return from main() is to call exit() (C17 5.1.2.2.3): streams are flushed, and so on.
    exit(status);
}
