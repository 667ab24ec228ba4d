#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause

"""The format of kernel messages, as viewers of such logs expect it."""

import re

import guest

TIME = r"\[ {0,4}\d{1,5}\.\d{6}\] "
HEADER = r"(?:dbg:  |Info: |Warn: |ERR:  |CRIT: )"
THREAD = r"<(?:<n/a>|[^<>]+)> "
CALLER = r"\{r:0x[0-9a-f]+,f:0x[0-9a-f]+\} "
LIBRARY = r"\[\w+\] "
SOURCE = r"<[\w.]+ @ {1,4}\d+> "

ALL_LEVELS = "LIBUKDEBUG_PRINTK_INFO=y"
PARTS = {
    "TIME": "LIBUKDEBUG_PRINT_TIME",
    "THREAD": "LIBUKDEBUG_PRINT_THREAD",
    "CALLER": "LIBUKDEBUG_PRINT_CALLER",
    "SOURCE": "LIBUKDEBUG_PRINT_SRCNAME",
}
CONFIGURATIONS = {
    "bare": (),
    "info": ("TIME", "SOURCE"),
    "thread": ("TIME", "THREAD", "CALLER", "SOURCE"),
    "caller": ("CALLER",),
}

MESSAGES = (
    ("dbg:  ", "a debug message, x=42"),
    ("Info: ", "an info message"),
    ("Warn: ", "a warning message"),
    ("ERR:  ", "an error message"),
    ("CRIT: ", "a critical message"),
    ("Info: ", "partial continued"),
    ("Info: ", "unterminated, then level change"),
    ("ERR:  ", "error after unterminated info"),
    ("Info: ", "two"),
    ("Info: ", "lines in one call"),
)


def build(folder, name, parts, *more):
    options = [f"{option}={'y' if part in parts else 'n'}" for part, option in PARTS.items()]
    return guest.build(folder / name, options=(ALL_LEVELS, *options, *more))


def lines_from_main(output):
    """The guest's own messages, and what follows."""
    return output[output.index("program: <"):].split("\r\n")[1:]


def formats(folder):
    for name, parts in CONFIGURATIONS.items():
        image = build(folder, name, parts)
        output = guest.expect(guest.run(image, arguments="levels"), 0)
        pattern = re.compile("^" + "".join((
            TIME if "TIME" in parts else "", f"(?P<level>{HEADER})",
            THREAD if "THREAD" in parts else "", CALLER if "CALLER" in parts else "",
            f"(?P<library>{LIBRARY})", SOURCE if "SOURCE" in parts else "",
            "(?P<text>.*)$")))
        lines = lines_from_main(output)
        for line, (level, text) in zip(lines, MESSAGES):
            match = pattern.match(line)
            guest.check(match, f"{name}: not a message line: {line!r}")
            guest.check(match["level"] == level and match["text"] == text
                        and match["library"] == "[appguest] ", f"{name}: {line!r}")
        rest = lines[len(MESSAGES):]
        guest.check('"0123456789abcdefHELLO": 0' in rest[0] and rest[0].endswith(
            "  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  "), f"{name}: {rest[0]!r}")
        guest.check(rest[1].endswith("  48 45 4c 4c 4f "), f"{name}: {rest[1]!r}")
        guest.check(rest[2] == "plain stdout line (no prefix)", f"{name}: {rest[2]!r}")
        guest.check(any("[libukboot] " in line and line.endswith("main returned 0")
                        for line in rest), f"{name}: no message of libukboot")


def calling_main(folder):
    """The line that tells the arguments is one line, in a known form."""
    image = build(folder, "info", CONFIGURATIONS["info"])
    output = guest.expect(guest.run(image, arguments="arguments a b"), 0)
    guest.check(re.search(rf"\n{TIME}Info: \[libukboot\] {SOURCE}Calling main\(4, "
                          r"\['[^']*guest_qemu-x86_64', 'arguments', 'a', 'b'\]\)\r\n", output),
                output)


RESET = "\033[0m"
COLORED_LEVELS = {
    "a debug message, x=42": ("\033[37mdbg:\033[0m  ", ""),
    "an info message": ("\033[1m\033[32mInfo:\033[0m ", ""),
    "a warning message": ("\033[1m\033[33mWarn:\033[0m ", ""),
    "an error message": ("\033[1m\033[31mERR:\033[0m  ", "\033[31m"),
    "a critical message": ("\033[1m\033[37m\033[41mCRIT:\033[0m ", "\033[1m\033[31m"),
}


