/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report_json_kit.h"

static const rapport_report_options plain = {.redact = 0}, redacted = {.redact = 1};

static void find_line(const char *text, const char *line, int number)
{
    size_t length = strlen(line);
    for (const char *at = text; at; at = strchr(at, '\n'), at = at ? at + 1 : NULL)
        if (!strncmp(at, line, length) && at[length] == '\n')
            return;
    fail_msg("line %d: not in the explanation: %s\n%s", number, line, text);
}
#define assert_line(text, line) find_line((text), (line), __LINE__)
#define assert_no(text, part) assert_null(strstr((text), (part)))

/* Anna said 4 (75) of honesty, Ben 2 (25); p's mean 50 with equal weights, q said 5 (100): joint 75. Delivery is a fact:
 * 96.5 lies 1.5/5 of the way from 80 to 100 points, 86. */
#define ANNA                                                                                                                   \
    "{\"id\":\"anna\",\"role\":\"buyer\",\"answers\":{\"a1\":{\"answer\":4,\"confidence\":0.8,\"note\":\"Since spring\","      \
    "\"evidence\":[\"contract 4711\",\"minutes\"]},\"a2\":3,\"b2\":\"n/a\"}}"
#define BEN                                                                                                                    \
    "{\"id\":\"ben\",\"weight\":1,\"answers\":{\"a1\":{\"answer\":2,\"evidence\":[\"audit\",\"contract 4711\"]},"              \
    "\"a2\":\"dont-know\",\"b2\":\"declined\"}}"
#define CARL "{\"id\":\"carl\",\"answers\":{\"a1\":4,\"a2\":3}}"
#define Q                                                                                                                      \
    "{\"id\":\"q\",\"title\":\"Queue\",\"voice\":\"one\",\"raters\":[{\"id\":\"quinn\",\"answers\":{\"a1\":5,\"a2\":4,"        \
    "\"b2\":2}}]}"
#define PAIR RK_ASSESSMENT("", "{\"id\":\"p\",\"title\":\"Peer\",\"raters\":[" ANNA "," BEN "]}," Q)

static void set_fact(rk *it, double value)
{
    assert_ok(rapport_assessment_set_number(it->assessment, RAPPORT_FACT, rapport_model_find(it->model, "b1"), value, NULL));
    assert_ok(rapport_result_compute(it->result, it->assessment, NULL));
}

/* c beside g: g has 2 of 6, and in it a1 with 1 times 1.5 has 1.5 of 4.5. */
static void every_step_from_weight_to_share_is_shown(void **state)
{
    static const char document[] =
        "{\"format\":\"rapport-assessment/1\",\"id\":\"a\",\"partnership\":\"P\",\"date\":\"2026-01-31\",\"kind\":\"supplier\","
        "\"model\":{\"format\":\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\","
        "\"scales\":{\"five\":{\"kind\":\"levels\",\"levels\":[{},{},{},{},{}]}},"
        "\"criteria\":[{\"id\":\"g\",\"title\":\"Group\",\"weight\":2,\"criteria\":["
        "{\"id\":\"a1\",\"scale\":\"five\"},{\"id\":\"a2\",\"weight\":3,\"scale\":\"five\"},"
        "{\"id\":\"a3\",\"weight\":50,\"informational\":true,\"scale\":\"five\"}]},"
        "{\"id\":\"c\",\"weight\":4,\"scale\":\"five\"}],\"bands\":[{\"id\":\"all\",\"from\":0}],"
        "\"overlays\":{\"supplier\":{\"weights\":{\"a1\":1.5},\"targets\":{\"a1\":100}}}},"
        "\"parties\":[{\"id\":\"p\",\"raters\":[{\"id\":\"r\",\"weight\":2.5,\"answers\":{\"a1\":4}}]}]}";
    rk it = rk_open(document, NULL);
    rk_json json = rk_read(&it, "a1", plain);
    char *text;
    (void)state;
    assert_count(&json, "/node/weights", 2);
    assert_keys(&json, "/node/weights/g", "id entered factor weight of_siblings share ");
    assert_number(&json, "/node/weights/g/entered", 2);
    assert_number(&json, "/node/weights/g/factor", 1);
    assert_number(&json, "/node/weights/g/of_siblings", 1.0 / 3);
    assert_number(&json, "/node/weights/a1/entered", 1);
    assert_number(&json, "/node/weights/a1/factor", 1.5);
    assert_number(&json, "/node/weights/a1/weight", 1.5);
    assert_number(&json, "/node/weights/a1/of_siblings", 1.0 / 3);
    assert_number(&json, "/node/weights/a1/share", 1.0 / 9);
    assert_truth(&json, "/node/target_replaced", 1);
    assert_text(&json, "/model/overlay", "supplier");
    rk_drop(&json);
    json = rk_read(&it, "a3", plain);
    assert_number(&json, "/node/weights/a3/of_siblings", 0);
    assert_truth(&json, "/node/target_replaced", 0);
    rk_drop(&json);
    text = rk_report(&it, "a1", NULL);
    assert_line(text, "  Weight        1.5, entered as 1, times 1.5 by the overlay supplier, which is");
    assert_line(text, "  Normalised    33.33 % for Group, of that 33.33 % for a1");
    assert_line(text, "  Target        100.0, set by the overlay supplier");
    assert_line(text, "  r, weight 2.5: 4, 75.0 points");
    free(text);
    rk_close(&it);
}

