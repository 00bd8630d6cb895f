package dev.stillwater.editor;

import dev.stillwater.model.ChangeParts;
import dev.stillwater.model.Document;

/// A branch of the design: what is tried has a history of its own, and this stands aside until it
/// is kept or dropped.
///
/// @param base the history that the trial left
public record Trial(History base) {
  /// The document that the trial began with.
  public Document before() {
    return base.present();
  }

  /// What the trial has changed so far, taken apart.
  public ChangeParts parts(Document tried) {
    return ChangeParts.between(before(), tried);
  }
}
