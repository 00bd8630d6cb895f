package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// Read back by the JDK's own reader, which is not used in the product.
@ExtendWith(ApplicationExtension.class)
class SnapshotPngTest {
  @Test
  void everyPixelComesBack() throws IOException {
    Random random = new Random(7);
    WritableImage image = new WritableImage(37, 23);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        image.getPixelWriter().setArgb(x, y, 0xff000000 | random.nextInt(1 << 24));
      }
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(SnapshotPng.of(image)));
    assertThat(read.getWidth()).isEqualTo(37);
    assertThat(read.getHeight()).isEqualTo(23);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        assertThat(read.getRGB(x, y)).isEqualTo(image.getPixelReader().getArgb(x, y));
      }
    }
  }

  @Test
  void equalPixelsGiveEqualBytes() {
    assertThat(SnapshotPng.of(new WritableImage(5, 5)))
        .isEqualTo(SnapshotPng.of(new WritableImage(5, 5)));
  }
}
