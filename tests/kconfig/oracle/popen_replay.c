/* SPDX-FileCopyrightText: The Kiln authors
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Answers popen() from a recording that kconf made (kconf --shells=record:FILE), so that conf and
 * kconf can be compared on the same answers, and timed without their shells. The format is described
 * in kconfig/include/kconfig/shell_recording.h. What kconf does at --shells=replay:FILE happens here:
 * folders that moved are renamed, answers of one command come in turn, files that a command wrote are
 * written again when they differ.
 *
 *   cc -O2 -shared -fPIC popen_replay.c -o popen_replay.so
 *   POPEN_REPLAY_FILE=FILE LD_PRELOAD=./popen_replay.so conf --olddefconfig Kconfig
 *
 * A command that is not in the recording is named on standard error and gives nothing, with exit
 * status 127; a recording that can't be read ends the program with status 70.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct text {
    char *bytes; /* with a NUL behind them */
    size_t length;
};

struct file {
    struct text path, content;
    unsigned mode;
    struct file *next;
};

struct variable {
    struct text text; /* NAME=VALUE, or NAME */
    struct variable *next;
};

struct call {
    struct text command, output;
    struct variable *environment;
    struct file *files;
    int status;
    int used;
    struct call *next; /* in the order of the recording */
};

struct root {
    struct text from;
    char *to;
    struct root *next; /* longest first */
};

#define BUCKETS 4096U

static struct call *buckets[BUCKETS];
static struct root *roots;
static int is_loaded;
static int last_status;

static void fail(const char *why)
{
    const char *name = getenv("POPEN_REPLAY_FILE");
    fprintf(stderr, "popen_replay: %s: %s\n", name ? name : "POPEN_REPLAY_FILE", why);
    exit(70);
}

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory)
        fail("out of memory");
    return memory;
}

static struct text copy(const char *bytes, size_t length)
{
    struct text text = {allocate(length + 1), length};
    memcpy(text.bytes, bytes, length);
    return text;
}

static unsigned bucket(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619U;
    return hash % BUCKETS;
}

static int ends_path(const char *at, const char *end)
{
    unsigned char c = at < end ? (unsigned char)*at : ' ';
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c >= 0x80 || strchr("_.-+~%@", c)) ||
           c == 0;
}

/* The text with every root's old place replaced by its new one. */
static struct text relocate(struct text text)
{
    struct text out = {NULL, 0};
    size_t room = 0;
    if (!roots)
        return text;
    const char *end = text.bytes + text.length;
    for (const char *at = text.bytes; at <= end;) {
        const char *piece = at;
        size_t length = 1, taken = 1;
        for (struct root *root = roots; root; root = root->next)
            if ((size_t)(end - at) >= root->from.length &&
                !memcmp(at, root->from.bytes, root->from.length) &&
                ends_path(at + root->from.length, end)) {
                piece = root->to;
                length = strlen(piece);
                taken = root->from.length;
                break;
            }
        while (out.length + length + 1 > room) {
            room = room ? room * 2 : 256;
            out.bytes = realloc(out.bytes, room);
            if (!out.bytes)
                fail("out of memory");
        }
        memcpy(out.bytes + out.length, piece, length);
        out.length += length;
        at += taken;
    }
    out.length--; /* the NUL */
    return out;
}

static void add_root(struct text field)
{
    char *sign = memchr(field.bytes, '=', field.length);
    if (!sign)
        fail("a damaged root");
    *sign = 0;
    char here[PATH_MAX];
    const char *to = !strcmp(field.bytes, ".") ? getcwd(here, sizeof here) : getenv(field.bytes);
    size_t length = field.length - (size_t)(sign + 1 - field.bytes);
    if (!to || to[0] != '/' || length < 2 || !strcmp(to, sign + 1))
        return;
    struct root *root = allocate(sizeof *root);
    root->from = copy(sign + 1, length);
    root->to = copy(to, strlen(to)).bytes;
    struct root **at = &roots;
    while (*at && (*at)->from.length >= length)
        at = &(*at)->next;
    root->next = *at;
    *at = root;
}

static char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail(strerror(errno));
    size_t room = 1 << 16, used = 0;
    char *bytes = malloc(room);
    size_t got;
    while (bytes && (got = fread(bytes + used, 1, room - used, file)) > 0) {
        used += got;
        if (used == room)
            bytes = realloc(bytes, room *= 2);
    }
    if (!bytes)
        fail("out of memory");
    fclose(file);
    *length = used;
    return bytes;
}

static void check_sum(const char *bytes, size_t length, struct text value, int calls)
{
    uint64_t hash = 0xcbf29ce484222325ULL;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3ULL;
    char expected[64];
    snprintf(expected, sizeof expected, "%d %llx", calls, (unsigned long long)hash);
    if (strcmp(expected, value.bytes))
        fail("damaged: its check sum does not fit");
}

