/// Rules that teams write without code: a small expression language over what a design declares and
/// what is computed of it, and the files that hold such rules.
///
/// The language is total. It has no loops, no recursion and no names but those of
/// [dev.stillwater.rules.own.Vocabulary]; an expression is short, of bounded depth, and walks at
/// most one level of neighbours, so that judging a design takes time in proportion to its size. A
/// value that nobody declared is unknown, and so is what follows from it: `and`, `or` and `not` are
/// those of Kleene's three-valued logic.
///
/// Imports the rule framework, the model, the analysis and the edits. What a file says comes as a
/// [dev.stillwater.model.FileTree]: no parser, no file, no reflection, no clock.
@NullMarked
package dev.stillwater.rules.own;

import org.jspecify.annotations.NullMarked;
