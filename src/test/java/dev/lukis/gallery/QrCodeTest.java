package dev.lukis.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
  private static final int QUIET_ZONE = 4;

  @Test
  void isReadBackByADecoder() throws Exception {
    String url = "https://lukis.example.org/i/AAAAAAAAAAAAAAAAAAAAAA";
    List<MatchResult> modules = MODULE.matcher(QrCode.svg(url)).results().toList();
    int size = modules.stream().mapToInt(module -> number(module, 1)).max().orElseThrow() + 1;
    BitMatrix matrix = new BitMatrix(size - QUIET_ZONE);
    modules.forEach(
        module -> matrix.set(number(module, 1) - QUIET_ZONE, number(module, 2) - QUIET_ZONE));
    assertThat(new Decoder().decode(matrix).getText()).isEqualTo(url);
  }

  private static int number(MatchResult module, int group) {
    return Integer.parseInt(module.group(group));
  }

  @Test
  void itsNumbersAreReadableByMachinesWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("ar", "EG"));
      assertThat(QrCode.svg("https://lukis.example.org")).matches("\\p{ASCII}+");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatNoCodeHoldsIsRefused() {
    assertThatThrownBy(() -> QrCode.svg("x".repeat(5_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5000 characters");
  }
}