static void a_criterion_is_explained_from_question_to_gate(void **state)
{
    rk it = rk_open(PAIR, NULL);
    rk_json json = rk_read(&it, "a1", plain);
    (void)state;
    assert_keys(&json, "", "format library algorithm model assessment node joint views fact perception gates ");
    assert_text(&json, "/format", "rapport-explanation/1");
    assert_text(&json, "/model/fingerprint", rapport_model_fingerprint(it.model));
    assert_text(&json, "/assessment/date", "2026-01-31");
    assert_text(&json, "/node/id", "a1");
    assert_text(&json, "/node/title", "Honesty");
    assert_count(&json, "/node/path", 1);
    assert_text(&json, "/node/path/0", "Trust");
    assert_text(&json, "/node/kind", "criterion");
    assert_text(&json, "/node/question", "How honest?");
    assert_nothing(&json, "/node/description");
    assert_number(&json, "/node/weight", 1);
    assert_number(&json, "/node/share", 1.0 / 3);
    assert_truth(&json, "/node/informational", 0);
    assert_text(&json, "/node/together", "mean");
    assert_absent(&json, "/node/power");
    assert_text(&json, "/node/scale/id", "five");
    assert_text(&json, "/node/scale/kind", "levels");
    assert_count(&json, "/node/scale/steps", 5);
    assert_number(&json, "/node/scale/steps/1/answer", 2);
    assert_text(&json, "/node/scale/steps/1/label", "Two");
    assert_text(&json, "/node/scale/steps/1/anchor", "Evades");
    assert_number(&json, "/node/scale/steps/1/points", 25);
    assert_number(&json, "/joint/score", 75);
    assert_number(&json, "/joint/gap", 0);
    assert_number(&json, "/views/p/score", 50);
    assert_number(&json, "/views/p/weight", 1);
    assert_number(&json, "/views/p/raters", 2);
    assert_number(&json, "/perception/0/gap", -50);
    assert_text(&json, "/perception/0/class", "hidden-strength");
    assert_count(&json, "/gates", 1);
    assert_text(&json, "/gates/0/id", "no-lies");
    assert_keys(&json, "/gates/0", "id title view below effect cap state binding value ");
    assert_text(&json, "/gates/0/view", "any");
    assert_number(&json, "/gates/0/below", 37.5);
    assert_text(&json, "/gates/0/state", "passed"); /* 50 is 12.5 above 37.5 */
    assert_nothing(&json, "/fact");
    rk_drop(&json);
    rk_close(&it);
}

