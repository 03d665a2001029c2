/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <string.h>

static const struct {
    const char *name;
    int kind;
    double most; /* 0: not a number */
} known[] = {{"no-breach", REQUIRE_NO_BREACH, 0}, {"no-undecided", REQUIRE_NO_UNDECIDED, 0},
             {"certain", REQUIRE_CERTAIN, 0},     {"score", REQUIRE_SCORE, 100},
             {"ungated", REQUIRE_UNGATED, 100},   {"lower", REQUIRE_LOWER, 100},
             {"coverage", REQUIRE_COVERAGE, 1},   {"band", REQUIRE_BAND, 0}};
enum { KNOWN = sizeof known / sizeof *known };

static int unknown_condition(const char *name)
{
    struct nearest word = {.word = name};
    for (int i = 0; i < KNOWN; i++)
        nearest_try(&word, known[i].name);
    return complain_unknown(USAGE, &word, "--require knows no condition");
}

static int read_value(const char *text, const char *value, int place, struct requirement *out)
{
    out->band = value;
    if (out->kind == REQUIRE_BAND)
        return *value ? DONE : complain(USAGE, "--require '%s' names no band", text);
    double most = known[place].most;
    if (!number_read(value, &out->least) || out->least < 0 || out->least > most)
        return complain(USAGE, "--require '%s' needs a number from 0 to %d", text, (int)most);
    return DONE;
}

/* Reads a condition such as "score>=70" or "no-breach"; says what is wrong with it. */
int require_read(const char *text, struct requirement *out)
{
    char name[64];
    size_t length = strcspn(text, " <>=");
    snprintf(name, sizeof name, "%.*s", (int)length, text);
    const char *sign = text + length + strspn(text + length, " ");
    int place = 0;
    while (place < KNOWN && strcmp(name, known[place].name) != 0)
        place++;
    if (place == KNOWN)
        return unknown_condition(name);
    *out = (struct requirement){.text = text, .kind = known[place].kind};
    if (out->kind < REQUIRE_SCORE)
        return *sign ? complain(USAGE, "--require %s takes no value", name) : DONE;
    if (strncmp(sign, ">=", 2) != 0)
        return complain(USAGE, "--require %s needs '>=' and a value, as in %s", name,
                        out->kind == REQUIRE_BAND ? "'band>=cooperative'" : "'score>=70'");
    return read_value(text, sign + 2 + strspn(sign + 2, " "), place, out);
}

static int refuse(const struct requirement *wanted, const char *what, const char *is)
{
    return complain(NOT_MET, "not met: %s: %s%s", wanted->text, what, is);
}

/* As the library compares: both sides rounded to 1e-9. */
static int64_t rounded(double value)
{
    return (int64_t)(value * 1e9 + 0.5);
}

static int check_number(const struct requirement *wanted, int exists, double value, const char *what)
{
    char buffer[NUMBER_SIZE];
    if (!exists)
        return refuse(wanted, what, " does not exist");
    if (rounded(value) >= rounded(wanted->least))
        return DONE;
    char is[NUMBER_SIZE + 8];
    snprintf(is, sizeof is, " is %s", number_write(buffer, value));
    return refuse(wanted, what, is);
}

static int check_gates(const struct requirement *wanted, const rapport_result *result, int32_t state)
{
    const rapport_model *model = rapport_assessment_model(rapport_result_assessment(result));
    int code = DONE;
    for (uint32_t i = 0; i < rapport_model_count_gates(model); i++) {
        rapport_gate_result gate = {.struct_size = sizeof gate};
        rapport_result_get_gate(result, i, &gate);
        if (gate.state == state)
            code = refuse(wanted, rapport_model_part_id(model, RAPPORT_OF_GATE, i, 0),
                          state == RAPPORT_GATE_BREACHED ? " is breached" : " is undecided");
    }
    return code;
}

static int check_band(const struct requirement *wanted, const rapport_result *result, uint32_t band)
{
    const rapport_model *model = rapport_assessment_model(rapport_result_assessment(result));
    struct nearest name = {.word = wanted->band};
    uint32_t count = rapport_model_count_bands(model), i = 0;
    while (i < count && strcmp(wanted->band, rapport_model_part_id(model, RAPPORT_OF_BAND, i, 0)) != 0)
        nearest_try(&name, rapport_model_part_id(model, RAPPORT_OF_BAND, i++, 0));
    if (i == count)
        return complain_unknown(USAGE, &name, "the model has no band");
    if (band == RAPPORT_NONE)
        return refuse(wanted, "there is no band", "");
    return band >= i ? DONE : refuse(wanted, "the band is ", rapport_model_part_id(model, RAPPORT_OF_BAND, band, 0));
}

/* DONE or NOT_MET, with the reason said; USAGE for a band that the model does not have. */
int require_check(const struct requirement *wanted, const rapport_result *result)
{
    rapport_outcome outcome = {.struct_size = sizeof outcome};
    rapport_cell root = {.struct_size = sizeof root};
    rapport_result_get_outcome(result, &outcome);
    rapport_result_get_cell(result, RAPPORT_JOINT, RAPPORT_ROOT, &root);
    int covered = root.status <= RAPPORT_CELL_MISSING;
    switch (wanted->kind) {
    case REQUIRE_NO_BREACH:
        return check_gates(wanted, result, RAPPORT_GATE_BREACHED);
    case REQUIRE_NO_UNDECIDED:
        return check_gates(wanted, result, RAPPORT_GATE_UNDECIDED);
    case REQUIRE_CERTAIN:
        return outcome.band_certain ? DONE : refuse(wanted, "the band is not certain", "");
    case REQUIRE_SCORE:
        return check_number(wanted, outcome.has_score, outcome.gated, "the score");
    case REQUIRE_UNGATED:
        return check_number(wanted, outcome.has_score, outcome.score, "the score before gates");
    case REQUIRE_LOWER:
        return check_number(wanted, covered, root.lower, "the lower bound");
    case REQUIRE_COVERAGE:
        return check_number(wanted, covered, root.coverage, "the coverage");
    default:
        return check_band(wanted, result, outcome.band);
    }
}
