package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Dependency;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.List;
import java.util.Optional;

/// Puts a store behind a cache that was the only copy: who writes to the cache writes to the store
/// first, and who reads from it reads misses from the store.
///
/// The links to the cache stay. A write to it only freshens it from then on: it may fail, and its
/// loss does no harm.
///
/// @param name what people call the cache, for the title
public record AddStore(String cache, String name) implements Edit {
  private static final String PRESET = "dynamodb";

  /// The edit for a cache of a design; empty where nobody who may call a store writes to it, or
  /// where one stands behind it.
  public static Optional<AddStore> on(Design design, String cache, String name) {
    AddStore edit = new AddStore(cache, name);
    return edit.isOnlyCopy(design, edit.uses(design)) ? Optional.of(edit) : Optional.empty();
  }

  @Override
  public String signature() {
    return "AddStore(" + cache + ")";
  }

  @Override
  public String title() {
    return "Put a store behind " + name;
  }

  @Override
  public Design apply(Design design) {
    List<Link> uses = uses(design);
    return isOnlyCopy(design, uses) ? backed(design, uses) : design;
  }

  /// The calls of the cache by those who may call a store as well.
  private List<Link> uses(Design design) {
    return design.links().stream()
        .filter(link -> link.to().equals(cache))
        .filter(link -> Couplings.mode(design, link) == LinkMode.SYNC)
        .filter(link -> mayCallStore(design.components().get(link.from()).kind()))
        .toList();
  }

  private static boolean mayCallStore(ComponentKind kind) {
    return LegalLinks.legal(LinkMode.SYNC, kind, ComponentKind.KEY_VALUE_STORE);
  }

  private boolean isOnlyCopy(Design design, List<Link> uses) {
    return design.components().find(cache).map(Component::kind).stream()
            .anyMatch(kind -> kind == ComponentKind.CACHE)
        && uses.stream().anyMatch(AddStore::isKept)
        && design.links().stream()
            .noneMatch(
                link -> link.get(LinkAttributes.BEHIND_CACHE).filter(cache::equals).isPresent());
  }

  /// Whether it writes what must not be lost.
  private static boolean isKept(Link link) {
    return isWrite(link) && !link.get(LinkAttributes.LOSS_OK).orElse(false);
  }

  private static boolean isWrite(Link link) {
    return link.attributes().orDefault(LinkAttributes.EFFECT) != Effect.READ;
  }

  private Design backed(Design design, List<Link> uses) {
    String store = Naming.component(design, cache, "store");
    Design result =
        design.with(
            new Component(store, ComponentKind.KEY_VALUE_STORE)
                .with(ComponentAttributes.PRESET, PRESET));
    for (Link use : uses) {
      if (!isKept(use) && isWrite(use)) {
        continue;
      }
      Link behind =
          new Link(Naming.link(result, use.from(), store), use.from(), store, copied(use));
      if (isWrite(use)) {
        result =
            result
                .with(behind)
                .with(freshening(use))
                .replaceInJourneys(use.id(), List.of(behind.id(), use.id()));
      } else {
        result =
            result
                .with(behind.with(LinkAttributes.BEHIND_CACHE, cache))
                .replaceInJourneys(use.id(), List.of(use.id(), behind.id()));
      }
    }
    return result;
  }

  private static Attributes copied(Link use) {
    return Attributes.none(LinkAttributes.TABLE)
        .copyFrom(
            use.attributes(),
            LinkAttributes.MODE,
            LinkAttributes.NEED,
            LinkAttributes.EFFECT,
            LinkAttributes.CALLS,
            LinkAttributes.TIMEOUT,
            LinkAttributes.RETRIES,
            LinkAttributes.BACKOFF,
            LinkAttributes.JITTER,
            LinkAttributes.RETRY_BUDGET,
            LinkAttributes.BACKOFF_CAP,
            LinkAttributes.IDEMPOTENCY,
            LinkAttributes.TOKEN_SOURCE,
            LinkAttributes.TOKEN_TTL,
            LinkAttributes.DEDUP_ATOMIC,
            LinkAttributes.DEPENDENCY,
            LinkAttributes.BULKHEAD,
            LinkAttributes.PAYLOAD);
  }

  private static Link freshening(Link use) {
    return use.with(LinkAttributes.DEPENDENCY, Dependency.SOFT).with(LinkAttributes.LOSS_OK, true);
  }
}