static void answers_stand_with_who_gave_them_where_no_floor_forbids(void **state)
{
    rk it = rk_open(PAIR, NULL);
    rk_json json = rk_read(&it, "a1", plain);
    (void)state;
    assert_count(&json, "/views/p/answers", 2);
    assert_text(&json, "/views/p/answers/0/rater", "anna");
    assert_text(&json, "/views/p/answers/0/role", "buyer");
    assert_text(&json, "/views/p/answers/0/state", "answered");
    assert_number(&json, "/views/p/answers/0/answer", 4);
    assert_text(&json, "/views/p/answers/0/label", "Four");
    assert_number(&json, "/views/p/answers/0/points", 75);
    assert_number(&json, "/views/p/answers/0/confidence", 0.8);
    assert_text(&json, "/views/p/answers/0/notes/0", "Since spring");
    assert_text(&json, "/views/p/answers/0/evidence/1", "minutes");
    assert_nothing(&json, "/views/p/answers/1/role");
    assert_nothing(&json, "/views/p/answers/1/confidence");
    assert_text(&json, "/views/q/answers/0/rater", "quinn");
    assert_absent(&json, "/views/p/evidence");
    rk_drop(&json);
    json = rk_read(&it, "b2", plain);
    assert_text(&json, "/views/p/answers/0/state", "not-applicable");
    assert_text(&json, "/views/p/answers/1/state", "declined");
    assert_absent(&json, "/views/p/answers/1/points");
    rk_drop(&json);
    json = rk_read(&it, "a2", plain);
    assert_text(&json, "/views/p/answers/1/state", "dont-know");
    rk_drop(&json);
    json = rk_read(&it, "b1", plain);
    assert_text(&json, "/views/p/answers/1/state", "unanswered");
    rk_drop(&json);
    rk_close(&it);
}

static void redaction_leaves_the_raters_out_altogether(void **state)
{
    rk it = rk_open(PAIR, NULL);
    rk_json json = rk_read(&it, "a1", redacted);
    rapport_report_options options = {.struct_size = sizeof options, .redact = 1};
    char *text = rk_report(&it, "a1", &options);
    (void)state;
    assert_nothing(&json, "/views/p/answers");
    assert_nothing(&json, "/views/q/answers");
    assert_number(&json, "/views/p/score", 50);
    assert_line(text, "  answers left out");
    for (int i = 0; i < 2; i++) {
        const char *either = i ? text : json.text;
        assert_no(either, "anna");
        assert_no(either, "quinn");
        assert_no(either, "buyer");
        assert_no(either, "spring");
        assert_no(either, "4711");
    }
    rk_drop(&json);
    free(text);
    rk_close(&it);
}

#define GUARDED(floor, more)                                                                                                   \
    RK_ASSESSMENT("\"anonymity_floor\":" floor ",", "{\"id\":\"p\",\"raters\":[" ANNA "," BEN "," CARL more "]}," Q)

/* Floor 2: two and more answered everything of p, so nothing is withheld, and answers are counted, the lowest first. */
static void protected_raters_are_counted_not_named(void **state)
{
    rk it = rk_open(GUARDED("2", ",{\"id\":\"dora\",\"answers\":{\"a1\":4,\"a2\":3}}"), NULL);
    rk_json json = rk_read(&it, "a1", plain);
    char *text = rk_report(&it, "a1", NULL);
    (void)state;
    assert_count(&json, "/views/p/answers", 2);
    assert_keys(&json, "/views/p/answers/0", "raters state answer label points ");
    assert_number(&json, "/views/p/answers/0/answer", 2);
    assert_number(&json, "/views/p/answers/0/raters", 1);
    assert_number(&json, "/views/p/answers/1/answer", 4);
    assert_number(&json, "/views/p/answers/1/raters", 3);
    assert_count(&json, "/views/p/evidence", 3); /* each once, by their bytes */
    assert_text(&json, "/views/p/evidence/0", "audit");
    assert_text(&json, "/views/p/evidence/1", "contract 4711");
    assert_text(&json, "/views/p/evidence/2", "minutes");
    assert_line(text, "  2 Two, 25.0 points: 1 rater");
    assert_line(text, "  4 Four, 75.0 points: 3 raters");
    assert_line(text, "    evidence: contract 4711");
    for (int i = 0; i < 2; i++) {
        const char *either = i ? text : json.text;
        assert_no(either, "anna");
        assert_no(either, "carl");
        assert_no(either, "buyer");
        assert_no(either, "spring");
        assert_non_null(strstr(either, "quinn")); /* q answers as one */
    }
    rk_drop(&json);
    free(text);
    json = rk_read(&it, "a2", plain);
    assert_number(&json, "/views/p/answers/0/raters", 3);
    assert_text(&json, "/views/p/answers/1/state", "dont-know");
    assert_number(&json, "/views/p/answers/1/raters", 1);
    rk_drop(&json);
    text = rk_report(&it, "a2", NULL);
    assert_line(text, "  don't know: 1 rater");
    free(text);
    rk_close(&it);
}

