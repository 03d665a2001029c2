/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The check values of docs/measures.md, through a document. */
#include "../measured_kit.h"

static void benefits_of_60_and_40(void **state)
{
    (void)state;
    wk it = wk_open("'benefits':{'us':60,'them':40},'burdens':{'us':80,'them':20}");
    wk_is(&it, RAPPORT_BALANCE, 0.8);                    /* 1 - .1/.5 */
    wk_is(&it, RAPPORT_MEASURE_JAIN, 25. / 26);          /* 100^2 / (2 (3600 + 1600)) */
    wk_is(&it, RAPPORT_MEASURE_JAIN_RESCALED, 12. / 13); /* (25/26 - 1/2) / (1/2) */
    wk_is(&it, RAPPORT_MEASURE_SMALLEST_TO_LARGEST, 2. / 3);
    wk_is(&it, RAPPORT_MEASURE_BURDEN_BALANCE, 0.4); /* 1 - .3/.5 */
    wk_is(&it, RAPPORT_BURDEN_OVERLOAD, 1.6);        /* .8/.5 */
    wk_is_of(&it, RAPPORT_NET_BENEFIT, US, 0, -20);
    wk_is(&it, RAPPORT_MEASURE_SURPLUS, 0);
    wk_is(&it, RAPPORT_MEASURE_GAIN, RAPPORT_WIN_LOSE);
    wk_is(&it, RAPPORT_MEASURE_WORST_BENEFIT, -20);
    wk_lacks(&it, RAPPORT_MEASURE_NASH_PRODUCT, RAPPORT_UNDEFINED, RAPPORT_WHY_NOT_WIN_WIN);
    wk_names(&it, RAPPORT_MENTION_WORST_OFF, "us ");
    wk_names(&it, RAPPORT_MENTION_MOST_BURDENED, "us ");
    wk_close(&it);
}

static void benefits_of_80_and_20_and_of_three(void **state)
{
    (void)state;
    wk it = wk_open("'benefits':{'us':80,'them':20}");
    wk_is(&it, RAPPORT_BALANCE, 0.4);
    wk_is(&it, RAPPORT_MEASURE_JAIN, 25. / 34);   /* 100^2 / (2 (6400 + 400)): .7353 */
    wk_is(&it, RAPPORT_MEASURE_NASH_PRODUCT, 40); /* sqrt(80 * 20) */
    wk_close(&it);
    it = wk_open_of("'a','b','c'", "'benefits':{'a':70,'b':20,'c':10}");
    wk_is(&it, RAPPORT_BALANCE, 0.45);          /* 1 - (.7 - 1/3) / (2/3) */
    wk_is(&it, RAPPORT_MEASURE_JAIN, 50. / 81); /* .6173 */
    wk_close(&it);
}

static void equity_and_synergy(void **state)
{
    (void)state;
    wk it = wk_open("'benefits':{'us':60,'them':40},'contributions':{'us':5,'them':5},"
                    "'synergy':{'together':125,'alone':{'us':60,'them':40}}");
    wk_is(&it, RAPPORT_MEASURE_EQUITY, 2. / 3);
    wk_is_of(&it, RAPPORT_MEASURE_EQUITY_RATIO, US, 0, 1.2);
    wk_is_of(&it, RAPPORT_MEASURE_EQUITY_RATIO, THEM, 0, 0.8);
    wk_names(&it, RAPPORT_MENTION_GETS_LEAST, "them ");
    wk_names(&it, RAPPORT_MENTION_GETS_MOST, "us ");
    wk_is(&it, RAPPORT_MEASURE_SYNERGY, 0.25); /* 25 more than 100 */
    wk_close(&it);
    it = wk_open("'benefits':{'us':60,'them':40},'contributions':{'us':6,'them':4}");
    wk_is(&it, RAPPORT_MEASURE_EQUITY, 1);
    wk_names(&it, RAPPORT_MENTION_GETS_LEAST, "");
    wk_close(&it);
}

static void skills_that_differ(void **state)
{
    (void)state;
    wk it = wk_open("'skills':{'parties':{'us':{'a':0.5,'b':0.3,'c':0.2},'them':{'b':0.2,'c':0.3,'d':0.5}}}");
    wk_is_of(&it, RAPPORT_MEASURE_SKILL_DISTANCE, US, THEM, 0.6);
    wk_is_of(&it, RAPPORT_MEASURE_SKILL_DISTANCE, THEM, US, 0.6);
    wk_is_of(&it, RAPPORT_MEASURE_SKILL_COSINE, US, THEM, 0.12 / 0.38); /* .3158 */
    wk_is_of(&it, RAPPORT_MEASURE_SKILL_FIT, US, THEM, 0.96);           /* 4 * .6 * .4 */
    wk_lacks(&it, RAPPORT_SKILL_COVERAGE, RAPPORT_UNDEFINED, RAPPORT_WHY_ZERO);
    wk_close(&it);
    it = wk_open("'skills':{'optimum':0.6,'parties':{'us':{'a':0.5,'b':0.3,'c':0.2},'them':{'b':0.2,'c':0.3,'d':0.5}}}");
    wk_is_of(&it, RAPPORT_MEASURE_SKILL_FIT, US, THEM, 1);
    wk_close(&it);
}

