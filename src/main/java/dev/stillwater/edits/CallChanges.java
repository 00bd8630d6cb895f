package dev.stillwater.edits;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Backoff;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Edit;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.List;

/// The fixes that change how a caller waits and how it tries again. Edges are named by the link
/// that people see.
public final class CallChanges {
  private CallChanges() {}

  /// Repeats a call so often that the caller of the journey is still there, and tells the callee
  /// when it can stop.
  public static Edit retryWithinDeadline(Edge edge, int retries) {
    return new Bundle(
        "SetRetries",
        edge.subject() + ", " + retries + ", within the deadline",
        repeat(edge, retries) + " and pass the deadline on",
        List.of(
            set(edge, LinkAttributes.RETRIES, retries),
            set(edge, LinkAttributes.PROPAGATE_DEADLINE, true)));
  }

  /// Repeats a call a few times, with longer and longer waits that are spread at random.
  public static Edit retryFewTimes(Edge edge, int retries) {
    List<Edit> parts = new ArrayList<>(List.of(set(edge, LinkAttributes.RETRIES, retries)));
    parts.addAll(spread(edge));
    return new Bundle(
        "SetRetries",
        edge.subject() + ", " + retries + ", exp, jitter",
        repeat(edge, retries) + ", with longer and longer waits spread at random",
        parts);
  }

  private static String repeat(Edge edge, int retries) {
    return switch (retries) {
      case 0 -> "Do not repeat " + edge.subject();
      case 1 -> "Repeat " + edge.subject() + " once at most";
      default -> "Repeat " + edge.subject() + " at most " + Words.count(retries) + " times";
    };
  }

  /// Stops repeating several calls.
  public static Edit stopRetrying(List<Edge> edges) {
    List<String> links = edges.stream().map(Edge::subject).distinct().toList();
    return new Bundle(
        "SetRetries",
        String.join(", ", links) + ", 0",
        "Do not repeat " + Words.some(links),
        edges.stream().map(edge -> (Edit) set(edge, LinkAttributes.RETRIES, 0)).toList());
  }

  /// Doubles the wait before each further attempt and spreads it at random.
  public static Edit setBackoff(Edge edge) {
    return new Bundle(
        "SetBackoff",
        edge.subject() + ", exp, jitter",
        "Double the wait before each repeat of " + edge.subject() + " and spread it at random",
        spread(edge));
  }

  private static List<Edit> spread(Edge edge) {
    return List.of(
        set(edge, LinkAttributes.BACKOFF, Backoff.EXP),
        set(edge, LinkAttributes.BACKOFF_CAP, edge.held(LinkAttributes.BACKOFF_CAP)),
        set(edge, LinkAttributes.JITTER, true));
  }

  /// Spreads at random when clients come back.
  public static Edit setJitter(Edge edge) {
    return new Bundle(
        "SetJitter",
        edge.subject(),
        "Let clients come back over " + edge.subject() + " at random moments",
        List.of(set(edge, LinkAttributes.JITTER, true)));
  }

  /// Lets a gateway wait longer for any callee.
  public static Edit setMaxTimeout(Node router, Timespan limit) {
    return limited("SetMaxTimeout", "wait", router, ComponentAttributes.MAX_TIMEOUT, limit);
  }

  /// Lets a balancer keep a connection without data longer.
  public static Edit setIdleTimeout(Node router, Timespan limit) {
    return limited(
        "SetIdleTimeout",
        "keep silent connections",
        router,
        ComponentAttributes.IDLE_TIMEOUT,
        limit);
  }

  private static Edit limited(
      String name, String verb, Node router, Attribute<Timespan> attribute, Timespan limit) {
    return new Bundle(
        name,
        router.id() + ", " + limit,
        "Let " + Words.name(router) + " " + verb + " for " + limit,
        List.of(new SetAttribute<>(router.id(), attribute, limit)));
  }

  /// Puts a plain balancer, which waits as long as its caller, where a link names a product with a
  /// limit of its own.
  public static Edit takePlainBalancer(Edge edge) {
    return new Bundle(
        "ClearVia",
        edge.subject(),
        "Let a balancer without a limit of its own stand on " + edge.subject(),
        List.of(SetAttribute.clear(edge.subject(), LinkAttributes.VIA)));
  }

  private static <T> Edit set(Edge edge, Attribute<T> attribute, T value) {
    return new SetAttribute<>(edge.subject(), attribute, value);
  }
}
