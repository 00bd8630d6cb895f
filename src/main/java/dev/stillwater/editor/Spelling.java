package dev.stillwater.editor;

import dev.stillwater.model.Attribute;
import dev.stillwater.model.Quantity;
import dev.stillwater.model.ValueType;
import java.math.BigDecimal;

/// Values of attributes as a person would type them, with their units. What is shown can be typed
/// back and gives the same value; elsewhere numbers are rounded by [dev.stillwater.model.Figures].
public final class Spelling {
  private static final double[] SIZES = {1L << 30, 1e9, 1L << 20, 1e6, 1L << 10, 1e3};
  private static final String[] SIZE_NAMES = {"GiB", "GB", "MiB", "MB", "KiB", "KB"};

  private Spelling() {}

  /// A value with its unit: `250 ms`, `50 /s`, `256 KiB`, `99.95 %`.
  public static <T> String of(Attribute<T> attribute, T value) {
    ValueType<T> type = attribute.type();
    return switch (type) {
      case ValueType.Real real -> quantity(real.quantity(), (Double) value);
      case ValueType.Duration d -> spaced(type.show(value));
      case ValueType.Choice<?> c -> type.show(value).replace('-', ' ');
      case ValueType.Text t -> type.show(value);
      case ValueType.Reference r -> type.show(value);
      case ValueType.Names n -> type.show(value);
      case ValueType.Flag f -> type.show(value);
      case ValueType.Whole w -> type.show(value);
      case ValueType.Day d -> type.show(value);
      case ValueType.Entries e -> type.show(value);
    };
  }

  /// The spellings that a field of this type takes, as a hint; empty where anything goes.
  public static String hint(ValueType<?> type) {
    return switch (type) {
      case ValueType.Real real ->
          switch (real.quantity()) {
            case RATE -> "per second; 50, 1k/s, 600/min";
            case BYTES -> "in bytes; 65536, 256 KiB, 1 MB";
            case FRACTION -> "0.9995 or 99.95 %";
            case FACTOR -> "a factor; 10, 2.5";
            case COUNT -> "a number; 500, 10k";
          };
      case ValueType.Duration d -> "250ms, 3s, 15min, 24h, 4d or none";
      case ValueType.Names n -> n.noun() + ", separated by commas";
      case ValueType.Whole w -> w.expectation();
      case ValueType.Reference r -> r.expectation();
      case ValueType.Day d -> d.expectation();
      case ValueType.Text t -> "";
      case ValueType.Flag f -> "";
      case ValueType.Choice<?> c -> "";
      case ValueType.Entries e -> "";
    };
  }

  private static String quantity(Quantity quantity, double value) {
    return switch (quantity) {
      case RATE -> plain(BigDecimal.valueOf(value)) + " /s";
      case BYTES -> bytes(value);
      case FRACTION -> plain(BigDecimal.valueOf(value).movePointRight(2)) + " %";
      case FACTOR -> plain(BigDecimal.valueOf(value)) + " ×";
      case COUNT -> plain(BigDecimal.valueOf(value));
    };
  }

  private static String bytes(double value) {
    for (int i = 0; i < SIZES.length; i++) {
      if (value >= SIZES[i] && value % SIZES[i] == 0) {
        return plain(BigDecimal.valueOf(value / SIZES[i])) + " " + SIZE_NAMES[i];
      }
    }
    return plain(BigDecimal.valueOf(value)) + " B";
  }

  /// A duration with a space before its unit: `10s` is `10 s`, `1m` is `1 min`.
  private static String spaced(String duration) {
    return duration.replaceFirst("(\\d)m$", "$1 min").replaceFirst("(\\d)([a-z])", "$1 $2");
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
