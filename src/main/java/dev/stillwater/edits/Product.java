package dev.stillwater.edits;

import dev.stillwater.model.ComponentKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an edit can put on a link, by the key of its preset, with the kind of component that it is
/// and the product that takes its dead letters.
enum Product {
  SQS_STANDARD("sqs-standard", ComponentKind.QUEUE, "sqs-standard"),
  SQS_FIFO("sqs-fifo", ComponentKind.QUEUE, "sqs-fifo"),
  RABBITMQ("rabbitmq", ComponentKind.QUEUE, "rabbitmq"),
  SNS("sns", ComponentKind.TOPIC, "sqs-standard"),
  EVENTBRIDGE("eventbridge", ComponentKind.EVENT_BUS, "sqs-standard"),
  KINESIS("kinesis", ComponentKind.STREAM, "sqs-standard"),
  KAFKA("kafka", ComponentKind.STREAM, "kafka"),
  NATS_JETSTREAM("nats-jetstream", ComponentKind.STREAM, "nats-jetstream"),
  STEP_FUNCTIONS_STANDARD("step-functions-standard", ComponentKind.WORKFLOW, "sqs-standard"),
  STEP_FUNCTIONS_EXPRESS("step-functions-express", ComponentKind.WORKFLOW, "sqs-standard"),
  ALB("alb", ComponentKind.LOAD_BALANCER, "sqs-standard"),
  APIGW_REST("apigw-rest", ComponentKind.API_GATEWAY, "sqs-standard"),
  APIGW_HTTP("apigw-http", ComponentKind.API_GATEWAY, "sqs-standard");

  /// What can stand between one producer and one consumer.
  static final List<Product> BUFFERS =
      List.of(SQS_STANDARD, SQS_FIFO, RABBITMQ, KINESIS, KAFKA, NATS_JETSTREAM);

  /// What can tell several consumers.
  static final List<Product> PUBLISHERS = List.of(SNS, EVENTBRIDGE, KINESIS, KAFKA, NATS_JETSTREAM);

  static final List<Product> WORKFLOWS = List.of(STEP_FUNCTIONS_STANDARD, STEP_FUNCTIONS_EXPRESS);

  static final List<Product> BALANCERS = List.of(ALB);

  static final List<Product> GATEWAYS = List.of(APIGW_REST, APIGW_HTTP);

  private final String preset;
  private final ComponentKind kind;
  private final String deadLetters;

  Product(String preset, ComponentKind kind, String deadLetters) {
    this.preset = preset;
    this.kind = kind;
    this.deadLetters = deadLetters;
  }

  String preset() {
    return preset;
  }

  ComponentKind kind() {
    return kind;
  }

  /// The product of a queue for what cannot be processed: order begets order.
  Product deadLetters() {
    return of(deadLetters).orElseThrow();
  }

  /// The product with a preset; empty for a preset that no edit adds.
  static Optional<Product> of(String preset) {
    return Stream.of(values()).filter(product -> product.preset.equals(preset)).findFirst();
  }

  static List<String> presets(List<Product> products) {
    return products.stream().map(Product::preset).toList();
  }
}
