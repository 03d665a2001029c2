# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The Rapport authors
"""The types of the headers, under their own names and in their order.

`char *` is a plain pointer where the text need not end with a NUL: in buffers and in what a writer is handed.
"""
from ctypes import (CFUNCTYPE, POINTER, Structure, c_char, c_char_p, c_double, c_int32, c_int64, c_uint32, c_uint64,
                    c_void_p)


class rapport_model(Structure):
    """Opaque."""


class rapport_draft(Structure):
    """Opaque."""


class rapport_assessment(Structure):
    """Opaque."""


class rapport_result(Structure):
    """Opaque."""


rapport_writer = CFUNCTYPE(c_int32, c_void_p, POINTER(c_char), c_int64)


class rapport_error(Structure):
    _fields_ = [("status", c_int32), ("line", c_uint32), ("column", c_uint32), ("reserved", c_uint32),
                ("path", c_char * 480), ("message", c_char * 272)]


class rapport_allocator(Structure):
    _fields_ = [("alloc", CFUNCTYPE(c_void_p, c_void_p, c_uint64)),
                ("realloc", CFUNCTYPE(c_void_p, c_void_p, c_void_p, c_uint64)),
                ("free", CFUNCTYPE(None, c_void_p, c_void_p)),
                ("user", c_void_p)]


class rapport_buffer(Structure):
    _fields_ = [("text", POINTER(c_char)), ("capacity", c_int64), ("needed", c_int64)]


class rapport_gate(Structure):
    _fields_ = [("struct_size", c_uint32), ("effect", c_int32), ("node", c_uint32), ("measure", c_int32),
                ("view", c_int32), ("above", c_int32), ("threshold", c_double), ("cap", c_double)]


class rapport_band(Structure):
    _fields_ = [("struct_size", c_uint32), ("demands", c_uint32), ("from", c_double), ("every_group", c_double),
                ("weakest_party", c_double), ("balance", c_double), ("coverage", c_double)]


class rapport_node(Structure):
    _fields_ = [("struct_size", c_uint32), ("kind", c_int32), ("parent", c_uint32), ("depth", c_uint32),
                ("end", c_uint32), ("scale", c_uint32), ("together", c_int32), ("informational", c_int32),
                ("weight", c_double), ("share", c_double), ("power", c_double), ("target", c_double)]


class rapport_cell(Structure):
    _fields_ = [("struct_size", c_uint32), ("status", c_int32), ("score", c_double), ("coverage", c_double),
                ("lower", c_double), ("upper", c_double), ("raters", c_uint32), ("reserved", c_uint32)]


class rapport_outcome(Structure):
    _fields_ = [("struct_size", c_uint32), ("has_score", c_int32), ("score", c_double), ("gated", c_double),
                ("band", c_uint32), ("band_certain", c_int32), ("reached", c_uint32), ("reserved", c_uint32)]


class rapport_gate_result(Structure):
    _fields_ = [("struct_size", c_uint32), ("state", c_int32), ("binding", c_int32), ("has_value", c_int32),
                ("value", c_double)]


class rapport_demand(Structure):
    _fields_ = [("struct_size", c_uint32), ("band", c_uint32), ("demand", c_uint32), ("culprit", c_uint32),
                ("needed", c_double), ("actual", c_double), ("has_actual", c_int32), ("reserved", c_int32)]


class rapport_finding(Structure):
    _fields_ = [("struct_size", c_uint32), ("has", c_uint32), ("contribution", c_double), ("leverage", c_double),
                ("target", c_double), ("gap", c_double), ("severity", c_double), ("lift", c_double)]


class rapport_perception(Structure):
    _fields_ = [("struct_size", c_uint32), ("of", c_uint32), ("against", c_uint32), ("notable", c_int32),
                ("gap", c_double), ("kind", c_int32), ("reserved", c_int32)]


class rapport_perception_summary(Structure):
    _fields_ = [("struct_size", c_uint32), ("of", c_uint32), ("against", c_uint32), ("criteria", c_uint32),
                ("mean", c_double), ("mean_absolute", c_double), ("rms", c_double), ("largest", c_double),
                ("largest_node", c_uint32), ("reserved", c_uint32)]


class rapport_report_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("format", c_int32), ("ascii", c_int32), ("color", c_int32),
                ("compact", c_int32), ("redact", c_int32), ("language", c_char_p)]
