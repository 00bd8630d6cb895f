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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A finding in the making. Severity is worked out here and nowhere else: the base, one more on a
/// critical journey where the base is at least medium, one less where something that the rule rests
/// on is undeclared.
///
/// What tells a finding from others, ranks it and counts is worked out at once. What is only read -
/// message, numbers, reasons, ripple, changes with their guards - is kept as *steps* that are made
/// when somebody reads the finding: a large design has more findings than anybody reads.
public final class Draft {
  private final RuleInfo rule;
  private final RuleContext context;
  private final String subject;
  private @Nullable String second;
  private Severity base;
  private @Nullable Journey critical;
  private @Nullable String undeclared;
  private final Elements components = new Elements();
  private final Elements links = new Elements();
  private List<Injection> probes = List.of();
  private List<String> journeysLost = List.of();

  /// What is left to tell; null while it is told.
  private @Nullable List<Consumer<Draft>> steps = new ArrayList<>(4);

  private String message;
  private String detail = "";
  private final List<String> because = new ArrayList<>(4);
  private List<Fact> chain = List.of();
  private final Map<String, Recommendation> recommendations = new LinkedHashMap<>();

  private final @Nullable Checks checks;

  Draft(RuleInfo rule, RuleContext context, @Nullable Checks checks, String subject) {
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

  /// A component concerned.
  public Draft on(Node node) {
    return on(components, node.id());
  }

  /// A link concerned, with its ends.
  public Draft on(Edge edge) {
    return on(links, edge.subject()).on(edge.from()).on(edge.to());
  }

  public Draft on(List<Edge> edges) {
    edges.forEach(this::on);
    return this;
  }

  private Draft on(Elements elements, String id) {
    if (steps == null) {
      throw new IllegalStateException("what is concerned is not told later: " + id);
    }
    elements.add(id);
    return this;
  }

  /// Ids in the order in which they were named, each once. Mostly they are few, and asking them all
  /// is faster than a set.
  private static final class Elements {
    private static final int FEW = 8;

    private final List<String> ids = new ArrayList<>(4);
    private @Nullable Set<String> many;

    void add(String id) {
      if (ids.size() == FEW) {
        many = new HashSet<>(ids);
      }
      Set<String> known = many;
      if (known == null ? !ids.contains(id) : known.add(id)) {
        ids.add(id);
      }
    }
  }

  /// The failures that show it, and what is lost under them.
  public Draft probes(List<Injection> failures, List<Loss> losses) {
    probes = failures;
    journeysLost = losses.stream().map(loss -> loss.journey().id()).toList();
    return losses.isEmpty() ? this : say(draft -> draft.tellFirst(losses));
  }

  private void tellFirst(List<Loss> losses) {
    if (chain.isEmpty()) {
      losses.stream()
          .min(Comparator.comparingDouble(loss -> loss.outcome().t()))
          .ifPresent(first -> chain = first.outcome().path());
    }
  }

  /// The failures of the callees of some links, and what is lost along these links.
  public Draft probesAlong(List<Edge> edges) {
    List<Injection> failures =
        edges.stream().flatMap(edge -> context.probes(edge).stream()).distinct().toList();
    return probes(failures, context.lostAlong(edges));
  }

  /// What is told only when somebody reads the finding: message, detail, reasons, ripple and
  /// changes.
  ///
  /// @param telling asks nothing but the design and what is computed of it, and names no elements
  ///   concerned, no probes and no severity
  public Draft telling(Consumer<Draft> telling) {
    return say(telling);
  }

  private Draft say(Consumer<Draft> step) {
    if (steps == null) {
      step.accept(this);
    } else {
      steps.add(step);
    }
    return this;
  }

  /// One sentence, without the full stop. Elements among the arguments are called by their names.
  public Draft message(String format, Object... arguments) {
    return say(draft -> draft.message = sentence(format, arguments));
  }

  public Draft detail(String numbers) {
    return say(draft -> draft.detail = numbers);
  }

  /// One whole sentence why it was flagged. Elements among the arguments are called by their names.
  public Draft because(String format, Object... arguments) {
    return say(draft -> draft.because.add(sentence(format, arguments)));
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

  /// The ripple that shows it.
  public Draft chain(List<Fact> facts) {
    return say(draft -> draft.chain = facts);
  }

  /// A change that would help, best first. Where a guard refuses or has to ask first, its reason is
  /// given instead.
  ///
  /// @param tradeOff what it costs, as one whole sentence
  public Draft fix(Edit edit, String tradeOff, Object... arguments) {
    return say(draft -> draft.recommend(edit, sentence(tradeOff, arguments), false, ""));
  }

  /// The same for a change by a pattern with which others compete.
  ///
  /// @param choice why this one and not another, as one whole sentence
  public Draft pick(String choice, Edit edit, String tradeOff, Object... arguments) {
    return say(draft -> draft.recommend(edit, sentence(tradeOff, arguments), false, choice));
  }

  /// A change that only writes down what may be true already.
  public Draft declare(Edit edit, String tradeOff, Object... arguments) {
    return say(draft -> draft.recommend(edit, sentence(tradeOff, arguments), true, ""));
  }

  private void recommend(Edit edit, String tradeOff, boolean declaresOnly, String choice) {
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
  }

  /// Reports the finding.
  ///
  /// @throws IllegalStateException when it was reported, or is being told
  public void raise() {
    List<Consumer<Draft>> untold = steps;
    if (checks == null || untold == null) {
      throw new IllegalStateException(rule.id() + " is reported once only");
    }
    Severity severity = severity();
    boolean isRaised = isRaised();
    if (isRaised || undeclared != null) {
      Journey journey = isRaised ? critical : null;
      String unknown = undeclared;
      untold.add(draft -> {
        String reason = severityReason(severity, journey, unknown);
        draft.because.add(Math.min(1, draft.because.size()), reason);
      });
    }
    steps = null;
    checks.raise(
        new Finding(
            rule,
            severity,
            subject,
            second,
            components.ids,
            links.ids,
            probes,
            journeysLost,
            new Steps(rule, context, subject, List.copyOf(untold))));
  }

  /// What is left of a draft until it is told.
  private record Steps(
      RuleInfo rule, RuleContext context, String subject, List<Consumer<Draft>> steps)
      implements Supplier<Finding.Told> {
    @Override
    public Finding.Told get() {
      Draft draft = new Draft(rule, context, null, subject);
      draft.steps = null;
      steps.forEach(step -> step.accept(draft));
      return new Finding.Told(
          draft.message,
          draft.detail,
          draft.because,
          draft.chain,
          List.copyOf(draft.recommendations.values()));
    }
  }

  private boolean isRaised() {
    return critical != null && base.compareTo(Severity.MEDIUM) >= 0;
  }

  private Severity severity() {
    return base.plus((isRaised() ? 1 : 0) - (undeclared == null ? 0 : 1));
  }

  private static String severityReason(
      Severity severity, @Nullable Journey critical, @Nullable String undeclared) {
    String name = Words.capital(severity.word());
    String lower = "one lower because " + undeclared + " is undeclared";
    if (critical == null) {
      return name + ", " + lower + ".";
    }
    String raised = name + " because " + critical.name() + " is critical";
    return undeclared == null ? raised + "." : raised + ", " + lower + ".";
  }
}
