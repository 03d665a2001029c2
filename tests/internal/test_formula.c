/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Formulas of scorecards. Expected values are Python's: what `eval` gives for the same text, by its language reference. */
#include <math.h>
#include <string.h>

#include "analysis/formula.h"
#include "testkit.h"

static void gives(const char *text, double number, bool whole)
{
    rapport__formula_value value = rapport__formula_evaluate(text, NULL);
    if (value.fault || value.number != number || value.whole != whole)
        fail_msg("%s gives %.17g, %s, fault %d", text, value.number, value.whole ? "whole" : "not whole", value.fault);
}

static void fails(const char *text, rapport__fault fault)
{
    rapport__formula_value value = rapport__formula_evaluate(text, NULL);
    if (value.fault != fault)
        fail_msg("%s gives %.17g, fault %d, not %d", text, value.number, value.fault, fault);
}

static void numbers_are_whole_or_not(void **state)
{
    (void)state;
    gives("12", 12, true);
    gives("007.5", 7.5, false);
    gives("000", 0, true);
    gives(".5", 0.5, false);
    gives("5.", 5, false);
    gives("5.e1", 50, false);
    gives("1e3", 1000, false);
    gives("True", 1, true);
    gives("False + 2", 2, true);
    gives("9007199254740991", 9007199254740991.0, true);
    gives("1e999", HUGE_VAL, false);
    fails("9007199254740992", RAPPORT__TOO_LARGE);
    fails("9007199254740993", RAPPORT__TOO_LARGE);
    fails("012", RAPPORT__UNREADABLE);
    fails("1.2.3", RAPPORT__UNREADABLE);
    fails("5if 1 else 2", RAPPORT__UNREADABLE);
    fails("1e", RAPPORT__UNREADABLE);
    fails(".", RAPPORT__UNREADABLE);
}

static void a_number_may_be_long_but_not_longer_than_a_formula(void **state)
{
    static char text[RAPPORT_MAX_FORMULA + 2];
    (void)state;
    memset(text, '0', RAPPORT_MAX_FORMULA);
    text[0] = '.';
    text[RAPPORT_MAX_FORMULA - 1] = '5';
    gives(text, 0, false); /* 5e-2047: nearer to 0 than any number */
    memset(text, '7', RAPPORT_MAX_FORMULA + 1);
    fails(text, RAPPORT__UNREADABLE);
    text[RAPPORT_MAX_FORMULA] = '\0';
    fails(text, RAPPORT__TOO_LARGE);
}

static void operators_bind_as_in_python(void **state)
{
    (void)state;
    gives("1 + 2 * 3", 7, true);
    gives("(1 + 2) * 3", 9, true);
    gives("10 - 4 - 3", 3, true);
    gives("2 ** 3 ** 2", 512, true);
    gives("-2 ** 2", -4, true);
    gives("-5.00 ** 2", -25, false);
    gives("2 ** -1", 0.5, false);
    gives("2 ** -1 * 3", 1.5, false);
    gives("- - 3 + +2", 5, true);
    gives("not 1 == 2", 1, true);
    gives("not 0 and 5 or 7", 5, true);
    gives("0 or 0.0", 0, false);
    gives("1 / 4", 0.25, false);
    gives("4 / 2", 2, false);
    gives("1\t+\f1", 2, true);
}

static void division_rounds_down(void **state)
{
    (void)state;
    gives("7 // 2", 3, true);
    gives("-7 // 2", -4, true);
    gives("7 // -2", -4, true);
    gives("7 % -2", -1, true);
    gives("-7 % 3", 2, true);
    gives("7.5 // 2", 3, false);
    gives("-7.5 // 2", -4, false);
    gives("-7.5 % 2", 0.5, false);
    gives("7.5 % -2", -0.5, false);
    gives("1 // 0.1", 9, false); /* 0.1 is a little more than a tenth */
    gives("6.0 % 3", 0, false);
    assert_same_bits(rapport__modulo(1e308, 3), 2);       /* 1e308 as a double, modulo 3 in whole numbers */
    assert_same_bits(rapport__modulo(5e-324, 1), 5e-324); /* the smallest number */
    assert_same_bits(rapport__modulo(5, HUGE_VAL), 5);
    assert_true(rapport__modulo(HUGE_VAL, 5) != rapport__modulo(HUGE_VAL, 5));
    assert_same_bits(rapport__floor_divide(1e300, 7e-5), 1e300 / 7e-5); /* far beyond where doubles are whole */
    fails("1 / 0", RAPPORT__BY_ZERO);
    fails("1 // 0.0", RAPPORT__BY_ZERO);
    fails("1 % False", RAPPORT__BY_ZERO);
}

