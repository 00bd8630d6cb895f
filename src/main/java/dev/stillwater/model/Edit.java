package dev.stillwater.model;

/// A named change of a design. Pure: applied twice it changes nothing more, and on a design that
/// lacks its element it changes nothing.
public interface Edit {
  /// The spelling in outputs, a name and its subject: `InsertQueue(mail)`.
  String signature();

  /// What it does, in the imperative, for people: `Put a queue between order and email`.
  String title();

  Design apply(Design design);
}
