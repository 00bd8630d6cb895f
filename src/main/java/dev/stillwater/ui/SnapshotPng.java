package dev.stillwater.ui;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// A picture of the window as a PNG file: 8-bit RGB, written by hand, because the toolkit's own way
/// leads through AWT.
public final class SnapshotPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int RGB = 2;

  /// The filter that stores differences to the pixel at the left: small and fast for flat areas.
  private static final int SUB = 1;

  private SnapshotPng() {}

  /// The bytes of the file; the same pixels give the same bytes.
  public static byte[] of(Image image) {
    int width = (int) Math.ceil(image.getWidth());
    int height = (int) Math.ceil(image.getHeight());
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(width * height / 4);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(width, height));
      chunk(out, "IDAT", pixels(argb, width, height));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(width);
      out.writeInt(height);
      out.write(new byte[] {8, RGB, 0, 0, 0});
    }
    return bytes.toByteArray();
  }

  private static byte[] pixels(int[] argb, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(6);
    byte[] line = new byte[1 + width * 3];
    line[0] = SUB;
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      for (int y = 0; y < height; y++) {
        int before = 0;
        for (int x = 0; x < width; x++) {
          int pixel = argb[y * width + x];
          line[1 + 3 * x] = (byte) ((pixel >> 16) - (before >> 16));
          line[2 + 3 * x] = (byte) ((pixel >> 8) - (before >> 8));
          line[3 + 3 * x] = (byte) (pixel - before);
          before = pixel;
        }
        out.write(line);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
