/// Rules that let something fail and follow the ripple: what stops which journey, and why.
///
/// Each class is one smell, with its page among the resources and its test beside it. Imports the
/// rule framework, the model, the analysis and the edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules.ripple;

import org.jspecify.annotations.NullMarked;
