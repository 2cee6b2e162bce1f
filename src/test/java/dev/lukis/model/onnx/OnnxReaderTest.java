package dev.lukis.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OnnxReaderTest {
  private static final Path GRAPH =
      Path.of("src/main/resources/models/lukis-mini/vae_decoder/model.onnx");

  private static OnnxSignature read(byte[] bytes) {
    return OnnxSignature.read(new TinyGraph("a.onnx", bytes, Map.of()));
  }

  @Test
  void aFilesInputsOutputsAndPrecisionAreRead() {
    OnnxSignature signature = OnnxSignature.read(new FileGraphSource("a.onnx", GRAPH));
    assertThat(signature.inputs()).containsOnlyKeys("latent_sample");
    assertThat(signature.input("latent_sample").sizes()[0]).isEqualTo(-1);
    assertThat(signature.outputs()).hasSize(1);
    assertThat(read(TinyGraph.withWeight(64)).precision()).isEqualTo(OnnxType.FLOAT16);
    assertThat(read(TinyGraph.of("Sqrt").bytes()).precision()).isEqualTo(OnnxType.FLOAT);
  }

  @Test
  void everyTruncationIsRefusedInOneLineOrHasNothingMissing() throws IOException {
    byte[] whole = TinyGraph.withWeight(64).clone();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      try {
        assertThat(read(cut).inputs()).hasSizeLessThanOrEqualTo(1);
      } catch (ModelException e) {
        assertThat(e).hasMessage("a.onnx: cannot be read (expected: an ONNX graph)");
      }
    }
    byte[] large = Files.readAllBytes(GRAPH);
    assertThatThrownBy(() -> read(Arrays.copyOf(large, large.length / 2)))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void noBrokenFileEndsOtherwiseThanInOneLine() {
    Random random = new Random(5);
    byte[] whole = TinyGraph.timesExternalWeight(1, 2).bytes();
    for (int i = 0; i < 50_000; i++) {
      byte[] broken = whole.clone();
      for (int j = 0; j < 3; j++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      try {
        read(broken);
      } catch (ModelException e) {
        assertThat(e.getMessage()).startsWith("a.onnx: ");
      }
    }
  }

  @Test
  void aWeightLargerThanTheHeapIsSkipped() {
    long length = (2L << 30) - 4096;
    InputStream zeros =
        new InputStream() {
          private long left = length;

          @Override
          public int read() {
            return left-- > 0 ? 0 : -1;
          }

          @Override
          public int read(byte[] into, int from, int count) {
            if (left <= 0) {
              return -1;
            }
            int given = (int) Math.min(count, left);
            Arrays.fill(into, from, from + given, (byte) 0);
            left -= given;
            return given;
          }
        };
    // graph (field 7) { initializer (5) { raw_data (9) ... } }
    byte[] head = {0x3A, 0, 0, 0, 0, 0, 0x2A, 0, 0, 0, 0, 0, 0x4A, 0, 0, 0, 0, 0};
    put(head, 1, length + 12);
    put(head, 7, length + 6);
    put(head, 13, length);
    GraphSource source =
        new GraphSource() {
          @Override
          public String name() {
            return "large.onnx";
          }

          @Override
          public InputStream open() {
            return new SequenceInputStream(new ByteArrayInputStream(head), zeros);
          }
        };
    assertThat(OnnxSignature.read(source).inputs()).isEmpty();
  }

  /** A number in five bytes, seven bits in each. */
  private static void put(byte[] to, int at, long value) {
    for (int i = 0; i < 5; i++) {
      to[at + i] = (byte) (((value >> (7 * i)) & 0x7F) | (i < 4 ? 0x80 : 0));
    }
  }
}
