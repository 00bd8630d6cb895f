package dev.stillwater.analysis;

import dev.stillwater.model.Admission;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Delivery;
import dev.stillwater.model.HealthCheck;
import dev.stillwater.model.Overflow;
import dev.stillwater.model.Preset;
import dev.stillwater.model.Presets;
import dev.stillwater.model.Timespan;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A component with the values that hold for it. Times are milliseconds, rates per second; NaN
/// stands for unknown, infinity for unlimited.
public final class Node {
  private final int index;
  private final Component component;
  private final @Nullable String impliedBy;
  private final @Nullable Preset preset;

  private final ComponentKind kind;
  private final int replicas;
  private final boolean managed;
  private final double capacity;
  private final double own;
  private final double pool;
  private final boolean concurrencyDeclared;
  private final double limit;
  private final double buffer;
  private final double retention;
  private final Overflow overflow;
  private final Delivery delivery;
  private final Admission admission;
  private final boolean deepHealthCheck;
  private final boolean failOpen;
  private final List<String> zones;

  Node(int index, Component component, @Nullable String impliedBy, Presets presets) {
    this.index = index;
    this.component = component;
    this.impliedBy = impliedBy;
    this.preset = presets.of(component).orElse(null);
    this.kind = component.kind();
    this.replicas = held(ComponentAttributes.REPLICAS).orElse(1);
    this.managed = held(ComponentAttributes.MANAGED).orElse(false);
    this.capacity =
        held(ComponentAttributes.CAPACITY_RATE).map(rate -> rate * replicas).orElse(Double.NaN);
    this.own = held(ComponentAttributes.P99).map(Timespan::millis).orElse(usualWork(kind));
    this.concurrencyDeclared = isDeclared(ComponentAttributes.CONCURRENCY);
    this.pool =
        held(ComponentAttributes.CONCURRENCY)
            .map(workers -> (double) workers * replicas)
            .orElse(Double.POSITIVE_INFINITY);
    this.limit =
        kind.isRouter()
            ? Math.min(
                millis(ComponentAttributes.MAX_TIMEOUT), millis(ComponentAttributes.IDLE_TIMEOUT))
            : Double.POSITIVE_INFINITY;
    this.buffer = held(ComponentAttributes.BUFFER).orElse(Double.NaN);
    this.retention = held(ComponentAttributes.RETENTION).map(Timespan::millis).orElse(Double.NaN);
    this.overflow = held(ComponentAttributes.OVERFLOW).orElse(Overflow.REJECT);
    this.delivery = held(ComponentAttributes.DELIVERY).orElse(Delivery.AT_LEAST_ONCE);
    this.admission = held(ComponentAttributes.ADMISSION).orElse(Admission.NONE);
    this.deepHealthCheck =
        held(ComponentAttributes.HEALTH_CHECK).orElse(HealthCheck.NONE) == HealthCheck.DEEP;
    this.failOpen = held(ComponentAttributes.FAIL_OPEN).orElse(false);
    this.zones = held(ComponentAttributes.ZONES).orElse(List.of());
  }

  /// What the slowest hundredth of requests takes where nobody declared it.
  private static double usualWork(ComponentKind kind) {
    if (kind.isStore() || kind.isBroker() || kind == ComponentKind.CACHE) {
      return 10;
    }
    return kind.isRouter() ? 1 : 50;
  }

  private double millis(Attribute<Timespan> attribute) {
    return held(attribute).map(Timespan::millis).orElse(Double.POSITIVE_INFINITY);
  }

  /// The value that holds, whatever its origin; empty when it is unknown.
  public <T> Optional<T> held(Attribute<T> attribute) {
    Optional<T> declared = component.get(attribute);
    if (declared.isPresent()) {
      return declared;
    }
    Optional<T> usual = preset == null ? Optional.empty() : preset.attributes().get(attribute);
    return usual.isPresent() ? usual : attribute.defaultFor(kind);
  }

  /// Whether the design or a preset declares it; a default does not count.
  public boolean isDeclared(Attribute<?> attribute) {
    return component.attributes().declares(attribute)
        || (preset != null && preset.attributes().declares(attribute));
  }

  /// The place in the arrays of the graph; nodes are numbered in the order of their ids.
  public int index() {
    return index;
  }

  public String id() {
    return component.id();
  }

  public Component component() {
    return component;
  }

  public ComponentKind kind() {
    return kind;
  }

  /// The id of the link whose annotation this undrawn intermediary stands for.
  public Optional<String> impliedBy() {
    return Optional.ofNullable(impliedBy);
  }

  /// The element that findings about it name: itself, or the link that implies it.
  public String subject() {
    return impliedBy == null ? id() : impliedBy;
  }

  public int replicas() {
    return replicas;
  }

  public boolean isManaged() {
    return managed;
  }

  /// Whether the loss of one instance is no loss of the component.
  public boolean isRedundant() {
    return managed || replicas > 1;
  }

  /// Requests per second of all replicas; NaN when unknown.
  public double capacity() {
    return capacity;
  }

  /// Milliseconds of its own work on the slowest hundredth of requests.
  public double own() {
    return own;
  }

  /// Requests that all replicas work on at the same time; infinite when nothing limits them.
  public double pool() {
    return pool;
  }

  public boolean isConcurrencyDeclared() {
    return concurrencyDeclared;
  }

  /// Milliseconds after which a router gives up on any callee; infinite for all others.
  public double limit() {
    return limit;
  }

  /// Messages that fit; NaN when unlimited.
  public double buffer() {
    return buffer;
  }

  /// Milliseconds that an unread message is kept; NaN when unknown.
  public double retention() {
    return retention;
  }

  public Overflow overflow() {
    return overflow;
  }

  public Delivery delivery() {
    return delivery;
  }

  public Admission admission() {
    return admission;
  }

  public boolean hasDeepHealthCheck() {
    return deepHealthCheck;
  }

  public boolean failsOpen() {
    return failOpen;
  }

  public List<String> zones() {
    return zones;
  }

  @Override
  public String toString() {
    return id();
  }
}