/* Nobody of p answered on quality: fewer than the floor, so that nobody learns who declined. */
static void fewer_raters_than_the_floor_are_not_even_counted(void **state)
{
    rk it = rk_open(GUARDED("2", ""), NULL);
    rk_json json = rk_read(&it, "b2", plain);
    char *text = rk_report(&it, "b2", NULL), *report = rk_report(&it, NULL, NULL);
    (void)state;
    assert_text(&json, "/views/p/status", "missing");
    assert_nothing(&json, "/views/p/answers");
    assert_line(text, "  answers not shown, to protect the raters");
    assert_no(text, "declined");
    assert_line(report, "  p: 2 of 4 criteria: Delivery, Quality");
    rk_drop(&json);
    free(text);
    free(report);
    rk_close(&it);
}

/* Floor 3: two answered on openness, which is withheld; then the answers on honesty of three stay hidden as well. */
static void one_withheld_cell_hides_all_answers_of_its_party(void **state)
{
    static const char *const nodes[] = {"a1", "a2", "b1", "b2"};
    rk it = rk_open(GUARDED("3", ""), NULL);
    bool q_withheld = false; /* where q's values would give p's away */
    (void)state;
    for (uint32_t node = 0; node < rapport_model_count_nodes(it.model); node++) {
        rapport_cell cell = {.struct_size = sizeof cell};
        assert_ok(rapport_result_get_cell(it.result, 1, node, &cell));
        q_withheld = q_withheld || cell.status == RAPPORT_CELL_WITHHELD;
    }
    for (int i = 0; i < 4; i++) {
        rk_json json = rk_read(&it, nodes[i], plain);
        char *text = rk_report(&it, nodes[i], NULL);
        assert_nothing(&json, "/views/p/answers");
        for (int j = 0; j < 2; j++) {
            const char *either = j ? text : json.text;
            assert_no(either, "anna");
            assert_no(either, "4711");
            assert_int_equal(!strstr(either, "quinn"), q_withheld);
        }
        rk_drop(&json);
        free(text);
    }
    rk_close(&it);
}

/* One of three raters answered on quality; whatever else is withheld to guard it, no fact is shown of a withheld cell. */
static void a_fact_does_not_give_a_withheld_value_away(void **state)
{
    rk it = rk_open(
        RK_ASSESSMENT("\"anonymity_floor\":3,",
                      "{\"id\":\"p\",\"raters\":[{\"id\":\"r1\",\"answers\":{\"a1\":4,\"a2\":3,\"b2\":3}},"
                      "{\"id\":\"r2\",\"answers\":{\"a1\":4,\"a2\":3}},{\"id\":\"r3\",\"answers\":{\"a1\":2,\"a2\":3}}]}"),
        NULL);
    rapport_cell cell = {.struct_size = sizeof cell};
    rk_json json;
    (void)state;
    set_fact(&it, 96.5);
    assert_ok(rapport_result_get_cell(it.result, RAPPORT_JOINT, rapport_model_find(it.model, "b1"), &cell));
    json = rk_read(&it, "b1", plain);
    if (cell.status == RAPPORT_CELL_WITHHELD)
        assert_nothing(&json, "/fact");
    else
        assert_number(&json, "/fact/points", 86);
    rk_drop(&json);
    rk_close(&it);
}