static void comparisons_chain(void **state)
{
    (void)state;
    gives("1 < 2 < 3", 1, true);
    gives("3 > 2 > 2", 0, true);
    gives("3 > 2 >= 2 != 3", 1, true);
    gives("(1 < 2) < 2", 1, true); /* True < 2 */
    gives("(3 > 2) > 2", 0, true); /* True > 2 */
    gives("3 > 2 == 2", 1, true);  /* 3 > 2 and 2 == 2 */
    gives("(3 > 2) == 1", 1, true);
    gives("1 <= 1.0", 1, true);
    gives("2 < 1 < 1 / 0", 0, true); /* the last one is never looked at */
    fails("1 < 2 < 1 / 0", RAPPORT__BY_ZERO);
}

static void what_is_not_chosen_may_be_faulty(void **state)
{
    (void)state;
    gives("1 / 0 if 0 else 4", 4, true);
    gives("3 if 1 else 1 / 0", 3, true);
    gives("0 and 1 / 0", 0, true);
    gives("2 or 1 / 0", 2, true);
    gives("(1 if 0 > 0 else 1 ) * 100", 100, true);
    gives("1 if 0 else 2 if 0 else 3", 3, true);
    gives("1 if 1 else 2 if 0 else 3", 1, true);
    gives("(1 if 2 else 0) if (0 if 1 else 1) else 9", 9, true);
    gives("max(1 / 0 if 0 else 5, 2)", 5, true);
    fails("1 if 1 / 0 else 2", RAPPORT__BY_ZERO);
    fails("1 / 0 and 0", RAPPORT__BY_ZERO);
    fails("max(1, 1 / 0)", RAPPORT__BY_ZERO);
    fails("not 1 / 0", RAPPORT__BY_ZERO);
    fails("int(1 / 0) + round(1.5, 1 / 0)", RAPPORT__BY_ZERO);
}

static void functions_are_those_of_erpnext(void **state)
{
    (void)state;
    gives("max(1, 2, 3)", 3, true);
    gives("max( 2 , 2.0,)", 2, true); /* of equals the first */
    gives("min (3, 1.5)", 1.5, false);
    gives("int(-2.9)", -2, true);
    gives("int(7)", 7, true);
    gives("float(7)", 7, false);
    gives("round(2.5)", 2, true); /* halves to even */
    gives("round(3.5)", 4, true);
    gives("round(-2.5)", -2, true);
    gives("round(2.675, 2)", 2.67, false); /* the double is below 2.675 */
    gives("round(0.25, 1)", 0.2, false);
    gives("round(12, 1)", 12, true);
    fails("int(1e300)", RAPPORT__TOO_LARGE);
    fails("int(1e999 - 1e999)", RAPPORT__TOO_LARGE);
    fails("round(1.5, 10)", RAPPORT__UNREADABLE);
    fails("round(1.5, 1.0)", RAPPORT__UNREADABLE);
    fails("round(1, 2, 3)", RAPPORT__UNREADABLE);
    fails("max(1)", RAPPORT__UNREADABLE);
    fails("max()", RAPPORT__UNREADABLE);
    fails("int(1, 2)", RAPPORT__UNREADABLE);
    fails("abs(1)", RAPPORT__UNREADABLE);
    fails("max", RAPPORT__UNREADABLE);
    fails("maximum(1, 2)", RAPPORT__UNREADABLE);
}

static void powers_are_of_real_numbers(void **state)
{
    (void)state;
    gives("10 ** 3", 1000, true);
    gives("(-3) ** 3", -27, true);
    gives("(-1) ** 9007199254740990", 1, true);
    gives("(-1) ** 9007199254740991", -1, true);
    gives("0 ** 0", 1, true);
    gives("0 ** 5", 0, true);
    gives("(-2.0) ** 3", -8, false);
    gives("(-2.0) ** 2", 4, false);
    gives("4 ** 0.5", 2, false);
    gives("2.0 ** -2", 0.25, false);
    gives("2 ** 52", 4503599627370496.0, true);
    fails("2 ** 53", RAPPORT__TOO_LARGE);
    fails("10.0 ** 400", RAPPORT__TOO_LARGE);
    fails("(-4) ** 0.5", RAPPORT__TOO_LARGE); /* complex in Python */
    fails("0.0 ** -1", RAPPORT__BY_ZERO);
    fails("1e999 ** 2", RAPPORT__TOO_LARGE);
    fails("9007199254740991 + 1", RAPPORT__TOO_LARGE);
    fails("9007199254740991 + 2", RAPPORT__TOO_LARGE);
    fails("9007199254740991 * -2", RAPPORT__TOO_LARGE);
}

