package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that a failure does to a component, with the moment it arrives and the reason.
///
/// @param t milliseconds after the injection
/// @param scope [#EVERYBODY], or the id of the one journey whose requests are hurt
/// @param why one sentence with the numbers
/// @param cause the fact it follows from; null for the injection itself
/// @param carrier the edge that it travelled along; null where none did
/// @param factor how many times slower; 1 unless slow
public record Fact(
    double t,
    Node node,
    Impact impact,
    String scope,
    String why,
    @Nullable Fact cause,
    @Nullable Edge carrier,
    double factor) {
  /// The scope of all requests.
  public static final String EVERYBODY = "*";

  public Optional<Fact> follows() {
    return Optional.ofNullable(cause);
  }

  public Optional<Edge> carriedBy() {
    return Optional.ofNullable(carrier);
  }

  public boolean hurtsEverybody() {
    return scope.equals(EVERYBODY);
  }

  /// The facts that led here, the injection first, this one last.
  public List<Fact> chain() {
    List<Fact> result = new ArrayList<>();
    for (Fact fact = this; fact != null; fact = fact.cause) {
      result.add(fact);
    }
    Collections.reverse(result);
    return result;
  }
}
