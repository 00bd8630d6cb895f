package dev.stillwater.drawing;

import dev.stillwater.model.ComponentKind;

/// A line drawing on a square of 16 by 16, stroked 1.5 wide with round ends and never filled. The
/// same on canvas, palette and paper.
public enum Icon {
  CLIENT("R 2 2.5 12 8.5 1.5 M 8 11 V 13.5 M 5.3 13.5 H 10.7"),
  ACTOR("O 8 5 2.7 M 2.8 13.6 C 2.8 11 5 9.9 8 9.9 C 11 9.9 13.2 11 13.2 13.6"),
  SERVICE("R 2.2 2.6 11.6 4.6 1.4 R 2.2 8.8 11.6 4.6 1.4 M 5 4.9 H 5.2 M 5 11.1 H 5.2"),
  FUNCTION(
      "M 3.6 2.8 H 4.7 C 5.6 2.8 6 3.2 6.4 4 L 10.3 12 C 10.7 12.8 11.1 13.2 12 13.2 H 12.6"
          + " M 7.7 6.7 L 3.8 13.2"),
  WORKER(
      "O 8 8 2.1 O 8 8 4.4 M 8 1.8 V 3.4 M 8 12.6 V 14.2 M 1.8 8 H 3.4 M 12.6 8 H 14.2"
          + " M 3.62 3.62 L 4.75 4.75 M 11.25 11.25 L 12.38 12.38"
          + " M 3.62 12.38 L 4.75 11.25 M 11.25 4.75 L 12.38 3.62"),
  LOAD_BALANCER(
      "O 3.3 8 1.7 O 12.7 3.3 1.5 O 12.7 8 1.5 O 12.7 12.7 1.5"
          + " M 5 8 H 11.2 M 4.7 7 L 11.3 3.9 M 4.7 9 L 11.3 12.1"),
  API_GATEWAY(
      "M 2.6 13.6 V 7.6 C 2.6 4.5 5 2.2 8 2.2 C 11 2.2 13.4 4.5 13.4 7.6 V 13.6"
          + " M 5.8 13.6 V 9.4 C 5.8 8.1 6.8 7.2 8 7.2 C 9.2 7.2 10.2 8.1 10.2 9.4 V 13.6"
          + " M 1.4 13.6 H 14.6"),
  DNS_CDN("O 8 8 6 M 2 8 H 14 M 8 2 C 4.6 5.3 4.6 10.7 8 14 C 11.4 10.7 11.4 5.3 8 2"),
  QUEUE("R 1.4 4.8 13.2 6.4 1.4 M 5.8 4.8 V 11.2 M 10.2 4.8 V 11.2"),
  TOPIC("O 8 8 1.2 K 8 8 3.7 135 90 K 8 8 3.7 -45 90 K 8 8 6.4 140 80 K 8 8 6.4 -40 80"),
  STREAM(
      "M 1.8 4.6 C 3.2 3.1 4.8 3.1 6.2 4.6 C 7.6 6.1 9.2 6.1 10.6 4.6 C 11.8 3.3 13 3.2 14.2 4.2"
          + " M 1.8 8.4 C 3.2 6.9 4.8 6.9 6.2 8.4 C 7.6 9.9 9.2 9.9 10.6 8.4 C 11.8 7.1 13 7 14.2 8"
          + " M 1.8 12.2 C 3.2 10.7 4.8 10.7 6.2 12.2 C 7.6 13.7 9.2 13.7 10.6 12.2"
          + " C 11.8 10.9 13 10.8 14.2 11.8"),
  EVENT_BUS(
      "M 1.4 8 H 14.6 M 4.4 8 V 4.9 M 8 8 V 11.1 M 11.6 8 V 4.9"
          + " O 4.4 3.5 1.4 O 8 12.5 1.4 O 11.6 3.5 1.4"),
  WORKFLOW(
      "R 1.8 2.2 4.8 3.8 1 R 9.4 10 4.8 3.8 1 M 4.2 6 V 10.4 C 4.2 11.4 4.7 11.9 5.7 11.9 H 9.4"),
  CACHE("M 9.2 1.8 L 3.4 9.2 H 7.6 L 6.8 14.2 L 12.6 6.8 H 8.4 Z"),
  RELATIONAL_DB(
      "M 2.8 4 C 2.8 1.3 13.2 1.3 13.2 4 C 13.2 6.7 2.8 6.7 2.8 4 Z"
          + " M 2.8 4 V 12 C 2.8 14.7 13.2 14.7 13.2 12 V 4 M 2.8 8 C 2.8 10.7 13.2 10.7 13.2 8"),
  KEY_VALUE_STORE("O 4.9 8 3.1 M 8 8 H 14.2 V 10.6 M 11.3 8 V 10"),
  OBJECT_STORE(
      "M 8 1.6 L 13.6 4.7 V 11.3 L 8 14.4 L 2.4 11.3 V 4.7 Z"
          + " M 2.4 4.7 L 8 7.9 L 13.6 4.7 M 8 7.9 V 14.4"),
  SEARCH_INDEX("O 6.8 6.8 4.6 M 10.2 10.2 L 14 14 M 4.9 5.7 H 8.7 M 4.9 7.9 H 7.4"),
  EXTERNAL(
      "M 4.6 12.8 C 2.9 12.8 1.5 11.5 1.5 9.8 C 1.5 8.3 2.5 7.1 3.9 6.8 C 4.3 4.7 6.1 3.2 8.2 3.2"
          + " C 10.5 3.2 12.3 4.9 12.5 7.1 C 13.7 7.4 14.5 8.5 14.5 9.8 C 14.5 11.5 13.2 12.8"
          + " 11.6 12.8 Z"),
  SCHEDULER("O 8 8 6 M 8 4.4 V 8 L 10.5 9.6"),
  CONFIG(
      "M 1.8 4.6 H 8.6 M 12.2 4.6 H 14.2 O 10.4 4.6 1.8 M 1.8 11.4 H 3.8 M 7.4 11.4 H 14.2"
          + " O 5.6 11.4 1.8"),
  MONITOR("M 1.4 8.6 H 4.2 L 6.2 3 L 9.4 13.2 L 11.4 8.6 H 14.6"),

