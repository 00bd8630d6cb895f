/// A design judged: findings in their order, questions, what each rule became, what can stop each
/// journey, and what a recommendation would change before anybody applies it.
///
/// Everything a report, a command or the window shows comes from one
/// [dev.stillwater.review.Review], so that numbers cannot differ between them.
///
/// Imports model, analysis, edits and rules. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.review;

import org.jspecify.annotations.NullMarked;
