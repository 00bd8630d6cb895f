package dev.stillwater.edits;

import dev.stillwater.model.Attributes;
import dev.stillwater.model.Backoff;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Couplings;
import dev.stillwater.model.Design;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Idempotency;
import dev.stillwater.model.Link;
import dev.stillwater.model.LinkAttributes;
import dev.stillwater.model.LinkMode;
import dev.stillwater.model.Need;
import dev.stillwater.model.Timespan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Hands the steps of a business transaction to a workflow that keeps how far it came: caller →
/// workflow → steps.
///
/// The links of the steps keep their ids and leave the workflow. Each is marked as compensated, and
/// is tried again where repeating it is safe and nobody declared retries. The caller still waits
/// for the end, because the steps' results were needed; a receipt instead is another decision.
///
/// @param name what people call the caller, for the title
/// @param steps what people call the components of the steps, for the title
public record InsertWorkflow(String caller, String name, List<String> steps, String preset)
    implements Pickable {
  /// Attempts after the first, with waits that double: the retry policy that Step Functions applies
  /// by default has three attempts.
  private static final int RETRIES = 2;

  public InsertWorkflow {
    steps = List.copyOf(steps);
  }

  /// The edit with the usual product.
  public InsertWorkflow(String caller, String name, List<String> steps) {
    this(caller, name, steps, Product.STEP_FUNCTIONS_STANDARD.preset());
  }

  @Override
  public List<String> presets() {
    return Product.presets(Product.WORKFLOWS);
  }

  @Override
  public Edit with(String other) {
    return new InsertWorkflow(caller, name, steps, Pickable.checked(other, presets()));
  }

  @Override
  public String signature() {
    return "InsertWorkflow(" + caller + Pickable.argument(preset, presets()) + ")";
  }

  @Override
  public String title() {
    return "Let a workflow call " + Words.list(steps) + " for " + name;
  }

  @Override
  public Design apply(Design design) {
    List<Link> calls =
        design.links().stream()
            .filter(link -> link.from().equals(caller) && isStep(design, link))
            .sorted(Comparator.comparing(Link::id))
            .toList();
    if (calls.size() < 2) {
      return design;
    }
    Component workflow =
        new Component(Naming.component(design, caller, "workflow"), ComponentKind.WORKFLOW)
            .with(ComponentAttributes.PRESET, preset);
    Design result = design.with(workflow);
    double most = calls.stream().mapToDouble(InsertWorkflow::calls).max().orElse(1);
    Link start =
        new Link(
            Naming.link(result, caller, workflow.id()), caller, workflow.id(), start(calls, most));
    result = result.with(start);
    for (Link call : calls) {
      result =
          result
              .with(step(call, workflow.id(), most))
              .replaceInJourneys(call.id(), List.of(start.id(), call.id()));
    }
    return result;
  }

  /// Whether a link is a write whose result its caller needs now, to something that does work.
  private static boolean isStep(Design design, Link link) {
    ComponentKind from = design.components().get(link.from()).kind();
    ComponentKind to = design.components().get(link.to()).kind();
    return from.isCompute()
        && (to.isCompute() || to == ComponentKind.EXTERNAL)
        && !link.from().equals(link.to())
        && Couplings.mode(design, link) == LinkMode.SYNC
        && !Couplings.impliesIntermediary(design, link)
        && link.attributes().orDefault(LinkAttributes.EFFECT) != Effect.READ
        && link.attributes().orDefault(LinkAttributes.NEED) == Need.RESULT_NOW;
  }

  private static double calls(Link link) {
    return Math.max(link.attributes().orDefault(LinkAttributes.CALLS), Double.MIN_NORMAL);
  }

  private static Attributes start(List<Link> calls, double most) {
    Attributes result =
        Attributes.none(LinkAttributes.TABLE)
            .with(LinkAttributes.MODE, LinkMode.SYNC)
            .with(LinkAttributes.NEED, Need.RESULT_NOW)
            .with(LinkAttributes.EFFECT, Effect.WRITE);
    List<Timespan> timeouts = new ArrayList<>();
    calls.forEach(call -> call.get(LinkAttributes.TIMEOUT).ifPresent(timeouts::add));
    if (timeouts.size() == calls.size() && timeouts.stream().noneMatch(Timespan::isUnlimited)) {
      double sum = timeouts.stream().mapToDouble(Timespan::millis).sum();
      result = result.with(LinkAttributes.TIMEOUT, Timespan.ofMillis(sum));
    }
    return most == 1 ? result : result.with(LinkAttributes.CALLS, most);
  }

  private static Link step(Link call, String workflow, double most) {
    Link result =
        call.between(workflow, call.to())
            .without(LinkAttributes.MODE)
            .without(LinkAttributes.COUPLING)
            .without(LinkAttributes.VIA)
            .with(LinkAttributes.COMPENSATED, true);
    if (calls(call) != most || call.get(LinkAttributes.CALLS).isPresent()) {
      result = result.with(LinkAttributes.CALLS, calls(call) / most);
    }
    boolean repeatable =
        call.attributes().orDefault(LinkAttributes.EFFECT) == Effect.IDEMPOTENT_WRITE
            || call.attributes().orDefault(LinkAttributes.IDEMPOTENCY) != Idempotency.NONE;
    return repeatable && call.get(LinkAttributes.RETRIES).isEmpty()
        ? result
            .with(LinkAttributes.RETRIES, RETRIES)
            .with(LinkAttributes.BACKOFF, Backoff.EXP)
            .with(LinkAttributes.JITTER, true)
        : result;
  }
}
