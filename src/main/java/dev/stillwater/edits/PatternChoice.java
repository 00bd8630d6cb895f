package dev.stillwater.edits;

import dev.stillwater.model.ComponentKind;
import dev.stillwater.model.Effect;
import dev.stillwater.model.Need;
import dev.stillwater.model.RealTimeClass;
import java.util.Optional;

/// Which of the competing patterns carries work to whoever does it, and in one sentence why this
/// one and not the next best.
///
/// @param kind the component that stands between
/// @param preset the product to begin with
/// @param reason a whole sentence that names what was chosen, and what was not
public record PatternChoice(ComponentKind kind, String preset, String reason) {
  /// Messages per second that a FIFO queue takes in batches of ten, high-throughput mode aside;
  /// Amazon SQS Developer Guide, quotas.
  static final double FIFO_RATE = 3_000;

  /// Executions per second that a standard workflow starts; AWS Step Functions Developer Guide,
  /// choosing a workflow type.
  static final double STANDARD_STARTS = 2_000;

  /// What the choice rests on.
  ///
  /// @param need what the caller needs before it goes on
  /// @param effect what the request changes
  /// @param ordered whether the order of messages matters to a consumer
  /// @param consumers how many different components want the message
  /// @param owners how many different teams they belong to, as declared
  /// @param steps how many writes belong together, so that all or none must happen; 0 or 1 where
  ///   each stands for itself
  /// @param rate messages per second; NaN when unknown
  /// @param waits the strictest class of the journeys concerned
  /// @param pushed whether a topic or event bus already stands before the consumer
  public record Situation(
      Need need,
      Effect effect,
      boolean ordered,
      int consumers,
      int owners,
      int steps,
      double rate,
      RealTimeClass waits,
      boolean pushed) {}

  /// The pattern for a situation; empty where the need of a write is unknown, because that is what
  /// decides between a queue and a load balancer: there, ask.
  public static Optional<PatternChoice> of(Situation it) {
    if (it.steps > 1) {
      return Optional.of(workflow(it));
    }
    if (it.pushed) {
      return Optional.of(behindTopic(it));
    }
    if (it.effect == Effect.READ || it.need == Need.RESULT_NOW) {
      return Optional.of(balancer(it));
    }
    if (it.need == Need.UNKNOWN) {
      return Optional.empty();
    }
    return Optional.of(it.consumers > 1 ? publication(it) : buffer(it));
  }

  private static PatternChoice workflow(Situation it) {
    String all = Words.capital(Words.count(it.steps)) + " writes belong together";
    return it.rate > STANDARD_STARTS
        ? choice(
            Product.STEP_FUNCTIONS_EXPRESS,
            "An express workflow, because "
                + Words.insideSentence(all)
                + " and start at "
                + Words.perSecond(it.rate)
                + "; not a standard one, because that starts "
                + Words.number(STANDARD_STARTS)
                + " a second; a crash makes it begin anew, so that every step must bear repeating.")
        : choice(
            Product.STEP_FUNCTIONS_STANDARD,
            "A workflow, because "
                + Words.insideSentence(all)
                + " and a crash between two of them must be resumed or undone; not a queue or a "
                + "topic, because neither knows how far a request has come.");
  }

  private static PatternChoice behindTopic(Situation it) {
    return choice(
        it.ordered ? Product.SQS_FIFO : Product.SQS_STANDARD,
        (it.ordered ? "A FIFO queue" : "A queue")
            + " behind it, because its messages outlive the retries of a push and the consumer "
            + "takes them at its own pace; not a load balancer, because that only passes the push "
            + "on.");
  }

  private static PatternChoice balancer(Situation it) {
    String why =
        it.effect == Effect.READ
            ? "a read is worth its answer only"
            : "the caller uses the result"
                + (it.waits == RealTimeClass.HARD ? " and somebody waits for it" : "");
    return choice(
        Product.ALB,
        "A load balancer, because "
            + why
            + "; not a queue, because nothing bounds how long a buffer takes.");
  }

  private static PatternChoice publication(Situation it) {
    String consumers = Words.count(it.consumers) + " independent consumers";
    if (it.ordered) {
      return choice(
          Product.KINESIS,
          "A stream, because "
              + consumers
              + " need the same messages in order and each keeps its own place in it; not a topic, "
              + "because that pushes to each without order.");
    }
    if (it.owners > 1) {
      return choice(
          Product.EVENTBRIDGE,
          "An event bus, because "
              + consumers
              + " belong to "
              + Words.count(it.owners)
              + " owners, who subscribe by rules of their own; not a topic, because there the "
              + "producer's team keeps the list of who gets what.");
    }
    return choice(
        Product.SNS,
        "A topic, because "
            + consumers
            + " want the same message; not a queue, because its consumers would share the messages "
            + "instead of each getting all.");
  }

  private static PatternChoice buffer(Situation it) {
    if (it.ordered && it.rate > FIFO_RATE) {
      return choice(
          Product.KINESIS,
          "A stream, because order must hold at "
              + Words.perSecond(it.rate)
              + "; not a FIFO queue, because that takes "
              + Words.number(FIFO_RATE)
              + " messages/s in batches.");
    }
    if (it.ordered) {
      return choice(
          Product.SQS_FIFO,
          "A FIFO queue, because one consumer does the work in order; not a stream, because there a"
              + " message that always fails holds up its whole shard, here only its own group.");
    }
    String enough =
        it.need == Need.LATER ? "nobody uses the answer" : "an acknowledgement is enough";
    String waits =
        it.waits == RealTimeClass.HARD
            ? "because with one the wait of the caller would include the work"
            : "because with one the caller would fail whenever the consumer does";
    return choice(
        Product.SQS_STANDARD,
        "A queue, because one consumer does the work and "
            + enough
            + "; not a load balancer, "
            + waits
            + "; not a topic, because nobody else listens.");
  }

  private static PatternChoice choice(Product product, String reason) {
    return new PatternChoice(product.kind(), product.preset(), reason);
  }
}
