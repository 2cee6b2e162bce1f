package dev.lukis.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import dev.lukis.model.weights.WeightFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Single-file checkpoints of the pipelines, made of their tensors by the recipes of {@code
 * src/fixtures/checkpoints.py}, which diffusers' from_single_file has read. Stateless.
 */
public final class CookedCheckpoint {
  static final Path RECIPES = Path.of("src/test/resources/checkpoints");
  private static final Path PIPELINES = Path.of("src/test/resources/pipelines");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CookedCheckpoint() {}

  /** The directory that the checkpoint was made of. */
  public static Path directory(String pipeline) {
    return PIPELINES.resolve(pipeline);
  }

  static JsonNode json(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return MAPPER.readTree(in);
    }
  }

  /**
   * Writes the checkpoint of a pipeline.
   *
   * @return its file, byte for byte what diffusers has read
   */
  public static Path write(String pipeline, Path folder) throws IOException {
    JsonNode recipe = json(RECIPES.resolve(pipeline + ".json.gz"));
    ModelDirectory directory = ModelDirectory.open(directory(pipeline).toString());
    Map<String, TensorTable> tables = new HashMap<>();
    List<String> header = new ArrayList<>();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (JsonNode line : recipe.get("tensors")) {
      TensorTable table =
          tables.computeIfAbsent(
              line.get(1).asText(), part -> WeightFiles.read(directory, part, false));
      List<StoredTensor> pieces = new ArrayList<>();
      line.get(2).forEach(piece -> pieces.add(table.get(piece.asText())));
      int begin = data.size();
      List<Long> sizes = cook(pieces, line.get(3).asText(), data);
      header.add(entry(line.get(0).asText(), "" + pieces.get(0).type(), sizes, begin, data.size()));
    }
    Path file = folder.resolve(pipeline + ".safetensors");
    byte[] bytes = file("{" + String.join(",", header) + "}", data.toByteArray());
    if (!sha256(bytes).equals(recipe.get("sha256").asText())) {
      throw new IllegalStateException(pipeline + ": not the file that diffusers has read");
    }
    return Files.write(file, bytes);
  }

  static String entry(String name, String type, List<Long> sizes, long begin, long end) {
    return "\""
        + name
        + "\":{\"dtype\":\""
        + type
        + "\",\"shape\":"
        + sizes.toString().replace(" ", "")
        + ",\"data_offsets\":["
        + begin
        + ","
        + end
        + "]}";
  }

  private static List<Long> cook(List<StoredTensor> pieces, String how, ByteArrayOutputStream data)
      throws IOException {
    StoredTensor first = pieces.get(0);
    List<Long> sizes = new ArrayList<>(first.sizes());
    if (how.equals("transposed")) {
      data.write(transposed(bytes(first), first.size(0), first.size(1), first.type().bytes()));
      return List.of(sizes.get(1), sizes.get(0));
    }
    for (StoredTensor piece : pieces) {
      data.write(bytes(piece));
    }
    if (how.equals("rows")) {
      sizes.set(0, sizes.get(0) * pieces.size());
    }
    if (how.equals("kernel")) {
      sizes.addAll(List.of(1L, 1L));
    }
    return sizes;
  }

  private static byte[] transposed(byte[] bytes, int rows, int columns, int size) {
    byte[] other = new byte[bytes.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        System.arraycopy(bytes, (i * columns + j) * size, other, (j * rows + i) * size, size);
      }
    }
    return other;
  }

  private static byte[] bytes(StoredTensor tensor) throws IOException {
    byte[] bytes = new byte[(int) tensor.length()];
    try (RandomAccessFile file = new RandomAccessFile(tensor.file().toFile(), "r")) {
      file.seek(tensor.offset());
      file.readFully(bytes);
    }
    return bytes;
  }

  static byte[] file(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file with these tensors, whose values are holes of the file system. */
  static Path sparse(Path file, Map<String, List<Long>> shapes, String metadata)
      throws IOException {
    List<String> header = new ArrayList<>();
    header.add("\"__metadata__\":" + metadata);
    long at = 0;
    for (Map.Entry<String, List<Long>> each : shapes.entrySet()) {
      long end = at + 2 * each.getValue().stream().reduce(1L, (a, b) -> a * b);
      header.add(entry(each.getKey(), "F16", each.getValue(), at, end));
      at = end;
    }
    byte[] beginning = file("{" + String.join(",", header) + "}", new byte[0]);
    Files.write(file, beginning);
    try (RandomAccessFile all = new RandomAccessFile(file.toFile(), "rw")) {
      all.setLength(beginning.length + at);
    }
    return file;
  }
}
