/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_DRAFT_H
#define RAPPORT_DRAFT_H
/**
 * @file
 * @brief Building a criteria model by calls.
 */
#include "rapport/model.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup draft Drafts of models
 * A draft is a model that is still being written. Every call checks what can be checked at once (ids, ranges, finite
 * numbers) and leaves the draft unchanged when it fails; rapport_draft_check() reports everything else; rapport_draft_build()
 * makes the immutable model and leaves the draft as it is.
 *
 * Indices that a draft hands out (nodes, scales, gates, bands, overlays) count in the order of the calls. The built model
 * has its nodes in model order: find them by id with rapport_model_find().
 *
 * A draft belongs to whoever created it and is used by one thread at a time.
 * @{
 */

/** A model that is being written. */
typedef struct rapport_draft rapport_draft;

/**
 * A new draft with nothing in it but the root.
 * @param[in] id of the model.
 * @param[in] version of the model, 1 to 64 bytes of UTF-8, such as "1.0.0".
 * @param[in] allocator memory functions for the draft and the models built from it; NULL for libc.
 * @param[out] out the draft, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is the draft.
 * @retval RAPPORT_BAD_ARGUMENT `out`, `id` or `version` is NULL, or the allocator is incomplete.
 * @retval RAPPORT_BAD_VALUE the id or version is not one.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_create(const char *id, const char *version, const rapport_allocator *allocator,
                                                rapport_draft **out, rapport_error *error);

/**
 * Frees a draft.
 * @param[in] draft may be NULL.
 */
RAPPORT_API void rapport_draft_destroy(rapport_draft *draft);

/**
 * Sets what happens to a root of which too little is answered.
 * @param[in,out] draft the draft.
 * @param[in] missing #RAPPORT_EXCLUDE (default) or #RAPPORT_STRICT.
 * @param[in] minimum_coverage 0..1; matters to #RAPPORT_STRICT; default 1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_VALUE one of them is out of range.
 */
RAPPORT_API rapport_status rapport_draft_set_missing(rapport_draft *draft, int32_t missing, double minimum_coverage,
                                                     rapport_error *error);

/**
 * Sets the anonymity floor.
 * @param[in,out] draft the draft.
 * @param[in] floor 1..1000; the default 1 withholds nothing.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_VALUE it is out of range.
 */
RAPPORT_API rapport_status rapport_draft_set_anonymity_floor(rapport_draft *draft, uint32_t floor, rapport_error *error);

/**
 * Adds a scale of ordinal levels with evenly spread points, 100(l-1)/(L-1).
 * @param[in,out] draft the draft.
 * @param[in] id of the scale, unique among scales.
 * @param[in] levels 2..101.
 * @param[in] reversed 1 if level 1 is the best; otherwise 0.
 * @param[out] scale its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id is not one, or a number is out of range.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_SCALES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_levels(rapport_draft *draft, const char *id, uint32_t levels, int32_t reversed,
                                                    uint32_t *scale, rapport_error *error);

/**
 * Gives the levels of a scale points of their own.
 * @param[in,out] draft the draft.
 * @param[in] scale a scale of levels that is not reversed.
 * @param[in] points one for each level, 0..100, never falling or never rising.
 * @param[in] count number of points: the number of levels.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such scale of levels.
 * @retval RAPPORT_BAD_VALUE the points are not as described; the path names the level.
 */
RAPPORT_API rapport_status rapport_draft_set_level_points(rapport_draft *draft, uint32_t scale, const double *points,
                                                          uint32_t count, rapport_error *error);

/**
 * Gives a level an id by which answers can name it.
 * @param[in,out] draft the draft.
 * @param[in] scale a scale of levels.
 * @param[in] level from 1.
 * @param[in] id unique in the scale; not the name of an answer state.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such level.
 * @retval RAPPORT_BAD_VALUE the id is not one.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_set_level_id(rapport_draft *draft, uint32_t scale, uint32_t level, const char *id,
                                                      rapport_error *error);

/**
 * Adds a number scale whose value function is linear between given points.
 * @param[in,out] draft the draft.
 * @param[in] id of the scale.
 * @param[in] x answers, finite, strictly rising.
 * @param[in] y points, 0..100.
 * @param[in] count 2..16.
 * @param[out] scale its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id or a point is not as described; the path names it.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_SCALES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_points(rapport_draft *draft, const char *id, const double *x, const double *y,
                                                    uint32_t count, uint32_t *scale, rapport_error *error);

/**
 * Adds a number scale that is linear from the worst answer (0 points) to the best (100).
 * @param[in,out] draft the draft.
 * @param[in] id of the scale.
 * @param[in] worst finite.
 * @param[in] best finite, not `worst`; may be the smaller one.
 * @param[out] scale its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id or a number is not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_SCALES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_linear(rapport_draft *draft, const char *id, double worst, double best,
                                                    uint32_t *scale, rapport_error *error);

/**
 * Adds a number scale with full points inside an interval, falling to 0 on both sides of it.
 * @param[in,out] draft the draft.
 * @param[in] id of the scale.
 * @param[in] zero_below 0 points here and below.
 * @param[in] full_from 100 points from here, > zero_below,
 * @param[in] full_to to here, >= full_from.
 * @param[in] zero_above 0 points here and above, > full_to.
 * @param[out] scale its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id or a number is not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_SCALES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_range(rapport_draft *draft, const char *id, double zero_below, double full_from,
                                                   double full_to, double zero_above, uint32_t *scale, rapport_error *error);

/**
 * Adds a number scale with an exponential value function.
 *
 * 100 (1 - e^(-u/rho)) / (1 - e^(-R/rho)), where u is the distance of the answer from `worst` and R that of `best`. A
 * positive rho rises fast at first, a negative one late.
 * @param[in,out] draft the draft.
 * @param[in] id of the scale.
 * @param[in] worst finite.
 * @param[in] best finite, not `worst`.
 * @param[in] rho finite, not 0, in the unit of the answer.
 * @param[out] scale its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id or a number is not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_SCALES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Source
 * Kirkwood (1997), Strategic Decision Making, ch. 4.
 */
RAPPORT_API rapport_status rapport_draft_add_exponential(rapport_draft *draft, const char *id, double worst, double best,
                                                         double rho, uint32_t *scale, rapport_error *error);

/**
 * Sets the unit of a number scale, for reports.
 * @param[in,out] draft the draft.
 * @param[in] scale a number scale.
 * @param[in] unit 1 to 64 bytes of UTF-8.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such number scale.
 * @retval RAPPORT_BAD_VALUE the unit is empty, too long or not UTF-8.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_set_unit(rapport_draft *draft, uint32_t scale, const char *unit, rapport_error *error);

/**
 * Adds a scale of yes (100 points) and no (0 points).
 * @param[in,out] draft the draft.
 * @param[in] id of the scale.
 * @param[out] scale its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id is not one.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_SCALES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_yesno(rapport_draft *draft, const char *id, uint32_t *scale, rapport_error *error);

/**
 * Adds a scale of named options, empty at first; see rapport_draft_add_option().
 * @param[in,out] draft the draft.
 * @param[in] id of the scale.
 * @param[out] scale its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id is not one.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_SCALES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_choice(rapport_draft *draft, const char *id, uint32_t *scale,
                                                    rapport_error *error);

/**
 * Adds an option to a choice scale; options are numbered from 1.
 * @param[in,out] draft the draft.
 * @param[in] scale a choice scale with fewer than #RAPPORT_MAX_OPTIONS options.
 * @param[in] id unique in the scale; not the name of an answer state ("dont-know", "declined").
 * @param[in] points 0..100.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such choice scale.
 * @retval RAPPORT_BAD_VALUE the id or the points are not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT the scale is full.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_option(rapport_draft *draft, uint32_t scale, const char *id, double points,
                                                    rapport_error *error);

/**
 * Adds a group at the end of its parent's children.
 * @param[in,out] draft the draft.
 * @param[in] parent #RAPPORT_ROOT or a group of this draft.
 * @param[in] id unique among all nodes; not "x".
 * @param[in] weight relative to its siblings; 0, or 1e-12..1e12.
 * @param[out] node its index in the draft; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT the parent is not a group.
 * @retval RAPPORT_BAD_VALUE the id or weight is not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are too many nodes or the group is nested too deep.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_group(rapport_draft *draft, uint32_t parent, const char *id, double weight,
                                                   uint32_t *node, rapport_error *error);

/**
 * Adds a criterion at the end of its parent's children.
 * @param[in,out] draft the draft.
 * @param[in] parent #RAPPORT_ROOT or a group of this draft.
 * @param[in] id unique among all nodes; not "x".
 * @param[in] weight relative to its siblings; 0, or 1e-12..1e12.
 * @param[in] scale index of the scale it is answered on.
 * @param[out] node its index in the draft; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT the parent is not a group, or there is no such scale.
 * @retval RAPPORT_BAD_VALUE the id or weight is not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are too many nodes.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_criterion(rapport_draft *draft, uint32_t parent, const char *id, double weight,
                                                       uint32_t scale, uint32_t *node, rapport_error *error);

/**
 * Sets the exponent of a group's power mean.
 * @param[in,out] draft the draft.
 * @param[in] group #RAPPORT_ROOT or a group.
 * @param[in] power 1 arithmetic (default), 0 geometric, -1 harmonic, any p with 0.01 <= |p| <= 100; -HUGE_VAL for the
 *            minimum, HUGE_VAL for the maximum.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such group.
 * @retval RAPPORT_BAD_VALUE the exponent is out of range.
 */
RAPPORT_API rapport_status rapport_draft_set_power(rapport_draft *draft, uint32_t group, double power, rapport_error *error);

/**
 * Sets how the parties' values of a criterion become the joint value.
 * @param[in,out] draft the draft.
 * @param[in] criterion a criterion.
 * @param[in] together #RAPPORT_MEAN (default), #RAPPORT_MIN or #RAPPORT_MAX.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such criterion.
 * @retval RAPPORT_BAD_VALUE there is no such rule.
 */
RAPPORT_API rapport_status rapport_draft_set_together(rapport_draft *draft, uint32_t criterion, int32_t together,
                                                      rapport_error *error);

/**
 * Keeps a node, and all below it, out of every score above it; it is still answered and shown.
 * @param[in,out] draft the draft.
 * @param[in] node a group or criterion, not the root.
 * @param[in] informational 1 or 0.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such node.
 */
RAPPORT_API rapport_status rapport_draft_set_informational(rapport_draft *draft, uint32_t node, int32_t informational,
                                                           rapport_error *error);

/**
 * Sets the target of a node.
 * @param[in,out] draft the draft.
 * @param[in] node #RAPPORT_ROOT for the default of all criteria (75 if never set), otherwise the node's own target. A group
 *            without one has the target that its counting children's targets give.
 * @param[in] target 0..100 points.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such node.
 * @retval RAPPORT_BAD_VALUE the target is out of range.
 */
RAPPORT_API rapport_status rapport_draft_set_target(rapport_draft *draft, uint32_t node, double target, rapport_error *error);

/**
 * Adds a gate that looks at a node.
 * @param[in,out] draft the draft.
 * @param[in] id unique among gates.
 * @param[in] node a group or criterion, not the root; it need not count.
 * @param[in] view #RAPPORT_ANY_VIEW, #RAPPORT_ALL_VIEWS or #RAPPORT_JOINT_VIEW.
 * @param[in] below 0..100 points; breached below it.
 * @param[in] effect #RAPPORT_FAIL, #RAPPORT_CAP or #RAPPORT_FLAG.
 * @param[in] cap 0..100 points with #RAPPORT_CAP; otherwise 0.
 * @param[out] gate its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such node.
 * @retval RAPPORT_BAD_VALUE something is not as described; the path names it.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_GATES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_gate(rapport_draft *draft, const char *id, uint32_t node, int32_t view,
                                                  double below, int32_t effect, double cap, uint32_t *gate,
                                                  rapport_error *error);

/**
 * Adds a gate that looks at a measure.
 * @param[in,out] draft the draft.
 * @param[in] id unique among gates.
 * @param[in] measure #RAPPORT_NET_BENEFIT, #RAPPORT_BURDEN_OVERLOAD, #RAPPORT_BALANCE or #RAPPORT_SKILL_COVERAGE.
 * @param[in] view #RAPPORT_ANY_VIEW or #RAPPORT_ALL_VIEWS for #RAPPORT_NET_BENEFIT; otherwise 0.
 * @param[in] above 1 if breached above the threshold, 0 if below.
 * @param[in] threshold finite, in the measure's unit.
 * @param[in] effect #RAPPORT_FAIL, #RAPPORT_CAP or #RAPPORT_FLAG.
 * @param[in] cap 0..100 points with #RAPPORT_CAP; otherwise 0.
 * @param[out] gate its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE something is not as described; the path names it.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_GATES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_measure_gate(rapport_draft *draft, const char *id, int32_t measure, int32_t view,
                                                          int32_t above, double threshold, int32_t effect, double cap,
                                                          uint32_t *gate, rapport_error *error);

/**
 * Adds a band above those that are there.
 * @param[in,out] draft the draft.
 * @param[in] id unique among bands.
 * @param[in] from lower end in points, 0..100; 0 for the first, above the last one otherwise.
 * @param[out] band its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id or the end is not as described.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_band(rapport_draft *draft, const char *id, double from, uint32_t *band,
                                                  rapport_error *error);

/**
 * Adds a demand to a band: where it is not met, the next lower band holds.
 * @param[in,out] draft the draft.
 * @param[in] band a band, not the first.
 * @param[in] demand one of #RAPPORT_EVERY_GROUP, #RAPPORT_WEAKEST_PARTY (points), #RAPPORT_NEEDS_BALANCE,
 *            #RAPPORT_NEEDS_COVERAGE (0..1), #RAPPORT_NO_UNDECIDED_GATES.
 * @param[in] least what is needed at least; 0 with #RAPPORT_NO_UNDECIDED_GATES.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such band, or it is the first.
 * @retval RAPPORT_BAD_VALUE there is no such demand, or its value is out of range.
 */
RAPPORT_API rapport_status rapport_draft_add_demand(rapport_draft *draft, uint32_t band, uint32_t demand, double least,
                                                    rapport_error *error);

/**
 * Adds an overlay, empty at first.
 * @param[in,out] draft the draft.
 * @param[in] id unique among overlays, such as "supplier".
 * @param[out] overlay its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id is not one.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_OVERLAYS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_add_overlay(rapport_draft *draft, const char *id, uint32_t *overlay,
                                                     rapport_error *error);

/**
 * Lets an overlay multiply the weight of a node; the last call for a node holds.
 * @param[in,out] draft the draft.
 * @param[in] overlay the overlay.
 * @param[in] node a group or criterion, not the root.
 * @param[in] factor 0, or 1e-12..1e12.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such overlay or node.
 * @retval RAPPORT_BAD_VALUE the factor is out of range.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_set_overlay_weight(rapport_draft *draft, uint32_t overlay, uint32_t node,
                                                            double factor, rapport_error *error);

/**
 * Lets an overlay replace the target of a node; the last call for a node holds.
 * @param[in,out] draft the draft.
 * @param[in] overlay the overlay.
 * @param[in] node a group or criterion, not the root.
 * @param[in] target 0..100 points.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such overlay or node.
 * @retval RAPPORT_BAD_VALUE the target is out of range.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_set_overlay_target(rapport_draft *draft, uint32_t overlay, uint32_t node,
                                                            double target, rapport_error *error);

/**
 * Sets a label of a part of the model, in one language; replaces what was there.
 *
 * A label has either languages or none: setting it without one drops those with, and the other way round.
 * @param[in,out] draft the draft.
 * @param[in] part #RAPPORT_OF_MODEL to #RAPPORT_OF_OVERLAY.
 * @param[in] index which one, as the draft counts them; 0 for the model.
 * @param[in] step 0; the number of a level or option of a scale; the level of an anchor.
 * @param[in] label #RAPPORT_TITLE to #RAPPORT_ANCHOR.
 * @param[in] language 1 to 35 letters, digits and hyphens (BCP 47), such as "de"; NULL for a label without languages.
 * @param[in] text UTF-8.
 * @param[in] length bytes, or -1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such part, or it has no such label.
 * @retval RAPPORT_BAD_VALUE the language or text is not as described.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_set_label(rapport_draft *draft, int32_t part, uint32_t index, uint32_t step,
                                                   int32_t label, const char *language, const char *text, int64_t length,
                                                   rapport_error *error);

/**
 * Keeps what the host writes under `x` in an object of the document; it is never read.
 * @param[in,out] draft the draft.
 * @param[in] path JSON Pointer of the object in the document, such as "/criteria/0"; "" for the whole document.
 * @param[in] json any JSON value.
 * @param[in] length bytes, or -1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is kept, in place of what the path had before.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the path is longer than 1000 bytes.
 * @retval RAPPORT_BAD_SYNTAX it is not JSON.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_draft_set_extra(rapport_draft *draft, const char *path, const char *json, int64_t length,
                                                   rapport_error *error);

/**
 * Reports every problem that would keep the draft from being built.
 *
 * Groups without children or without positive weight among those that count, anchors that do not fit the scale, choice
 * scales without options, no bands, overlays that drive a weight out of range or leave a group without weight. A check that
 * runs out of memory says so as one problem, #RAPPORT_NO_MEMORY.
 * @param[in] draft the draft.
 * @param[out] problems room for `capacity` errors; may be NULL if that is 0. Paths name ids: `/criteria/trust/weight`.
 * @param[in] capacity how many fit.
 * @return how many there are; only the first `capacity` are written. 0 means that the draft can be built.
 * @par Cost
 * O(n) for n nodes, levels and labels.
 */
RAPPORT_API uint32_t rapport_draft_check(const rapport_draft *draft, rapport_error *problems, uint32_t capacity);

/**
 * Makes the immutable model.
 * @param[in] draft the draft; unchanged, and may be destroyed before the model.
 * @param[out] out the model, owned by the caller.
 * @param[out] error the first problem; may be NULL.
 * @retval RAPPORT_OK `*out` is the model.
 * @retval RAPPORT_BAD_VALUE rapport_draft_check() reports something.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n) for n nodes.
 */
RAPPORT_API rapport_status rapport_draft_build(const rapport_draft *draft, rapport_model **out, rapport_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
