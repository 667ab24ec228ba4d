// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// The console as a file: characters, lines, blocks.

#include "console.hpp"
#include "file.hpp"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool __nolibc_file::write(const char *data, size_t length)
{
    if (!writable) {
        errno = EBADF;
        failed = true;
        return false;
    }
    constexpr size_t most = 1U << 30; // the console counts in unsigned int
    for (; length > 0;) {
        const size_t part = length < most ? length : most;
        nolibc::writeConsole(data, static_cast<unsigned int>(part));
        data += part;
        length -= part;
    }
    return true;
}

namespace {

__nolibc_file consoleInput{STDIN_FILENO, false};
__nolibc_file consoleOutput{STDOUT_FILENO, true};
__nolibc_file consoleError{STDERR_FILENO, true};

} // namespace

#undef stdin
#undef stdout
#undef stderr

extern "C" {

FILE *stdin = &consoleInput;
FILE *stdout = &consoleOutput;
FILE *stderr = &consoleError;

int fputc(int c, FILE *file)
{
    const char byte = static_cast<char>(c);
    return file->write(&byte, 1) ? static_cast<unsigned char>(c) : EOF;
}

int putc(int c, FILE *file)
{
    return fputc(c, file);
}

int putchar(int c)
{
    return fputc(c, stdout);
}

int fputs(const char *__restrict text, FILE *__restrict file)
{
    return file->write(text, strlen(text)) ? 0 : EOF;
}

int puts(const char *text)
{
    return fputs(text, stdout) == EOF ? EOF : putchar('\n');
}

size_t fwrite(const void *__restrict data, size_t size, size_t count, FILE *__restrict file)
{
    if (size == 0 || count == 0)
        return 0;
    return file->write(static_cast<const char *>(data), size * count) ? count : 0;
}

int fflush(FILE *)
{
    return 0; // nothing is ever held back
}

int setvbuf(FILE *__restrict, char *__restrict, int, size_t)
{
    return 0;
}

void setbuf(FILE *__restrict, char *__restrict) {}

int fgetc(FILE *file)
{
    if (file->pushedBack != EOF) {
        const int c = file->pushedBack;
        file->pushedBack = EOF;
        return c;
    }
    unsigned char byte;
    const ssize_t got = read(file->descriptor, &byte, 1);
    if (got != 1) {
        (got == 0 ? file->ended : file->failed) = true;
        return EOF;
    }
    return byte;
}

int getc(FILE *file)
{
    return fgetc(file);
}

int getchar(void)
{
    return fgetc(stdin);
}

int ungetc(int c, FILE *file)
{
    if (c == EOF || file->pushedBack != EOF)
        return EOF;
    file->pushedBack = static_cast<unsigned char>(c);
    file->ended = false;
    return file->pushedBack;
}

char *fgets(char *__restrict to, int size, FILE *__restrict file)
{
    int length = 0;
    while (length + 1 < size) {
        const int c = fgetc(file);
        if (c == EOF)
            break;
        to[length++] = static_cast<char>(c);
        if (c == '\n')
            break;
    }
    if (length == 0)
        return nullptr;
    to[length] = '\0';
    return to;
}

size_t fread(void *__restrict data, size_t size, size_t count, FILE *__restrict file)
{
    auto *to = static_cast<char *>(data);
    const size_t whole = size * count;
    size_t done = 0;
    for (; done < whole; ++done) {
        const int c = fgetc(file);
        if (c == EOF)
            break;
        to[done] = static_cast<char>(c);
    }
    return size ? done / size : 0;
}

int feof(FILE *file)
{
    return file->ended;
}

int ferror(FILE *file)
{
    return file->failed;
}

void clearerr(FILE *file)
{
    file->ended = false;
    file->failed = false;
}

int fileno(FILE *file)
{
    return file->descriptor;
}

void perror(const char *prefix)
{
    if (prefix && *prefix)
        fprintf(stderr, "%s: ", prefix);
    fprintf(stderr, "%s\n", strerror(errno));
}

} // extern "C"
