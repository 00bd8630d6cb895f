package dev.stillwater.editor;

import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import java.util.List;
import java.util.Optional;

/// Links that come to join other components. Everything declared of a link stays, but for a mode
/// that its new ends do not allow; journeys follow.
public final class Relinking {
  private Relinking() {}

  /// What a change of ends gives.
  ///
  /// @param link the id of the link afterwards: one that only said what it joins says so again
  public record Relinked(Document document, String link) {}

  /// With a link between two other components.
  ///
  /// @throws IllegalArgumentException where no link may lead from one to the other
  public static Relinked between(Document document, String id, String from, String to) {
    Design design = document.design();
    String refusal = Gestures.refusal(design, from, to);
    if (!refusal.isEmpty()) {
      throw new IllegalArgumentException(refusal);
    }
    Link link = design.links().get(id);
    Link joined = fitting(link.between(from, to), design);
    boolean implied = id.equals(Link.impliedId(link.from(), link.to()));
    Design changed = design.with(joined);
    String newId = id;
    String wanted = Link.impliedId(from, to);
    if (implied && !wanted.equals(id)) {
      newId = changed.freeId(wanted);
      changed = changed.renameLink(id, newId);
    }
    return new Relinked(document.withDesign(changed), newId);
  }

  /// A link whose mode its ends allow.
  private static Link fitting(Link link, Design design) {
    Component from = design.components().get(link.from());
    Component to = design.components().get(link.to());
    Optional<LinkMode> declared = link.get(LinkAttributes.MODE);
    List<LinkMode> legal = LegalLinks.drawable(from.kind(), to.kind());
    boolean fits =
        declared
            .map(mode -> LegalLinks.legal(mode, from.kind(), to.kind()))
            .orElse(LegalLinks.derived(from.kind(), to.kind()) == legal.getFirst());
    if (fits) {
      return link;
    }
    return legal.getFirst() == LegalLinks.derived(from.kind(), to.kind())
        ? link.without(LinkAttributes.MODE)
        : link.with(LinkAttributes.MODE, legal.getFirst());
  }

  /// Why a link cannot lead the other way; empty when it can.
  public static String reverseRefusal(Document document, String id) {
    Link link = document.design().links().get(id);
    return Gestures.refusal(document.design(), link.to(), link.from());
  }

  /// With a link the other way round, along the same way.
  public static Relinked reversed(Document document, String id) {
    Link link = document.design().links().get(id);
    var corners = document.layout().bendsOf(id);
    Relinked turned = between(document, id, link.to(), link.from());
    Document kept =
        turned
            .document()
            .withLayout(turned.document().layout().withBends(turned.link(), corners.reversed()));
    return new Relinked(kept, turned.link());
  }
}
