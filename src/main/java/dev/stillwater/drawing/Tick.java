package dev.stillwater.drawing;

import dev.stillwater.review.JourneyVerdict;
import dev.stillwater.review.Review;
import java.util.LinkedHashMap;
import java.util.Map;

/// The mark at the left edge of a component that a journey uses.
public enum Tick {
  ON_JOURNEY(Token.STRONG_LINE),
  /// It alone can stop one of its journeys.
  STOPS_JOURNEY(Token.HIGH);

  private final Token token;

  Tick(Token token) {
    this.token = token;
  }

  Token token() {
    return token;
  }

  /// The ticks of all components that lie on the named links of a journey or can stop one.
  public static Map<String, Tick> of(Review review) {
    var links = review.document().design().links();
    Map<String, Tick> ticks = new LinkedHashMap<>();
    for (JourneyVerdict verdict : review.journeys()) {
      for (String id : verdict.journey().namedLinks()) {
        links
            .find(id)
            .ifPresent(link -> {
              ticks.putIfAbsent(link.from(), ON_JOURNEY);
              ticks.putIfAbsent(link.to(), ON_JOURNEY);
            });
      }
      verdict.stoppedBy().forEach(stopper -> ticks.put(stopper.component(), STOPS_JOURNEY));
    }
    return ticks;
  }
}
