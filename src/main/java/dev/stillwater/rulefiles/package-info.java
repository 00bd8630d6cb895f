/// The files in which teams keep rules of their own: found beside designs, read, put together, and
/// tested.
///
/// Here what [dev.stillwater.io] makes of a file meets what [dev.stillwater.rules.own] makes of its
/// contents: neither knows the other. Command line and window share it.
///
/// Imports model, analysis, rules and io.
@NullMarked
package dev.stillwater.rulefiles;

import org.jspecify.annotations.NullMarked;
