/// Rules about constant work: whether load grows just when something fails.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.constantwork;

import org.jspecify.annotations.NullMarked;
