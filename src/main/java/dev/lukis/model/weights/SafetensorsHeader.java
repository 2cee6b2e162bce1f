package dev.lukis.model.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON header of a safetensors file as a stream: a hostile header may be large, deep, or
 * no JSON. One header each.
 */
final class SafetensorsHeader {
  private static final String METADATA = "__metadata__";
  private static final int DEEPEST = 8;
  private static final int MOST_AXES = 16;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(100_000_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names are not kept after their file is read.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final String file;
  private final Path path;
  private final long first;

  // Mutable state
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /**
   * @param file in messages
   * @param path of the file
   * @param first byte behind the header
   */
  SafetensorsHeader(String file, Path path, long first) {
    this.file = file;
    this.path = path;
    this.first = first;
  }

  SafetensorsFile read(InputStream in) throws IOException {
    var utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (JsonParser json = JSON.createParser(new InputStreamReader(in, utf8))) {
      return new SafetensorsFile(tensors(json), metadata);
    } catch (CharacterCodingException e) {
      throw new ModelException(file + ": header: not UTF-8 (expected: JSON in UTF-8)", e);
    } catch (JsonProcessingException e) {
      throw new ModelException(
          file
              + ": header: "
              + Printable.of(e.getOriginalMessage())
              + " (expected: a JSON object, as the format describes)",
          e);
    }
  }

  private List<StoredTensor> tensors(JsonParser json) throws IOException {
    require(json.nextToken() == JsonToken.START_OBJECT, "header: no JSON object", "one");
    List<StoredTensor> tensors = new ArrayList<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals(METADATA)) {
        metadata(json);
      } else {
        tensors.add(tensor(json, name));
      }
    }
    require(json.nextToken() == null, "header: goes on behind its JSON object", "only spaces");
    return tensors;
  }

  private void metadata(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    require(json.currentToken() == JsonToken.START_OBJECT, METADATA + ": no object", "an object");
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      require(
          json.nextToken() == JsonToken.VALUE_STRING,
          METADATA + ": " + Printable.of(key) + ": " + json.currentToken(),
          "a text");
      metadata.put(key, json.getText());
    }
  }

  private StoredTensor tensor(JsonParser json, String name) throws IOException {
    String shown = Printable.of(name);
    require(json.currentToken() == JsonToken.START_OBJECT, shown + ": no object", "an object");
    ElementType type = null;
    List<Long> sizes = null;
    List<Long> offsets = null;
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      switch (key) {
        case "dtype" -> type = type(json, shown);
        case "shape" -> sizes = numbers(json, shown + ": shape", MOST_AXES);
        case "data_offsets" -> offsets = numbers(json, shown + ": data_offsets", 2);
        default -> json.skipChildren();
      }
    }
    return tensor(
        name,
        present(type, shown + ": dtype"),
        present(sizes, shown + ": shape"),
        present(offsets, shown + ": data_offsets"));
  }

  private StoredTensor tensor(String name, ElementType type, List<Long> sizes, List<Long> offsets) {
    String shown = Printable.of(name);
    require(
        offsets.size() == 2 && offsets.get(0) <= offsets.get(1),
        shown + ": data_offsets: " + offsets,
        "begin and end");
    long length = offsets.get(1) - offsets.get(0);
    long needed = bytes(shown, type, sizes);
    require(
        length == needed, shown + ": " + length + " bytes", needed + " for " + type + " " + sizes);
    require(offsets.get(1) <= Long.MAX_VALUE - first, shown + ": " + offsets, "smaller offsets");
    return new StoredTensor(name, type, sizes, path, first + offsets.get(0), length);
  }

  private long bytes(String name, ElementType type, List<Long> sizes) {
    try {
      return sizes.stream().reduce((long) type.bytes(), Math::multiplyExact);
    } catch (ArithmeticException e) {
      throw refused(name + ": shape: " + sizes, "fewer than 2^63 bytes");
    }
  }

  private ElementType type(JsonParser json, String name) throws IOException {
    String text = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "no text";
    return ElementType.of(text)
        .orElseThrow(
            () ->
                refused(
                    name + ": dtype: " + Printable.of(text),
                    "F32, F16, BF16, I64 or another type of whole bytes"));
  }

  private List<Long> numbers(JsonParser json, String name, int most) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, name + ": no array", "an array");
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
      require(
          whole && json.getLongValue() >= 0,
          name + ": " + Printable.of(json.getText()),
          "whole numbers >= 0");
      numbers.add(json.getLongValue());
      require(numbers.size() <= most, name + ": more than " + most, "at most " + most);
    }
    return List.copyOf(numbers);
  }

  private <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw refused(name + ": missing", "dtype, shape and data_offsets");
    }
    return value;
  }

  private void require(boolean holds, String value, String expected) {
    if (!holds) {
      throw refused(value, expected);
    }
  }

  private ModelException refused(String value, String expected) {
    return new ModelException(file + ": " + value + " (expected: " + expected + ")");
  }
}
