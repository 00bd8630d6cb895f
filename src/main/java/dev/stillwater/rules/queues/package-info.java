/// Rules about queues, topics, streams and event buses: what becomes of a message in the end.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.queues;

import org.jspecify.annotations.NullMarked;
