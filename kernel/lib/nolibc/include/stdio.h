/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause */
#pragma once

/** ISO C 7.21: formatted input and output, on strings and on the console. There are no files, and no
 * wide characters: %lc and %ls are errors (EINVAL). */

#include <stdarg.h>
#include <stddef.h>

typedef struct __nolibc_file FILE;

#define EOF (-1)
#define BUFSIZ 256
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2

#ifdef __cplusplus
extern "C" {
#endif

/** The console. Each call writes all it has to write; nothing stays behind in a buffer. */
extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#define stdin stdin
#define stdout stdout
#define stderr stderr

int printf(const char *__restrict format, ...) __attribute__((format(printf, 1, 2)));
int fprintf(FILE *__restrict file, const char *__restrict format, ...)
    __attribute__((format(printf, 2, 3)));
int sprintf(char *__restrict to, const char *__restrict format, ...)
    __attribute__((format(printf, 2, 3)));
int snprintf(char *__restrict to, size_t size, const char *__restrict format, ...)
    __attribute__((format(printf, 3, 4)));
int asprintf(char **__restrict to, const char *__restrict format, ...)
    __attribute__((format(printf, 2, 3)));
int vprintf(const char *__restrict format, va_list arguments) __attribute__((format(printf, 1, 0)));
int vfprintf(FILE *__restrict file, const char *__restrict format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
int vsprintf(char *__restrict to, const char *__restrict format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
int vsnprintf(char *__restrict to, size_t size, const char *__restrict format, va_list arguments)
    __attribute__((format(printf, 3, 0)));
int vasprintf(char **__restrict to, const char *__restrict format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

int sscanf(const char *__restrict text, const char *__restrict format, ...)
    __attribute__((format(scanf, 2, 3)));
int vsscanf(const char *__restrict text, const char *__restrict format, va_list arguments)
    __attribute__((format(scanf, 2, 0)));
int scanf(const char *__restrict format, ...) __attribute__((format(scanf, 1, 2)));
int vscanf(const char *__restrict format, va_list arguments) __attribute__((format(scanf, 1, 0)));
int fscanf(FILE *__restrict file, const char *__restrict format, ...)
    __attribute__((format(scanf, 2, 3)));
int vfscanf(FILE *__restrict file, const char *__restrict format, va_list arguments)
    __attribute__((format(scanf, 2, 0)));

int fputc(int c, FILE *file);
int putc(int c, FILE *file);
int putchar(int c);
int fputs(const char *__restrict text, FILE *__restrict file);
int puts(const char *text);
size_t fwrite(const void *__restrict data, size_t size, size_t count, FILE *__restrict file);
int fflush(FILE *file);
int setvbuf(FILE *__restrict file, char *__restrict buffer, int mode, size_t size);
void setbuf(FILE *__restrict file, char *__restrict buffer);

/** Input waits for the console. A carriage return reads as a line feed, and is echoed. */
int fgetc(FILE *file);
int getc(FILE *file);
int getchar(void);
int ungetc(int c, FILE *file);
char *fgets(char *__restrict to, int size, FILE *__restrict file);
size_t fread(void *__restrict data, size_t size, size_t count, FILE *__restrict file);

int feof(FILE *file);
int ferror(FILE *file);
void clearerr(FILE *file);
int fileno(FILE *file);
void perror(const char *prefix);

#ifdef __cplusplus
}
#endif
