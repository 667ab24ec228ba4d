# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""Generates random Kconfig trees and configurations for them, with the constructs on which the
dialects agree: no module-only subtleties of imply, no `option`s but modules."""

import random

TYPES = ["bool", "bool", "bool", "tristate", "tristate", "int", "hex", "string"]


class Generator:
    """One random tree. Symbols only refer to earlier ones, except selects and implies, which go to
    later ones that nothing before them refers to: so there is never a loop."""

    def __init__(self, seed, size=40, modules=None, implies=False):
        self.rng = random.Random(seed)
        self.size = size
        self.implies = implies  # Linux 6.1 writes implied symbols whose dependencies are unmet
        self.modules = self.rng.random() < 0.6 if modules is None else modules
        self.lines = []
        self.types = {}        # name -> type, of what is defined so far
        self.defined = []      # names in order
        self.ranges = {}       # name -> (low, high)
        self.plan = [(f"S{number}", self.rng.choice(TYPES)) for number in range(size)]
        self.selected = set()

    def generate(self):
        rng = self.rng
        self.emit(0, 'mainmenu "Random tree"')
        if self.modules:
            self.emit(0, "config MODULES", "\tbool \"Modules\"", "\toption modules",
                      f"\tdefault {rng.choice('yyn')}")
            self.note("MODULES", "bool")
        position = 0
        depth = []
        while position < self.size:
            dice = rng.random()
            if dice < 0.08 and len(depth) < 4:
                self.emit(0, f'menu "Menu {position}"')
                if rng.random() < 0.5:
                    self.emit(1, f"depends on {self.condition()}")
                if rng.random() < 0.3:
                    self.emit(1, f"visible if {self.condition()}")
                depth.append("endmenu")
            elif dice < 0.16 and len(depth) < 4:
                self.emit(0, f"if {self.condition()}")
                depth.append("endif")
            elif dice < 0.26 and depth:
                self.emit(0, depth.pop())
            elif dice < 0.3:
                self.emit(0, f'comment "Comment {position}"')
                if rng.random() < 0.5:
                    self.emit(1, f"depends on {self.condition()}")
            elif dice < 0.4 and position + 4 < self.size:
                position = self.choice(position)
            else:
                self.config(position)
                position += 1
        for end in reversed(depth):
            self.emit(0, end)
        return "\n".join(self.lines) + "\n"

    def emit(self, indent, *lines):
        self.lines.extend("\t" * indent + line for line in lines)

    def note(self, name, kind):
        self.types[name] = kind
        self.defined.append(name)

    def truths(self):
        return [name for name in self.defined if self.types[name] in ("bool", "tristate")]

    def leaf(self):
        rng = self.rng
        if not self.defined or rng.random() < 0.05:
            return rng.choice(["y", "n", "m", "UNDEFINED"])
        name = rng.choice(self.defined)
        kind = self.types[name]
        if kind in ("bool", "tristate"):
            if rng.random() < 0.7:
                return ("!" if rng.random() < 0.25 else "") + name
            value = rng.choice("yn" if kind == "bool" else "ymn")
            return f"{name}{rng.choice(['=', '!='])}{value}"
        operator = rng.choice(["=", "!=", "<", "<=", ">", ">="])
        if kind == "string":
            return f'{name} {rng.choice(["=", "!="])} "{rng.choice(["", "abc", "y", "12"])}"'
        same = [other for other in self.defined if self.types[other] == kind]
        if rng.random() < 0.3:
            return f"{name} {operator} {rng.choice(same)}"
        return f"{name} {operator} {self.number(kind)}"

    def number(self, kind):
        value = self.rng.choice([0, 1, 5, 10, 100])
        return hex(value) if kind == "hex" else str(value)

    def condition(self, depth=0):
        rng = self.rng
        if depth > 2 or rng.random() < 0.5:
            return self.leaf()
        left, right = self.condition(depth + 1), self.condition(depth + 1)
        text = f"{left} {rng.choice(['&&', '&&', '||'])} {right}"
        if rng.random() < 0.3:
            return f"!({text})"
        return f"({text})" if depth else text

    def maybe_if(self, chance):
        return f" if {self.condition()}" if self.rng.random() < chance else ""

    def attributes(self, position, name, kind, prompt):
        rng = self.rng
        if prompt:
            self.emit(1, f'{kind} "Prompt of {name}"{self.maybe_if(0.2)}')
        else:
            self.emit(1, kind)
        if rng.random() < 0.4:
            self.emit(1, f"depends on {self.condition()}")
        for _ in range(rng.choice([0, 1, 1, 2])):
            self.emit(1, f"default {self.default(kind)}{self.maybe_if(0.4)}")
        if kind in ("int", "hex") and rng.random() < 0.5:
            low, high = 1, rng.choice([10, 100])
            self.ranges[name] = (low, high)
            bounds = (hex(low), hex(high)) if kind == "hex" else (low, high)
            self.emit(1, f"range {bounds[0]} {bounds[1]}")
        if kind in ("bool", "tristate"):
            later = [other for other, other_kind in self.plan[position + 1:]
                     if other_kind in ("bool", "tristate")]
            if later and rng.random() < 0.25:
                self.emit(1, f"select {rng.choice(later)}{self.maybe_if(0.3)}")
            later = [other for other, other_kind in self.plan[position + 1:]
                     if other_kind == "bool"]
            if later and self.implies and rng.random() < 0.3:
                self.emit(1, f"imply {rng.choice(later)}{self.maybe_if(0.3)}")
        if rng.random() < 0.2:
            self.emit(1, "help", f"  About {name}.", "", "    Indented.")

    def default(self, kind):
        rng = self.rng
        if kind in ("bool", "tristate"):
            names = self.truths()
            if names and rng.random() < 0.4:
                return self.condition(1)
            return rng.choice("ynm" if kind == "tristate" else "yn")
        if kind == "string":
            return '"' + rng.choice(["text", "a b", r"with \" quote", ""]) + '"'
        same = [name for name in self.defined if self.types[name] == kind]
        return rng.choice(same) if same and rng.random() < 0.3 else self.number(kind)

    def config(self, position):
        name, kind = self.plan[position]
        word = "menuconfig" if self.rng.random() < 0.1 else "config"
        prompt = word == "menuconfig" or self.rng.random() < 0.75
        self.emit(0, f"{word} {name}")
        self.attributes(position, name, kind, prompt)
        if self.rng.random() < 0.05 and kind in ("bool", "tristate"):
            self.emit(0, f"config {name}")
            self.emit(1, f"default y{self.maybe_if(0.8)}")
            self.emit(1, f"depends on {self.condition()}")
        self.note(name, kind)

    def choice(self, position):
        rng = self.rng
        count = rng.choice([2, 3, 4])
        names = [self.plan[position + i][0] for i in range(count)]
        kind = "tristate" if rng.random() < 0.25 else "bool"
        self.emit(0, "choice")
        self.emit(1, f'prompt "Choice {position}"{self.maybe_if(0.2)}')
        if kind == "tristate":
            self.emit(1, "tristate")
        if rng.random() < 0.25:
            self.emit(1, "optional")
        if rng.random() < 0.3:
            self.emit(1, f"depends on {self.condition()}")
        for _ in range(rng.choice([0, 1, 2])):
            self.emit(1, f"default {rng.choice(names)}{self.maybe_if(0.4)}")
        for name in names:
            self.emit(0, f"config {name}")
            self.emit(1, f'{kind} "Value {name}"')
            if rng.random() < 0.3:
                self.emit(1, f"depends on {self.condition()}")
        self.emit(0, "endchoice")
        for name in names:
            self.note(name, kind)
        for i in range(count):
            self.plan[position + i] = (names[i], "choice value")
        return position + count

    def configuration(self):
        """A random .config for the tree."""
        rng = self.rng
        lines = []
        share = rng.choice([0.2, 0.5, 0.9])
        for name in self.defined:
            if rng.random() > share:
                continue
            kind = self.types[name]
            if kind in ("bool", "tristate"):
                value = rng.choice("yn" if kind == "bool" else "ymn")
                lines.append(f"# CONFIG_{name} is not set" if value == "n"
                             else f"CONFIG_{name}={value}")
            elif kind == "string":
                lines.append(f'CONFIG_{name}="{rng.choice(["abc", "12", "y", ""])}"')
            else:
                low, high = self.ranges.get(name, (0, 100))
                value = rng.randint(low, high)
                lines.append(f"CONFIG_{name}={hex(value) if kind == 'hex' else value}")
        return "\n".join(lines) + "\n"
