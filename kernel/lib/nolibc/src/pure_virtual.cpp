// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// What the compiler puts into the tables of abstract classes. Never called: no constructor here
// calls a virtual function. Not exported, so other libraries are free to have their own.
extern "C" [[noreturn]] void __cxa_pure_virtual();

extern "C" void __cxa_pure_virtual()
{
    __builtin_trap();
}