static void what_is_no_expression_is_refused(void **state)
{
    static const char *const texts[] = {"",
                                        " ",
                                        "1 +",
                                        "* 1",
                                        "1 2",
                                        "(1",
                                        "1)",
                                        "()",
                                        "1,2",
                                        "(1, 2)",
                                        "max(1 2)",
                                        "max(,1)",
                                        "1 if 2",
                                        "1 else 2",
                                        "1 if 2 if 3 else 4",
                                        "if 1 else 2",
                                        "1 == not 2",
                                        "2 + not 1",
                                        "1 << 2",
                                        "1 >> 2",
                                        "1 <> 2",
                                        "1 = 2",
                                        "~1",
                                        "1 & 2",
                                        "a",
                                        "'a'",
                                        "[1]",
                                        "1 is 1",
                                        "1 in 2",
                                        "lambda: 1",
                                        "None",
                                        "1 not 2",
                                        "max(1, (2)",
                                        "1 if 2 else",
                                        "{a}",
                                        "max(1;2)",
                                        "1j",
                                        "0x10",
                                        "1 # x",
                                        "-",
                                        "not",
                                        "max(1, -)",
                                        "(1 if 2) else 3",
                                        "\xC3\xA9"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        fails(texts[i], RAPPORT__UNREADABLE);
}

static void the_place_is_told(void **state)
{
    const char *text = "1 + abs(2)", *unread;
    (void)state;
    (void)rapport__formula_evaluate(text, &unread);
    assert_ptr_equal(unread, text + 4);
    (void)rapport__formula_evaluate("1 + 2", &unread);
    assert_null(unread);
    text = "1 + ";
    (void)rapport__formula_evaluate(text, &unread);
    assert_string_equal(unread, "");
}

static void depth_ends_at_a_limit(void **state)
{
    char text[4 * RAPPORT_MAX_FORMULA_DEPTH + 8];
    (void)state;
    for (int extra = 0; extra < 2; extra++) {
        memset(text, '-', RAPPORT_MAX_FORMULA_DEPTH + (size_t)extra);
        strcpy(text + RAPPORT_MAX_FORMULA_DEPTH + extra, "1");
        if (extra)
            fails(text, RAPPORT__UNREADABLE);
        else
            gives(text, 1, true); /* an even number of signs */
    }
    for (int extra = 0; extra < 2; extra++) { /* so many values wait: 1**1**...**1 */
        text[0] = '\0';
        for (int i = 1; i < RAPPORT_MAX_FORMULA_DEPTH + extra; i++)
            strcat(text, "1**");
        strcat(text, "1");
        if (extra)
            fails(text, RAPPORT__UNREADABLE);
        else
            gives(text, 1, true);
    }
}

static const char *a_is_minus_five(const void *context, const char *name, size_t length, char room[RAPPORT__NUMBER_SIZE])
{
    (void)context;
    (void)room;
    return length == 1 && *name == 'a' ? "-5.00" : NULL;
}

static void variables_are_replaced_as_text(void **state)
{
    static const struct {
        const char *formula, *text;
        bool whole;
    } cases[] = {{"{a} ** 2", "-5.00 ** 2", true},
                 {"1{a}", "1-5.00", true},
                 {"{\na}\r+\n{a}", "-5.00+-5.00", true},
                 {"{a} &lt; 1 &gt;= 2 &amp;", "-5.00 < 1 >= 2 &amp;", true},
                 {"&l\nt;", "<", true},
                 {"{b} + {a}", "{b} + -5.00", false},
                 {"{{a}}", "{-5.00}", false},
                 {"{a", "{a", false},
                 {"{}", "{}", false},
                 {"a}", "a}", true}};
    char out[RAPPORT__FORMULA_ROOM];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(rapport__formula_fill(cases[i].formula, a_is_minus_five, NULL, out), cases[i].whole);
        assert_string_equal(out, cases[i].text);
    }
}

static void decimals_are_rounded_as_by_python(void **state)
{
    (void)state;
    assert_same_bits(rapport__round_decimals(0.25, 1), 0.2); /* a tie: to even */
    assert_same_bits(rapport__round_decimals(0.75, 1), 0.8);
    assert_same_bits(rapport__round_decimals(0.35, 1), 0.3); /* the double is below the tie */
    assert_same_bits(rapport__round_decimals(84.25, 1), 84.2);
    assert_same_bits(rapport__round_decimals(79.96, 1), 80);
    assert_same_bits(rapport__round_decimals(-0.25, 1), -0.2);
    assert_same_bits(rapport__round_decimals(1e300, 1), 1e300);
    assert_same_bits(rapport__round_decimals(HUGE_VAL, 1), HUGE_VAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_whole_or_not),
        cmocka_unit_test(a_number_may_be_long_but_not_longer_than_a_formula),
        cmocka_unit_test(operators_bind_as_in_python),
        cmocka_unit_test(division_rounds_down),
        cmocka_unit_test(comparisons_chain),
        cmocka_unit_test(what_is_not_chosen_may_be_faulty),
        cmocka_unit_test(functions_are_those_of_erpnext),
        cmocka_unit_test(powers_are_of_real_numbers),
        cmocka_unit_test(what_is_no_expression_is_refused),
        cmocka_unit_test(the_place_is_told),
        cmocka_unit_test(depth_ends_at_a_limit),
        cmocka_unit_test(variables_are_replaced_as_text),
        cmocka_unit_test(decimals_are_rounded_as_by_python),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
