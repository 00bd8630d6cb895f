/// Reviews written down for readers: one class for each format, listed in
/// [dev.stillwater.report.ReportFormats].
///
/// A format gets [dev.stillwater.report.Chapter]s, one for each design, and gives bytes. Everything
/// that comes from a design is data: HTML is built of typed elements that escape by construction,
/// Markdown and JSON escape at one place each, and control and bidirectional characters are made
/// visible everywhere. The same chapters give the same bytes.
///
/// Imports review, drawing and what is below them, and a JSON parser for baselines. It needs no
/// display and no network, because reports are made on build servers; a reader needs neither.
@NullMarked
package dev.stillwater.report;

import org.jspecify.annotations.NullMarked;