static void skills_that_the_task_requires(void **state)
{
    (void)state;
    wk it = wk_open("'skills':{'required':{'design':3,'logistics':2,'law':1},'parties':{'us':{'design':0.9,'logistics':0.3},"
                    "'them':{'design':0.4,'logistics':0.8}},'tasks':["
                    "{'id':'draw','skill':'design','party':'us','work':6,'level':0.9},"
                    "{'id':'ship','skill':'logistics','party':'us','work':4,'level':0.5}]}");
    wk_is(&it, RAPPORT_SKILL_COVERAGE, 4.3 / 6);
    wk_is_of(&it, RAPPORT_MEASURE_COVERAGE_ALONE, US, 0, 3.3 / 6);
    wk_is_of(&it, RAPPORT_MEASURE_COVERAGE_ALONE, THEM, 0, 2.8 / 6);
    wk_is(&it, RAPPORT_MEASURE_SKILL_NEED, 1. / 6);
    wk_is_of(&it, RAPPORT_MEASURE_SKILL_SHAPLEY, US, 0, 0.4);       /* (3 * .7 + 2 * .15) / 6 */
    wk_is_of(&it, RAPPORT_MEASURE_SKILL_SHAPLEY, THEM, 0, 1.9 / 6); /* (3 * .2 + 2 * .65) / 6 */
    wk_names(&it, RAPPORT_MENTION_SKILL_HOLES, "law ");
    wk_names(&it, RAPPORT_MENTION_BEST_ALONE, "us ");
    wk_is(&it, RAPPORT_MEASURE_WORK_BEYOND, 0.4);      /* shipping, at .3 where .5 is required */
    wk_is(&it, RAPPORT_MEASURE_WORK_FOCUS, 6.6 / 8.6); /* (6 * .9 + 4 * .3) / (6 * .9 + 4 * .8) */
    wk_names(&it, RAPPORT_MENTION_BEYOND, "ship ");
    wk_lacks(&it, RAPPORT_MEASURE_UNIQUENESS, RAPPORT_NOT_FOUND, RAPPORT_WHY_NOT_THERE);
    wk_close(&it);
}

static void skills_that_rivals_have_too(void **state)
{
    (void)state;
    /* importances 1 and 3; holders of the first: we and two rivals; of the second: we and one: (1/3 + 3/2) / 4 */
    wk it = wk_open("'skills':{'required':{'a':1,'b':3},'parties':{'us':{'a':1},'them':{'b':0.6}},"
                    "'rivals':{'acme':{'a':0.5,'b':0.9},'zeta':{'a':0.7,'b':0.4}}}");
    wk_is(&it, RAPPORT_MEASURE_UNIQUENESS, 11. / 24);
    wk_close(&it);
    it = wk_open("'skills':{'held_from':0.6,'required':{'a':1,'b':3},'parties':{'us':{'a':1},'them':{'b':0.6}},"
                 "'rivals':{'acme':{'a':0.5,'b':0.9},'zeta':{'a':0.7,'b':0.4}}}");
    wk_is(&it, RAPPORT_MEASURE_UNIQUENESS, 0.5); /* (1/2 + 3/2) / 4 */
    wk_close(&it);
}

static void aims_of_today_and_tomorrow(void **state)
{
    (void)state;
    wk it = wk_open("'aims':{'now':{'us':{'a':40,'b':30,'c':20,'d':10},'them':{'a':1,'b':1,'c':1,'d':1}},"
                    "'future':{'us':{'a':1},'them':{'b':1}},"
                    "'believed':{'now':{'us':{'them':{'a':40,'b':30,'c':20,'d':10}}},'future':{'them':{'us':{'a':3,'b':1}}}},"
                    "'support':{'us':{'a':1,'b':-0.5,'c':0},'them':{'a':-1,'b':-1,'c':-1}}}");
    wk_is(&it, RAPPORT_MEASURE_ALIGNMENT_NOW, 0.8); /* .25 + .25 + .20 + .10 */
    wk_is_of(&it, RAPPORT_MEASURE_OVERLAP_NOW, THEM, US, 0.8);
    wk_is(&it, RAPPORT_MEASURE_ALIGNMENT_FUTURE, 0);
    wk_is(&it, RAPPORT_MEASURE_TRANSPARENCY_NOW, 0.8);
    wk_is_of(&it, RAPPORT_MEASURE_KNOWN_NOW, US, THEM, 0.8);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_KNOWN_NOW, THEM, US, NULL, NULL), RAPPORT_UNDEFINED);
    wk_is_of(&it, RAPPORT_MEASURE_KNOWN_FUTURE, THEM, US, 0.75);
    wk_names(&it, RAPPORT_MENTION_OPPOSED, "a ");
    wk_close(&it);
    it = wk_open_of("'a','b','c'", "'aims':{'now':{'a':{'w':1},'b':{'w':1},'c':{'y':1}}}");
    wk_is(&it, RAPPORT_MEASURE_ALIGNMENT_NOW, 1. / 3);
    wk_names(&it, RAPPORT_MENTION_FURTHEST_NOW, "a c ");
    wk_close(&it);
}

