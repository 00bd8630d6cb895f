package dev.stillwater.rules;

import dev.stillwater.analysis.Edge;
import dev.stillwater.analysis.Node;
import dev.stillwater.analysis.Progress;
import dev.stillwater.model.Journey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one rule reports: subjects that it examined, findings, questions, and subjects that it
/// could not judge. *Not applicable* is a rule that examined nothing.
public final class Checks {
  private final RuleInfo rule;
  private final RuleContext context;
  private final Progress progress;
  private final Set<String> examined = new LinkedHashSet<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();

  public Checks(RuleInfo rule, RuleContext context) {
    this(rule, context, Progress.UNWATCHED);
  }

  /// @param progress asked at each subject whether to go on
  Checks(RuleInfo rule, RuleContext context, Progress progress) {
    this.rule = rule;
    this.context = context;
    this.progress = progress;
  }

  /// The rule applies to this subject.
  ///
  /// @throws java.util.concurrent.CancellationException when nobody wants to know any more
  public void examined(String subject) {
    progress.check();
    examined.add(subject);
  }

  /// Something undeclared keeps the rule from judging this subject.
  public void cannotJudge(String subject) {
    examined(subject);
    unknown.add(subject);
  }

  public void examined(Edge edge) {
    examined(edge.subject());
  }

  public void examined(Node node) {
    examined(node.subject());
  }

  /// Something undeclared keeps the rule from judging this subject.
  public void cannotJudge(Edge edge) {
    examined(edge);
    unknown.add(edge.subject());
  }

  /// Something undeclared keeps the rule from judging this subject.
  public void cannotJudge(Node node) {
    examined(node);
    unknown.add(node.subject());
  }

  public void cannotJudge(Journey journey) {
    examined(journey.id());
    unknown.add(journey.id());
  }

  /// Asks for what is undeclared.
  public void ask(Question question) {
    examined(question.element());
    unknown.add(question.element());
    questions.putIfAbsent(question.key(), question);
  }

  /// Begins a finding about a link.
  public Draft flag(Edge edge) {
    examined(edge);
    return new Draft(rule, context, this, edge.subject()).severer(context.critical(edge)).on(edge);
  }

  /// Begins a finding about a component.
  public Draft flag(Node node) {
    examined(node);
    return new Draft(rule, context, this, node.subject()).severer(context.critical(node)).on(node);
  }

  /// Begins a finding about a journey.
  public Draft flag(Journey journey) {
    examined(journey.id());
    return new Draft(rule, context, this, journey.id()).names(journey);
  }

  /// Begins a finding about several components together: `a+b`, in the order of their ids.
  public Draft flag(List<Node> members) {
    String subject = String.join("+", members.stream().map(Node::subject).toList());
    examined(subject);
    Draft draft =
        new Draft(rule, context, this, subject)
            .severer(members.stream().flatMap(node -> context.critical(node).stream()).findFirst());
    members.forEach(draft::on);
    return draft;
  }

  /// Begins a finding about what the loss of a zone does to a journey: `journey / zone`.
  public Draft flag(Journey journey, String zone) {
    String subject = journey.id() + " / " + zone;
    examined(subject);
    return new Draft(rule, context, this, subject).names(journey);
  }

  /// Begins a finding about what one component does to another: `x -> u`.
  public Draft flag(Node from, Node to) {
    String subject = from.subject() + " -> " + to.subject();
    examined(subject);
    return new Draft(rule, context, this, subject)
        .severer(context.critical(from).or(() -> context.critical(to)))
        .on(from)
        .on(to);
  }

  /// Two halves of one link may both be guilty: the first speaks for both.
  void raise(Finding finding) {
    findings.putIfAbsent(finding.key(), finding);
  }

  /// What is left of it: subjects become numbers, because a large design has many.
  record Outcome(RuleStatus status, List<Finding> findings, List<Question> questions) {}

  Outcome outcome() {
    return new Outcome(status(), List.copyOf(findings.values()), List.copyOf(questions.values()));
  }

  private RuleStatus status() {
    RuleStatus.State state =
        !findings.isEmpty()
            ? RuleStatus.State.VIOLATED
            : !unknown.isEmpty()
                ? RuleStatus.State.NOT_ENOUGH_INFORMATION
                : examined.isEmpty() ? RuleStatus.State.NOT_APPLICABLE : RuleStatus.State.PASSED;
    return new RuleStatus(rule, state, examined.size(), findings.size(), unknown.size());
  }
}
