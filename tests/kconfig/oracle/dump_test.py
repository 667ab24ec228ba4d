#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Kiln authors
# SPDX-License-Identifier: BSD-3-Clause
"""kconf dump against Kconfiglib: names, types, prompts, defaults, selects and direct dependencies of
the fixture trees; and lint's undefined symbols against Kconfiglib's."""

import argparse
import glob
import json
import os
import re
import subprocess
import sys

from assignments import PYTHON

KCONFIGLIB = """
import json, sys
try:
    import kconfiglib as k
except ImportError:
    sys.exit("install the package python3-kconfiglib (packaging/run-tests does)")
tree = k.Kconfig(sys.argv[1], warn=False)
def text(expression):
    return k.expr_str(expression, lambda sc: "<choice>" if isinstance(sc, k.Choice) else sc.name)
symbols = {}
for symbol in tree.unique_defined_syms:
    symbols[symbol.name] = {
        "type": k.TYPE_TO_STR[symbol.orig_type],
        "prompts": [node.prompt[0] for node in symbol.nodes if node.prompt],
        "lines": [node.linenr for node in symbol.nodes],
        "helps": [node.help or "" for node in symbol.nodes],
        "defaults": [text(value) for value, _ in symbol.orig_defaults],
        "selects": [target.name for target, _ in symbol.orig_selects],
        "implies": [target.name for target, _ in symbol.orig_implies],
        "depends": text(symbol.direct_dep)}
named = lambda s: not s.nodes and not s.is_constant and not s.name.lstrip("-").isdigit() \\
    and not s.name.startswith("0x") and s.name != "MODULES"
print(json.dumps({"symbols": symbols,
                  "undefined": sorted(s.name for s in tree.syms.values() if named(s)),
                  "choices": len(tree.unique_choices)}))
"""


def atoms(text):
    """An expression as the multiset of its names and signs: grouping and blanks differ, and so do
    quotes and the words for a choice."""
    return sorted(re.findall(r"&&|\|\||!=|<=|>=|[=<>!]|<choice>|[A-Za-z0-9_.\-]+", text))


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if not done.stdout:
        sys.exit(f"{command[0]} failed: {done.stderr}")
    return json.loads(done.stdout)


def ours(kconf, root):
    # An empty configuration folder, so that no values get in.
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "KCONFIG_CONFIG": "/nonexistent"}
    model = run([kconf, "dump", root], env=environment)
    nodes = {node["id"]: node for node in model["nodes"]}
    symbols = {}
    for symbol in model["symbols"]:
        if not symbol["defined"] or symbol["isChoice"]:
            continue
        properties = symbol["properties"]

        def of(kind, properties=properties):
            return [each for each in properties if each["kind"] == kind]
        dependency = symbol["directDependency"]
        dependencies = [nodes[node]["dependency"] for node in symbol["nodes"]]
        # conf or-s only the dependencies that are there; Kconfiglib takes none for y.
        if None in dependencies:
            dependency = None
        symbols[symbol["name"]] = {
            "type": symbol["type"],
            "prompts": [each["text"] for each in of("prompt")],
            "lines": [nodes[node]["at"][1] for node in symbol["nodes"]],
            "helps": [nodes[node]["help"].rstrip("\n") for node in symbol["nodes"]],
            "defaults": [each["value"]["text"] for each in of("default")],
            "selects": [each["value"]["text"] for each in of("select")],
            "implies": [each["value"]["text"] for each in of("imply")],
            "depends": dependency["text"] if dependency else "y"}
    report = run([kconf, "lint", "--json", "--severity=note", "--rule=undefined-symbol", root],
                 env=environment)
    undefined = sorted(re.match(r"'(.*?)'", each["message"]).group(1)
                       for each in report["findings"])
    return {"symbols": symbols, "undefined": undefined,
            "choices": len([s for s in model["symbols"] if s["defined"] and s["isChoice"]])}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kconf", required=True)
    parser.add_argument("--data", required=True, help="the fixture trees")
    options = parser.parse_args()
    kconf = os.path.abspath(options.kconf)
    roots = sorted(glob.glob(os.path.join(options.data, "*/Kconfig")))
    failures = compared = 0
    for root in roots:
        expected = run([PYTHON, "-c", KCONFIGLIB, root])
        found = ours(kconf, root)
        pairs = [("symbols", sorted(expected["symbols"]), sorted(found["symbols"])),
                 ("undefined symbols", expected["undefined"], found["undefined"]),
                 ("choices", expected["choices"], found["choices"])]
        for name, symbol in expected["symbols"].items():
            other = found["symbols"].get(name, {})
            for field, value in symbol.items():
                theirs = other.get(field)
                if field == "depends" and theirs is not None:
                    value, theirs = atoms(value), atoms(theirs)
                elif field == "defaults" and theirs is not None:
                    value = [atoms(each) for each in value]
                    theirs = [atoms(each) for each in theirs]
                elif field == "helps" and theirs is not None:
                    value = [each.rstrip("\n") for each in value]
                pairs.append((f"{name}.{field}", value, theirs))
        for what, theirs, our in pairs:
            compared += 1
            if theirs != our:
                failures += 1
                print(f"{root}: {what}: Kconfiglib {theirs!r}, kconf {our!r}")
    print(f"{compared} facts of {len(roots)} trees, {failures} different")
    return 1 if failures or compared < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
