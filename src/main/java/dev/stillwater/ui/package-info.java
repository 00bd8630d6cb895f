/// The desktop: views in FXML with their controllers, a canvas that paints the display list, and
/// the one place where everything is put together.
///
/// It observes a [dev.stillwater.editor.Workspace], turns what a person does into its inputs, and
/// holds no meaning of its own. Controllers are handed what they need; nothing is static.
///
/// Imports everything but the command line, and is the only home of JavaFX.
@NullMarked
package dev.stillwater.ui;

import org.jspecify.annotations.NullMarked;
