# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
#
# usage: awk -v directory=DIR -f compile-commands.awk LIST
# LIST names files with the compiler's command lines (OBJECT.cmd), one a line. Writes them as a
# compilation database (Clang's JSON Compilation Database Format): for editors and analysers.

function quoted(text) {
    gsub(/[\\"]/, "\\\\&", text)
    gsub(/\t/, " ", text)
    return "\"" text "\""
}

# The word after OPTION in a command
function word_after(option, command,    words, count, i) {
    count = split(command, words, " ")
    for (i = 1; i < count; ++i)
        if (words[i] == option)
            return words[i + 1]
    return ""
}

BEGIN { print "[" }
{
    if ((getline command < $0) > 0) {
        source = word_after("-c", command)
        if (source != "") {
            printf "%s  {\n    \"directory\": %s,\n    \"file\": %s,\n    \"output\": %s,\n    \"command\": %s\n  }", \
                separator, quoted(directory), quoted(source), quoted(word_after("-o", command)), quoted(command)
            separator = ",\n"
        }
    }
    close($0)
}
END { print "\n]" }