static void a_number_is_explained_by_its_value_function(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":4") "," RK_PARTY("q", "\"a1\":4")), NULL);
    rk_json json;
    char *text;
    (void)state;
    set_fact(&it, 96.5);
    json = rk_read(&it, "b1", plain);
    assert_text(&json, "/node/scale/kind", "number");
    assert_text(&json, "/node/scale/unit", "%");
    assert_count(&json, "/node/scale/points", 3);
    assert_number(&json, "/node/scale/points/1/0", 95);
    assert_number(&json, "/node/scale/points/1/1", 80);
    assert_nothing(&json, "/node/scale/rho");
    assert_absent(&json, "/node/scale/steps");
    assert_number(&json, "/fact/answer", 96.5);
    assert_nothing(&json, "/fact/label");
    assert_number(&json, "/fact/points", 86);
    assert_number(&json, "/joint/score", 86);
    rk_drop(&json);
    text = rk_report(&it, "b1", NULL);
    assert_line(text, "  Fact          96.5 %, worth 86.0 points in every view");
    assert_line(text, "  80 % is worth 0.0, 95 % is worth 80.0, 100 % is worth 100.0; straight between");
    assert_no(text, "no reaction");
    free(text);
    rk_close(&it);
}

static void other_scales_are_explained_too(void **state)
{
    static const char json_text[] =
        "{\"format\":\"rapport-assessment/1\",\"id\":\"i\",\"partnership\":\"P\",\"date\":\"2026-01-31\",\"model\":{\"format\":"
        "\"rapport-model/"
        "1\",\"id\":\"m\",\"version\":\"1\",\"scales\":{\"yes\":{\"kind\":\"yesno\"},\"where\":{\"kind\":\"choice\","
        "\"choices\":[{\"id\":\"near\",\"label\":\"Near by\",\"points\":100},{\"id\":\"far\",\"points\":40}]},"
        "\"rise\":{\"kind\":\"number\",\"exponential\":{\"worst\":10,\"best\":0,\"rho\":-2}}},\"power\":0,\"criteria\":["
        "{\"id\":\"y\",\"scale\":\"yes\",\"together\":\"max\"},{\"id\":\"w\",\"scale\":\"where\"},"
        "{\"id\":\"i\",\"informational\":true,\"scale\":\"rise\"},"
        "{\"id\":\"g\",\"power\":\"min\",\"criteria\":[{\"id\":\"g1\",\"scale\":\"yes\"}]},"
        "{\"id\":\"h\",\"power\":-1,\"criteria\":[{\"id\":\"h1\",\"scale\":\"yes\"}]},"
        "{\"id\":\"k\",\"power\":\"max\",\"criteria\":[{\"id\":\"k1\",\"scale\":\"yes\"}]},"
        "{\"id\":\"l\",\"power\":2.5,\"criteria\":[{\"id\":\"l1\",\"scale\":\"yes\"}]}],"
        "\"bands\":[{\"id\":\"all\",\"from\":0}]},\"parties\":[{\"id\":\"p\",\"weight\":2,\"raters\":[{\"id\":\"r\","
        "\"answers\":"
        "{\"y\":true,\"w\":\"far\",\"i\":0,\"g1\":false}}]}," RK_PARTY("q", "\"y\":false") "]}";
    rk it = rk_open(json_text, NULL);
    rk_json json = rk_read(&it, "y", plain);
    char *text = rk_report(&it, "y", NULL);
    (void)state;
    assert_text(&json, "/node/scale/kind", "yesno");
    assert_text(&json, "/node/together", "max");
    assert_count(&json, "/node/path", 0);
    assert_text(&json, "/views/p/answers/0/label", "yes");
    assert_text(&json, "/views/q/answers/0/label", "no");
    assert_number(&json, "/views/p/answers/0/answer", 1);
    assert_line(text, "  Combined as   the highest of the parties");
    assert_line(text, "  r: yes, 100.0 points");
    assert_line(text, "  yes is worth 100.0, no 0.0");
    rk_drop(&json);
    free(text);
    json = rk_read(&it, "w", plain);
    text = rk_report(&it, "w", NULL);
    assert_text(&json, "/node/scale/kind", "choice");
    assert_text(&json, "/node/scale/steps/0/id", "near");
    assert_text(&json, "/views/p/answers/0/label", "far");
    assert_line(text, "  Combined as   weighted mean of the parties: p 2, q 1");
    assert_line(text, "  r: far, 40.0 points");
    assert_line(text, "    1 Near by                100.0");
    rk_drop(&json);
    free(text);
    json = rk_read(&it, "i", plain);
    text = rk_report(&it, "i", NULL);
    assert_truth(&json, "/node/informational", 1);
    assert_number(&json, "/node/share", 0);
    assert_number(&json, "/node/scale/rho", -2);
    assert_number(&json, "/node/scale/points/0/0", 0);
    assert_number(&json, "/node/scale/points/0/1", 100);
    assert_number(&json, "/node/scale/points/1/0", 10);
    assert_line(text, "  Weight        1, outside the score");
    assert_line(text, "  0 is worth 100.0, 10 is worth 0.0; exponential between, with rho -2");
    rk_drop(&json);
    free(text);
    for (int i = 0; i < 4; i++) {
        static const char *const groups[] = {"g", "h", "k", "l"};
        static const char *const lines[] = {"  Combined as   the lowest of its parts",
                                            "  Combined as   weighted harmonic mean of its parts",
                                            "  Combined as   the highest of its parts",
                                            "  Combined as   weighted power mean of its parts, with the exponent 2.5"};
        text = rk_report(&it, groups[i], NULL);
        assert_line(text, lines[i]);
        free(text);
    }
    json = rk_read(&it, "g", plain);
    assert_text(&json, "/node/power", "min");
    rk_drop(&json);
    json = rk_read(&it, "k", plain);
    assert_text(&json, "/node/power", "max");
    rk_drop(&json);
    json = rk_read(&it, "l", plain);
    assert_number(&json, "/node/power", 2.5);
    rk_drop(&json);
    rk_close(&it);
}

