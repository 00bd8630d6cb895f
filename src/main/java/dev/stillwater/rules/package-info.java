/// What a reviewer would say about a design: one class, one page, one test for each rule.
///
/// [dev.stillwater.rules.Rules] lists them, sorted by id. A rule examines subjects in a
/// [dev.stillwater.rules.RuleContext] and reports to [dev.stillwater.rules.Checks]: a finding, a
/// question where something is undeclared, or nothing. *Not applicable* (nothing to examine), *not
/// enough information* (only questions) and *passed* are three different things. A finding carries
/// its reasons with numbers, its witness, and recommendations as edits. It is judged when a
/// [dev.stillwater.rules.Draft] raises it, and told when somebody first reads it.
///
/// Imports model, analysis and edits. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.rules;

import org.jspecify.annotations.NullMarked;
