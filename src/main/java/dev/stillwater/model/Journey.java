package dev.stillwater.model;

import java.util.List;

/// A user flow with a promise: which answer, for whom, until when.
///
/// @param attributes values out of [JourneyAttributes]
public record Journey(String id, Attributes attributes) implements Element<Journey> {
  public Journey(String id) {
    this(id, Attributes.none(JourneyAttributes.TABLE));
  }

  /// What people call it: the declared name, else the id.
  public String name() {
    return get(JourneyAttributes.NAME).orElse(id);
  }

  public RealTimeClass realTimeClass() {
    return attributes.orDefault(JourneyAttributes.CLASS);
  }

  public Importance importance() {
    return attributes.orDefault(JourneyAttributes.IMPORTANCE);
  }

  public boolean isCritical() {
    return importance() == Importance.CRITICAL;
  }

  /// The links that it names itself: its path, or its entry alone.
  public List<String> namedLinks() {
    return get(JourneyAttributes.PATH)
        .or(() -> get(JourneyAttributes.ENTRY).map(List::of))
        .orElse(List.of());
  }

  @Override
  public Journey withAttributes(Attributes other) {
    return other == attributes ? this : new Journey(id, other);
  }
}
