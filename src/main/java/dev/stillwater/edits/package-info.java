/// The named changes of a design that recommendations and the editor share, and the guards that
/// allow them, warn, ask or refuse.
///
/// An edit is pure and changes only meaning: applied twice it changes nothing more, on a design
/// that lacks its element it changes nothing, and what it adds is placed by the layout, not here.
/// An edit promises nothing on the architect's behalf: a queue leads to a consumer that is not
/// idempotent, and the idempotency rule speaks next. What a fix names beyond the attributes of the
/// model is advice in its text.
///
/// Imports the model and the analysis. No clock, no thread, no randomness.
@NullMarked
package dev.stillwater.edits;

import org.jspecify.annotations.NullMarked;
