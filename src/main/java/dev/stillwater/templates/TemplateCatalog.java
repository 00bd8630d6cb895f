package dev.stillwater.templates;

import dev.stillwater.templates.Template.Kind;
import java.util.List;
import java.util.Optional;

/// All templates, in the order in which they are offered.
public final class TemplateCatalog {
  public static final List<Template> ALL =
      List.of(
          new Template(
              "tight-coupling-before",
              "Checkout, tightly coupled",
              "An order that waits for everybody: one slow mail service stops all sales in two"
                  + " seconds.",
              Kind.COUNTER_EXAMPLE),
          new Template(
              "tight-coupling-after",
              "Checkout, loosely coupled",
              "The same shop with a balancer, an event topic and a queue for each consumer: no"
                  + " crash and no slow neighbour stops it.",
              Kind.REFERENCE));

  private TemplateCatalog() {}

  public static Optional<Template> find(String name) {
    return ALL.stream().filter(template -> template.name().equals(name)).findFirst();
  }
}
