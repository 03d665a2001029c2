#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The declarations of the Python module are those of the headers: none missing, none too many, none different."""
import ctypes
import importlib
import os
import shlex
import subprocess
import tempfile
import types
import unittest

import kit
from headers import Headers, Types, of_folder

constants, structs = (importlib.import_module("rapport." + name) for name in ("_constants", "_structs"))
FUNCTIONS = importlib.import_module("rapport._functions").FUNCTIONS
NAMES = importlib.import_module("rapport._names")
ERRORS = importlib.import_module("rapport.errors")
TEXTS = of_folder(kit.SOURCE)


def public(module):
    return {name: value for name, value in vars(module).items() if name.lower().startswith("rapport_")}


def differences(headers):
    """Sentences on what the module declares otherwise than the headers."""
    functions, values, kinds = FUNCTIONS, public(constants), public(structs)
    ctype = Types(headers, types.SimpleNamespace(**kinds))
    declared = set(headers.structs) | headers.opaque | set(headers.callbacks)
    found = []
    for what, theirs, ours in (("function", set(headers.functions), set(functions)),
                               ("constant", set(headers.constants), set(values)), ("type", declared, set(kinds))):
        found += [f"the module lacks the {what} {name}" for name in sorted(theirs - ours)]
        found += [f"the headers lack the {what} {name}" for name in sorted(ours - theirs)]
    found += [f"{name} has another value" for name in values if headers.constants.get(name, values[name]) != values[name]]
    if any("type" in sentence for sentence in found):
        return found  # types that are not there cannot be compared
    for name in set(functions) & set(headers.functions):
        result, arguments = headers.functions[name]
        if functions[name] != (ctype.of(result), [ctype.of(argument) for argument in arguments]):
            found.append(f"{name} has other types")
    for name in headers.structs:
        if kinds[name]._fields_ != [(field, ctype.of(kind)) for field, kind in headers.structs[name]]:
            found.append(f"{name} has other fields")
    for name in headers.callbacks:
        if kinds[name] != ctype.callback(headers.callbacks[name]):
            found.append(f"{name} has other types")
    return found


def compiled(headers):
    """What a C compiler makes of the headers: {"struct": (size, [offsets])} and {"constant": value}."""
    lines = ["#include <inttypes.h>", "#include <stddef.h>", "#include <stdio.h>", "#include <rapport/rapport.h>",
             "int main(void) {"]
    for name, fields in headers.structs.items():
        lines.append(f'printf("{name} %zu", sizeof({name}));')
        lines += [f'printf(" %zu", offsetof({name}, {field}));' for field, _ in fields]
        lines.append('printf("\\n");')
    lines += [f'printf("{name} %" PRId64 "\\n", (int64_t)({name}));' for name in headers.constants]
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "layout")
        with open(program + ".c", "w", encoding="ascii") as file:
            file.write("\n".join(lines + ["return 0; }", ""]))
        subprocess.run(shlex.split(os.environ.get("CC") or "cc") + ["-std=c11", "-I", os.path.join(kit.SOURCE, "include"),
                       program + ".c", "-o", program], check=True)
        words = [line.split() for line in subprocess.run([program], check=True, stdout=subprocess.PIPE,
                                                         encoding="ascii").stdout.splitlines()]
    return {word[0]: [int(value) for value in word[1:]] for word in words}


