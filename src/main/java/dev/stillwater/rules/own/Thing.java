package dev.stillwater.rules.own;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Link;

/// What a rule speaks of: a drawn component or link, or a journey.
sealed interface Thing {
  /// The id that findings name.
  String id();

  /// A drawn component.
  record OfComponent(Node node) implements Thing {
    @Override
    public String id() {
      return node.id();
    }
  }

  /// A drawn link. Where its annotation implies an intermediary that is not drawn, requests leave
  /// by the first half and arrive by the second; else both are the link itself.
  record OfLink(Link link, Edge first, Edge last) implements Thing {
    @Override
    public String id() {
      return link.id();
    }
  }

  /// A journey with the links that it uses.
  record OfJourney(Reach reach) implements Thing {
    @Override
    public String id() {
      return reach.journey().id();
    }
  }
}
