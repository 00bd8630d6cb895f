package dev.stillwater.rules.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Design;
import dev.stillwater.rules.Reviewed;
import org.junit.jupiter.api.Test;

class ShortLivedDeadLettersTest {
  private static final ShortLivedDeadLetters RULE = new ShortLivedDeadLetters();

  @Test
  void theAgeCountsFromTheFirstSend() {
    Reviewed.expectFlags(
        RULE,
        """
        queue week retention=7d
        queue ever retention=none
        queue unknown
        queue same retention=7d dlq=week             # FLAG REL-QU-009 low
        queue longer retention=8d dlq=week           # FLAG REL-QU-009 low
        queue shorter retention=6d dlq=week
        queue fifo retention=8d dlq=week ordering=per-key
        queue kept retention=none dlq=ever
        queue endless retention=none dlq=week        # FLAG REL-QU-009 low
        queue blind retention=7d dlq=unknown
        queue open dlq=week
        queue self retention=7d dlq=self
        stream k retention=8d dlq=week
        worker w
        same -> w id=x
        journey j path=x importance=critical
        """);
  }

  private static Design fixed(String queue, String letters) {
    Reviewed before =
        Reviewed.of("queue q retention=%s dlq=d\nqueue d retention=%s".formatted(queue, letters));
    Reviewed after = before.after(before.only(RULE).recommendations().getFirst().edit());
    assertThat(after.of(RULE)).isEmpty();
    return after.design();
  }

  private static String retention(Design design, String queue) {
    return design.components().get(queue).get(ComponentAttributes.RETENTION).orElseThrow().text();
  }

  @Test
  void deadLettersAreKeptForTwoWeeks() {
    Design design = fixed("4d", "4d");
    assertThat(retention(design, "d")).isEqualTo("14d");
    assertThat(retention(design, "q")).isEqualTo("4d");
  }

  @Test
  void aSourceThatKeepsAsLongIsShortened() {
    Design both = fixed("14d", "4d");
    assertThat(retention(both, "d")).isEqualTo("14d");
    assertThat(retention(both, "q")).isEqualTo("7d");

    Design source = fixed("20d", "20d");
    assertThat(retention(source, "d")).isEqualTo("20d");
    assertThat(retention(source, "q")).isEqualTo("7d");
  }

  @Test
  void theFixNamesWhatItLengthensOrShortens() {
    assertThat(signature("13d", "4d")).isEqualTo("SetRetention(d, 14d)");
    assertThat(signature("14d", "4d")).isEqualTo("SetRetention(q, 7d)");
    assertThat(signature("20d", "14d")).isEqualTo("SetRetention(q, 7d)");
  }

  private static String signature(String queue, String letters) {
    return Reviewed.of("queue q retention=%s dlq=d\nqueue d retention=%s".formatted(queue, letters))
        .only(RULE)
        .recommendations()
        .getFirst()
        .edit()
        .signature();
  }

  @Test
  void deadLettersThatAreKeptAsLongAsCanBeAreLeftAlone() {
    Reviewed before = Reviewed.of("queue q retention=20d dlq=d\nqueue d retention=14d");
    assertThat(before.only(RULE).recommendations().getFirst().title())
        .isEqualTo("Keep messages in q for 7 d");
  }
}
