package dev.stillwater.editor;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Element;
import dev.stillwater.model.Layout;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Changes of what is drawn that people make by hand: turning links round, putting components
/// together and taking them apart, making one kind into another. What is declared stays.
public final class Reshaping {
  private Reshaping() {}

  /// Why some links cannot be turned round; empty when all of them can.
  public static Optional<String> refusal(Design design, Collection<String> links) {
    for (String id : links) {
      Link link = design.links().get(id);
      ComponentKind from = design.components().get(link.from()).kind();
      ComponentKind to = design.components().get(link.to()).kind();
      Optional<LinkMode> declared = link.get(LinkAttributes.MODE);
      boolean legal =
          declared.isPresent()
              ? LegalLinks.legal(declared.get(), to, from)
              : !LegalLinks.drawable(to, from).isEmpty();
      if (!legal) {
        return Optional.of(
            to.withArticle()
                + " cannot "
                + declared.map(mode -> mode.word() + " to ").orElse("lead to ")
                + from.withArticle()
                + ", so "
                + id
                + " stays as it is");
      }
    }
    return Optional.empty();
  }

  /// With links that lead the other way. One that is called after its ends is called so again.
  public static Edited reverse(Document document, Collection<String> links) {
    Design design = document.design();
    List<String> ids = new ArrayList<>();
    for (String id : links) {
      Link link = design.links().get(id);
      design = design.with(link.between(link.to(), link.from()));
      String wanted = Link.impliedId(link.to(), link.from());
      boolean implied =
          id.equals(Link.impliedId(link.from(), link.to())) && design.find(wanted).isEmpty();
      if (implied) {
        design = design.renameLink(id, wanted);
      }
      ids.add(implied ? wanted : id);
    }
    return new Edited(document.withDesign(design), new Selection(List.of(), ids, Optional.empty()));
  }

  /// A document, and what is selected in it.
  public record Edited(Document document, Selection selection) {}

  /// With several components as one: the first stays, takes over the links and the references of
  /// the others and what they declare and it does not. Links between them go.
  public static Edited merge(Document document, List<String> components) {
    String into = components.getFirst();
    List<String> others = components.subList(1, components.size());
    Design design = document.design();
    List<String> inner =
        design.links().stream()
            .filter(link -> components.contains(link.from()) && components.contains(link.to()))
            .filter(link -> !link.from().equals(link.to()) || others.contains(link.from()))
            .map(Link::id)
            .toList();
    design = design.without(List.of(), inner);
    Component merged = design.components().get(into);
    for (String other : others) {
      merged = merged.withAttributes(completed(merged, design.components().get(other)));
    }
    design = design.with(merged);
    for (Link link : List.copyOf(design.links().all())) {
      if (others.contains(link.from()) || others.contains(link.to())) {
        design =
            moved(
                design,
                link,
                others.contains(link.from()) ? into : link.from(),
                others.contains(link.to()) ? into : link.to());
      }
    }
    for (Component component : List.copyOf(design.components().all())) {
      design = design.with(referring(component, others, into));
    }
    for (Link link : List.copyOf(design.links().all())) {
      design = design.with(referring(link, others, into));
    }
    return new Edited(
        document.withDesign(design.without(others, List.of())), Selection.component(into));
  }

  private static Attributes completed(Component merged, Component other) {
    Attributes result = merged.attributes();
    for (Attribute<?> attribute : other.attributes().declared()) {
      if (!result.declares(attribute) && attribute != ComponentAttributes.NAME) {
        result = result.copyFrom(other.attributes(), attribute);
      }
    }
    return result;
  }

  private static Design moved(Design design, Link link, String from, String to) {
    Design result = design.with(link.between(from, to));
    String wanted = Link.impliedId(from, to);
    boolean implied =
        link.id().equals(Link.impliedId(link.from(), link.to())) && result.find(wanted).isEmpty();
    return implied ? result.renameLink(link.id(), wanted) : result;
  }

  private static <E extends Element<E>> E referring(E element, List<String> others, String into) {
    E result = element;
    for (Attribute<?> attribute : element.attributes().declared()) {
      if (attribute.type() instanceof ValueType.Reference reference
          && reference.target() == ValueType.Reference.Target.COMPONENT) {
        @SuppressWarnings("unchecked")
        Attribute<String> named = (Attribute<String>) attribute;
        if (others.contains(element.get(named).orElse(""))) {
          result = result.with(named, into);
        }
      }
    }
    return result;
  }

  /// With some links of a component moved to a second one that declares the same.
  public static Edited split(Document document, String component, Collection<String> links) {
    Design design = document.design();
    Component whole = design.components().get(component);
    String id = design.freeId(component);
    Component part = whole.withId(id);
    if (whole.attributes().declares(ComponentAttributes.NAME)) {
      part = part.with(ComponentAttributes.NAME, whole.name() + " 2");
    }
    design = design.with(part);
    for (String link : links) {
      Link old = design.links().get(link);
      design =
          moved(
              design,
              old,
              old.from().equals(component) ? id : old.from(),
              old.to().equals(component) ? id : old.to());
    }
    Document result = document.withDesign(design);
    Optional<Layout.Position> at = document.layout().of(component);
    if (at.isPresent()) {
      result =
          result.withLayout(
              result
                  .layout()
                  .with(
                      id,
                      new Layout.Position(at.get().x(), at.get().y() + Layout.CARD_HEIGHT + 40)));
    }
    return new Edited(result, Selection.component(id));
  }

  /// With some components of another kind.
  public static Document kind(
      Document document, Collection<String> components, ComponentKind kind) {
    Design design = document.design();
    for (String id : components) {
      design = design.with(design.components().get(id).withKind(kind));
    }
    return document.withDesign(design);
  }
}
