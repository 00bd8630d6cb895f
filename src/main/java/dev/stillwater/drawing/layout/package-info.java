/// Where components stand when nobody has placed them: the whole drawing by the layered algorithm
/// of Eclipse ELK, or new components alone, near their neighbours, with everything else left where
/// it is.
///
/// Pure and deterministic: the same design gives the same positions, integers on a grid of 8. Long
/// runs are cancelled by the caller, who also decides on which thread they run.
///
/// The only home of ELK and what it drags along, so that its types do not leak. Imports the model
/// and the measures of a card.
@NullMarked
package dev.stillwater.drawing.layout;

import org.jspecify.annotations.NullMarked;
