/// Rules about timeouts and retries: how long callers wait and how often they try again.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.timeouts;

import org.jspecify.annotations.NullMarked;
