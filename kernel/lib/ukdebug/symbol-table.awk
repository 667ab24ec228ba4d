# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

# Makes the table of function names that <uk/symbols.h> reads: from the output of "nm -n -C" to
# assembler. Names lose their parameters, template arguments and what the compiler added.

function number(hex,    i, value)
{
	value = 0
	for (i = 1; i <= length(hex); i++)
		value = value * 16 + index("0123456789abcdef", substr(hex, i, 1)) - 1
	return value
}

function plain(name,    words, count)
{
	gsub(/\(anonymous namespace\)::/, "", name)
	gsub(/\{lambda\([^)]*\)#[0-9]+\}/, "lambda", name)
	sub(/ \[clone.*/, "", name)
	if (name !~ /operator/) {
		sub(/\(.*/, "", name)
		sub(/<.*/, "", name)
	}
	sub(/\.(constprop|isra|part|cold|lto_priv)\..*/, "", name)
	count = split(name, words, " ")
	return name ~ /operator/ ? name : words[count]
}

BEGIN {
	print ".section .uk_symbols, \"a\""
}

$3 == "_text" {
	last = number($1)
	begun = 1
	next
}

begun && $2 ~ /^[tTwW]$/ && $3 !~ /^[.$]/ && $3 != "_etext" {
	name = $0
	sub(/^[0-9a-f]+ . /, "", name)
	address = number($1)
	if (address == last && printed)
		next
	printf "\t.uleb128 %d\n\t.asciz \"%s\"\n", address - last, plain(name)
	last = address
	printed = 1
}

END {
	print ".section .note.GNU-stack, \"\", @progbits"
}
