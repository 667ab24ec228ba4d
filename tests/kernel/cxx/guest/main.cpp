// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// A program in C++ as users write it: objects that live as long as the program, local static ones,
// some on the heap. The test compares the order in which they come and go.

#include <new>
#include <stdio.h>
#include <string.h>

namespace {

class Announced
{
public:
    explicit Announced(const char *name)
        : m_name(name)
    {
        printf("begin %s\n", m_name);
    }
    Announced(const Announced &) = delete;
    ~Announced() { printf("end %s\n", m_name); }

private:
    const char *m_name;
};

Announced first("first");
Announced second("second");

const Announced &local()
{
    static Announced object("local");
    return object;
}

template <typename T>
class Owner
{
public:
    explicit Owner(T *object)
        : m_object(object)
    {}
    Owner(const Owner &) = delete;
    ~Owner() { delete m_object; }

private:
    T *m_object;
};

class Base
{
public:
    virtual ~Base() = default;
    virtual const char *name() const = 0;
};

class Derived : public Base
{
public:
    const char *name() const override { return "derived"; }
};

} // namespace

int main(int argc, char *argv[])
{
    printf("main\n");
    local();
    local();
    {
        const Owner<Announced> owner(new Announced("on the heap"));
    }
    const Base *base = new Derived;
    printf("virtual %s\n", base->name());
    delete base;
    if (argc > 1 && strcmp(argv[1], "too-much") == 0)
        return *new char[static_cast<size_t>(-1) / 4];
    return 0;
}