/* Trust: honesty 75, openness 50 (the lower of 50 and 75), so 62.5; shares 1/3 each, contributions a third. */
static void a_group_is_explained_by_its_parts(void **state)
{
    rk it = rk_open(PAIR, NULL);
    rk_json json;
    char *text;
    (void)state;
    set_fact(&it, 95);
    json = rk_read(&it, "a", plain);
    assert_keys(&json, "", "format library algorithm model assessment node joint views children perception gates ");
    assert_text(&json, "/node/kind", "group");
    assert_number(&json, "/node/power", 1);
    assert_absent(&json, "/node/scale");
    assert_absent(&json, "/node/together");
    assert_absent(&json, "/views/p/answers");
    assert_count(&json, "/children", 2);
    assert_keys(&json, "/children/a1", "id title weight share status score contribution ");
    assert_number(&json, "/children/a1/share", 1.0 / 3);
    assert_number(&json, "/children/a1/score", 75);
    assert_number(&json, "/children/a1/contribution", 25);
    assert_number(&json, "/children/a2/contribution", 50.0 / 3);
    assert_number(&json, "/joint/score", 62.5);
    rk_drop(&json);
    text = rk_report(&it, "a", NULL);
    assert_line(text, "id a");
    assert_line(text, "  Weight        2, which is 66.67 % of the whole");
    assert_line(text, "  Combined as   weighted mean of its parts");
    assert_line(text, "  Joint score    62.5  ├███████████████████───────────┤");
    assert_line(text, "  Honesty                                  33.33 %     75.0           25.00");
    assert_line(text, "  Openness                                 33.33 %     50.0           16.67");
    free(text);
    rk_close(&it);
}