static void visions(void **state)
{
    (void)state;
    wk it = wk_open("'shared_vision':{'wanted':{'us':80,'them':60},'agreement':{'them':0.5}},"
                    "'boldness':{'today':40,'target':70,'feasible':100},'horizons':{'us':3,'them':5}");
    wk_is(&it, RAPPORT_MEASURE_SHARED_VISION, 30); /* 60 * .5 */
    wk_names(&it, RAPPORT_MENTION_SHARES_LEAST, "them ");
    wk_is(&it, RAPPORT_MEASURE_BOLDNESS, 0.5);
    wk_is(&it, RAPPORT_MEASURE_HORIZON_OVERLAP, 0.6);
    wk_close(&it);
}

static void the_three_legs(void **state)
{
    (void)state;
    wk it = wk_open("'triad':{'vision':90,'leadership':90,'strategy':20}");
    assert_close(wk_value(&it, RAPPORT_MEASURE_TRIAD, 0, 0), 54.5, 0.05); /* cube root of 162000 */
    wk_is(&it, RAPPORT_MEASURE_TRIAD_LOWEST, 20);
    wk_is(&it, RAPPORT_MEASURE_HARMONY, 0.3);
    wk_is(&it, RAPPORT_MEASURE_EVENNESS, 1);
    wk_names(&it, RAPPORT_MENTION_BOTTLENECK, "strategy ");
    wk_close(&it);
    it = wk_open("'triad':{'vision':75,'leadership':75,'strategy':0}");
    assert_close(wk_value(&it, RAPPORT_MEASURE_TRIAD, 0, 0), 17.8, 0.05); /* cube root of 75 * 75 * 1 */
    wk_close(&it);
}

static void the_plan_chain(void **state)
{
    (void)state;
    wk it = wk_open("'plan_chain':{'vision':[{'id':'one','weight':5},{'id':'two','weight':3},{'id':'three','weight':2}],"
                    "'strategies':[{'id':'s1','serves':'one'},{'id':'s2','serves':['one','two']},{'id':'s3'}],"
                    "'actions':[{'id':'a1','strategy':'s1','owner':'Ada','due':'2027-01-31','measure':'parts a day'},"
                    "{'id':'a2','strategy':'s2','owner':'Ada'},{'id':'a3','strategy':['s2'],'due':'2027-01-31'},"
                    "{'id':'a4','owner':'Bo','due':'2027-01-31','measure':'calls'}]}");
    wk_is(&it, RAPPORT_MEASURE_SERVED, 0.8);
    wk_is(&it, RAPPORT_MEASURE_BACKED, 0.5);
    wk_is(&it, RAPPORT_MEASURE_STRATEGIES_ACTED, 2. / 3);
    wk_is(&it, RAPPORT_MEASURE_ACTIONS_READY, 0.5);
    wk_names(&it, RAPPORT_MENTION_DREAMS, "three ");
    wk_names(&it, RAPPORT_MENTION_ORPHANS, "a4 ");
    wk_names(&it, RAPPORT_MENTION_AIMLESS, "s3 ");
    wk_names(&it, RAPPORT_MENTION_IDLE, "s3 ");
    wk_names(&it, RAPPORT_MENTION_UNREADY, "a2 a3 ");
    wk_close(&it);
}

static void coalition_and_decisions(void **state)
{
    (void)state;
    wk it = wk_open("'coalition':{'agreement':0.8,'roles':{'us':[{'id':'chief','weight':2,'committed':true},"
                    "{'id':'sales','committed':false},{'id':'plant','committed':true}],"
                    "'them':[{'id':'chief','committed':true},{'id':'law','committed':false,'person':'N. N.'}]}},"
                    "'decisions':[{'id':'a','taken':1,'due':1},{'id':'b','taken':0,'due':1,'reversed':true},"
                    "{'id':'c','taken':1,'due':5,'reversed':true},{'id':'d','taken':2,'due':1},{'id':'e','taken':9}]");
    wk_is(&it, RAPPORT_MEASURE_COALITION, 0.4); /* .8 * least of 3/4 and 1/2 */
    wk_is_of(&it, RAPPORT_MEASURE_COALITION_SHARE, US, 0, 0.75);
    wk_is_of(&it, RAPPORT_MEASURE_COALITION_SHARE, THEM, 0, 0.5);
    wk_names(&it, RAPPORT_MENTION_WEAKEST_SIDE, "them ");
    wk_is(&it, RAPPORT_MEASURE_DECISION_SPEED, 0.75); /* the one without a due time is left out */
    wk_is(&it, RAPPORT_MEASURE_DECISION_ACCURACY, 0.5);
    wk_is(&it, RAPPORT_MEASURE_DECISIONS, 0.6); /* 2 * .75 * .5 / 1.25 */
    wk_close(&it);
}

