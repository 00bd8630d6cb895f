package dev.stillwater.rules.own;

import dev.stillwater.edits.SetAttribute;
import dev.stillwater.edits.Words;
import dev.stillwater.model.Attribute;
import dev.stillwater.model.Edit;
import dev.stillwater.model.Parsed;
import dev.stillwater.model.ValueType;
import dev.stillwater.rules.Checks;
import dev.stillwater.rules.Draft;
import dev.stillwater.rules.Question;
import dev.stillwater.rules.Rule;
import dev.stillwater.rules.RuleContext;
import dev.stillwater.rules.RuleInfo;
import dev.stillwater.rules.RulePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rule that a team wrote. It applies to the things of its sort of which its first condition is
/// true, flags those of which its second is true, and says that it cannot judge where that one is
/// unknown.
///
/// @param applies true where nothing was written
/// @param isExact whether critical journeys leave the severity as it is
record OwnRule(
    RuleInfo info,
    RulePage page,
    Sort sort,
    Typed applies,
    Typed violated,
    Message message,
    boolean isExact,
    List<Remedy> remedies)
    implements Rule {
  OwnRule {
    remedies = List.copyOf(remedies);
  }

  @Override
  public void check(RuleContext context, Checks checks) {
    World world = new World(context);
    for (Thing thing : world.all(sort)) {
      if (!applies.term().of(world, thing).isTrue()) {
        continue;
      }
      checks.examined(thing.id());
      world.forgetMissing();
      Value verdict = violated.term().of(world, thing);
      if (verdict.isTrue()) {
        flag(world, checks, thing);
      } else if (!verdict.isKnown()) {
        checks.cannotJudge(thing.id());
        world
            .missing()
            .filter(missing -> missing.thing().equals(thing))
            .flatMap(this::question)
            .ifPresent(checks::ask);
      }
    }
  }

  private void flag(World world, Checks checks, Thing thing) {
    Draft draft =
        switch (thing) {
          case Thing.OfComponent component -> checks.flag(component.node());
          case Thing.OfLink link -> checks.flag(link.first()).on(link.last().to());
          case Thing.OfJourney journey -> checks.flag(journey.reach().journey());
        };
    if (isExact) {
      draft.exactly();
    }
    List<String> values = values(world, thing);
    draft
        .message(message.about(world, thing))
        .detail(String.join(", ", values))
        .because(
            "Flagged because "
                + violated.source()
                + (values.isEmpty() ? "." : ", with " + Words.list(values) + "."));
    for (Remedy remedy : remedies) {
      Optional<Edit> edit = remedy.on(world, thing, sort);
      edit.ifPresent(change -> {
        if (remedy.declares()) {
          draft.declare(change, remedy.tradeOff());
        } else {
          draft.fix(change, remedy.tradeOff());
        }
      });
    }
    draft.raise();
  }

  /// What the names in the second condition come to: `timeout 5.0 s`.
  private List<String> values(World world, Thing thing) {
    List<String> result = new ArrayList<>();
    for (Typed.Part part : violated.parts()) {
      result.add(part.source() + " " + part.type().show(part.term().of(world, thing)));
    }
    return result;
  }

  /// Asks for what is undeclared where the answers are few.
  private Optional<Question> question(World.Missing missing) {
    List<Question.Answer> answers = answers(missing.thing().id(), missing.attribute());
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Question(
                info.id() + "@" + missing.thing().id() + "@" + missing.attribute().key(),
                "What is the "
                    + Words.insideSentence(missing.attribute().label())
                    + " of "
                    + missing.thing().id()
                    + "?",
                missing.thing().id(),
                missing.attribute().key(),
                answers));
  }

  private static <T> List<Question.Answer> answers(String element, Attribute<T> attribute) {
    List<? extends Object> plain =
        switch (attribute.type()) {
          case ValueType.Choice<?> choice ->
              choice.options().stream().map(it -> it.word()).toList();
          case ValueType.Flag flag -> List.of(true, false);
          default -> List.of();
        };
    List<Question.Answer> result = new ArrayList<>();
    for (Object option : plain) {
      if (!option.equals("unknown")
          && attribute.type().fromPlain(option) instanceof Parsed.Ok<T> ok) {
        result.add(
            new Question.Answer(
                Words.capital(attribute.type().show(ok.value())),
                new SetAttribute<>(element, attribute, ok.value())));
      }
    }
    return result;
  }
}
