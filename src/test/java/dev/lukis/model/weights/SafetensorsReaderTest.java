package dev.lukis.model.weights;

import static dev.lukis.model.weights.CraftedFile.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("x.safetensors");
  }

  private List<StoredTensor> read() {
    return SafetensorsReader.read("x.safetensors", file);
  }

  private void assertRefused(String... says) {
    assertThatThrownBy(this::read)
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("x.safetensors: ")
        .hasMessageContaining("(expected: ")
        .hasMessageContainingAll(says)
        .message()
        .hasLineCount(1)
        .hasSizeLessThan(500);
  }

  @Test
  void tensorsAreFoundByNameWithTheirPlaceInTheFile() throws IOException {
    String header = "{" + entry("b", 2, 8, 16) + "," + entry("a", 2, 0, 8) + "}  ";
    CraftedFile.write(file, header, 16);
    long first = 8 + header.length();
    assertThat(read())
        .containsExactly(
            new StoredTensor("a", ElementType.F32, List.of(2L), file.toRealPath(), first, 8),
            new StoredTensor("b", ElementType.F32, List.of(2L), file.toRealPath(), first + 8, 8));
  }

  @Test
  void scalarsEmptyTensorsUnknownFieldsAndMetadataAreAccepted() throws IOException {
    String header =
        "  {\"__metadata__\":{\"format\":\"pt\"},"
            + "\"s\":{\"dtype\":\"F16\",\"shape\":[],\"data_offsets\":[0,2],\"note\":[{\"a\":1}]},"
            + "\"e\":{\"dtype\":\"I64\",\"shape\":[0,7],\"data_offsets\":[2,2]}}";
    CraftedFile.write(file, header, 2);
    assertThat(read()).extracting(StoredTensor::name).containsExactlyInAnyOrder("s", "e");
    CraftedFile.write(file, "{\"__metadata__\":null}", 0);
    assertThat(read()).isEmpty();
  }

  @Test
  void aFileThatIsShorterThanItsHeadersLengthIsRefused() throws IOException {
    Files.write(file, new byte[5]);
    assertRefused("5 bytes (expected: at least 8)");
  }

  @Test
  void aHeaderThatIsLongerThanTheFormatAllowsIsRefused() throws IOException {
    CraftedFile.write(file, 100_000_001, new byte[2], new byte[0]);
    assertRefused("header of 100000001 bytes (expected: at most 100000000");
    CraftedFile.write(file, -1, new byte[2], new byte[0]);
    assertRefused("header of 18446744073709551615 bytes");
  }

  @Test
  void aHeaderThatIsLongerThanTheFileIsRefused() throws IOException {
    CraftedFile.write(file, 1000, "{}".getBytes(StandardCharsets.UTF_8), new byte[0]);
    assertRefused("header of 1000 bytes in a file of 10", "may be cut off");
  }

  @Test
  void aFileThatIsCutOffIsRefused() throws IOException {
    CraftedFile.write(file, "{" + entry("a", 4, 0, 16) + "}", 15);
    assertRefused("may be cut off");
  }

  @Test
  void bytesBehindTheLastTensorAreRefused() throws IOException {
    CraftedFile.write(file, "{" + entry("a", 4, 0, 16) + "}", 17);
    assertRefused("bytes (expected: ", "the end of the last tensor");
  }

  @Test
  void aHoleIsRefused() throws IOException {
    CraftedFile.write(file, "{" + entry("a", 1, 0, 4) + "," + entry("b", 1, 8, 12) + "}", 12);
    assertRefused("b: begins at byte 8 (expected: 4, where the tensor before it ends)");
    CraftedFile.write(file, "{" + entry("a", 1, 4, 8) + "}", 8);
    assertRefused("a: begins at byte 4 (expected: 0");
  }

  @Test
  void tensorsThatShareBytesAreRefused() throws IOException {
    CraftedFile.write(file, "{" + entry("a", 2, 0, 8) + "," + entry("b", 1, 4, 8) + "}", 8);
    assertRefused("b: begins at byte 4 (expected: 8");
    CraftedFile.write(file, "{" + entry("a", 2, 0, 8) + "," + entry("b", 2, 0, 8) + "}", 8);
    assertRefused("begins at byte 0 (expected: 8");
  }

  @Test
  void aNameThatAppearsTwiceIsRefused() throws IOException {
    CraftedFile.write(file, "{" + entry("a", 1, 0, 4) + "," + entry("a", 1, 4, 8) + "}", 8);
    assertRefused("Duplicate field 'a'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2]  | [0,4]  | F32   | 4 bytes (expected: 8 for F32 [2])",
        "[1]  | [0,4]  | F99   | dtype: F99 (expected: F32, F16, BF16, I64",
        "[1]  | [0,4]  | F4    | dtype: F4 (expected: ",
        "[-1] | [0,4]  | F32   | shape: -1 (expected: whole numbers >= 0)",
        "[1.5]| [0,4]  | F32   | shape: 1.5 (expected: whole numbers >= 0)",
        "[1]  | [-4,0] | F32   | data_offsets: -4 (expected: whole numbers >= 0)",
        "[1]  | [4,0]  | F32   | data_offsets: [4, 0] (expected: begin and end)",
        "[1]  | [0]    | F32   | data_offsets: [0] (expected: begin and end)",
        "[1]  | [0,4,8]| F32   | more than 2",
        "[1]  | [0,99999999999999999999] | F32 | out of range",
        "[4294967296,4294967296] | [0,4] | F32 | fewer than 2^63 bytes",
        "1    | [0,4]  | F32   | shape: no array (expected: an array)",
      })
  void anEntryThatCannotBeIsRefused(String shape, String offsets, String type, String says)
      throws IOException {
    CraftedFile.write(
        file,
        "{\"a\":{\"dtype\":\""
            + type
            + "\",\"shape\":"
            + shape
            + ",\"data_offsets\":"
            + offsets
            + "}}",
        4);
    assertRefused(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2]                        | header: no JSON object",
        "{} {}                         | goes on behind its JSON object",
        "{'a': 1}                      | a: no object",
        "{'a': {'shape': []}}          | a: dtype: missing",
        "{'__metadata__': {'n': 1}}    | __metadata__: n: VALUE_NUMBER_INT (expected: a text)",
        "{'__metadata__': {'n': {}}}   | __metadata__: n: START_OBJECT (expected: a text)",
        "{'__metadata__': 'pt'}        | __metadata__: no object",
        "{'a                           | header: ",
        "hello                         | header: ",
      })
  void aHeaderThatIsNoHeaderIsRefused(String header, String says) throws IOException {
    CraftedFile.write(file, header.replace('\'', '"'), 0);
    assertRefused(says);
  }

  @Test
  void aDeepHeaderIsRefused() throws IOException {
    String deep = "{\"a\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}";
    CraftedFile.write(file, deep, 0);
    assertRefused("a: no object");
    CraftedFile.write(file, "{\"a\":{\"x\":" + "[".repeat(1_000_000), 0);
    assertRefused("nesting depth");
  }

  @Test
  void aHeaderThatIsNotUtf8IsRefused() throws IOException {
    byte[] header = ("{" + entry("a", 0, 0, 0) + "}").getBytes(StandardCharsets.UTF_8);
    header[2] = (byte) 0xFF;
    CraftedFile.write(file, header, new byte[0]);
    assertRefused("header: not UTF-8");
  }

  @Test
  void aNameWithLineBreaksStaysInOneLine() throws IOException {
    CraftedFile.write(file, "{\"" + "a\\nb".repeat(5000) + "\": 1}", 0);
    assertRefused("a?ba?b");
  }

  @Test
  void aFileThatIsMissingIsRefused() {
    assertRefused("cannot be read");
  }

  @Test
  void tensorsBehindTwoGibibytesAreFoundAndRead() throws IOException {
    long size = 3L << 30;
    String header =
        "{\"a\":{\"dtype\":\"U8\",\"shape\":["
            + size
            + "],\"data_offsets\":[0,"
            + size
            + "]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":["
            + size
            + ","
            + (size + 4)
            + "]}}";
    CraftedFile.write(file, header, 0);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      sparse.setLength(8 + header.length() + size + 4);
      ByteBuffer value = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 0.5f);
      channel.write(value, 8 + header.length() + size);
    }
    assertThat(TensorValues.floats(read().get(1))).containsExactly(0.5f);
  }

  @Test
  void valuesOfEveryPrecisionAreRead() throws IOException {
    String header =
        "{\"h\":{\"dtype\":\"F16\",\"shape\":[7],\"data_offsets\":[0,14]},"
            + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[14,18]},"
            + "\"i\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[18,26]}}";
    ByteBuffer data = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    for (int bits : new int[] {0x3C00, 0xC000, 0x7BFF, 0x0001, 0x0400, 0x7C00, 0xFC00}) {
      data.putShort((short) bits);
    }
    data.putShort((short) 0x3F80).putShort((short) 0xC020).putLong(-7);
    CraftedFile.write(file, header.getBytes(StandardCharsets.UTF_8), data.array());
    List<StoredTensor> tensors = read();
    assertThat(TensorValues.floats(tensors.get(0)))
        .containsExactly(
            1, -2, 65504, 0x1p-24f, 0x1p-14f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    assertThat(TensorValues.floats(tensors.get(1))).containsExactly(1, -2.5f);
    assertThat(TensorValues.floats(tensors.get(2))).containsExactly(-7);
  }
}
