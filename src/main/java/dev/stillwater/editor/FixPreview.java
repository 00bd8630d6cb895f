package dev.stillwater.editor;

import dev.stillwater.model.Document;
import dev.stillwater.rules.Recommendation;

/// A recommendation shown as a ghost on the drawing before anybody applies it.
///
/// @param finding the key of the finding that it belongs to
/// @param edited the document as it would be, with places for what is new
public record FixPreview(String finding, Recommendation recommendation, Document edited) {}
