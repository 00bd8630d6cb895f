package dev.stillwater.editor;

import dev.stillwater.analysis.Progress;
import dev.stillwater.analysis.ripple.Fact;
import dev.stillwater.analysis.ripple.ImpactTable;
import dev.stillwater.analysis.ripple.Injection;
import dev.stillwater.analysis.ripple.JourneyOutcome.State;
import dev.stillwater.analysis.ripple.Toll;
import dev.stillwater.model.Design;
import dev.stillwater.model.Document;
import dev.stillwater.model.Figures;
import dev.stillwater.review.PathAbsorber.Absorption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What failures cost, as rows for a table and lists beside it.
public final class FailureCosts {
  private FailureCosts() {}

  /// Answers the questions of the pane; every answer is worked out anew and may take long.
  public interface Source {
    /// Every failure of the design by itself, the worst first.
    Table each(Document document, Progress progress);

    /// Every two crashes that together lose what neither loses alone.
    Table pairs(Document document, Progress progress);

    /// What can hurt a component, and whom it hurts.
    Around around(Document document, String component, Progress progress);

    /// For each journey that a failure loses, the least that would keep it.
    List<Remedy> remedies(Document document, Injection injection, Progress progress);
  }

  /// @param note what was left out, as one sentence; empty for nothing
  public record Table(List<Row> rows, String note) {
    public Table {
      rows = List.copyOf(rows);
    }

    /// The rows that lose a journey, if only they are wanted, and that have all words of a search.
    public List<Row> matching(String search, boolean onlyLosing) {
      List<String> words = List.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+"));
      return rows.stream()
          .filter(row -> !onlyLosing || row.lost() > 0)
          .filter(row -> words.stream().allMatch(row.words()::contains))
          .toList();
    }
  }

  /// One failure and what it costs.
  ///
  /// @param what what fails, as people call it
  /// @param how in which way
  /// @param lost how many journeys are down or late
  /// @param journeys which: `Place order, Track (late)`; a dash for none
  /// @param firstLoss milliseconds until the first; infinite for none
  /// @param notice how many other components the failure comes to
  /// @param words everything a search looks at, in lower case
  public record Row(
      Injection injection,
      String what,
      String how,
      int lost,
      String journeys,
      double firstLoss,
      int notice,
      String words) {}

  /// A failure that reaches a component, or a component that a failure reaches.
  ///
  /// @param injection what fails
  /// @param other the failure elsewhere, or the component that is reached: `email grey`
  /// @param effect what it does there: `silent`
  /// @param why the whole sentence
  /// @param depth over how many links it came
  public record Reached(
      Injection injection, double t, String other, String effect, String why, int depth) {}

  /// @param hurts by each way in which the component fails
  public record Around(String component, List<Reached> hurtBy, List<Hurt> hurts) {
    public Around {
      hurtBy = List.copyOf(hurtBy);
      hurts = List.copyOf(hurts);
    }

    /// The largest depth of anything in the lists.
    public int depth() {
      int deepest = hurtBy.stream().mapToInt(Reached::depth).max().orElse(0);
      for (Hurt hurt : hurts) {
        deepest = Math.max(deepest, hurt.who().stream().mapToInt(Reached::depth).max().orElse(0));
      }
      return deepest;
    }
  }

  /// Whom one way of failing hurts.
  public record Hurt(Injection injection, List<Reached> who) {
    public Hurt {
      who = List.copyOf(who);
    }
  }

  /// @param journey what people call it
  /// @param absorption the least work that keeps it; empty where nothing that is recommended does
  public record Remedy(String journey, boolean isLate, double t, Optional<Absorption> absorption) {}

  public static List<Row> rows(Design design, List<Toll> tolls) {
    List<Row> rows = new ArrayList<>(tolls.size());
    for (Toll toll : tolls) {
      rows.add(row(design, toll));
    }
    return rows;
  }

  private static Row row(Design design, Toll toll) {
    String what = subject(design, toll.injection());
    String how = toll.injection().how().label();
    String journeys =
        toll.lost().isEmpty()
            ? "–"
            : String.join(
                ", ",
                toll.lost().stream()
                    .map(lost ->
                        lost.journey().name() + (lost.state() == State.LATE ? " (late)" : ""))
                    .toList());
    String words = what + " " + toll.injection().target() + " " + how + " " + journeys;
    return new Row(
        toll.injection(),
        what,
        how,
        toll.lost().size(),
        journeys,
        toll.firstLoss(),
        toll.blastRadius(),
        words.toLowerCase(Locale.ROOT));
  }

  public static Around around(
      Design design,
      String component,
      List<ImpactTable.Harm> harms,
      List<ImpactTable.Harmed> harmed) {
    List<Reached> hurtBy = new ArrayList<>();
    for (ImpactTable.Harm harm : harms) {
      String failure =
          subject(design, harm.injection())
              + " "
              + harm.injection().how().label().toLowerCase(Locale.ROOT);
      hurtBy.add(reached(harm.injection(), harm.fact(), failure));
    }
    List<Hurt> hurts = new ArrayList<>();
    for (ImpactTable.Harmed each : harmed) {
      hurts.add(
          new Hurt(
              each.injection(),
              each.facts().stream()
                  .map(fact -> reached(each.injection(), fact, fact.node().component().name()))
                  .toList()));
    }
    return new Around(component, hurtBy, hurts);
  }

  private static Reached reached(Injection injection, Fact fact, String other) {
    int depth = (int) fact.chain().stream().filter(it -> it.carriedBy().isPresent()).count();
    return new Reached(injection, fact.t(), other, fact.impact().label(), fact.why(), depth);
  }

  /// What fails, with the names of components.
  public static String subject(Design design, Injection injection) {
    return injection.on() == Injection.Target.COMPONENT
        ? String.join(
            " and ",
            injection.targets().stream()
                .map(id -> design.components().find(id).map(it -> it.name()).orElse(id))
                .toList())
        : injection.subject();
  }

  /// How deep something is, in words.
  public static String hops(int depth) {
    return depth == 0 ? "itself" : Figures.count(depth, "hop");
  }
}
