/// Rules about overload: what happens when more is asked of a component than it can serve.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.overload;

import org.jspecify.annotations.NullMarked;
