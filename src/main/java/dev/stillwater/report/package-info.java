/// Reviews written down for readers: one class for each format, listed in
/// [dev.stillwater.report.ReportFormats].
///
/// A format gets [dev.stillwater.report.Chapter]s, one for each design, and gives bytes. Everything
/// that comes from a design is data: HTML is built of typed elements that escape by construction,
/// every other format escapes at one place, and control and bidirectional characters are made
/// visible everywhere. The same chapters give the same bytes.
///
/// Imports review, drawing and what is below them, a JSON parser for baselines and a template
/// engine for the frame of a page, which sees maps, lists and text and nothing of ours. It needs no
/// display and no network, because reports are made on build servers; a reader needs neither.
@NullMarked
package dev.stillwater.report;

import org.jspecify.annotations.NullMarked;
