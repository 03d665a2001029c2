#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Holds the includes of src against the layers of docs/architecture.md: check.py SOURCE_FOLDER"""
import pathlib
import re
import sys

MAY_SEE = {
    "base": {"base"},
    "model": {"base", "model"},
    "evidence": {"base", "model", "evidence"},
    "analysis": {"base", "model", "evidence", "analysis"},
    "selection": {"base", "model", "evidence", "analysis", "selection"},
    "io": {"base", "io"},
    "report": {"base", "report"},
}


def faults(source):
    for file in sorted((source / "src").rglob("*.[ch]")):
        layer = file.relative_to(source / "src").parts[0]
        if layer not in MAY_SEE:
            yield "%s: no such layer" % file
        for line in re.findall(r'^\s*#\s*include\s*"([^"]+)"', file.read_text(encoding="utf-8"), re.M):
            other = line.split("/")[0]
            if other != "rapport" and other not in MAY_SEE.get(layer, ()):
                yield "%s includes %s: %s may not see %s" % (file, line, layer, other)
            if other != "rapport" and not (source / "src" / line).is_file():
                yield "%s includes %s, which is not there" % (file, line)


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "every include keeps to the layers")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
