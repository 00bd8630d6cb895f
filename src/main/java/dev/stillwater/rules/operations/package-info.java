/// Rules about operations: who notices a failure, and whether the system can start again.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.operations;

import org.jspecify.annotations.NullMarked;
