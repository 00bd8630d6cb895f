package dev.stillwater.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.Fallback;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Timespan;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardTextTest {
  private static String line(Component component) {
    return CardText.line(component, Presets.NONE, 200);
  }

  @Test
  void saysWhatMattersMost() {
    Component service =
        new Component("order", ComponentKind.SERVICE)
            .with(ComponentAttributes.REPLICAS, 4)
            .with(ComponentAttributes.P99, Timespan.ofMillis(40))
            .with(ComponentAttributes.ZONES, List.of("a", "b"))
            .with(ComponentAttributes.CONCURRENCY, 100);
    assertThat(line(service)).startsWith("×4 · p99 40 ms · 2 zones");
    assertThat(CardText.line(service, Presets.NONE, 125)).isEqualTo("×4 · p99 40 ms");
    assertThat(line(service.without(ComponentAttributes.P99)))
        .isEqualTo("×4 · 2 zones · 100 workers");
    assertThat(line(new Component("s", ComponentKind.SERVICE))).isEqualTo("service");
    assertThat(line(new Component("c", ComponentKind.CLIENT))).isEqualTo("client");
    assertThat(
            line(
                new Component("x", ComponentKind.EXTERNAL)
                    .with(ComponentAttributes.P99, Timespan.ofMillis(900))))
        .isEqualTo("external · p99 900 ms");
    assertThat(
            line(
                new Component("q", ComponentKind.QUEUE)
                    .with(ComponentAttributes.RETENTION, Timespan.ofSeconds(345_600))
                    .with(ComponentAttributes.DELIVERY, Delivery.AT_MOST_ONCE)))
        .isEqualTo("at-most-once · keeps 4 d");
    assertThat(
            line(
                new Component("k", ComponentKind.CACHE)
                    .with(ComponentAttributes.REPLICAS, 20)
                    .with(ComponentAttributes.HIT_RATIO, 0.95)))
        .isEqualTo("×20 · 95 % hits");
  }

  @Test
  void leavesOutWholeFactsBeforeItCuts() {
    Component service =
        new Component("order", ComponentKind.SERVICE)
            .with(ComponentAttributes.REPLICAS, 4)
            .with(ComponentAttributes.P99, Timespan.ofMillis(40))
            .with(ComponentAttributes.ZONES, List.of("a"));
    assertThat(CardText.line(service, Presets.NONE, 60)).isEqualTo("×4 · 1 zone");
    assertThat(CardText.line(service, Presets.NONE, 5)).isEqualTo("×4");
  }

  @Test
  void linksSayNameRateAndTimeout() {
    assertThat(label(new Link("mail", "a", "b"))).isEqualTo("mail · no timeout");
    assertThat(
            label(
                new Link("a>b", "a", "b")
                    .with(LinkAttributes.RATE, 50.0)
                    .with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(10))))
        .isEqualTo("50 /s · 10.0 s");
    assertThat(LinkText.of(new Link("a>b", "a", "b"), LinkStyle.LOOSE_ASYNC).label()).isEmpty();
    Link guarded =
        new Link("a>b", "a", "b")
            .with(LinkAttributes.RETRIES, 2)
            .with(LinkAttributes.BREAKER, true)
            .with(LinkAttributes.FALLBACK, Fallback.STATIC);
    assertThat(LinkText.of(guarded, LinkStyle.TIGHT).guards())
        .containsExactly(Icon.NO_TIMEOUT, Icon.RETRY, Icon.BREAKER, Icon.FALLBACK);
    Link limited = guarded.with(LinkAttributes.TIMEOUT, Timespan.ofSeconds(1));
    assertThat(LinkText.of(limited, LinkStyle.LOOSE_SYNC).guards())
        .containsExactly(Icon.RETRY, Icon.BREAKER, Icon.FALLBACK);
    assertThat(LinkText.of(new Link("a>b", "a", "b"), LinkStyle.LOOSE_ASYNC).guards()).isEmpty();
    assertThat(LinkText.of(new Link("a>b", "a", "b"), LinkStyle.PROBE).guards()).isEmpty();
    assertThat(label(new Link("x".repeat(100), "a", "b"))).isEqualTo("no timeout");
    assertThat(LinkText.of(new Link("x".repeat(100), "a", "b"), LinkStyle.LOOSE_ASYNC).label())
        .endsWith("…");
  }

  private static String label(Link link) {
    return LinkText.of(link, LinkStyle.TIGHT).label();
  }

  @Test
  void aLongNameBecomesSmallerThenTakesTwoLines() {
    assertThat(CardName.of("order", 125))
        .isEqualTo(new CardName.Lines(List.of("order"), Typeface.NAME));
    assertThat(CardName.of("recommendations-v1", 125))
        .isEqualTo(new CardName.Lines(List.of("recommendations-v1"), Typeface.SMALL_NAME));
    assertThat(CardName.of("key-value-store-for-173", 125).lines())
        .containsExactly("key-value-store-for-", "173");
    assertThat(CardName.of("productCatalogueService", 125).lines())
        .containsExactly("productCatalogue", "Service");
    assertThat(CardName.of("a name of words that goes on and on and on", 125).lines().getLast())
        .endsWith("…");
    for (String line : CardName.of("W".repeat(40), 125).lines()) {
      assertThat(TextMetrics.width(line, Typeface.SMALL_NAME)).isLessThanOrEqualTo(125);
    }
  }

  @Test
  void namesAreCutAndMadeVisible() {
    Run run = Run.in("ord\u202eer-".repeat(9), 0, 0, 100, Typeface.NAME, Token.TEXT);
    assertThat(run.text()).startsWith("ord‹U+202E›").endsWith("…");
    assertThat(run.width()).isLessThanOrEqualTo(100);
  }
}
