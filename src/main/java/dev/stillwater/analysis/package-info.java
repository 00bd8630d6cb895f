/// What follows from a design, computed: the compiled graph with its effective values, journeys and
/// their reach, and the load on everything.
///
/// A [dev.stillwater.analysis.DependencyGraph] is compiled once from a design and the presets: it
/// resolves declared, preset and default values, puts an implied intermediary where a coupling is
/// annotated but not drawn, and numbers nodes and edges by id, so that the order of a file changes
/// nothing. It is the only home of JGraphT; engines run on its arrays.
///
/// Imports the model (and JGraphT here alone). No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.analysis;

import org.jspecify.annotations.NullMarked;