static void decisions_of_8_and_5_in_10(void **state)
{
    (void)state;
    char sections[2000] = "'decisions':[";
    for (int i = 0; i < 10; i++) /* 8 in time, 5 reversed */
        snprintf(sections + strlen(sections), sizeof sections - strlen(sections),
                 "%s{'id':'d%d','taken':%d,'due':3,'reversed':%s}", i ? "," : "", i, i < 8 ? 3 : 4, i % 2 ? "true" : "false");
    strcat(sections, "]");
    wk it = wk_open(sections);
    wk_is(&it, RAPPORT_MEASURE_DECISION_SPEED, 0.8);
    wk_is(&it, RAPPORT_MEASURE_DECISION_ACCURACY, 0.5);
    wk_is(&it, RAPPORT_MEASURE_DECISIONS, 8. / 13); /* .615 */
    wk_close(&it);
}

static void scenarios_and_regret(void **state)
{
    (void)state;
    wk it =
        wk_open("'scenarios':{'scenarios':[{'id':'boom'},{'id':'calm'},{'id':'bust'}],'plans':["
                "{'id':'p1','payoffs':{'boom':80,'calm':60,'bust':20}},{'id':'p2','payoffs':{'boom':60,'calm':60,'bust':50}},"
                "{'id':'p3','payoffs':{'boom':90,'calm':40,'bust':30}}]}");
    const double means[] = {160. / 3, 170. / 3, 160. / 3}, minima[] = {20, 50, 30}, regrets[] = {30, 30, 20};
    for (uint32_t p = 0; p < 3; p++) {
        wk_is_of(&it, RAPPORT_MEASURE_PLAN_MEAN, p, 0, means[p]);
        wk_is_of(&it, RAPPORT_MEASURE_PLAN_MINIMUM, p, 0, minima[p]);
        wk_is_of(&it, RAPPORT_MEASURE_PLAN_REGRET, p, 0, regrets[p]);
    }
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_PLAN_MEAN, 3, 0, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    wk_names(&it, RAPPORT_MENTION_HIGHEST_MEAN, "p2 ");
    wk_names(&it, RAPPORT_MENTION_HIGHEST_MINIMUM, "p2 ");
    wk_names(&it, RAPPORT_MENTION_LEAST_REGRET, "p3 ");
    wk_close(&it);
    it = wk_open("'scenarios':{'scenarios':[{'id':'a','probability':3},{'id':'b'}],'plans':["
                 "{'id':'p','payoffs':{'a':4,'b':8}}]}");
    wk_is_of(&it, RAPPORT_MEASURE_PLAN_MEAN, 0, 0, 5); /* (3 * 4 + 8) / 4 */
    wk_close(&it);
}

static void the_value_chain_and_price(void **state)
{
    (void)state;
    wk it =
        wk_open("'value_chain':[{'id':'idea'},{'id':'design','weight':2,'joint':true},{'id':'make','weight':3,'joint':false},"
                "{'id':'sell','weight':2,'owner':'them'},{'id':'serve','weight':2,'joint':true}],"
                "'topics':[{'id':'price','weight':6,'price':true},{'id':'quality','weight':3},{'id':'time'}]");
    wk_is(&it, RAPPORT_MEASURE_CHAIN_REACH, 0.4); /* (2 + 2) / 10 */
    wk_names(&it, RAPPORT_MENTION_EARLIEST, "design ");
    wk_names(&it, RAPPORT_MENTION_LATEST, "serve ");
    wk_names(&it, RAPPORT_MENTION_CHAIN_HOLES, "make sell ");
    wk_is(&it, RAPPORT_MEASURE_PRICE_DOMINANCE, 0.6);
    wk_close(&it);
    it = wk_open("'value_chain':[{'id':'idea'}]");
    wk_is(&it, RAPPORT_MEASURE_CHAIN_REACH, 0);
    wk_names(&it, RAPPORT_MENTION_EARLIEST, "");
    wk_close(&it);
}

