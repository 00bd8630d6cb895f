/// Markup put on pages: the only home of the library that lays out and writes PDF.
///
/// It gets finished XHTML and the display lists of the drawings in it, loads nothing from anywhere,
/// and paints drawings as lines. It is a package of its own so that nothing of the library, and
/// nothing of AWT and DOM that the library speaks in, leaks into the formats; a review in another
/// format loads none of it.
///
/// Imports drawing, the PDF library, and what that hands to whoever paints.
@NullMarked
package dev.stillwater.report.pdf;

import org.jspecify.annotations.NullMarked;
