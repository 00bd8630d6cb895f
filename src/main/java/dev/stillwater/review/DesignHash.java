package dev.stillwater.review;

import dev.stillwater.model.Component;
import dev.stillwater.model.Design;
import dev.stillwater.model.Element;
import dev.stillwater.model.Index;
import dev.stillwater.model.Journey;
import dev.stillwater.model.Link;
import dev.stillwater.model.Zone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The fingerprint of what a design means: SHA-256 over its elements in the order of their ids.
/// Where things stand, and the order of the file, leave it as it is.
public final class DesignHash {
  private final MessageDigest digest;

  private DesignHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// 64 hexadecimal digits.
  public static String of(Design design) {
    DesignHash hash = new DesignHash();
    hash.add(design.name(), design.description());
    hash.value(design.settings().toPlain());
    hash.value(new TreeMap<>(design.unknown()));
    hash.zones(design.zones());
    hash.components(design.components());
    hash.links(design.links());
    hash.journeys(design.journeys());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  /// 64 hexadecimal digits for a text.
  static String of(String text) {
    DesignHash hash = new DesignHash();
    hash.add(text);
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void zones(Index<Zone> zones) {
    add("zones");
    sorted(zones).forEach(this::element);
  }

  private void components(Index<Component> components) {
    add("components");
    for (Component component : sorted(components)) {
      add(component.kind().word());
      element(component);
    }
  }

  private void links(Index<Link> links) {
    add("links");
    for (Link link : sorted(links)) {
      add(link.from(), link.to());
      element(link);
    }
  }

  private void journeys(Index<Journey> journeys) {
    add("journeys");
    sorted(journeys).forEach(this::element);
  }

  private static <E extends Element<E>> List<E> sorted(Index<E> elements) {
    return elements.stream().sorted(Comparator.comparing(Element::id)).toList();
  }

  private void element(Element<?> element) {
    add(element.id());
    value(element.attributes().toPlain());
    value(new TreeMap<>(element.attributes().unknown()));
  }

  /// Adds a plain value with the sizes of its parts, so that no two values read the same.
  private void value(Object plain) {
    switch (plain) {
      case Map<?, ?> map -> {
        add("{" + map.size());
        map.forEach((key, value) -> {
          value(key);
          value(value);
        });
      }
      case List<?> list -> {
        add("[" + list.size());
        list.forEach(this::value);
      }
      default -> add(plain.toString());
    }
  }

  private void add(String... texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }
}
