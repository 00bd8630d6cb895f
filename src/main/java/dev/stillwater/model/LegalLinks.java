package dev.stillwater.model;

import static dev.stillwater.model.ComponentKind.CACHE;
import static dev.stillwater.model.ComponentKind.CONFIG;
import static dev.stillwater.model.ComponentKind.EXTERNAL;
import static dev.stillwater.model.ComponentKind.MONITOR;
import static dev.stillwater.model.ComponentKind.WORKFLOW;

import java.util.ArrayList;
import java.util.List;

/// Which modes a link may have between two kinds of components, and which one is meant where none
/// is declared.
public final class LegalLinks {
  private LegalLinks() {}

  public static boolean legal(LinkMode mode, ComponentKind from, ComponentKind to) {
    return switch (mode) {
      case SYNC ->
          !from.isStore()
              && from != CACHE
              && !from.isPassiveBroker()
              && !to.isEdge()
              && !to.isPassiveBroker();
      case SEND ->
          (from.isEdge()
                  || from == EXTERNAL
                  || from.isCompute()
                  || from.isRouter()
                  || from == MONITOR
                  || from == WORKFLOW
                  || from == CONFIG)
              && (to.isBroker() || to.isCompute());
      case DELIVER ->
          from.isBroker() && (to.isCompute() || to == EXTERNAL || to == WORKFLOW || to.isBroker());
      case CONFIG ->
          (from == CONFIG || from.isStore() || from.isCompute())
              && (to.isCompute() || to.isRouter() || to == CACHE || to == CONFIG);
      case PROBE -> from == MONITOR || from.isCompute();
      case REPLICATE -> replicates(from) && replicates(to);
    };
  }

  private static boolean replicates(ComponentKind kind) {
    return kind.isStore() || kind == CACHE || kind == CONFIG;
  }

  /// The mode that is meant where none is declared. Between two passive brokers that is a delivery:
  /// a broker is no producer, and a send from it would be illegal.
  public static LinkMode derived(ComponentKind from, ComponentKind to) {
    if (from.isPassiveBroker()) {
      return LinkMode.DELIVER;
    }
    if (to.isBroker()) {
      return LinkMode.SEND;
    }
    if (from == CONFIG && to.isCompute()) {
      return LinkMode.CONFIG;
    }
    return LinkMode.SYNC;
  }

  /// The legal modes between two kinds, the derived one first when it is legal.
  public static List<LinkMode> modes(ComponentKind from, ComponentKind to) {
    List<LinkMode> result = new ArrayList<>();
    LinkMode derived = derived(from, to);
    if (legal(derived, from, to)) {
      result.add(derived);
    }
    for (LinkMode mode : LinkMode.values()) {
      if (mode != derived && legal(mode, from, to)) {
        result.add(mode);
      }
    }
    return result;
  }

  /// The modes that a link drawn by hand may get, the likeliest first. A probe is meant only where
  /// a monitor draws it: that a service may look at anything does not make it a link worth
  /// offering.
  public static List<LinkMode> drawable(ComponentKind from, ComponentKind to) {
    return modes(from, to).stream()
        .filter(mode -> mode != LinkMode.PROBE || from == MONITOR)
        .toList();
  }

  /// Why nothing may lead from one kind to the other; a sentence for people.
  public static String whyNot(ComponentKind from, ComponentKind to) {
    if (to.isEdge()) {
      return "Nothing calls " + to.withArticle() + ": requests begin there.";
    }
    if (from == CACHE) {
      return sentence(from) + " calls nobody; it can only replicate.";
    }
    if (from.isStore()) {
      return sentence(from) + " calls nobody; it can only replicate or hand out configuration.";
    }
    if (from.isPassiveBroker()) {
      return sentence(from) + " delivers to compute, external systems, workflows and brokers.";
    }
    return "No link leads from " + from.withArticle() + " to " + to.withArticle() + ".";
  }

  private static String sentence(ComponentKind kind) {
    String words = kind.withArticle();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
