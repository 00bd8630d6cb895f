/// What a drawing looks like, as data: one display list that the window, the SVG and the PNG paint,
/// so that they cannot drift apart.
///
/// A [dev.stillwater.drawing.SceneBuilder] turns a [dev.stillwater.drawing.SceneInput] (design,
/// positions, and whatever lies over them) into a [dev.stillwater.drawing.Scene] of items made of
/// three primitives: rounded rectangle, outline, line of text. Colours are tokens until a
/// [dev.stillwater.drawing.Theme] resolves them; text is measured from the bundled font's own
/// tables. Painters know primitives only, nothing of components. Collapsed zones are folded into
/// boxes before anything is placed; what a drag moves is [dev.stillwater.drawing.Following].
///
/// Imports model and analysis results; `java.desktop` in the PNG writer alone, because everything
/// else must start quickly and run where there is no display. No JavaFX.
@NullMarked
package dev.stillwater.drawing;

import org.jspecify.annotations.NullMarked;
