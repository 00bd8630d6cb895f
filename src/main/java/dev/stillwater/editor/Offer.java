package dev.stillwater.editor;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.LegalLinks;
import dev.stillwater.model.LinkMode;
import java.util.ArrayList;
import java.util.List;

/// A component that can be made at the end of a link dragged to the empty canvas.
///
/// @param mode how the link to it would be
/// @param coupling how tightly it would couple both
public record Offer(ComponentKind kind, LinkMode mode, Coupling coupling) {
  /// Everything that a component of this kind can be linked to.
  public static List<Offer> from(ComponentKind from) {
    List<Offer> result = new ArrayList<>();
    for (ComponentKind to : ComponentKind.values()) {
      List<LinkMode> modes = LegalLinks.drawable(from, to);
      if (!modes.isEmpty()) {
        result.add(new Offer(to, modes.getFirst(), coupling(modes.getFirst(), from, to)));
      }
    }
    return result;
  }

  private static Coupling coupling(LinkMode mode, ComponentKind from, ComponentKind to) {
    return switch (mode) {
      case SEND, DELIVER -> Coupling.LOOSE_ASYNC;
      case SYNC -> from.isRouter() || to.isRouter() ? Coupling.LOOSE_SYNC : Coupling.TIGHT;
      case CONFIG, PROBE, REPLICATE -> Coupling.TIGHT;
    };
  }

  /// What it is, for people: `Queue, loose asynchronous`.
  public String title() {
    String how =
        switch (mode) {
          case CONFIG -> "configuration";
          case PROBE -> "probe";
          case REPLICATE -> "replication";
          case SYNC, SEND, DELIVER ->
              switch (coupling) {
                case TIGHT -> "tight";
                case LOOSE_SYNC -> "loose synchronous";
                case LOOSE_ASYNC -> "loose asynchronous";
              };
        };
    return kind.title() + ", " + how;
  }
}
