package dev.stillwater.rules;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Reach;
import dev.stillwater.edits.InsertQueue;
import dev.stillwater.edits.PatternChoice;
import dev.stillwater.edits.PatternChoice.Situation;
import dev.stillwater.edits.ReplaceFanoutWithTopic;
import dev.stillwater.edits.Words;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads off a design what the choice of a pattern rests on.
public final class Choices {
  private Choices() {}

  /// The pattern for links that one component would replace: one hand-over, or one publication.
  public static Optional<PatternChoice> of(RuleContext context, List<Edge> edges) {
    return PatternChoice.of(situation(context, edges, 0, false));
  }

  /// The pattern for writes that belong together.
  public static Optional<PatternChoice> ofSteps(RuleContext context, List<Edge> edges) {
    return PatternChoice.of(situation(context, edges, edges.size(), false));
  }

  /// The pattern behind a topic or event bus.
  public static Optional<PatternChoice> ofPush(RuleContext context, Edge edge) {
    return PatternChoice.of(situation(context, List.of(edge), 0, true));
  }

  /// The sentence of a choice, or nothing.
  public static String reason(Optional<PatternChoice> choice) {
    return choice.map(PatternChoice::reason).orElse("");
  }

  /// A queue or stream on a link, whatever was chosen.
  public static Edit buffer(RuleContext context, Edge edge, Optional<PatternChoice> choice) {
    InsertQueue usual = InsertQueue.on(context.design(), edge.link());
    return choice
        .filter(it -> usual.presets().contains(it.preset()))
        .map(it -> usual.with(it.preset()))
        .orElse(usual);
  }

  /// A topic, bus or stream instead of calls, whatever was chosen.
  public static Edit publication(Node caller, List<Edge> calls, Optional<PatternChoice> choice) {
    List<String> callees =
        calls.stream().map(Edge::to).distinct().sorted(Words.BY_ID).map(Words::name).toList();
    ReplaceFanoutWithTopic usual =
        new ReplaceFanoutWithTopic(caller.id(), Words.name(caller), callees);
    return choice
        .filter(it -> usual.presets().contains(it.preset()))
        .map(it -> usual.with(it.preset()))
        .orElse(usual);
  }

  private static Situation situation(
      RuleContext context, List<Edge> edges, int steps, boolean pushed) {
    return new Situation(
        edges.stream().map(Edge::need).min(Comparator.naturalOrder()).orElse(Need.UNKNOWN),
        edges.stream().map(Edge::effect).max(Comparator.naturalOrder()).orElse(Effect.READ),
        edges.stream().anyMatch(edge -> edge.held(LinkAttributes.ORDERED)),
        (int) edges.stream().map(Edge::to).distinct().count(),
        (int) edges.stream().map(Edge::to).flatMap(Choices::owner).distinct().count(),
        steps,
        edges.stream().mapToDouble(context.load()::rate).max().orElse(Double.NaN),
        waits(context, edges),
        pushed);
  }

  private static Stream<String> owner(Node node) {
    return node.held(ComponentAttributes.OWNER).stream();
  }

  private static RealTimeClass waits(RuleContext context, List<Edge> edges) {
    return edges.stream()
        .flatMap(edge -> context.graph().journeysOf(edge).stream())
        .map(Reach::journey)
        .map(journey -> journey.realTimeClass())
        .filter(it -> it != RealTimeClass.UNKNOWN)
        .min(Comparator.naturalOrder())
        .orElse(RealTimeClass.UNKNOWN);
  }
}
