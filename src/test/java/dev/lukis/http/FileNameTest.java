package dev.lukis.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.image.ImageFormat;
import dev.lukis.testing.PaintedImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
  private static String of(String prompt) {
    return FileName.contentDisposition(PaintedImages.of(prompt, ImageFormat.PNG));
  }

  @ParameterizedTest
  @CsvSource({
    "A red boat on the sea, a-red-boat-on-the-sea-7.png, a-red-boat-on-the-sea-7.png",
    "Caf\u00e9 \u732b, cafe-7.png, caf%C3%A9-%E7%8C%AB-7.png",
    "'../../etc/passwd\"; x', etc-passwd-x-7.png, etc-passwd-x-7.png",
    "\u732b, lukis-7.png, %E7%8C%AB-7.png",
    "'?!', lukis-7.png, lukis-7.png",
  })
  void isMadeOfTheWordsAndSafe(String prompt, String ascii, String encoded) {
    assertThat(of(prompt))
        .isEqualTo("inline; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
  }

  @Test
  void longWordsAreCut() {
    assertThat(of("x".repeat(500))).contains("\"" + "x".repeat(60) + "-7.png\"");
  }
}
