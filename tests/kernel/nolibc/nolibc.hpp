// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include <cstdarg>
#include <cstddef>
#include <cstdint>

// nolibc as the test links it: every symbol with the prefix nl_, beside the host's own library.
extern "C" {
extern int nl_errno;
int nl_snprintf(char *to, size_t size, const char *format, ...);
int nl_vsnprintf(char *to, size_t size, const char *format, va_list arguments);
int nl_asprintf(char **to, const char *format, ...);
int nl_printf(const char *format, ...);
int nl_puts(const char *text);
int nl_sscanf(const char *text, const char *format, ...);
long nl_strtol(const char *text, char **end, int base);
unsigned long nl_strtoul(const char *text, char **end, int base);
double nl_strtod(const char *text, char **end);
float nl_strtof(const char *text, char **end);
long double nl_strtold(const char *text, char **end);
void *nl_memcpy(void *to, const void *from, size_t count);
void *nl_memmove(void *to, const void *from, size_t count);
void *nl_memset(void *to, int value, size_t count);
int nl_memcmp(const void *a, const void *b, size_t count);
void *nl_memchr(const void *bytes, int value, size_t count);
void *nl_memrchr(const void *bytes, int value, size_t count);
void *nl_memmem(const void *bytes, size_t count, const void *wanted, size_t wantedCount);
size_t nl_strlen(const char *text);
size_t nl_strnlen(const char *text, size_t limit);
char *nl_strcpy(char *to, const char *from);
char *nl_strncpy(char *to, const char *from, size_t count);
char *nl_strcat(char *to, const char *from);
char *nl_strncat(char *to, const char *from, size_t count);
size_t nl_strlcpy(char *to, const char *from, size_t size);
size_t nl_strlcat(char *to, const char *from, size_t size);
int nl_strcmp(const char *a, const char *b);
int nl_strncmp(const char *a, const char *b, size_t count);
int nl_strcasecmp(const char *a, const char *b);
char *nl_strchr(const char *text, int value);
char *nl_strrchr(const char *text, int value);
char *nl_strstr(const char *text, const char *wanted);
size_t nl_strspn(const char *text, const char *set);
size_t nl_strcspn(const char *text, const char *set);
char *nl_strpbrk(const char *text, const char *set);
char *nl_strtok_r(char *text, const char *separators, char **state);
char *nl_strsep(char **text, const char *separators);
char *nl_strerror(int number);
int nl_isalpha(int c);
int nl_isspace(int c);
int nl_ispunct(int c);
int nl_isprint(int c);
int nl_iscntrl(int c);
int nl_isxdigit(int c);
int nl_toupper(int c);
void nl_qsort(void *array, size_t count, size_t size, int (*compare)(const void *, const void *));
void *nl_bsearch(const void *key, const void *array, size_t count, size_t size,
                 int (*compare)(const void *, const void *));
char *nl_getenv(const char *name);
int nl_setenv(const char *name, const char *value, int overwrite);
int nl_unsetenv(const char *name);
struct tm;
struct tm *nl_gmtime_r(const int64_t *value, struct tm *result);
int64_t nl_timegm(struct tm *fields);
size_t nl_strftime(char *to, size_t size, const char *format, const struct tm *fields);
extern char *nl_optarg;
extern int nl_optind, nl_opterr, nl_optopt;
struct option;
int nl_getopt_long(int argc, char *const argv[], const char *options,
                   const struct option *longOptions, int *longIndex);
int nl_getopt(int argc, char *const argv[], const char *options);
}

/** What nolibc wrote to the console since the last call. */
#include <string>
std::string takeConsole();
