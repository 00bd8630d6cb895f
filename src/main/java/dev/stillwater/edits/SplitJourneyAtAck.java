package dev.stillwater.edits;

import dev.stillwater.analysis.DependencyGraph;
import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Reach;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.model.JourneyAttributes;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.model.Presets;
import dev.stillwater.model.RealTimeClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ends a journey at the acknowledgement of a hand-over: the caller gets a receipt (202 and a place
/// to ask for the outcome), and what lies behind becomes a soft journey of its own with the same
/// importance.
///
/// @param name what people call the journey, for the title
public record SplitJourneyAtAck(String link, String journey, String name) implements Edit {
  @Override
  public String signature() {
    return "SplitJourneyAtAck(" + link + ", " + journey + ")";
  }

  @Override
  public String title() {
    return "Answer " + name + " with a receipt at " + link + " and complete it later";
  }

  @Override
  public Design apply(Design design) {
    Journey old = design.journeys().find(journey).orElse(null);
    Link send = design.links().find(link).orElse(null);
    if (old == null || send == null) {
      return design;
    }
    boolean listed = old.get(JourneyAttributes.PATH).isPresent();
    boolean waited = send.attributes().orDefault(LinkAttributes.NEED) == Need.RESULT_NOW;
    List<String> behind = behind(design, send, old);
    if (behind.isEmpty() || !listed && !waited) {
      return acknowledged(design, send);
    }
    List<String> later = new ArrayList<>(List.of(link));
    later.addAll(behind);
    Journey completion =
        new Journey(Naming.component(design, journey, "completion"))
            .with(JourneyAttributes.PATH, List.copyOf(later))
            .with(JourneyAttributes.CLASS, RealTimeClass.SOFT);
    completion =
        completion.withAttributes(
            completion.attributes().copyFrom(old.attributes(), JourneyAttributes.IMPORTANCE));
    Design result = acknowledged(design, send).with(completion);
    if (!listed) {
      return result;
    }
    List<String> path = new ArrayList<>(old.namedLinks());
    path.removeAll(behind);
    return result.with(old.with(JourneyAttributes.PATH, List.copyOf(path)));
  }

  private static Design acknowledged(Design design, Link send) {
    return send.attributes().orDefault(LinkAttributes.NEED) == Need.RESULT_NOW
        ? design.with(send.with(LinkAttributes.NEED, Need.ACK_NOW))
        : design;
  }

  /// The links of the journey's reach that are reached from the end of the hand-over.
  private static List<String> behind(Design design, Link send, Journey journey) {
    Reach reach = DependencyGraph.of(design, Presets.NONE).journey(journey.id());
    List<String> result = new ArrayList<>();
    Set<String> at = new HashSet<>();
    for (Edge edge : reach.edges()) {
      if (edge.subject().equals(send.id())) {
        at.add(edge.to().id());
      } else if (at.contains(edge.from().id())) {
        at.add(edge.to().id());
        if (!result.contains(edge.subject())) {
          result.add(edge.subject());
        }
      }
    }
    return result;
  }
}
