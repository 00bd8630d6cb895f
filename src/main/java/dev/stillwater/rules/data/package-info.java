/// Rules about data: what a crash, a failover or an eviction can lose or double.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.data;

import org.jspecify.annotations.NullMarked;
