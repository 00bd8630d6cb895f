package dev.stillwater.report;

import java.util.Base64;
import java.util.Optional;

/// A picture for the head of a report. PNG and JPEG only: they can hold no script and no address.
public final class Logo {
  /// In bytes; a report carries its logo along.
  public static final int MOST_BYTES = 1 << 20;

  private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int[] JPEG = {0xff, 0xd8, 0xff};

  private final String type;
  private final byte[] bytes;

  private Logo(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes.clone();
  }

  /// The picture; empty where the bytes are too many or no PNG or JPEG.
  public static Optional<Logo> of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    if (begins(bytes, PNG)) {
      return Optional.of(new Logo("image/png", bytes));
    }
    return begins(bytes, JPEG) ? Optional.of(new Logo("image/jpeg", bytes)) : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int[] with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /// The picture as an address that leads nowhere else: `data:image/png;base64,…`.
  String address() {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
