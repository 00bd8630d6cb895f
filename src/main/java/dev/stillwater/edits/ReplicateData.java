package dev.stillwater.edits;

import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.List;
import java.util.Optional;

/// Puts a replica of what a caller reads into the caller's own zones and reads there. The link
/// keeps its id; a new one replicates from the original.
///
/// @param caller what people call the caller, for the title
/// @param callee what people call the original, for the title
public record ReplicateData(String link, String caller, String callee) implements Edit {
  /// The edit for a link of a design, where it reads data that can be replicated.
  public static Optional<ReplicateData> on(Design design, String link) {
    return design
        .links()
        .find(link)
        .filter(found -> fits(design, found))
        .map(found ->
            new ReplicateData(
                link,
                design.components().get(found.from()).name(),
                design.components().get(found.to()).name()));
  }

  private static boolean fits(Design design, Link link) {
    ComponentKind kind = design.components().get(link.to()).kind();
    List<String> here = zones(design, link.from());
    return Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && link.attributes().orDefault(LinkAttributes.EFFECT) == Effect.READ
        && LegalLinks.legal(LinkMode.REPLICATE, kind, kind)
        && !here.isEmpty()
        && zones(design, link.to()).stream().noneMatch(here::contains);
  }

  private static List<String> zones(Design design, String component) {
    return design.components().get(component).get(ComponentAttributes.ZONES).orElse(List.of());
  }

  @Override
  public String signature() {
    return "ReplicateData(" + link + ")";
  }

  @Override
  public String title() {
    return "Keep a replica of " + callee + " beside " + caller;
  }

  @Override
  public Design apply(Design design) {
    return design
        .links()
        .find(link)
        .filter(found -> fits(design, found))
        .map(found -> replicate(design, found))
        .orElse(design);
  }

  private static Design replicate(Design design, Link old) {
    Component original = design.components().get(old.to());
    String id = Naming.component(design, original.id(), "replica");
    Component replica =
        new Component(id, original.kind(), original.attributes())
            .without(ComponentAttributes.NAME)
            .without(ComponentAttributes.DESCRIPTION)
            .without(ComponentAttributes.NOTES)
            .without(ComponentAttributes.URL)
            .with(ComponentAttributes.ZONES, zones(design, old.from()));
    Link feed =
        new Link(Naming.link(design, original.id(), id), original.id(), id)
            .with(LinkAttributes.MODE, LinkMode.REPLICATE);
    return design.with(replica).with(old.between(old.from(), id)).with(feed);
  }
}
