package dev.stillwater.rules.own;

import dev.stillwater.model.FileTree.Spot;

/// What is wrong with a rules file, with its place and a way out.
///
/// @param isError whether what stands there counts for nothing
/// @param head the entry of the file: `rules[2]`
/// @param element the id of that entry; empty where it has none
/// @param tail the field in it: `violated when`
/// @param message what is wrong
/// @param advice a way out, as a sentence
public record FileProblem(
    boolean isError,
    Spot at,
    String head,
    String element,
    String tail,
    String message,
    String advice) {}
