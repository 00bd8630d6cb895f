/// The editor without a screen: what is open, what is selected, what a gesture does next, what can
/// be undone.
///
/// Everything that can be seen is one immutable [dev.stillwater.editor.EditorState]; a tool is a
/// pure function from a state and an input to the next state, so every gesture can be driven and
/// cancelled in a test. A gesture is many previews and one commit. A
/// [dev.stillwater.editor.Workspace] holds the present state and tells listeners; the window
/// observes it and turns mouse events into inputs, nothing more.
///
/// Imports model, edits, rules, analysis, review and drawing. No JavaFX, no files: text for the
/// clipboard is made by the window.
@NullMarked
package dev.stillwater.editor;

import org.jspecify.annotations.NullMarked;