def colors(folder):
    image = build(folder, "color", PARTS, "LIBUKDEBUG_ANSI_COLOR=y")
    output = guest.expect(guest.run(image, arguments="levels"), 0)
    escape = re.escape
    for text, (header, color) in COLORED_LEVELS.items():
        pattern = "".join((
            escape(RESET + "\033[32m"), TIME, escape(RESET + header),
            escape(RESET + "\033[34m"), THREAD, escape(RESET + "\033[31m"), CALLER,
            escape(RESET + "\033[33m"), escape("[appguest] "),
            escape(RESET + "\033[36m"), SOURCE, escape(RESET + color + text), "\r\n",
            escape(RESET)))
        guest.check(re.search(pattern, output), f"no coloured {text!r} in {output!r}")
    guest.check("partial " + RESET + RESET + "continued\r\n" + RESET in output, repr(output))
    guest.check("level change" + RESET + "\r\n" + RESET in output, repr(output))


def levels(folder):
    """What is below the configured level is not there."""
    shown = {"CRIT": 1, "ERR": 2, "WARN": 3, "INFO": 4}
    for name, count in shown.items():
        image = guest.build(folder / f"level-{name}", options=(f"LIBUKDEBUG_PRINTK_{name}=y",))
        output = guest.expect(guest.run(image, arguments="levels"), 0)
        for i, text in enumerate(("a critical", "an error", "a warning", "an info")):
            guest.check((f"{text} message" in output) == (i < count), f"{name}: {output}")


def any_length(folder):
    image = guest.build(folder / "guest")
    output = guest.expect(guest.run(image, arguments="long"), 0)
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    text = (alphabet * 400)[:10000]
    guest.check(f"> BEGIN{text}END\r\n" in output, output)
    guest.check(f"> {'7':>300}|{'left':<300}|cut\r\n" in output, output)


def conversions(folder):
    image = guest.build(folder / "guest")
    guest.expect(guest.run(image, arguments="conversions"), 0,
                 "> [-5] [0] [4000000000]\r\n",
                 "> [   42] [42   ] [00042] [+42] [ 42]\r\n",
                 "> [beef] [BEEF] [0xbeef] [0XBEEF] [0000beef] [010]\r\n",
                 "> [-1] [-9223372036854775808] [-3] [-4] [4]\r\n",
                 "> [text] [     right] [left      ] [cu] [c] [%]\r\n",
                 "> [   1] [2   ] [abc] [00012]\r\n",
                 "> [0x1234] [(null)]\r\n")


def dumps(folder):
    image = guest.build(folder / "guest")
    first = "> 00001000  54 68 65 20 71 75 69 63  6b 20 62 72 6f 77 6e 20  |The quick brown |\r\n"
    guest.expect(guest.run(image, arguments="dumps"), 0,
                 first +
                 "> 00001010  66 6f 78 0a 09 6a 75 6d  70 73 20 6f 76 65 72 20  |fox..jumps over |\r\n"
                 "> 00001020  74 68 65 20 6c 61 7a 79  20 64 6f                 |the lazy do|\r\n"
                 + f"{3 * (len(first) - 1) - 5} characters\r\n",
                 f"{first[:19]}|{3 * (len(first) - 1) - 5} characters\r\n",
                 "54 68 65 20  71 75 69 63  \r\n6b \r\n",
                 f"0000000123456789  {'00 ' * 8} {'00 ' * 8} |{'.' * 16}|\r\n*\r\n"
                 f"00000001234567c9  {'00 ' * 8} {'00 ' * 8} |{'.' * 16}|\r\n")


def once(folder):
    image = guest.build(folder / "warnings", options=("LIBUKDEBUG_PRINTK_WARN=y",))
    output = guest.expect(guest.run(image, arguments="once"), 0,
                          "Condition warning: argc == 0\r\n")
    guest.check(output.count("only once") == 1 and output.count("each time") == 3, output)


def without_assertions(folder):
    image = guest.build(folder / "no-assertions", options=("LIBUKDEBUG_ENABLE_ASSERT=n",))
    guest.expect(guest.run(image, arguments="assert"), 0)


def debug_everywhere(folder):
    image = guest.build(folder / "debug", options=(ALL_LEVELS, "LIBUKDEBUG_PRINTD=y"))
    output = guest.expect(guest.run(image, arguments="levels"), 0, "dbg:  [appguest] ",
                          "Memory 000000000000-000000001000 --- reserved\r\n")
    guest.check(re.search(r"Memory 000000100000-0000001[0-9a-f]{5} r-x kernel\r\n", output), output)
    guest.check("wx" not in output, output)
    hertz = re.search(rf"\n{TIME}Info: \[libkvmplat\] {SOURCE}Time-stamp counter: (\d+) Hz\r\n",
                      output)
    guest.check(hertz and 10**8 < int(hertz[1]) < 10**11, output)


if __name__ == "__main__":
    guest.main([formats, calling_main, colors, levels, any_length, conversions, dumps, once,
                without_assertions, debug_everywhere])
