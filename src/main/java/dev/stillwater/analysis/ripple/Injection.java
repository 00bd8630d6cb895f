package dev.stillwater.analysis.ripple;

import dev.stillwater.model.Word;
import java.util.List;

/// What is made to fail, and how. Whether the two go together, [Ways] says.
///
/// @param targets ids of components, links or zones that fail at the same moment; of a partition
///   between zones the two sides
public record Injection(List<String> targets, Failure how, Target on) {
  /// What the targets are.
  public enum Target implements Word {
    COMPONENT,
    LINK,
    ZONE,
    /// The boundary between two zones.
    ZONES
  }

  public Injection {
    targets =
        targets.size() < 2 ? List.copyOf(targets) : targets.stream().sorted().distinct().toList();
  }

  /// The failure of components.
  public Injection(List<String> targets, Failure how) {
    this(targets, how, Target.COMPONENT);
  }

  /// The failure of one component.
  public Injection(String target, Failure how) {
    this(List.of(target), how);
  }

  public static Injection ofLink(String link, Failure how) {
    return new Injection(List.of(link), how, Target.LINK);
  }

  public static Injection ofZone(String zone) {
    return new Injection(List.of(zone), Failure.ZONE_LOSS, Target.ZONE);
  }

  /// A partition between two zones.
  public static Injection between(String zone, String other) {
    return new Injection(List.of(zone, other), Failure.PARTITION, Target.ZONES);
  }

  /// The same targets, failing in another way.
  public Injection by(Failure other) {
    return new Injection(targets, other, on);
  }

  /// The targets for people: `email`, `link mail`, `zones a and b`.
  public String subject() {
    return switch (on) {
      case COMPONENT -> target();
      case LINK -> "link " + target();
      case ZONE -> "zone " + target();
      case ZONES -> "zones " + String.join(" and ", targets);
    };
  }

  public String target() {
    return String.join("+", targets);
  }
}
