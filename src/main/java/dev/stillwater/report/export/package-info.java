/// A design as other tools read it: one class for each format, listed in
/// [dev.stillwater.report.export.DesignExports].
///
/// Everything that a design says is data: labels are escaped by each format's own rules, and hidden
/// characters are made visible. What a format has no place for is left out and said so in its
/// class.
///
/// Imports model, analysis and the cell of a table that report guards against formulas.
@NullMarked
package dev.stillwater.report.export;

import org.jspecify.annotations.NullMarked;