static void the_text_of_a_criterion_reads_so(void **state)
{
    rk it = rk_open(PAIR, NULL);
    char *text = rk_report(&it, "a1", NULL);
    (void)state;
    assert_line(text, "Honesty");
    assert_line(text, "Trust › a1");
    assert_line(text, "How honest?");
    assert_line(text, "  Weight        1, which is 33.33 % of the whole");
    assert_line(text, "  Target        75.0");
    assert_line(text, "  Combined as   weighted mean of the parties");
    assert_line(text, "  Gap           none: the target is reached");
    assert_line(text, "  Seen by       Peer 50.0 darker than Queue: hidden strength of Peer, notable");
    assert_line(text, "  Gates         No lies, passed: Honesty is 50.0 in the lowest view, not below");
    assert_line(text, "                37.5");
    assert_line(text, "Peer             50.0  ├███████████████───────────────┤");
    assert_line(text, "  anna, buyer: 4 Four, 75.0 points, confidence 0.80");
    assert_line(text, "    note: Since spring");
    assert_line(text, "    evidence: contract 4711");
    assert_line(text, "  ben: 2 Two, 25.0 points");
    assert_line(text, "    2 Two                     25.0  Evades");
    free(text);
    text = rk_report(&it, "b2", NULL);
    assert_line(text, "  anna, buyer: not applicable");
    assert_line(text, "  ben: declined");
    assert_line(text, "Peer            not answered");
    free(text);
    rk_close(&it);
}

static void labels_and_notes_come_in_the_wanted_language(void **state)
{
    rapport_report_options german = {.struct_size = sizeof german, .language = "de"};
    rk it = rk_open(PAIR, NULL);
    uint32_t a2 = rapport_model_find(it.model, "a2");
    char *text;
    (void)state;
    assert_ok(rapport_assessment_add_note(it.assessment, 0, a2, "fr", "bonjour", -1, NULL));
    assert_ok(rapport_assessment_add_note(it.assessment, 0, a2, "en", "hello", -1, NULL));
    assert_ok(rapport_assessment_add_note(it.assessment, 0, a2, "de", "hallo", -1, NULL));
    assert_ok(rapport_assessment_add_note(it.assessment, 1, a2, "fr", "salut", -1, NULL));
    assert_ok(rapport_assessment_add_note(it.assessment, 1, a2, NULL, "as it is", -1, NULL));
    text = rk_report(&it, "a2", &german);
    assert_line(text, "    note: hallo");
    assert_line(text, "    note: salut");
    assert_line(text, "    note: as it is");
    assert_no(text, "hello");
    assert_no(text, "bonjour");
    free(text);
    text = rk_report(&it, "a2", NULL);
    assert_line(text, "    note: hello");
    assert_no(text, "hallo");
    free(text);
    rk_close(&it);
}

/* More different answers than are counted apart: 150 raters said 851 to 1000, in no order; the lowest 101 are shown. */
static void very_many_different_answers_are_cut_at_the_top(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("\"anonymity_floor\":2,", "{\"id\":\"p\",\"raters\":[]}"), NULL);
    rk_json json;
    char *text;
    (void)state;
    for (uint32_t i = 0; i < 150; i++) {
        char id[12];
        uint32_t rater;
        (void)snprintf(id, sizeof id, "r%u", (unsigned)i);
        assert_ok(rapport_assessment_add_rater(it.assessment, 0, id, 1, &rater, NULL));
        assert_ok(rapport_assessment_set_number(it.assessment, rater, rapport_model_find(it.model, "b1"), 851.0 + i * 37 % 150,
                                                NULL));
        assert_ok(rapport_assessment_add_evidence(it.assessment, rater, rapport_model_find(it.model, "b1"), id, -1, NULL));
    }
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    json = rk_read(&it, "b1", plain);
    assert_count(&json, "/views/p/answers", 102);
    assert_number(&json, "/views/p/answers/0/answer", 851);
    assert_number(&json, "/views/p/answers/100/answer", 951);
    assert_number(&json, "/views/p/answers/101/raters", 49);
    assert_absent(&json, "/views/p/answers/101/answer");
    assert_count(&json, "/views/p/evidence", 101);
    assert_text(&json, "/views/p/evidence/0", "r0");
    rk_drop(&json);
    text = rk_report(&it, "b1", NULL);
    assert_line(text, "  above these: 49 raters");
    free(text);
    rk_close(&it);
}