static void dependence_and_trust(void **state)
{
    (void)state;
    /* four in a row, neighbours at 80, the rest at 20: as in docs/measures.md */
    wk it = wk_open_of("'a','b','c','d'", "'dependence':{'a':7,'b':3,'c':0,'d':1},'network':{'trust':{"
                                          "'a':{'b':80,'c':20,'d':20},'b':{'a':80,'c':80,'d':20},"
                                          "'c':{'a':20,'b':80,'d':80},'d':{'a':20,'b':20,'c':80}}}");
    wk_is_of(&it, RAPPORT_MEASURE_JOINT_DEPENDENCE, 0, 1, 10);
    wk_is_of(&it, RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY, 0, 1, 4);
    wk_is_of(&it, RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY, 1, 0, -4);
    wk_is(&it, RAPPORT_MEASURE_MUTUAL_TRUST, 50);
    wk_is(&it, RAPPORT_MEASURE_TRUST_DENSITY, 0.5);
    wk_is(&it, RAPPORT_MEASURE_CENTRALISATION, 1. / 3);
    wk_is(&it, RAPPORT_MEASURE_RECIPROCITY, 1);
    wk_is(&it, RAPPORT_MEASURE_ISLANDS, 1);
    wk_names(&it, RAPPORT_MENTION_BROKERS, "b c ");
    wk_names(&it, RAPPORT_MENTION_WIDEST_PAIR, "");
    wk_close(&it);
    it = wk_open("'network':{'cut':70,'trust':{'us':{'them':40},'them':{'us':60}}}");
    wk_is(&it, RAPPORT_MEASURE_WEAKEST_LINK, 40);
    wk_is(&it, RAPPORT_MEASURE_WIDEST_ASYMMETRY, 20);
    wk_names(&it, RAPPORT_MENTION_WIDEST_PAIR, "them us ");
    wk_lacks(&it, RAPPORT_MEASURE_RECIPROCITY, RAPPORT_UNDEFINED, RAPPORT_WHY_NO_TIES);
    wk_lacks(&it, RAPPORT_MEASURE_CENTRALISATION, RAPPORT_UNDEFINED, RAPPORT_WHY_TWO_PARTIES);
    wk_is(&it, RAPPORT_MEASURE_ISLANDS, 2);
    wk_close(&it);
}

/* The patterns that hold, as "dream(dreams) ". */
static void expect_patterns(const char *sections, const char *expected)
{
    wk it = wk_open(sections);
    char found[200] = "";
    rapport_pattern pattern = {.struct_size = sizeof pattern};
    for (uint32_t i = 0; i < rapport_pattern_count(it.result); i++) {
        assert_ok(rapport_pattern_get(it.result, i, &pattern));
        strcat(found, rapport_pattern_name(pattern.kind));
        if (pattern.mention) {
            strcat(found, "(");
            strcat(found, rapport_mention_name(pattern.mention));
            strcat(found, ")");
        }
        strcat(found, " ");
    }
    assert_string_equal(found, expected);
    assert_int_equal(rapport_pattern_get(it.result, rapport_pattern_count(it.result), &pattern), RAPPORT_BAD_ARGUMENT);
    wk_close(&it);
}

static void patterns_hold_at_their_thresholds(void **state)
{
    (void)state;
    expect_patterns("'triad':{'vision':70,'leadership':40,'strategy':39.9}", "dream ");
    expect_patterns("'triad':{'vision':69.9,'leadership':39,'strategy':39.9}", "");
    expect_patterns("'triad':{'vision':70,'leadership':39.9,'strategy':40}", "orphan-vision ");
    expect_patterns("'triad':{'vision':39.9,'leadership':50,'strategy':70}", "busy ");
    expect_patterns("'triad':{'vision':39.9,'leadership':70,'strategy':69}", "drive-without-destination ");
    expect_patterns("'burdens':{'us':3,'them':1}", ""); /* 1.5 is not above 1.5 */
    expect_patterns("'burdens':{'us':3.1,'them':1}", "one-horse-team(most-burdened) ");
    expect_patterns("'burdens':{'us':1,'them':1},'agreed_shares':{'us':0,'them':1}", "one-horse-team(most-burdened) ");
    expect_patterns("'plan_chain':{'vision':[{'id':'g'}],'strategies':[{'id':'s'}],'actions':[{'id':'a'}]}",
                    "dream(dreams) orphan-actions(orphans) ");
    expect_patterns("'plan_chain':{'vision':[{'id':'g'}],'strategies':[{'id':'s','serves':'g'}],"
                    "'actions':[{'id':'a','strategy':'s'}]}",
                    "");
    expect_patterns("", "");
}