/* Adds a field to what has been read; the roots come before all calls. */
static void take(const char *name, struct text value, struct call **now, struct file **last)
{
    struct call *call = *now;
    if (!strcmp(name, "root")) {
        add_root(value);
        return;
    }
    if (!strcmp(name, "command")) {
        *now = call = allocate(sizeof *call);
        call->command = relocate(value);
        *last = NULL;
        struct call **at = &buckets[bucket(call->command.bytes, call->command.length)];
        while (*at)
            at = &(*at)->next;
        *at = call;
        return;
    }
    if (!call)
        fail("damaged: a field before the first command");
    if (!strcmp(name, "environment")) {
        struct variable *variable = allocate(sizeof *variable);
        variable->text = relocate(value);
        variable->next = call->environment;
        call->environment = variable;
    } else if (!strcmp(name, "status")) {
        call->status = atoi(value.bytes);
    } else if (!strcmp(name, "output")) {
        call->output = relocate(value);
    } else if (!strcmp(name, "file")) {
        char *path = NULL;
        struct file *file = allocate(sizeof *file);
        file->mode = (unsigned)strtoul(value.bytes, &path, 8);
        if (*path != ' ' || !path[1])
            fail("damaged: a file without a path");
        file->path = relocate(copy(path + 1, strlen(path + 1)));
        if (*last)
            (*last)->next = file;
        else
            call->files = file;
        *last = file;
    } else if (!strcmp(name, "content") && *last) {
        (*last)->content = relocate(value);
    } else {
        fail("damaged: an unexpected field");
    }
}

static void load(void)
{
    static const char signature[] = "kiln-shells 1\n";
    const char *path = getenv("POPEN_REPLAY_FILE");
    is_loaded = 1;
    if (!path)
        fail("set it to a recording (kconf --shells=record:FILE)");
    size_t length = 0;
    char *bytes = read_whole(path, &length);
    if (length < sizeof signature - 1 || memcmp(bytes, signature, sizeof signature - 1))
        fail("no recording of shell commands that this program knows");
    struct call *call = NULL;
    struct file *file = NULL;
    int calls = 0;
    for (size_t at = sizeof signature - 1; at < length;) {
        char name[16];
        size_t start = at, size = 0;
        char *end = memchr(bytes + at, '\n', length - at);
        char *blank = end ? memchr(bytes + at, ' ', (size_t)(end - bytes) - at) : NULL;
        if (!blank || (size_t)(blank - bytes) - at >= sizeof name)
            fail("damaged: it is cut or changed");
        memcpy(name, bytes + at, (size_t)(blank - bytes) - at);
        name[(size_t)(blank - bytes) - at] = 0;
        for (char *digit = blank + 1; digit < end; digit++) {
            if (*digit < '0' || *digit > '9' || size > length)
                fail("damaged: a length that is no number");
            size = size * 10 + (size_t)(*digit - '0');
        }
        at = (size_t)(end - bytes) + 1;
        if (size >= length - at || bytes[at + size] != '\n')
            fail("damaged: it is cut or changed");
        struct text value = copy(bytes + at, size);
        at += size + 1;
        if (!strcmp(name, "end")) {
            check_sum(bytes, start, value, calls);
            free(bytes);
            return;
        }
        calls += !strcmp(name, "command");
        take(name, value, &call, &file);
    }
    fail("damaged: its end is missing");
}

static int is_here(const struct variable *variable)
{
    for (; variable; variable = variable->next) {
        const char *sign = strchr(variable->text.bytes, '=');
        size_t length = sign ? (size_t)(sign - variable->text.bytes) : variable->text.length;
        char *name = strndup(variable->text.bytes, length);
        const char *value = name ? getenv(name) : NULL;
        free(name);
        if (sign ? !value || strcmp(value, sign + 1) : value != NULL)
            return 0;
    }
    return 1;
}

/* The next recorded call of this command, or the last one once more. */
static struct call *find(const char *command)
{
    size_t length = strlen(command);
    struct call *best = NULL;
    for (struct call *call = buckets[bucket(command, length)]; call; call = call->next) {
        if (call->command.length != length || memcmp(call->command.bytes, command, length) ||
            !is_here(call->environment))
            continue;
        best = call;
        if (!call->used)
            break;
    }
    if (best)
        best->used = 1;
    return best;
}

static int is_same(const struct file *file)
{
    FILE *old = fopen(file->path.bytes, "rb");
    size_t at = 0;
    int c;
    if (!old)
        return 0;
    while ((c = getc(old)) != EOF && at < file->content.length &&
           (unsigned char)file->content.bytes[at] == c)
        at++;
    fclose(old);
    return c == EOF && at == file->content.length;
}

static void write_file(const struct file *file)
{
    if (is_same(file))
        return;
    struct text name = copy(file->path.bytes, file->path.length);
    for (char *slash = strchr(name.bytes + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(name.bytes, 0777);
        *slash = '/';
    }
    char *temporary = NULL;
    if (asprintf(&temporary, "%s.%ld.tmp", name.bytes, (long)getpid()) < 0)
        fail("out of memory");
    FILE *out = fopen(temporary, "wb");
    if (!out || fwrite(file->content.bytes, 1, file->content.length, out) != file->content.length ||
        fclose(out) || chmod(temporary, file->mode) || rename(temporary, name.bytes)) {
        fprintf(stderr, "popen_replay: can't write %s: %s\n", name.bytes, strerror(errno));
        exit(70);
    }
    free(temporary);
    free(name.bytes);
}

FILE *popen(const char *command, const char *type)
{
    (void)type;
    if (!is_loaded)
        load();
    struct call *call = find(command);
    last_status = call ? call->status : 127;
    if (!call) {
        fprintf(stderr, "popen_replay: not in the recording: %s\n", command);
        return fopen("/dev/null", "r");
    }
    for (struct file *file = call->files; file; file = file->next)
        write_file(file);
    return call->output.length ? fmemopen(call->output.bytes, call->output.length, "r")
                               : fopen("/dev/null", "r");
}

int pclose(FILE *stream)
{
    fclose(stream);
    return last_status << 8;
}
