/// Rules about the kind of system: how long somebody can wait for a journey and what callers need
/// before they go on. What is unknown here keeps other rules from advising anything, so these ask.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.kind;

import org.jspecify.annotations.NullMarked;
