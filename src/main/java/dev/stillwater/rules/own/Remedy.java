package dev.stillwater.rules.own;

import dev.stillwater.edits.AddDlq;
import dev.stillwater.edits.AddReplicas;
import dev.stillwater.edits.Bundle;
import dev.stillwater.edits.CallLimits;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.InsertLoadBalancer;
import dev.stillwater.edits.InsertQueue;
import dev.stillwater.edits.SetAttribute;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Attributes;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A change that an own rule recommends: some attributes of the thing, or an edit of the catalogue
/// by its name.
///
/// @param end the step to the element that is changed, `from` or `to`; empty for the thing itself
/// @param title what it does, for the page of the rule
/// @param tradeOff what it costs, one sentence
/// @param declares whether it only writes down what is true already
record Remedy(
    String end,
    String title,
    String tradeOff,
    boolean declares,
    BiFunction<World, Thing, Edit> make) {
  /// An edit of the catalogue that needs nothing but its element.
  private record Named(Sort of, BiFunction<World, Thing, Edit> make) {}

  private static final Map<String, Named> CATALOGUE = catalogue();

  private static Map<String, Named> catalogue() {
    Map<String, Named> all = new LinkedHashMap<>();
    all.put("AddBreaker", link(of -> Declarations.addBreaker(of.first(), CallLimits.NONE)));
    all.put("AddDlq", component(of -> new AddDlq(of.id(), false, Words.name(of.node()))));
    all.put("AddReplicas", component(of -> AddReplicas.of(of.node().component())));
    all.put("InsertLoadBalancer", drawn(InsertLoadBalancer::on));
    all.put("InsertQueue", drawn(InsertQueue::on));
    all.put("SetClientLb", link(of -> Declarations.setClientLb(of.first())));
    all.put("SetManaged", component(of -> Declarations.declareManaged(of.node())));
    return all;
  }

  private static Named component(Function<Thing.OfComponent, Edit> make) {
    return new Named(Sort.COMPONENT, (world, thing) -> make.apply((Thing.OfComponent) thing));
  }

  private static Named link(Function<Thing.OfLink, Edit> make) {
    return new Named(Sort.LINK, (world, thing) -> make.apply((Thing.OfLink) thing));
  }

  private static Named drawn(BiFunction<Design, Link, Edit> make) {
    return new Named(
        Sort.LINK,
        (world, thing) -> make.apply(world.context().design(), ((Thing.OfLink) thing).link()));
  }

  /// The names of the catalogue that fit a sort of things.
  static List<String> names(Sort sort) {
    return CATALOGUE.entrySet().stream()
        .filter(entry -> entry.getValue().of == sort)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// An edit of the catalogue, by its name.
  ///
  /// @throws IllegalArgumentException when [#names] has none of this name
  static Remedy named(String name, String end, String tradeOff) {
    Named named =
        Optional.ofNullable(CATALOGUE.get(name)).orElseThrow(IllegalArgumentException::new);
    return new Remedy(end, name, tradeOff, name.equals("SetManaged"), named.make);
  }

  /// Declares values of one element.
  static Remedy set(Attributes values, String end, String tradeOff, boolean declares) {
    String title = "Set " + Words.list(assignments(values));
    return new Remedy(
        end, title, tradeOff, declares, (world, thing) -> setting(values, thing.id()));
  }

  private static Edit setting(Attributes values, String element) {
    List<Edit> parts = new ArrayList<>();
    for (Attribute<?> attribute : values.declared()) {
      parts.add(part(values, attribute, element));
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<String> words = assignments(values);
    return new Bundle(
        "SetAttributes",
        element + ", " + String.join(", ", words),
        "Set " + Words.list(words) + " of " + element,
        parts);
  }

  private static <T> Edit part(Attributes values, Attribute<T> attribute, String element) {
    return new SetAttribute<>(element, attribute, values.get(attribute).orElseThrow());
  }

  private static List<String> assignments(Attributes values) {
    return values.declared().stream().map(attribute -> assignment(values, attribute)).toList();
  }

  private static <T> String assignment(Attributes values, Attribute<T> attribute) {
    return Words.insideSentence(attribute.label())
        + " to "
        + attribute.type().show(values.get(attribute).orElseThrow());
  }

  /// The edit for a thing; empty where the element that it changes is not drawn.
  Optional<Edit> on(World world, Thing thing, Sort sort) {
    Optional<Thing> target =
        end.isEmpty()
            ? Optional.of(thing)
            : Vocabulary.of(sort).step(end).flatMap(step -> step.take().apply(world, thing));
    return target
        .filter(it -> !(it instanceof Thing.OfComponent of) || of.node().impliedBy().isEmpty())
        .map(it -> make.apply(world, it));
  }
}
