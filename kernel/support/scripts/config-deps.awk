# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# usage: awk -v header=CONFIG.H -v folder=DIR -f config-deps.awk LIST
# LIST names dependency files of the compiler, one a line. In each, the configuration's header, which
# everything includes, gives way to the options that the source and its headers really mention:
# kconf touches DIR/some/option.h when the option SOME_OPTION changes.

# The options that FILE mentions, each as " file". Every file is read once.
function options_in(file,    line, found, name) {
    if (file in known)
        return known[file]
    found = ""
    while ((getline line < file) > 0) {
        while (match(line, /CONFIG_[A-Za-z0-9_]+/)) {
            name = tolower(substr(line, RSTART + 7, RLENGTH - 7))
            line = substr(line, RSTART + RLENGTH)
            gsub(/_/, "/", name)
            found = found " " folder "/" name ".h"
        }
    }
    close(file)
    return known[file] = found
}

function rewrite(path,    line, text, target, count, words, i, j, options, seen, rest, phony, n, names) {
    text = ""
    while ((getline line < path) > 0) {
        if (line ~ /\\$/) {
            text = text " " substr(line, 1, length(line) - 1)
        } else {
            text = text " " line
            break # what follows are empty rules for the headers
        }
    }
    close(path)
    count = split(text, words, " ")
    target = words[1]
    for (i = 2; i <= count && words[i] != header; ++i)
        ;
    if (i > count)
        return # not configured by the header, or done before
    options = rest = phony = ""
    for (i = 2; i <= count; ++i) {
        if (words[i] == header)
            continue
        rest = rest " \\\n " words[i]
        phony = phony words[i] ":\n"
        n = split(options_in(words[i]), names, " ")
        for (j = 1; j <= n; ++j) {
            if (!(names[j] in seen)) {
                seen[names[j]] = 1
                options = options " " names[j]
            }
        }
    }
    # Files of options that are off do not exist.
    printf "%s $(wildcard%s)%s\n%s", target, options, rest, phony > path
    close(path)
}

{ rewrite($0) }
