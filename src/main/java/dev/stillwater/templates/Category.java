package dev.stillwater.templates;

/// A shelf of the gallery.
///
/// @param id `loose-coupling`
/// @param title `Loose coupling`
/// @param line what is found there, in one sentence
public record Category(String id, String title, String line) {
  /// Where templates stand that name no category of the program.
  public static final Category OWN =
      new Category("own", "Your own", "What you and your team saved as templates.");
}
