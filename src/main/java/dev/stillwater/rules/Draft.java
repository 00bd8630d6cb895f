package dev.stillwater.rules;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.edits.GuardVerdict;
import dev.stillwater.edits.Guards;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Journey;
import dev.stillwater.rules.RuleContext.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A finding in the making. Severity is worked out here and nowhere else: the base, one more on a
/// critical journey where the base is at least medium, one less where something that the rule rests
/// on is undeclared.
public final class Draft {
  private final RuleInfo rule;
  private final RuleContext context;
  private final Checks checks;
  private final String subject;
  private @Nullable String second;
  private Severity base;
  private @Nullable Journey critical;
  private @Nullable String undeclared;
  private String message;
  private String detail = "";
  private final List<String> because = new ArrayList<>();
  private final Set<String> components = new LinkedHashSet<>();
  private final Set<String> links = new LinkedHashSet<>();
  private List<Fact> chain = List.of();
  private List<Injection> probes = List.of();
  private List<String> journeysLost = List.of();
  private final Map<String, Recommendation> recommendations = new LinkedHashMap<>();

  Draft(RuleInfo rule, RuleContext context, Checks checks, String subject) {
    this.rule = rule;
    this.context = context;
    this.checks = checks;
    this.subject = subject;
    this.base = rule.base();
    this.message = rule.title();
  }

  /// What tells it from another finding about the same subject.
  public Draft second(Edge other) {
    second = other.subject();
    return this;
  }

  /// A component that tells it from another finding about the same subject.
  public Draft second(Node other) {
    second = other.subject();
    return on(other);
  }

  /// The journey that it hurts tells it from another finding about the same subject.
  public Draft second(Journey journey) {
    second = journey.id();
    return names(journey);
  }

  /// The journey that it hurts.
  Draft names(Journey journey) {
    return journey.isCritical() ? severer(Optional.of(journey)) : this;
  }

  Draft severer(Optional<Journey> because) {
    critical = because.orElse(critical);
    return this;
  }

  /// A base other than the rule's own.
  public Draft base(Severity other) {
    base = other;
    return this;
  }

  /// The base is the severity, whatever journey it hurts.
  public Draft exactly() {
    critical = null;
    return this;
  }

  /// One lower when this is undeclared.
  ///
  /// @param what as in `the timeout of mail`
  public Draft undeclared(boolean isUndeclared, String what) {
    undeclared = isUndeclared ? what : null;
    return this;
  }

  /// One sentence, without the full stop. Elements among the arguments are called by their names.
  public Draft message(String format, Object... arguments) {
    message = sentence(format, arguments);
    return this;
  }

  public Draft detail(String numbers) {
    detail = numbers;
    return this;
  }

  /// One whole sentence why it was flagged. Elements among the arguments are called by their names.
  public Draft because(String format, Object... arguments) {
    because.add(sentence(format, arguments));
    return this;
  }

  /// A format only where there is something to fill in: a text alone may hold names, and names may
  /// hold anything.
  private static String sentence(String format, Object... arguments) {
    if (arguments.length == 0) {
      return format;
    }
    return String.format(
        Locale.ROOT, format, Stream.of(arguments).map(Words::told).toArray(Object[]::new));
  }

  /// A component concerned.
  public Draft on(Node node) {
    components.add(node.id());
    return this;
  }

  /// A link concerned, with its ends.
  public Draft on(Edge edge) {
    links.add(edge.subject());
    return on(edge.from()).on(edge.to());
  }

  public Draft on(List<Edge> edges) {
    edges.forEach(this::on);
    return this;
  }

  /// The ripple that shows it.
  public Draft chain(List<Fact> facts) {
    chain = facts;
    return this;
  }

  /// The failures that show it, and what is lost under them.
  public Draft probes(List<Injection> failures, List<Loss> losses) {
    probes = failures;
    journeysLost = losses.stream().map(loss -> loss.journey().id()).toList();
    if (chain.isEmpty()) {
      losses.stream()
          .min(Comparator.comparingDouble(loss -> loss.outcome().t()))
          .ifPresent(first -> chain = first.outcome().path());
    }
    return this;
  }

  /// The failures of the callees of some links, and what is lost along these links.
  public Draft probesAlong(List<Edge> edges) {
    List<Injection> failures =
        edges.stream().flatMap(edge -> context.probes(edge).stream()).distinct().toList();
    return probes(failures, context.lostAlong(edges));
  }

  /// A change that would help, best first. Where a guard refuses or has to ask first, its reason is
  /// given instead.
  ///
  /// @param tradeOff what it costs, as one whole sentence
  public Draft fix(Edit edit, String tradeOff, Object... arguments) {
    return recommend(edit, sentence(tradeOff, arguments), false, "");
  }

  /// The same for a change by a pattern with which others compete.
  ///
  /// @param choice why this one and not another, as one whole sentence
  public Draft pick(String choice, Edit edit, String tradeOff, Object... arguments) {
    return recommend(edit, sentence(tradeOff, arguments), false, choice);
  }

  /// A change that only writes down what may be true already.
  public Draft declare(Edit edit, String tradeOff, Object... arguments) {
    return recommend(edit, sentence(tradeOff, arguments), true, "");
  }

  private Draft recommend(Edit edit, String tradeOff, boolean declaresOnly, String choice) {
    List<GuardVerdict> verdicts = Guards.judge(edit, context.graph(), context.load());
    List<GuardVerdict> against =
        verdicts.stream().filter(verdict -> verdict.kind() != GuardVerdict.Kind.WARN).toList();
    if (against.isEmpty()) {
      recommendations.putIfAbsent(
          edit.signature(), new Recommendation(edit, tradeOff, verdicts, declaresOnly, choice));
    }
    against.stream()
        .map(GuardVerdict::text)
        .filter(text -> !because.contains(text))
        .forEach(because::add);
    return this;
  }

  /// Reports the finding.
  public void raise() {
    Severity severity = severity();
    severityReason(severity).ifPresent(reason -> because.add(Math.min(1, because.size()), reason));
    checks.raise(
        new Finding(
            rule,
            severity,
            subject,
            second,
            message,
            detail,
            because,
            List.copyOf(components),
            List.copyOf(links),
            chain,
            probes,
            journeysLost,
            List.copyOf(recommendations.values())));
  }

  private boolean isRaised() {
    return critical != null && base.compareTo(Severity.MEDIUM) >= 0;
  }

  private Severity severity() {
    return base.plus((isRaised() ? 1 : 0) - (undeclared == null ? 0 : 1));
  }

  private Optional<String> severityReason(Severity severity) {
    String name = Words.capital(severity.word());
    String lower = "one lower because " + undeclared + " is undeclared";
    if (isRaised() && critical != null) {
      String raised = name + " because " + critical.name() + " is critical";
      return Optional.of(undeclared == null ? raised + "." : raised + ", " + lower + ".");
    }
    return undeclared == null ? Optional.empty() : Optional.of(name + ", " + lower + ".");
  }
}