static void a_long_choice_is_cut_in_text_but_not_in_data(void **state)
{
    rapport_draft *draft;
    rapport_model *model;
    rk it = {0};
    rk_json json;
    char *text;
    (void)state;
    assert_ok(rapport_draft_create("long", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_choice(draft, "many", NULL, NULL));
    assert_ok(rapport_draft_add_yesno(draft, "yes", NULL, NULL));
    for (unsigned i = 0; i < 102; i++) {
        char id[8];
        (void)snprintf(id, sizeof id, "o%u", i);
        assert_ok(rapport_draft_add_option(draft, 0, id, 50, NULL));
    }
    assert_ok(rapport_draft_add_group(draft, RAPPORT_ROOT, "g", 1, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, 1, "c", 1, 0, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, 1, "y", 1, 1, NULL, NULL));
    assert_ok(rapport_draft_set_power(draft, 1, 0, NULL));
    assert_ok(rapport_draft_add_band(draft, "all", 0, NULL, NULL));
    assert_ok(rapport_draft_build(draft, &model, NULL));
    rapport_draft_destroy(draft);
    assert_ok(rapport_assessment_create(model, "i", "Long", "2026-01-31", NULL, &it.assessment, NULL));
    assert_ok(rapport_assessment_add_party(it.assessment, "p", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    assert_ok(rapport_assessment_set_yesno(it.assessment, RAPPORT_FACT, 3, 1, NULL));
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    json = rk_read(&it, "c", plain);
    assert_count(&json, "/node/scale/steps", 102);
    rk_drop(&json);
    text = rk_report(&it, "c", NULL);
    assert_line(text, "  101 o100                    50.0");
    assert_no(text, "o101");
    assert_line(text, "    and further options");
    free(text);
    json = rk_read(&it, "y", plain);
    assert_text(&json, "/fact/label", "yes");
    assert_count(&json, "/views/p/answers", 0);
    rk_drop(&json);
    text = rk_report(&it, "y", NULL);
    assert_line(text, "  Fact          yes, worth 100.0 points in every view");
    free(text);
    text = rk_report(&it, "g", NULL);
    assert_line(text, "  Combined as   weighted geometric mean of its parts");
    free(text);
    rk_close(&it);
    rapport_model_destroy(model);
}

static void a_writer_that_gives_up_is_not_called_again(void **state)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = RAPPORT_JSON};
    rk it = rk_open(PAIR, NULL);
    (void)state;
    for (uint32_t node = 1; node < 4; node++) {
        rk_fail_everywhere(&it, node, NULL);
        rk_fail_everywhere(&it, node, &options);
    }
    rk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_criterion_is_explained_from_question_to_gate),
        cmocka_unit_test(every_step_from_weight_to_share_is_shown),
        cmocka_unit_test(answers_stand_with_who_gave_them_where_no_floor_forbids),
        cmocka_unit_test(redaction_leaves_the_raters_out_altogether),
        cmocka_unit_test(protected_raters_are_counted_not_named),
        cmocka_unit_test(fewer_raters_than_the_floor_are_not_even_counted),
        cmocka_unit_test(one_withheld_cell_hides_all_answers_of_its_party),
        cmocka_unit_test(a_fact_does_not_give_a_withheld_value_away),
        cmocka_unit_test(a_number_is_explained_by_its_value_function),
        cmocka_unit_test(other_scales_are_explained_too),
        cmocka_unit_test(a_group_is_explained_by_its_parts),
        cmocka_unit_test(the_text_of_a_criterion_reads_so),
        cmocka_unit_test(labels_and_notes_come_in_the_wanted_language),
        cmocka_unit_test(very_many_different_answers_are_cut_at_the_top),
        cmocka_unit_test(a_long_choice_is_cut_in_text_but_not_in_data),
        cmocka_unit_test(a_writer_that_gives_up_is_not_called_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
