/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Measures by themselves, as text. */
#include "../measured_kit.h"

static char *text_of(const wk *it, const rapport_report_options *options)
{
    static char text[1 << 14];
    rapport_buffer buffer = {text, sizeof text, 0};
    assert_ok(rapport_measures_write(it->result, options, rapport_buffer_write, &buffer, NULL));
    assert_true(buffer.needed < (int64_t)sizeof text);
    return text;
}

static void expect_line(const char *sections, const char *line)
{
    wk it = wk_open(sections);
    char *text = text_of(&it, NULL);
    if (!strstr(text, line))
        fail_msg("\"%s\" is not in\n%s", line, text);
    wk_close(&it);
}

static void a_group_is_a_line(void **state)
{
    (void)state;
    expect_line("'benefits':{'us':60,'them':40}",
                "us and them\n\nMeasures\n  Net benefit          us 60.00, them 40.00\n  Balance of benefits  0.80\n"
                "  Gain                 joint surplus 100.00; it is win-win; worst off: them\n");
    expect_line("'burdens':{'us':60,'them':40}", "  Sharing              balance of burdens 0.80; bears most: us\n");
    expect_line("'aims':{'now':{'us':{'a':3,'b':1},'them':{'a':1,'b':3}},'believed':{'now':{'us':{'them':{'a':1,'b':1}}}}}",
                "  Aims today           alignment 0.50; transparency 0.75; us knows the aims of\n"
                "                       them 0.75\n");
    expect_line("'horizons':{'us':3,'them':5}", "  Vision               overlap of horizons 0.60\n");
    expect_line("'dependence':{'us':9,'them':5}",
                "  Dependence           joint dependence 14.00; us depends more than them 4.00\n");
    expect_line("'dependence':{'us':5,'them':5}", "  Dependence           joint dependence 10.00\n");
    expect_line("'network':{'trust':{'us':{'them':80},'them':{'us':60}}}",
                "  Trust                mutual trust 60.0; asymmetry 20.0; trusts more than it is\n"
                "                       trusted: us, them\n");
    expect_line("'decisions':[{'id':'d','taken':1,'due':1}]",
                "  Leadership           decisions in time 1.00; not reversed 1.00; both 1.00\n");
}

static void what_has_no_value_says_why(void **state)
{
    (void)state;
    expect_line("'benefits':{'us':3}", "joint surplus, kind of gain undefined: something is\n");
    expect_line("'horizons':{'us':3}", "overlap of horizons undefined: something is missing\n");
    expect_line("'topics':[]", "price dominance undefined: nothing is listed\n");
    expect_line("'boldness':{'today':1,'target':2,'feasible':1}", "boldness undefined: nothing better is feasible\n");
    expect_line("'benefits':{'us':1}", "Balance of benefits  undefined: something is missing\n");
    expect_line("'aims':{'believed':{'now':{'us':{'them':{'a':1}}}}}",
                "  Aims today           transparency undefined: something is missing\n");
    expect_line("'scenarios':{'scenarios':[],'plans':[]}",
                "  Scenarios            mean, worst case, largest regret undefined: nothing is\n"
                "                       listed\n");
    expect_line("'benefits':{'us':0,'them':0},'contributions':{'us':1,'them':1},'horizons':{'us':1},'boldness':{'today':1,"
                "'target':2,'feasible':1}",
                "  Vision               overlap of horizons undefined: something is missing;\n"
                "                       boldness undefined: nothing better is feasible\n");
}

