/// Rules about loose coupling: who waits for whom without need, and who is bound to one instance.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.coupling;

import org.jspecify.annotations.NullMarked;
