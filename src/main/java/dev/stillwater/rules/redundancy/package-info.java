/// Rules about redundancy and zones: what a design cannot do without.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.redundancy;

import org.jspecify.annotations.NullMarked;