static void what_has_a_title_is_called_by_it(void **state)
{
    (void)state;
    expect_line("'plan_chain':{'vision':[{'id':'moon','title':'A flag on the moon'}],'actions':[{'id':'fair','title':"
                "{'de':'Messe','en':'The fair'}}]}",
                "  dream: no strategy serves A flag on the moon\n  orphan actions: no strategy needs The fair\n");
    expect_line("'value_chain':[{'id':'idea','title':'First "
                "idea','joint':true},{'id':'make','title':'Making'},{'id':'sale','title':'Sale','joint':true}]",
                "from: First idea; to: Sale; holes: Making\n");
    expect_line(
        "'scenarios':{'scenarios':[{'id':'a','title':'Boom'}],'plans':[{'id':'b','title':'Build now','payoffs':{'a':1}}]}",
        "  Scenarios            mean Build now 1.00;");
    rapport_report_options options = {.struct_size = sizeof options, .language = "de"};
    wk it = wk_open("'plan_chain':{'vision':[],'actions':[{'id':'fair','title':{'de':'Messe','en':'The fair'}}]}");
    assert_non_null(strstr(text_of(&it, &options), "no strategy needs Messe\n"));
    options.format = RAPPORT_JSON; /* which has ids */
    assert_non_null(strstr(text_of(&it, &options), "\"orphans\": [\"fair\"]"));
    wk_close(&it);
}

static void many_are_counted(void **state)
{
    (void)state;
    expect_line(
        "'plan_chain':{'vision':[{'id':'a'},{'id':'b'},{'id':'c'},{'id':'d'},{'id':'e'},{'id':'f'},{'id':'g'},{'id':'h'}]}",
        "  dream: no strategy serves a, b, c, d, e, f and 2 more\n");
    wk it = wk_open_of("'a','b','c','d','e','f','g','h'", "'benefits':{'a':1,'b':1,'c':1,'d':1,'e':1,'f':1,'g':1,'h':1},"
                                                          "'coalition':{'roles':{}},'dependence':{'a':1,'b':2}");
    assert_non_null(strstr(text_of(&it, NULL), "e 1.00, f 1.00 and 2 more\n"));
    assert_null(strstr(text_of(&it, NULL), "joint dependence")); /* of 28 pairs */
    wk_close(&it);
}

static void a_user_cannot_steer_a_terminal_and_ascii_is_ascii(void **state)
{
    (void)state;
    rapport_report_options options = {.struct_size = sizeof options, .ascii = 1};
    wk it = wk_open("'benefits':{'us':1,'them':2}");
    assert_ok(rapport_assessment_set_title(it.assessment, US, NULL, "Us\x1B[31m", -1, NULL));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_null(strchr(text_of(&it, &options), '\x1B'));
    wk_close(&it);
    it = wk_open("'triad':{'vision':90,'leadership':90,'strategy':20}");
    for (const char *at = text_of(&it, &options); *at; at++)
        assert_true(*at > 0);
    wk_close(&it);
}

static int32_t refuse_at(void *user, const char *text, int64_t length)
{
    int *left = user;
    (void)text;
    (void)length;
    return (*left)-- <= 0;
}

static void what_is_wrong_is_refused(void **state)
{
    (void)state;
    rapport_report_options options = {.struct_size = sizeof options, .format = 7};
    rapport_buffer buffer = {NULL, 0, 0};
    rapport_result *empty;
    int left = 0;
    wk it = wk_open("'benefits':{'us':1,'them':2}");
    assert_int_equal(rapport_measures_write(it.result, &options, rapport_buffer_write, &buffer, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measures_write(NULL, NULL, rapport_buffer_write, &buffer, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measures_write(it.result, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_result_create(NULL, &empty));
    assert_int_equal(rapport_measures_write(empty, NULL, rapport_buffer_write, &buffer, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_result_destroy(empty);
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        left = 0;
        assert_int_equal(rapport_measures_write(it.result, &options, refuse_at, &left, NULL), RAPPORT_WRITE_FAILED);
    }
    wk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_group_is_a_line),        cmocka_unit_test(what_has_no_value_says_why),
        cmocka_unit_test(many_are_counted),         cmocka_unit_test(a_user_cannot_steer_a_terminal_and_ascii_is_ascii),
        cmocka_unit_test(what_is_wrong_is_refused), cmocka_unit_test(what_has_a_title_is_called_by_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
