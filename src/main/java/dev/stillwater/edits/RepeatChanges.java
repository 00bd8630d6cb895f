package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import dev.stillwater.model.TokenSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fixes that decide by what a repeat is recognised, and for how long. Edges are named by the
/// link that people see.
public final class RepeatChanges {
  private RepeatChanges() {}

  /// Makes a call that a message caused recognisable by the identifier of that message.
  ///
  /// @param kept how long repeats are recognised; null where nobody knows how late one can come
  public static Edit setMessageToken(Edge edge, @Nullable Timespan kept) {
    return new Bundle(
        "SetIdempotency",
        edge.subject() + ", token",
        "Send the identifier of the message as a token with "
            + edge.subject()
            + (kept == null ? "" : ", recognised " + forLong(kept)),
        token(edge, kept));
  }

  /// Recognises repeats for longer.
  public static Edit setTokenTtl(Edge edge, Timespan kept) {
    return new Bundle(
        "SetTokenTtl",
        edge.subject() + ", " + kept,
        "Recognise repeats over " + edge.subject() + " " + forLong(kept),
        List.of(set(edge, LinkAttributes.TOKEN_TTL, kept)));
  }

  /// Passes the token that a component receives on with everything that it writes elsewhere.
  ///
  /// @param writes the links by which it writes without a token
  /// @param kept how long each callee recognises repeats; null where nobody knows
  public static Edit propagateToken(
      Node node, List<Edge> writes, Function<Edge, @Nullable Timespan> kept) {
    List<Edit> parts = new ArrayList<>();
    writes.forEach(edge -> parts.addAll(token(edge, kept.apply(edge))));
    return new Bundle(
        "PropagateToken",
        node.id(),
        "Let "
            + Words.name(node)
            + " pass the token that it receives on with "
            + Words.list(writes.stream().map(Edge::subject).toList()),
        parts);
  }

  /// Makes the token once for each operation, so that every attempt carries the same one.
  public static Edit setTokenSource(Edge edge) {
    return new Bundle(
        "SetTokenSource",
        edge.subject() + ", client",
        "Make one random token for each operation over "
            + edge.subject()
            + " and send it with every attempt",
        List.of(set(edge, LinkAttributes.TOKEN_SOURCE, TokenSource.CLIENT)));
  }

  /// Takes the machinery away that recognises repeats.
  public static Edit clearIdempotency(Edge edge) {
    return new Bundle(
        "ClearIdempotency",
        edge.subject(),
        "Read over " + edge.subject() + " without a token or a record",
        List.of(
            SetAttribute.clear(edge.subject(), LinkAttributes.IDEMPOTENCY),
            SetAttribute.clear(edge.subject(), LinkAttributes.TOKEN_SOURCE),
            SetAttribute.clear(edge.subject(), LinkAttributes.TOKEN_TTL),
            SetAttribute.clear(edge.subject(), LinkAttributes.DEDUP_ATOMIC)));
  }

  /// Commits the record of what was processed together with its effect.
  public static Edit setDedupAtomic(Edge edge) {
    return new Bundle(
        "SetDedupAtomic",
        edge.subject(),
        "Commit the record and the effect of " + edge.subject() + " in one transaction",
        List.of(set(edge, LinkAttributes.DEDUP_ATOMIC, true)));
  }

  /// Declares that requests change something.
  public static Edit declareWrite(Edge edge) {
    return new Bundle(
        "SetEffect",
        edge.subject() + ", write",
        "Declare that " + edge.subject() + " changes something",
        List.of(set(edge, LinkAttributes.EFFECT, Effect.WRITE)));
  }

  /// Declares that a lost or doubled request does no harm.
  public static Edit declareLossOk(Edge edge) {
    return new Bundle(
        "SetLossOk",
        edge.subject(),
        "Declare that a lost request over " + edge.subject() + " does no harm",
        List.of(set(edge, LinkAttributes.LOSS_OK, true)));
  }

  private static List<Edit> token(Edge edge, @Nullable Timespan kept) {
    List<Edit> parts =
        new ArrayList<>(
            List.of(
                set(edge, LinkAttributes.IDEMPOTENCY, Idempotency.TOKEN),
                set(edge, LinkAttributes.TOKEN_SOURCE, TokenSource.CLIENT)));
    if (kept != null) {
      parts.add(set(edge, LinkAttributes.TOKEN_TTL, kept));
    }
    return parts;
  }

  private static String forLong(Timespan kept) {
    return kept.isUnlimited() ? "for ever" : "for " + Words.duration(kept.millis());
  }

  private static <T> Edit set(Edge edge, Attribute<T> attribute, T value) {
    return new SetAttribute<>(edge.subject(), attribute, value);
  }
}
