package dev.stillwater.edits;

import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Gives a store to one of its writers: the others write through it.
///
/// The links of the others keep their ids and lead to the owner; who has the owner's `owner` still
/// writes itself, and reads stay as they are.
///
/// @param owner the id of the component that keeps writing
/// @param storeName what people call the store, for the title
/// @param ownerName what people call the owner, for the title
public record AssignOwner(String store, String owner, String storeName, String ownerName)
    implements Edit {
  @Override
  public String signature() {
    return "AssignOwner(" + store + ", " + owner + ")";
  }

  @Override
  public String title() {
    return "Let " + ownerName + " own " + storeName + " and write for the others";
  }

  @Override
  public Design apply(Design design) {
    List<Link> writes =
        design.links().stream()
            .filter(link -> link.to().equals(store) && isWrite(design, link))
            .toList();
    Optional<Link> own =
        writes.stream()
            .filter(link -> link.from().equals(owner))
            .min(Comparator.comparing(Link::id));
    if (own.isEmpty()) {
      return design;
    }
    Design result = design;
    for (Link write : writes) {
      if (!team(design, write.from()).equals(team(design, owner))) {
        Link through =
            write
                .between(write.from(), owner)
                .without(LinkAttributes.MODE)
                .without(LinkAttributes.BEHIND_CACHE);
        result =
            result.with(through).replaceInJourneys(write.id(), List.of(write.id(), own.get().id()));
      }
    }
    return result;
  }

  private static boolean isWrite(Design design, Link link) {
    return design.components().get(link.from()).kind().isCompute()
        && Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && link.attributes().orDefault(LinkAttributes.EFFECT) != Effect.READ;
  }

  /// Who is responsible for a component: the declared owner, else nobody but itself.
  private static String team(Design design, String component) {
    return design
        .components()
        .get(component)
        .get(ComponentAttributes.OWNER)
        .map(name -> "owner " + name)
        .orElse("component " + component);
  }
}