  /// A message on its way.
  MESSAGE("R 2 3.8 12 8.6 1.2 M 2.6 4.8 L 8 9 L 13.4 4.8"),
  /// Requests are spread.
  BALANCER("M 2 8 H 5.5 M 5.5 8 L 11.5 3.6 H 13.8 M 5.5 8 L 11.5 12.4 H 13.8"),
  BREAKER("M 1.6 9.6 H 4.6 L 10.6 4.6 M 11.4 9.6 H 14.4 M 11.4 8.4 V 10.8"),
  RETRY("K 8 8 5.4 -20 310 M 13.4 3 V 6.4 H 10"),
  BULKHEAD("R 2 3 12 10 1.4 M 6 3 V 13 M 10 3 V 13"),
  FALLBACK("M 3 2.6 V 6.6 C 3 9 4.4 10.4 6.8 10.4 H 13.2 M 10.4 7.6 L 13.2 10.4 L 10.4 13.2"),
  IDEMPOTENT("O 8 8 6 M 5.4 6.6 H 10.6 M 5.4 9.4 H 10.6"),
  CONSTANT_WORK("M 2.6 12.8 V 6 M 6.2 12.8 V 6 M 9.8 12.8 V 6 M 13.4 12.8 V 6 M 2 2.8 H 14"),
  OUTBOX("M 2.2 8.8 V 12.8 H 13.8 V 8.8 M 8 9.6 V 2.6 M 5 5.4 L 8 2.6 L 11 5.4"),
  /// Nobody gives up.
  NO_TIMEOUT(
      "M 8 8 C 6.6 6 5.6 5 4.3 5 C 2.7 5 1.5 6.3 1.5 8 C 1.5 9.7 2.7 11 4.3 11 C 5.6 11 6.6 10 8 8"
          + " C 9.4 6 10.4 5 11.7 5 C 13.3 5 14.5 6.3 14.5 8 C 14.5 9.7 13.3 11 11.7 11"
          + " C 10.4 11 9.4 10 8 8 Z"),
  SHIELD("M 8 1.6 L 13.4 3.6 V 7.8 C 13.4 11 11.2 13.3 8 14.4 C 4.8 13.3 2.6 11 2.6 7.8 V 3.6 Z"),
  CLOCK("O 8 8 6 M 8 4.4 V 8 L 10.5 9.6"),
  MUTE("M 2 6 H 4.6 L 8.2 3 V 13 L 4.6 10 H 2 Z M 10.8 6.2 L 14.4 9.8 M 14.4 6.2 L 10.8 9.8"),
  CROSS("M 3.6 3.6 L 12.4 12.4 M 12.4 3.6 L 3.6 12.4"),
  HALF("O 8 8 6 M 8 2 V 14 M 8 5 H 13 M 8 8 H 14 M 8 11 H 13"),
  LEVEL(
      "M 3 2.6 V 11.8 C 3 12.8 3.6 13.4 4.6 13.4 H 11.4 C 12.4 13.4 13 12.8 13 11.8 V 2.6"
          + " M 3 8 H 13 M 3.4 10.6 H 12.6"),
  FULL(
      "M 3 2.6 V 11.8 C 3 12.8 3.6 13.4 4.6 13.4 H 11.4 C 12.4 13.4 13 12.8 13 11.8 V 2.6"
          + " M 3 3.4 H 13 M 3 6 H 13 M 3 8.6 H 13 M 3.2 11.2 H 12.8"),
  BROKEN(
      "M 7.2 3.8 H 3.2 C 2.5 3.8 2 4.3 2 5 V 11.2 C 2 11.9 2.5 12.4 3.2 12.4 H 5.8 L 7.4 9.8 L 5.8"
          + " 7 Z M 10.4 3.8 H 12.8 C 13.5 3.8 14 4.3 14 5 V 11.2 C 14 11.9 13.5 12.4 12.8 12.4 H 9"
          + " L 10.6 9.8 L 9 7 Z"),
  HISTORY("K 8 8 5.8 -150 300 M 2.6 1.8 V 5.2 H 6 M 8 4.8 V 8.2 L 10.2 9.6"),
  COPIES("R 2 5 8.6 8.6 1.4 M 5.6 5 V 2.4 H 13.6 V 10.4 H 10.6"),
  SWAPPED(
      "M 2.4 5.4 H 13.4 M 10.6 2.6 L 13.4 5.4 L 10.6 8.2 M 13.6 11 H 2.6 M 5.4 8.2 L 2.6 11 L 5.4"
          + " 13.8"),
  GAUGE("K 8 10 6 180 180 M 8 10 L 11.6 6.4 M 2 12.8 H 14"),
  EYE_OFF(
      "M 1.6 8 C 4.4 3.4 11.6 3.4 14.4 8 C 11.6 12.6 4.4 12.6 1.6 8 O 8 8 1.8 M 2.8 13.4 L 13.2"
          + " 2.6"),
  BOLT("M 9.2 1.8 L 3.4 9.2 H 7.6 L 6.8 14.2 L 12.6 6.8 H 8.4 Z"),
  PLUS("M 8 3 V 13 M 3 8 H 13"),
  MINUS("M 3 8 H 13"),
  PENCIL("M 2.6 13.4 L 3.3 10.2 L 10.9 2.6 L 13.4 5.1 L 5.8 12.7 Z M 9.2 4.3 L 11.7 6.8"),
  CHECK("M 2.8 8.6 L 6.4 12.2 L 13.2 4.4");

