package dev.stillwater.rules.kind;

import dev.stillwater.analysis.Edge;
import dev.stillwater.edits.Declarations;
import dev.stillwater.edits.DrawOut;
import dev.stillwater.edits.KindChanges;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Coupling;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Preset;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.FailureCategory;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.Severity;
import dev.stillwater.rules.Smell;
import java.util.List;
import java.util.Optional;

/// A link whose annotated coupling says something else than the drawing, or than the link itself.
///
/// Model.md, §1, lists what contradicts; the reference does not have the rule. A loose coupling on
/// a direct call is no contradiction: it stands for an intermediary that is not drawn. A read that
/// declares its effect needs its result as if it had said so, because nobody reads into a queue.
public final class ContradictedCoupling extends Smell {
  public ContradictedCoupling() {
    super("REL-KS-008", Severity.MEDIUM, FailureCategory.MISCONFIGURATION_AND_BUGS, "REL04-BP02");
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    for (Link link : context.design().links()) {
      Optional<Coupling> said = link.get(LinkAttributes.COUPLING);
      List<Edge> edges = context.graph().edgesOf(link.id());
      if (said.isPresent() && !edges.isEmpty()) {
        checks.examined(edges.getFirst());
        drawing(context, link, said.get())
            .or(() -> product(context, link, said.get()))
            .or(() -> need(link, said.get()))
            .ifPresent(why -> flag(context, checks, edges.getFirst(), said.get(), why));
      }
    }
  }

  /// What is said against it, as the rest of a sentence, and whether the drawing says it.
  private record Contradiction(String text, Kind kind) {}

  private enum Kind {
    DRAWING,
    PRODUCT,
    NEED
  }

  private static Optional<Contradiction> drawing(RuleContext context, Link link, Coupling said) {
    Coupling drawn = Couplings.drawn(context.design(), link);
    LinkMode mode = Couplings.mode(context.design(), link);
    return switch (mode) {
      case SYNC ->
          said == Coupling.TIGHT && drawn == Coupling.LOOSE_SYNC
              ? Optional.of(
                  new Contradiction(
                      link.get(LinkAttributes.CLIENT_LB).orElse(false)
                          ? "its caller balances over replicas itself"
                          : "a router stands at one end",
                      Kind.DRAWING))
              : Optional.empty();
      case SEND, DELIVER ->
          said == Coupling.LOOSE_ASYNC
              ? Optional.empty()
              : Optional.of(
                  new Contradiction(
                      "it is a " + mode.word() + ", which nobody waits for", Kind.DRAWING));
      case CONFIG, PROBE, REPLICATE ->
          said == Coupling.LOOSE_ASYNC
              ? Optional.of(
                  new Contradiction(
                      "it is a " + mode.word() + " link, on which no broker stands", Kind.DRAWING))
              : Optional.empty();
    };
  }

  private static Optional<Contradiction> product(RuleContext context, Link link, Coupling said) {
    Optional<Preset> via = link.get(LinkAttributes.VIA).flatMap(context.graph().presets()::find);
    if (via.isEmpty()) {
      return Optional.empty();
    }
    ComponentKind kind = via.get().kind();
    boolean fits =
        switch (said) {
          case TIGHT -> false;
          case LOOSE_SYNC -> kind.isRouter();
          case LOOSE_ASYNC -> kind.isBroker();
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            new Contradiction(
                "it goes via " + via.get().key() + ", which is " + kind.withArticle(),
                Kind.PRODUCT));
  }

  private static Optional<Contradiction> need(Link link, Coupling said) {
    if (said != Coupling.LOOSE_ASYNC) {
      return Optional.empty();
    }
    Optional<Need> need = link.get(LinkAttributes.NEED);
    if (need.filter(it -> it == Need.RESULT_NOW).isPresent()) {
      return Optional.of(new Contradiction("its caller needs the result now", Kind.NEED));
    }
    boolean reads =
        need.isEmpty()
            && link.get(LinkAttributes.EFFECT).filter(it -> it == Effect.READ).isPresent();
    return reads
        ? Optional.of(new Contradiction("it reads, and a read uses its answer", Kind.NEED))
        : Optional.empty();
  }

  private static boolean isCall(RuleContext context, Edge edge) {
    Link drawn = context.design().links().get(edge.subject());
    return Couplings.mode(context.design(), drawn) == LinkMode.SYNC;
  }

  private static void flag(
      RuleContext context, Checks checks, Edge edge, Coupling said, Contradiction why) {
    Draft draft =
        checks
            .flag(edge)
            .message("%s is annotated %s, but %s", edge, said.word(), why.text)
            .because(
                "Flagged because %s is annotated %s, yet %s: one of the two is wrong, and every "
                    + "analysis follows the annotation or the drawing, never both.",
                edge, said.word(), why.text);
    switch (why.kind) {
      case DRAWING -> {}
      case PRODUCT -> {
        if (said != Coupling.TIGHT) {
          draft.declare(
              KindChanges.setCoupling(edge, said),
              "The usual product stands there then; name the one that you mean.");
        }
        if (edge.to().impliedBy().isPresent() && DrawOut.isPossible(context.design(), edge.to())) {
          draft.declare(
              DrawOut.of(context.design(), edge.to()),
              "The drawing then says what the product says; it wins over the annotation.");
        }
      }
      case NEED -> {
        if (isCall(context, edge)) {
          draft.declare(
              KindChanges.setCoupling(edge, Coupling.LOOSE_SYNC),
              "The caller waits, behind a balancer: both must be up again for an answer.");
        }
        if (edge.isMutating()) {
          draft.declare(
              Declarations.setNeed(edge, Need.ACK_NOW),
              "True only if the caller goes on without the answer.");
        }
      }
    }
    draft
        .declare(
            KindChanges.clearCoupling(edge),
            "Only the drawing counts then; an intermediary that exists must be drawn.")
        .raise();
  }
}