class Declarations(unittest.TestCase):
    def setUp(self):
        self.headers = Headers(TEXTS)

    def test_the_headers_are_read_whole(self):
        self.assertGreater(len(self.headers.functions), 100)
        self.assertEqual(len(self.headers.functions), self.headers.promised)
        text = "\n".join(TEXTS)
        self.assertEqual(len(self.headers.structs) + len(self.headers.opaque), text.count("typedef struct"))
        for name in self.headers.constants:
            self.assertIn(name, text)

    def test_every_declaration_is_that_of_the_headers(self):
        self.assertEqual(differences(self.headers), [])

    def test_sizes_offsets_and_values_are_those_of_the_compiler(self):
        layout = compiled(self.headers)
        for name in self.headers.structs:
            kind = getattr(structs, name)
            offsets = [getattr(kind, field).offset for field, _ in kind._fields_]
            self.assertEqual([ctypes.sizeof(kind)] + offsets, layout[name], name)
        for name, value in public(constants).items():
            self.assertEqual([value], layout[name], name)

    def test_every_function_has_its_types_on_the_loaded_library(self):
        for name, (result, arguments) in FUNCTIONS.items():
            function = getattr(importlib.import_module("rapport._library").lib, name)
            self.assertEqual((function.restype, list(function.argtypes)), (result, arguments), name)

    def test_every_status_has_its_exception(self):
        statuses = range(constants.RAPPORT_NO_MEMORY, constants.RAPPORT_STATUS_END)
        self.assertEqual(sorted(ERRORS.BY_STATUS), list(statuses))
        for status, kind in ERRORS.BY_STATUS.items():
            self.assertTrue(issubclass(kind, kit.rapport.Error))
            self.assertEqual(kind.status, status)

    def test_every_constant_that_the_library_can_hand_out_has_a_word(self):
        """The module looks words up in tables: a constant that is added to an enumeration must not end in a KeyError."""
        tables = [table for name, table in vars(NAMES).items() if name.isupper() and name != "REACTIONS"]
        apart = ("RAPPORT_VERSION_", "RAPPORT_ALGORITHM", "RAPPORT_MAX_", "RAPPORT_HAS_")
        single = ("RAPPORT_ROOT", "RAPPORT_NONE", "RAPPORT_FACT", "RAPPORT_JOINT", "RAPPORT_OK", "RAPPORT_BLOCK_DRAWS")
        words = [name for name in self.headers.constants
                 if not name.startswith(apart) and not name.endswith("_END") and name not in single]
        self.assertEqual(sum(len(table) for table in tables) + len(ERRORS.BY_STATUS), len(words), words)


class PlantedFaults(unittest.TestCase):
    """A gate that was never seen red proves nothing."""

    def changed(self, old, new):
        texts = [text.replace(old, new) for text in TEXTS]
        self.assertNotEqual(texts, TEXTS, old)
        return differences(Headers(texts))

    def test_a_new_function(self):
        self.assertEqual(self.changed("RAPPORT_API uint32_t rapport_version(void);",
                                      "RAPPORT_API uint32_t rapport_version(void);\nRAPPORT_API void rapport_new(double x);"),
                         ["the module lacks the function rapport_new"])

    def test_a_function_that_is_gone(self):
        self.assertEqual(self.changed("RAPPORT_API uint32_t rapport_version(void);", ""),
                         ["the headers lack the function rapport_version"])

    def test_another_argument_type(self):
        self.assertEqual(self.changed("rapport_model_scale_unit(const rapport_model *model, uint32_t scale)",
                                      "rapport_model_scale_unit(const rapport_model *model, int32_t scale)"),
                         ["rapport_model_scale_unit has other types"])

    def test_another_result_type(self):
        self.assertEqual(self.changed("uint32_t rapport_version(void)", "int32_t rapport_version(void)"),
                         ["rapport_version has other types"])

    def test_one_argument_more(self):
        self.assertEqual(self.changed("rapport_model_id(const rapport_model *model)",
                                      "rapport_model_id(const rapport_model *model, double extra)"),
                         ["rapport_model_id has other types"])

    def test_text_in_place_of_an_address(self):
        self.assertEqual(self.changed("rapport_buffer_write(void *buffer,", "rapport_buffer_write(const char *buffer,"),
                         ["rapport_buffer_write has other types"])

    def test_another_value(self):
        self.assertEqual(self.changed("RAPPORT_MAX_DEPTH = 32", "RAPPORT_MAX_DEPTH = 33"),
                         ["RAPPORT_MAX_DEPTH has another value"])

    def test_a_new_constant(self):
        self.assertEqual(self.changed("RAPPORT_MAX_DEPTH = 32,", "RAPPORT_MAX_DEPTH = 32, RAPPORT_MAX_NEW = 1,"),
                         ["the module lacks the constant RAPPORT_MAX_NEW"])

    def test_a_field_of_another_type_and_one_that_is_gone(self):
        self.assertEqual(self.changed("uint32_t reached;", "int64_t reached;"), ["rapport_outcome has other fields"])
        self.assertEqual(self.changed("int32_t band_certain;", "int64_t band_certain;"), ["rapport_outcome has other fields"])
        self.assertEqual(self.changed("double rms;", ""),
                         ["rapport_perception_summary has other fields"])

    def test_another_callback(self):
        self.assertIn("rapport_writer has other types",
                      self.changed("(*rapport_writer)(void *user, const char *text, int64_t length)",
                                   "(*rapport_writer)(void *user, const char *text, int32_t length)"))

    def test_a_new_struct(self):
        self.assertEqual(self.changed("typedef struct rapport_model rapport_model;",
                                      "typedef struct rapport_model rapport_model;\n"
                                      "typedef struct rapport_new { double x; } rapport_new;"),
                         ["the module lacks the type rapport_new"])


if __name__ == "__main__":
    kit.main()
