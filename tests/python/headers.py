# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Reads the public headers: just as much C as they are written in, and nothing in silence."""
import glob
import os
import re
from ctypes import CFUNCTYPE, POINTER, c_char, c_char_p, c_double, c_int32, c_int64, c_uint32, c_uint64, c_void_p

SCALARS = {"int32_t": c_int32, "uint32_t": c_uint32, "int64_t": c_int64, "uint64_t": c_uint64, "double": c_double}
LINKAGE = ("RAPPORT_API", "RAPPORT_LINKAGE")  # macros that are no numbers


class Headers:
    """constants: {name: value}; functions: {name: (result, [arguments])}; structs: {name: [(field, type)]}, types as C text;
    callbacks: {name: (result, [arguments])}; opaque: names; aliases: {name: type}."""

    def __init__(self, texts):
        self.constants, self.functions, self.structs = {}, {}, {}
        self.callbacks, self.opaque, self.aliases = {}, set(), {}
        self.promised = 0  # how often the word RAPPORT_API introduces a function
        for text in texts:
            self._read(re.sub(r"/\*.*?\*/", " ", text, flags=re.S))

    def _read(self, text):
        for name, value in re.findall(r"^#[ \t]*define[ \t]+(RAPPORT_\w+)[ \t]+(.+)$", text, re.M):
            if name not in LINKAGE:
                self._constant(name, value.strip())
        text = re.sub(r"^#.*$", "", text, flags=re.M).replace('extern "C" {', "")
        self.promised += len(re.findall(r"\bRAPPORT_API\b", text))
        for body in re.findall(r"\benum\s*\{(.*?)\}\s*;", text, re.S):
            self._enum(body)
        for body, name in re.findall(r"\btypedef struct \w+ \{(.*?)\}\s*(\w+)\s*;", text, re.S):
            self.structs[name] = [field(line) for line in body.split(";") if line.strip()]
        rest = re.sub(r"\{.*?\}", "{}", text, flags=re.S)
        self.opaque.update(re.findall(r"\btypedef struct (\w+) \1\s*;", rest))
        for kind, name in re.findall(r"\btypedef (\w+) (\w+)\s*;", rest):
            self.aliases[name] = kind
        for result, name, arguments in re.findall(r"\btypedef ([\w\s*]+?)\(\*(\w+)\)\(([^;]*?)\)\s*;", rest):
            self.callbacks[name] = (field(result + " result")[1], parameters(arguments))
        for result, name, arguments in re.findall(r"\bRAPPORT_API\s+([\w\s*]+?)(\w+)\(([^;]*)\)\s*;", rest):
            self.functions[name] = (field(result + " result")[1], parameters(arguments))

    def _constant(self, name, value):
        if name in self.constants:
            raise ValueError(name + " is there twice")
        self.constants[name] = 0xFFFFFFFF if value == "UINT32_MAX" else int(value.rstrip("uU"), 0)

    def _enum(self, body):
        value = -1
        for entry in filter(None, (part.strip() for part in body.split(","))):
            name, _, given = (part.strip() for part in entry.partition("="))
            value = int(given, 0) if given else value + 1
            self._constant(name, str(value))


def tidy(text):
    """A type without const, with single spaces and the stars at its end: `const char **` is `char **`."""
    text = re.sub(r"\bconst\b", " ", text)
    return " ".join(text.replace("*", " ").split()) + " " * ("*" in text) + "*" * text.count("*")


def field(text):
    """(name, type) of a struct's field or a parameter; arrays as `char[480]`, pointers to functions as they stand."""
    text = " ".join(text.split())
    function = re.fullmatch(r"(.+?)\(\*(\w+)\)\((.*)\)", text)
    if function:
        return function[2], (field(function[1] + " result")[1], parameters(function[3]))
    kind, name, length = re.fullmatch(r"(.*?)(\w+)(\[\d+\])?", text).groups()
    constant = "const " if re.match(r"const char \*$", kind.strip()) else ""
    return name, constant + tidy(kind) + (length or "")


def parameters(text):
    return [] if text.strip() == "void" else [field(one)[1] for one in text.split(",")]


def of_folder(source):
    """All public headers."""
    texts = []
    for path in sorted(glob.glob(os.path.join(source, "include", "rapport", "*.h"))):
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    return texts


class Types:
    """What a C type is in ctypes."""

    def __init__(self, headers, structs):
        self.headers, self.structs = headers, structs

    def of(self, text, in_callback=False):
        if isinstance(text, tuple):
            return self.callback(text)
        text = text.strip()
        array = re.fullmatch(r"char\[(\d+)\]", text)
        if array:
            return c_char * int(array[1])
        if text == "const char *" and not in_callback:
            return c_char_p
        text = text.replace("const ", "")
        if text == "void":
            return None
        base, stars = text.rstrip("* "), text.count("*")
        if base == "void":
            return c_void_p
        if base == "char":  # text with an end goes in and comes out as bytes; a buffer, or a piece of text, is a pointer
            return POINTER(c_char) if stars == 1 else POINTER(c_char_p)
        if base in self.headers.callbacks:
            return self.callback(self.headers.callbacks[base])
        kind = SCALARS.get(self.headers.aliases.get(base, base)) or getattr(self.structs, base)
        for _ in range(stars):
            kind = POINTER(kind)
        return kind

    def callback(self, signature):
        result, arguments = signature
        return CFUNCTYPE(self.of(result), *(self.of(argument, True) for argument in arguments))
