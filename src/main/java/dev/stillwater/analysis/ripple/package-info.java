/// How a failure travels: one injection, followed second by second through every coupling until it
/// is absorbed or reaches a journey.
///
/// Deterministic and explainable: every fact has the time it arrives, a sentence that says why, and
/// the fact it follows from.
///
/// Imports the model and the compiled graph. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.analysis.ripple;

import org.jspecify.annotations.NullMarked;
