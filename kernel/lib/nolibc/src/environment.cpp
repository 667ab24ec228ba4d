// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Environment variables: a list of our own that setenv() fills.

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

namespace {

char *nothing[] = {nullptr};

/** The entry of `name`, or where the list ends. */
char **find(const char *name, size_t length)
{
    char **entry = environ;
    while (*entry && (strncmp(*entry, name, length) != 0 || (*entry)[length] != '='))
        ++entry;
    return entry;
}

bool isName(const char *name)
{
    return name && *name && !strchr(name, '=');
}

} // namespace

extern "C" {

char **environ = nothing;

char *getenv(const char *name)
{
    const size_t length = strlen(name);
    char **entry = find(name, length);
    return *entry ? *entry + length + 1 : nullptr;
}

int setenv(const char *name, const char *value, int overwrite)
{
    if (!isName(name)) {
        errno = EINVAL;
        return -1;
    }
    const size_t nameLength = strlen(name);
    const size_t valueLength = strlen(value);
    char **entry = find(name, nameLength);
    if (*entry && !overwrite)
        return 0;
    auto *text = static_cast<char *>(malloc(nameLength + valueLength + 2));
    if (!text)
        return -1;
    memcpy(text, name, nameLength);
    text[nameLength] = '=';
    memcpy(text + nameLength + 1, value, valueLength + 1);
    if (*entry) {
        free(*entry);
        *entry = text;
        return 0;
    }
    const auto count = static_cast<size_t>(entry - environ);
    auto *longer = static_cast<char **>(
        realloc(environ == nothing ? nullptr : environ, (count + 2) * sizeof(char *)));
    if (!longer) {
        free(text);
        return -1;
    }
    longer[count] = text;
    longer[count + 1] = nullptr;
    environ = longer;
    return 0;
}

int unsetenv(const char *name)
{
    if (!isName(name)) {
        errno = EINVAL;
        return -1;
    }
    char **entry = find(name, strlen(name));
    free(*entry);
    for (; *entry; ++entry)
        *entry = entry[1];
    return 0;
}

int clearenv(void)
{
    for (char **entry = environ; *entry; ++entry) {
        free(*entry);
        *entry = nullptr;
    }
    return 0;
}

} // extern "C"
