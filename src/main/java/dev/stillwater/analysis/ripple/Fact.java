package dev.stillwater.analysis.ripple;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that a failure does to a component, with the moment it arrives and the reason.
///
/// Equality leaves the cause out: a chain of causes can be as long as the design, and what a fact
/// says is told by its own sentence.
///
/// @param t milliseconds after the injection
/// @param scope [#EVERYBODY], or the id of the one journey whose requests are hurt
/// @param why one sentence with the numbers
/// @param cause the fact it follows from; null for the injection itself
/// @param carrier the edge that it travelled along; null where none did
/// @param factor how many times slower the component answers; 1 where it does not
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

  /// Whether it is felt by the requests of a journey.
  public boolean hurts(String journey) {
    return hurtsEverybody() || scope.equals(journey);
  }

  /// The facts that led here, the injection first, this one last.
  public List<Fact> chain() {
    List<Fact> result = new ArrayList<>();
    for (Fact fact = this; fact != null; fact = fact.cause) {
      result.add(fact);
    }
    Collections.reverse(result);
    return Collections.unmodifiableList(result);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fact that
        && t == that.t
        && impact == that.impact
        && factor == that.factor
        && node.id().equals(that.node.id())
        && scope.equals(that.scope)
        && why.equals(that.why);
  }

  @Override
  public int hashCode() {
    return Objects.hash(t, node.id(), impact, scope);
  }

  @Override
  public String toString() {
    return t + " ms " + node.id() + " " + impact + " " + scope + ": " + why;
  }
}
