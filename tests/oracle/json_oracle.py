# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""Our JSON reader and canonical form against Python's json.

    json_oracle.py DRIVER [DOCUMENTS [SEED]]

DRIVER is the program of json_oracle.c. Where the two differ by intent, Python is brought to our rules: NaN and Infinity,
repeated keys, U+0000, lone surrogates and numbers that overflow are refused, and so is a depth above 128.
"""
import json
import math
import random
import struct
import subprocess
import sys

DEPTH = 128
OK, LIMIT, DUPLICATE = 0, 8, 6


class Refused(ValueError):
    pass


class Repeated(Refused):
    pass


def number(text):
    value = float(text)
    if math.isinf(value):
        raise Refused("overflow")
    return value


def pairs(members):
    made = dict(members)
    if len(made) != len(members):
        raise Repeated("key")
    return made


def constant(name):
    raise Refused(name)


def depth(text):
    """The deepest nesting, by brackets outside of strings; for a text that Python took."""
    now = most = 0
    inside = escaped = False
    for c in text:
        if inside:
            if escaped:
                escaped = False
            elif c == "\\":
                escaped = True
            elif c == '"':
                inside = False
        elif c == '"':
            inside = True
        elif c in "[{":
            now += 1
            most = max(most, now)
        elif c in "]}":
            now -= 1
    return most


def string(text):
    """RFC 8785, 3.2.2.2."""
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
    if "\0" in text:
        raise Refused("U+0000")
    return '"' + "".join(short.get(c) or ("\\u%04x" % ord(c) if c < " " else c) for c in text) + '"'


def decimal(value):
    """ECMAScript, Number::toString, over Python's digits, which are the shortest and nearest too."""
    if value == 0:
        return "0"
    sign, digits = ("-", repr(-value)) if value < 0 else ("", repr(value))
    mantissa, _, power = digits.partition("e")
    whole, _, fraction = mantissa.partition(".")
    if fraction == "0":
        fraction = ""
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(power or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    k = len(digits)
    if k <= point <= 21:
        return sign + digits + "0" * (point - k)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    power = "e%+d" % (point - 1)
    return sign + digits[0] + ("." + digits[1:] if k > 1 else "") + power


def canonical(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return decimal(value)
    if isinstance(value, str):
        return string(value)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(string(key) + ":" + canonical(value[key]) for key in keys) + "}"


def expected(document):
    """Canonical bytes, or None if refused; and whether the depth cap or a repeated key decides."""
    try:
        text = document.decode("utf-8")
        value = json.loads(text, parse_float=number, parse_int=number, parse_constant=constant, object_pairs_hook=pairs)
        if depth(text) > DEPTH:
            return None, LIMIT
        return canonical(value).encode("utf-8"), OK
    except Repeated:
        return None, DUPLICATE
    except (ValueError, RecursionError):  # of which UnicodeError is one
        return None, None


WORDS = ["", "a", "b", "trust", "é", "€", "😀", "\n", '"', "\\", "/", "\x7f", "\x01", "\uffff", "\ue000", "\u2028", "a~b"]
BROKEN = ["\\u0000", "\\ud800", "\\udc00\\ud800", "\\x41", "\\u12g4", "\x1f", "\\'"]
BYTES = [b"{", b"}", b"[", b"]", b'"', b",", b":", b"\\", b"/", b"-", b"+", b".", b"e", b"E", b"0", b"1", b"9", b"t", b"\0", b" ",
         b"\n", b"\x01", b"\x80", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xff", b"\xef\xbb\xbf", b"null", b"NaN",
         b"Infinity", b"1e999", b"\\u0000", b"\\ud83d", b"//", b"\xc2\xa0"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def space(self):
        return self.random.choice(["", "", "", " ", "\n", "\t", "\r\n", "   "])

    def string(self):
        r = self.random
        out = []
        for _ in range(r.randrange(4)):
            word = r.choice(WORDS)
            out.append(json.dumps(word, ensure_ascii=r.random() < 0.5)[1:-1])
        if r.random() < 0.02:
            out.append(r.choice(BROKEN))
        return '"' + "".join(out) + '"'

    def number(self):
        r = self.random
        kind = r.randrange(6)
        if kind == 0:
            return repr(struct.unpack("<d", struct.pack("<Q", r.getrandbits(64)))[0])  # nan and inf are refused
        if kind == 1:
            return str(r.randrange(-1000, 1000))
        if kind == 2:
            return str(r.getrandbits(r.randrange(1, 200)) - (1 << 60))
        if kind == 3:
            return "%de%d" % (r.getrandbits(64), r.randrange(-360, 330))
        if kind == 4:
            return "%.*f" % (r.randrange(30), r.uniform(-1000, 1000))
        return r.choice(["0", "-0", "-0.0", "0e5", "1E+2", "1e-7", "1e21", "9007199254740993", "5e-324", "2e-324", "1.5"])

    def value(self, level):
        r = self.random
        kind = r.randrange(10 if level < 5 else 6)
        if kind < 2:
            return self.number()
        if kind < 4:
            return self.string()
        if kind < 6:
            return r.choice(["true", "false", "null"])
        count = r.randrange(5) if r.random() < 0.95 else r.randrange(60)
        s = self.space
        if kind < 8:
            inner = ("," + s()).join(self.value(level + 1) + s() for _ in range(count))
            return "[" + s() + inner + "]"
        members = []
        for i in range(count):
            key = '"k%d"' % (i if r.random() < 0.98 else r.randrange(count)) if r.random() < 0.7 else self.string()
            members.append(key + s() + ":" + s() + self.value(level + 1) + s())
        return "{" + s() + ("," + s()).join(members) + "}"

    def document(self):
        r = self.random
        if r.random() < 0.003:
            levels = r.randrange(120, 136)
            text = "".join('{"a":' if i % 2 else "[" for i in range(levels)) + "1" + "".join(
                "}" if i % 2 else "]" for i in reversed(range(levels)))
        else:
            text = self.space() + self.value(0) + self.space()
        data = text.encode("utf-8", "surrogatepass")
        for _ in range(r.choice([0, 0, 1, 1, 2, 3])):
            at = r.randrange(len(data) + 1)
            kind = r.randrange(4)
            if kind == 0:
                data = data[:at] + r.choice(BYTES) + data[at + 1:]
            elif kind == 1:
                data = data[:at] + r.choice(BYTES) + data[at:]
            elif kind == 2:
                data = data[:at] + data[at + r.randrange(1, 4):]
            else:
                data = data[:at] + data[at:at + 8] + data[at:]
        return data


def ask(driver, documents):
    stream = b"".join(struct.pack("<I", len(d)) + d for d in documents)
    out = subprocess.run([driver, "--serve"], input=stream, stdout=subprocess.PIPE, check=True).stdout
    at = 0
    for _ in documents:
        status, length = struct.unpack_from("<BI", out, at)
        yield status, out[at + 5:at + 5 + length]
        at += 5 + length


def main(driver, count=20000, seed=1):
    maker = Maker(seed)
    seen = {}
    while count:
        documents = [maker.document() for _ in range(min(count, 20000))]
        count -= len(documents)
        for document, (status, text) in zip(documents, ask(driver, documents)):
            wanted, reason = expected(document)
            seen[status] = seen.get(status, 0) + 1
            if (status == OK) != (wanted is not None) or (status == OK and text != wanted) or \
                    (reason == LIMIT) > (status == LIMIT) or (reason == DUPLICATE) > (status in (DUPLICATE, 3)):
                print("document", document, "\nstatus", status, "\ngot   ", text, "\nwanted", wanted, reason)
                return 1
    print(" ".join("status %d: %d" % pair for pair in sorted(seen.items())))
    return 0 if all(seen.get(status) for status in (OK, 3, DUPLICATE, LIMIT)) else 1  # each must have come up


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:4])))