static void what_cannot_be_known_has_a_reason(void **state)
{
    (void)state;
    static const struct {
        const char *sections;
        int32_t measure, reason;
    } cases[] = {
        {"'benefits':{'us':1}", RAPPORT_MEASURE_SURPLUS, RAPPORT_WHY_INCOMPLETE},
        {"'benefits':{'them':1}", RAPPORT_NET_BENEFIT, RAPPORT_WHY_INCOMPLETE},
        {"'benefits':{'us':0,'them':0}", RAPPORT_BALANCE, RAPPORT_WHY_ZERO},
        {"'benefits':{'us':-1,'them':2}", RAPPORT_MEASURE_JAIN, RAPPORT_WHY_NEGATIVE},
        {"'benefits':{'us':-1,'them':2}", RAPPORT_BALANCE, RAPPORT_WHY_NEGATIVE},
        {"'burdens':{'us':1}", RAPPORT_BURDEN_OVERLOAD, RAPPORT_WHY_INCOMPLETE},
        {"'burdens':{'us':0,'them':0}", RAPPORT_BURDEN_OVERLOAD, RAPPORT_WHY_ZERO},
        {"'burdens':{'us':1,'them':0},'agreed_shares':{'us':0,'them':1}", RAPPORT_BURDEN_OVERLOAD, RAPPORT_WHY_UNBOUNDED},
        {"'burdens':{'us':0,'them':0}", RAPPORT_MEASURE_BURDEN_BALANCE, RAPPORT_WHY_ZERO},
        {"'contributions':{'us':1,'them':1}", RAPPORT_MEASURE_EQUITY, RAPPORT_WHY_INCOMPLETE},
        {"'benefits':{'us':1,'them':1},'contributions':{'us':1}", RAPPORT_MEASURE_EQUITY, RAPPORT_WHY_INCOMPLETE},
        {"'benefits':{'us':1,'them':1},'contributions':{'us':1,'them':0}", RAPPORT_MEASURE_EQUITY, RAPPORT_WHY_ZERO},
        {"'synergy':{'together':1,'alone':{'us':1}}", RAPPORT_MEASURE_SYNERGY, RAPPORT_WHY_INCOMPLETE},
        {"'synergy':{'together':1,'alone':{'us':0,'them':0}}", RAPPORT_MEASURE_SYNERGY, RAPPORT_WHY_ZERO},
        {"'skills':{'required':{'a':1},'parties':{'us':{'a':1}}}", RAPPORT_SKILL_COVERAGE, RAPPORT_WHY_INCOMPLETE},
        {"'skills':{'required':{'a':1},'parties':{'us':{'a':1}}}", RAPPORT_MEASURE_SKILL_FIT, RAPPORT_WHY_INCOMPLETE},
        {"'skills':{'parties':{'us':{'a':1},'them':{}}}", RAPPORT_MEASURE_SKILL_FIT, RAPPORT_WHY_ZERO},
        {"'skills':{'required':{'a':0},'parties':{'us':{},'them':{}}}", RAPPORT_MEASURE_SKILL_SHAPLEY, RAPPORT_WHY_ZERO},
        {"'skills':{'rivals':{},'required':{'a':1},'parties':{'us':{},'them':{}}}", RAPPORT_MEASURE_UNIQUENESS,
         RAPPORT_WHY_ZERO},
        {"'skills':{'rivals':{},'required':{'a':1}}", RAPPORT_MEASURE_UNIQUENESS, RAPPORT_WHY_INCOMPLETE},
        {"'skills':{'tasks':[]}", RAPPORT_MEASURE_WORK_BEYOND, RAPPORT_WHY_NOTHING},
        {"'skills':{'required':{'a':1},'parties':{'us':{},'them':{}},'tasks':[{'id':'t','skill':'a','party':'us','work':0}]}",
         RAPPORT_MEASURE_WORK_BEYOND, RAPPORT_WHY_ZERO},
        {"'skills':{'required':{'a':1},'parties':{'us':{}},'tasks':[{'id':'t','skill':'a','party':'us'}]}",
         RAPPORT_MEASURE_WORK_BEYOND, RAPPORT_WHY_INCOMPLETE},
        {"'skills':{'required':{'a':1},'parties':{'us':{},'them':{}},'tasks':[{'id':'t','skill':'a','party':'us'}]}",
         RAPPORT_MEASURE_WORK_FOCUS, RAPPORT_WHY_NOBODY_ABLE},
        {"'aims':{'now':{'us':{'a':1}}}", RAPPORT_MEASURE_ALIGNMENT_NOW, RAPPORT_WHY_INCOMPLETE},
        {"'aims':{'now':{'us':{'a':1}}}", RAPPORT_MEASURE_OVERLAP_NOW, RAPPORT_WHY_INCOMPLETE},
        {"'aims':{'believed':{'future':{'us':{'them':{'a':1}}}}}", RAPPORT_MEASURE_TRANSPARENCY_FUTURE, RAPPORT_WHY_INCOMPLETE},
        {"'shared_vision':{'wanted':{'us':1}}", RAPPORT_MEASURE_SHARED_VISION, RAPPORT_WHY_INCOMPLETE},
        {"'shared_vision':{'criterion':'none'}", RAPPORT_MEASURE_SHARED_VISION, RAPPORT_WHY_UNANSWERED},
        {"'boldness':{'today':5,'target':6,'feasible':5}", RAPPORT_MEASURE_BOLDNESS, RAPPORT_WHY_NOT_FEASIBLE},
        {"'plan_chain':{}", RAPPORT_MEASURE_SERVED, RAPPORT_WHY_NOTHING},
        {"'plan_chain':{'vision':[{'id':'g','weight':0}]}", RAPPORT_MEASURE_BACKED, RAPPORT_WHY_ZERO},
        {"'plan_chain':{'vision':[{'id':'g'}]}", RAPPORT_MEASURE_STRATEGIES_ACTED, RAPPORT_WHY_NOTHING},
        {"'plan_chain':{'vision':[{'id':'g'}]}", RAPPORT_MEASURE_ACTIONS_READY, RAPPORT_WHY_NOTHING},
        {"'coalition':{'roles':{}}", RAPPORT_MEASURE_COALITION, RAPPORT_WHY_NOTHING},
        {"'coalition':{'roles':{'us':[{'id':'a','committed':true}]}}", RAPPORT_MEASURE_COALITION, RAPPORT_WHY_INCOMPLETE},
        {"'scenarios':{'scenarios':[{'id':'s'}],'plans':[{'id':'p','payoffs':{}}]}", RAPPORT_MEASURE_PLAN_MEAN,
         RAPPORT_WHY_INCOMPLETE},
        {"'scenarios':{'scenarios':[{'id':'s','probability':0}],'plans':[{'id':'p','payoffs':{'s':1}}]}",
         RAPPORT_MEASURE_PLAN_REGRET, RAPPORT_WHY_ZERO},
        {"'scenarios':{'scenarios':[],'plans':[{'id':'p','payoffs':{}}]}", RAPPORT_MEASURE_PLAN_MINIMUM, RAPPORT_WHY_NOTHING},
        {"'decisions':[]", RAPPORT_MEASURE_DECISIONS, RAPPORT_WHY_NOTHING},
        {"'decisions':[{'id':'d','taken':1}]", RAPPORT_MEASURE_DECISIONS, RAPPORT_WHY_INCOMPLETE},
        {"'value_chain':[]", RAPPORT_MEASURE_CHAIN_REACH, RAPPORT_WHY_NOTHING},
        {"'value_chain':[{'id':'s','weight':0}]", RAPPORT_MEASURE_CHAIN_REACH, RAPPORT_WHY_ZERO},
        {"'topics':[]", RAPPORT_MEASURE_PRICE_DOMINANCE, RAPPORT_WHY_NOTHING},
        {"'topics':[{'id':'t','weight':0}]", RAPPORT_MEASURE_PRICE_DOMINANCE, RAPPORT_WHY_ZERO},
        {"'horizons':{'us':0,'them':0}", RAPPORT_MEASURE_HORIZON_OVERLAP, RAPPORT_WHY_ZERO},
        {"'horizons':{'us':1}", RAPPORT_MEASURE_HORIZON_OVERLAP, RAPPORT_WHY_INCOMPLETE},
        {"'dependence':{'us':1}", RAPPORT_MEASURE_JOINT_DEPENDENCE, RAPPORT_WHY_INCOMPLETE},
        {"'network':{'trust':{'us':{'them':1}}}", RAPPORT_MEASURE_MUTUAL_TRUST, RAPPORT_WHY_INCOMPLETE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        wk it = wk_open(cases[i].sections);
        double value = -17;
        int32_t found = -1;
        uint32_t first = cases[i].measure == RAPPORT_NET_BENEFIT ? US : 0;
        rapport_status status = rapport_measure_get(it.result, cases[i].measure, first, 1, &value, &found);
        if (status != RAPPORT_UNDEFINED || found != cases[i].reason || value != -17)
            fail_msg("%s: status %d, reason %d", cases[i].sections, status, found);
        wk_close(&it);
    }
}

static void one_party_alone_has_no_partner(void **state)
{
    (void)state;
    static const int32_t needs_two[] = {RAPPORT_MEASURE_SURPLUS,        RAPPORT_MEASURE_JAIN,
                                        RAPPORT_MEASURE_BURDEN_BALANCE, RAPPORT_MEASURE_EQUITY,
                                        RAPPORT_MEASURE_SYNERGY,        RAPPORT_MEASURE_ALIGNMENT_NOW,
                                        RAPPORT_MEASURE_SHARED_VISION,  RAPPORT_MEASURE_HORIZON_OVERLAP,
                                        RAPPORT_MEASURE_MUTUAL_TRUST};
    wk it = wk_open_of("'us'", "'benefits':{'us':1},'burdens':{'us':1},'contributions':{'us':1},"
                               "'synergy':{'together':1,'alone':{'us':1}},'aims':{'now':{'us':{'a':1}}},"
                               "'shared_vision':{'wanted':{'us':50}},'horizons':{'us':1},'network':{'trust':{}},"
                               "'skills':{'required':{'a':1},'parties':{'us':{'a':0.5}}}");
    for (size_t i = 0; i < sizeof needs_two / sizeof *needs_two; i++)
        wk_lacks(&it, needs_two[i], RAPPORT_UNDEFINED, RAPPORT_WHY_ONE_PARTY);
    wk_is(&it, RAPPORT_SKILL_COVERAGE, 0.5);
    wk_is(&it, RAPPORT_BURDEN_OVERLOAD, 1);
    wk_names(&it, RAPPORT_MENTION_MOST_BURDENED, "");
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_SKILL_FIT, 0, 1, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    wk_close(&it);
}

static void without_sections_nothing_is_there(void **state)
{
    (void)state;
    wk it = wk_open("");
    rapport_result *empty;
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure < RAPPORT_MEASURE_END; measure++)
        wk_lacks(&it, measure, RAPPORT_NOT_FOUND, RAPPORT_WHY_NOT_THERE);
    for (int32_t mention = 0; mention <= RAPPORT_MENTION_END; mention++)
        wk_names(&it, mention, "");
    wk_close(&it);
    assert_ok(rapport_result_create(NULL, &empty));
    assert_int_equal(rapport_measure_get(empty, RAPPORT_BALANCE, 0, 0, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_mention_count(empty, RAPPORT_MENTION_DREAMS), 0);
    assert_int_equal(rapport_pattern_count(empty), 0);
    rapport_result_destroy(empty);
}

static void every_measure_is_described_and_found_by_its_name(void **state)
{
    (void)state;
    rapport_measure_info info = {.struct_size = sizeof info};
    const char *title, *group;
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure < RAPPORT_MEASURE_END; measure++) {
        assert_ok(rapport_measure_get_info(measure, &info));
        assert_int_equal(rapport_measure_find(info.name), measure);
        assert_true(*info.title && *info.group && info.scope >= 0 && info.unit >= 0 && !info.reserved);
    }
    assert_int_equal(rapport_measure_get_info(0, &info), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get_info(RAPPORT_MEASURE_END, &info), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get_info(1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_find("balanse"), 0);
    assert_int_equal(rapport_measure_find(NULL), 0);
    for (int32_t mention = 1; mention < RAPPORT_MENTION_END; mention++) {
        assert_non_null(rapport_mention_name(mention));
        assert_ok(rapport_mention_get_titles(mention, &title, &group));
        assert_ok(rapport_mention_get_titles(mention, NULL, NULL));
        assert_true(*title && *group);
    }
    assert_int_equal(rapport_mention_get_titles(0, &title, &group), RAPPORT_BAD_ARGUMENT);
    assert_null(rapport_mention_name(RAPPORT_MENTION_END));
    assert_int_equal(rapport_mention_list(RAPPORT_MENTION_DREAMS), RAPPORT_LIST_GOALS);
    assert_int_equal(rapport_mention_list(RAPPORT_MENTION_END), 0);
    for (int32_t reason = 1; reason < RAPPORT_WHY_END; reason++)
        assert_non_null(rapport_measure_reason_name(reason));
    assert_null(rapport_measure_reason_name(RAPPORT_WHY_NONE));
    assert_null(rapport_measure_reason_name(RAPPORT_WHY_END));
    assert_null(rapport_pattern_name(0));
    assert_null(rapport_pattern_name(3));
    assert_null(rapport_pattern_name(64));
}

static void wrong_arguments_are_refused(void **state)
{
    (void)state;
    wk it = wk_open("'benefits':{'us':1,'them':2},'dependence':{'us':1,'them':2}");
    double value;
    assert_int_equal(rapport_measure_get(it.result, 0, 0, 0, &value, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_END, 0, 0, &value, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_NET_BENEFIT, 2, 0, &value, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_EQUITY_RATIO, 2, 0, &value, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_JOINT_DEPENDENCE, 0, 0, &value, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_JOINT_DEPENDENCE, 0, 2, &value, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_JOINT_DEPENDENCE, 2, 0, &value, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_measure_get(it.result, RAPPORT_MEASURE_JOINT_DEPENDENCE, 1, 0, NULL, NULL));
    wk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(benefits_of_60_and_40),
        cmocka_unit_test(benefits_of_80_and_20_and_of_three),
        cmocka_unit_test(equity_and_synergy),
        cmocka_unit_test(skills_that_differ),
        cmocka_unit_test(skills_that_the_task_requires),
        cmocka_unit_test(skills_that_rivals_have_too),
        cmocka_unit_test(aims_of_today_and_tomorrow),
        cmocka_unit_test(visions),
        cmocka_unit_test(the_three_legs),
        cmocka_unit_test(the_plan_chain),
        cmocka_unit_test(coalition_and_decisions),
        cmocka_unit_test(decisions_of_8_and_5_in_10),
        cmocka_unit_test(scenarios_and_regret),
        cmocka_unit_test(the_value_chain_and_price),
        cmocka_unit_test(dependence_and_trust),
        cmocka_unit_test(patterns_hold_at_their_thresholds),
        cmocka_unit_test(what_cannot_be_known_has_a_reason),
        cmocka_unit_test(one_party_alone_has_no_partner),
        cmocka_unit_test(without_sections_nothing_is_there),
        cmocka_unit_test(every_measure_is_described_and_found_by_its_name),
        cmocka_unit_test(wrong_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