  /// The side of the square.
  public static final double SIZE = 16;

  /// The width of the line.
  public static final double STROKE = 1.5;

  private final Outline outline;

  Icon(String path) {
    this.outline = parse(path);
  }

  public Outline outline() {
    return outline;
  }

  /// The path in the notation of SVG.
  public String svg() {
    return outline.svg();
  }

  public static Icon of(ComponentKind kind) {
    return switch (kind) {
      case CLIENT -> CLIENT;
      case ACTOR -> ACTOR;
      case SERVICE -> SERVICE;
      case FUNCTION -> FUNCTION;
      case WORKER -> WORKER;
      case LOAD_BALANCER -> LOAD_BALANCER;
      case API_GATEWAY -> API_GATEWAY;
      case DNS_CDN -> DNS_CDN;
      case QUEUE -> QUEUE;
      case TOPIC -> TOPIC;
      case STREAM -> STREAM;
      case EVENT_BUS -> EVENT_BUS;
      case WORKFLOW -> WORKFLOW;
      case CACHE -> CACHE;
      case RELATIONAL_DB -> RELATIONAL_DB;
      case KEY_VALUE_STORE -> KEY_VALUE_STORE;
      case OBJECT_STORE -> OBJECT_STORE;
      case SEARCH_INDEX -> SEARCH_INDEX;
      case EXTERNAL -> EXTERNAL;
      case SCHEDULER -> SCHEDULER;
      case CONFIG -> CONFIG;
      case MONITOR -> MONITOR;
    };
  }

  /// Reads commands and numbers parted by blanks: M, L, H, V, C, Z as in SVG with absolute
  /// coordinates, O circle (centre, radius), K arc (centre, radius, start, sweep in degrees), R
  /// rectangle (corner, size, radius).
  private static Outline parse(String path) {
    String[] words = path.split(" ");
    Outline.Builder out = new Outline.Builder();
    double x = 0;
    double y = 0;
    int i = 0;
    while (i < words.length) {
      char command = words[i].charAt(0);
      double[] n = new double[arity(command)];
      for (int k = 0; k < n.length; k++) {
        n[k] = Double.parseDouble(words[i + 1 + k]);
      }
      i += 1 + n.length;
      switch (command) {
        case 'M' -> out.move(x = n[0], y = n[1]);
        case 'L' -> out.line(x = n[0], y = n[1]);
        case 'H' -> out.line(x = n[0], y);
        case 'V' -> out.line(x, y = n[0]);
        case 'C' -> out.curve(n[0], n[1], n[2], n[3], x = n[4], y = n[5]);
        case 'O' -> out.circle(n[0], n[1], n[2]);
        case 'K' -> out.arc(n[0], n[1], n[2], n[3], n[4]);
        case 'R' -> out.roundRect(new Box(n[0], n[1], n[2], n[3]), n[4]);
        default -> out.close();
      }
    }
    return out.build();
  }

  private static int arity(char command) {
    return switch (command) {
      case 'M', 'L' -> 2;
      case 'H', 'V' -> 1;
      case 'C' -> 6;
      case 'O' -> 3;
      case 'K', 'R' -> 5;
      case 'Z' -> 0;
      default -> throw new IllegalArgumentException("unknown command " + command);
    };
  }
}
