package dev.stillwater.drawing;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.FailoverMode;
import dev.stillwater.model.Figures;
import dev.stillwater.model.Leadership;
import dev.stillwater.model.Ordering;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Replication;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The second line of a card: what matters most about a component of its kind, as far as it is
/// declared and fits. Whole facts are left out before one is cut.
final class CardText {
  private static final String BETWEEN = " · ";

  private final Component component;
  private final Presets presets;
  private final List<String> facts = new ArrayList<>();

  private CardText(Component component, Presets presets) {
    this.component = component;
    this.presets = presets;
  }

  /// The line, at most so wide.
  static String line(Component component, Presets presets, double width) {
    List<String> facts = facts(component, presets);
    StringBuilder line = new StringBuilder();
    for (String fact : facts) {
      String longer = line.isEmpty() ? fact : line + BETWEEN + fact;
      if (line.isEmpty() || TextMetrics.width(longer, Typeface.LINE) <= width) {
        line.setLength(0);
        line.append(longer);
      }
    }
    return line.toString();
  }

  /// Everything that the line chooses from, the most important first.
  static List<String> facts(Component component, Presets presets) {
    CardText text = new CardText(component, presets);
    switch (component.kind().family()) {
      case EDGE -> text.facts.add(component.kind().noun());
      case COMPUTE -> text.compute();
      case ROUTER -> text.router();
      case BROKER -> text.broker();
      case CACHE -> text.cache();
      case STORE -> text.store();
      case EXTERNAL -> text.external();
      case CONFIG -> text.config();
      case MONITOR -> text.replicas();
    }
    if (text.facts.isEmpty()) {
      text.facts.add(component.kind().noun());
    }
    return text.facts;
  }

  private void compute() {
    replicas();
    p99();
    zones();
    declared(ComponentAttributes.CONCURRENCY)
        .ifPresent(workers -> facts.add(Figures.number(workers) + " workers"));
    capacity();
  }

  private void router() {
    replicas();
    declared(ComponentAttributes.MAX_TIMEOUT)
        .ifPresent(limit -> facts.add("gives up at " + time(limit)));
    if (declared(ComponentAttributes.FAIL_OPEN).orElse(false)) {
      facts.add("fails open");
    }
    zones();
    capacity();
    preset();
  }

  private void broker() {
    Delivery delivery = declared(ComponentAttributes.DELIVERY).orElse(Delivery.AT_LEAST_ONCE);
    if (delivery != Delivery.AT_LEAST_ONCE) {
      facts.add(delivery.word());
    }
    declared(ComponentAttributes.RETENTION).ifPresent(kept -> facts.add("keeps " + time(kept)));
    declared(ComponentAttributes.ORDERING)
        .filter(order -> order != Ordering.NONE)
        .ifPresent(order -> facts.add("ordered " + order.word().replace('-', ' ')));
    declared(ComponentAttributes.BUFFER)
        .ifPresent(buffer -> facts.add("holds " + Figures.number(buffer)));
    if (declared(ComponentAttributes.IN_MEMORY).orElse(false)) {
      facts.add("in memory");
    }
    preset();
    if (declared(ComponentAttributes.REPLICAS).isPresent()) {
      replicas();
    }
    if (declared(ComponentAttributes.DELIVERY).isPresent() && delivery == Delivery.AT_LEAST_ONCE) {
      facts.add(delivery.word());
    }
  }

  private void cache() {
    replicas();
    declared(ComponentAttributes.HIT_RATIO)
        .ifPresent(hits -> facts.add(Figures.percent(hits) + " hits"));
    p99();
    declared(ComponentAttributes.TTL).ifPresent(ttl -> facts.add("for " + time(ttl)));
  }

  private void store() {
    replicas();
    p99();
    declared(ComponentAttributes.REPLICATION)
        .ifPresent(
            how -> facts.add(how == Replication.NONE ? "not replicated" : how.word() + " copies"));
    declared(ComponentAttributes.FAILOVER_MODE)
        .filter(mode -> mode != FailoverMode.NONE)
        .ifPresent(mode -> facts.add(mode.word() + " failover"));
    preset();
    zones();
    capacity();
  }

  private void external() {
    facts.add("external");
    p99();
    declared(ComponentAttributes.AVAILABILITY)
        .ifPresent(fraction -> facts.add(Figures.percent(fraction)));
    zones();
  }

  private void config() {
    replicas();
    p99();
    declared(ComponentAttributes.LEADER)
        .filter(leader -> leader != Leadership.NONE)
        .ifPresent(leader -> facts.add("one leader"));
    zones();
  }

  private void replicas() {
    if (declared(ComponentAttributes.MANAGED).orElse(false)) {
      facts.add("managed");
    }
    declared(ComponentAttributes.REPLICAS)
        .ifPresent(replicas -> facts.add("×" + Figures.number(replicas)));
  }

  private void p99() {
    declared(ComponentAttributes.P99).ifPresent(own -> facts.add("p99 " + time(own)));
  }

  private void zones() {
    declared(ComponentAttributes.ZONES)
        .filter(zones -> !zones.isEmpty())
        .ifPresent(zones -> facts.add(Figures.count(zones.size(), "zone")));
  }

  private void capacity() {
    declared(ComponentAttributes.CAPACITY_RATE)
        .ifPresent(each -> facts.add(Figures.rate(each) + " each"));
  }

  private void preset() {
    component.get(ComponentAttributes.PRESET).ifPresent(facts::add);
  }

  private static String time(Timespan span) {
    return Figures.time(span.millis());
  }

  private <T> Optional<T> declared(Attribute<T> attribute) {
    return presets
        .held(component, attribute)
        .filter(Presets.Held::isDeclared)
        .map(Presets.Held::value);
  }
}
