// SPDX-FileCopyrightText: The Kiln authors
// SPDX-License-Identifier: BSD-3-Clause

// Options of a command line.

#include <getopt.h>
#include <stdio.h>
#include <string.h>

namespace {

/** Where the next option is within an argument that holds several, as in -abc. */
const char *inArgument = nullptr;

int complain(const char *const *argv, const char *text, const char *option, size_t length)
{
    if (opterr)
        fprintf(stderr, "%s: %s '%.*s'\n", argv[0], text, static_cast<int>(length), option);
    return '?';
}

/** True when there is no option at optind; "--" is passed over. */
bool atOperands(int argc, char *const argv[])
{
    if (optind >= argc || argv[optind][0] != '-' || argv[optind][1] == '\0')
        return true;
    if (strcmp(argv[optind], "--") == 0) {
        ++optind;
        return true;
    }
    return false;
}

int longOption(int argc, char *const argv[], bool quiet, const option *options, int *index)
{
    const char *name = argv[optind++] + 2;
    const size_t length = strcspn(name, "=");
    const option *found = nullptr;
    bool ambiguous = false;
    for (const option *candidate = options; candidate->name; ++candidate) {
        if (strncmp(candidate->name, name, length) != 0)
            continue;
        if (strlen(candidate->name) == length) {
            found = candidate;
            ambiguous = false;
            break;
        }
        ambiguous = found != nullptr;
        if (!found)
            found = candidate;
    }
    optopt = 0;
    if (!found || ambiguous)
        return complain(argv, ambiguous ? "ambiguous option" : "unknown option", name - 2,
                        length + 2);
    if (name[length] == '=') {
        if (found->has_arg == no_argument)
            return complain(argv, "this option takes no argument:", name - 2, length + 2);
        optarg = const_cast<char *>(name + length + 1);
    } else if (found->has_arg == required_argument) {
        if (optind >= argc) {
            optopt = found->val;
            if (quiet)
                return ':';
            return complain(argv, "argument missing after", name - 2, length + 2);
        }
        optarg = argv[optind++];
    }
    if (index)
        *index = static_cast<int>(found - options);
    if (!found->flag)
        return found->val;
    *found->flag = found->val;
    return 0;
}

} // namespace

extern "C" {

char *optarg = nullptr;
int optind = 1;
int opterr = 1;
int optopt = 0;

int getopt_long(int argc, char *const argv[], const char *options, const struct option *longOptions,
                int *longIndex)
{
    optarg = nullptr;
    if (optind == 0) { // the usual way to start over
        optind = 1;
        inArgument = nullptr;
    }
    const bool quiet = *options == ':';
    if (!inArgument || !*inArgument) {
        inArgument = nullptr;
        if (atOperands(argc, argv))
            return -1;
        if (longOptions && argv[optind][1] == '-')
            return longOption(argc, argv, quiet, longOptions, longIndex);
        inArgument = argv[optind] + 1;
    }

    const char letter = *inArgument++;
    if (!*inArgument)
        ++optind;
    const char *known = letter == ':' ? nullptr : strchr(options, letter);
    optopt = static_cast<unsigned char>(letter);
    if (!known)
        return quiet ? '?' : complain(argv, "unknown option", &letter, 1);
    if (known[1] != ':')
        return static_cast<unsigned char>(letter);
    if (*inArgument) { // the rest of this argument
        optarg = const_cast<char *>(inArgument);
        ++optind;
    } else if (known[2] != ':') { // the next one, unless the argument is optional
        if (optind >= argc) {
            inArgument = nullptr;
            return quiet ? ':' : complain(argv, "argument missing after", &letter, 1);
        }
        optarg = argv[optind++];
    }
    inArgument = nullptr;
    return static_cast<unsigned char>(letter);
}

int getopt(int argc, char *const argv[], const char *options)
{
    return getopt_long(argc, argv, options, nullptr, nullptr);
}

} // extern "C"
