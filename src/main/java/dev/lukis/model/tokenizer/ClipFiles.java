package dev.lukis.model.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a {@link ClipTokenizer} from {@code vocab.json} and {@code merges.txt}, or from {@code
 * tokenizer.json} where those are not there.
 */
public final class ClipFiles {
  /** A start, a word, and an end. */
  private static final int SHORTEST = 3;

  private static final String CONFIG = "tokenizer_config.json";

  /** In the configuration of checkpoints, which come without a vocabulary. */
  private static final String SHIPPED = "clip";

  private static final String SPECIAL = "special_tokens_map.json";

  private final ModelDirectory directory;
  private final String folder;

  private ClipFiles(ModelDirectory directory, String folder) {
    this.directory = directory;
    this.folder = folder;
  }

  /**
   * @param folder of the tokenizer within the model
   * @param length every prompt is cut or padded to this many tokens, or to fewer if the tokenizer's
   *     configuration says so
   */
  public static ClipTokenizer load(ModelDirectory directory, String folder, int length) {
    ClipFiles files = new ClipFiles(directory, folder);
    return files.read((int) Math.min(length, files.longest()));
  }

  // Where it is not limited, transformers writes a number of 31 digits.
  private double longest() {
    JsonObject config = directory.optionalJson(folder + "/" + CONFIG);
    double longest = config.number("model_max_length", Double.MAX_VALUE);
    if (longest < SHORTEST) {
      throw config.refused("model_max_length", longest, ">= " + SHORTEST);
    }
    return longest;
  }

  private ClipTokenizer read(int length) {
    boolean plain = directory.has(folder + "/vocab.json");
    boolean json = directory.has(folder + "/tokenizer.json");
    if (directory.optionalJson(folder + "/" + CONFIG).text("vocabulary", "").equals(SHIPPED)) {
      return shipped(length);
    }
    return plain || !json ? fromPlainFiles(length) : fromJson(length);
  }

  private ClipTokenizer shipped(int length) {
    ClipVocabulary clip = ClipVocabulary.read();
    var ids = new ObjectMapper().<JsonNode>valueToTree(clip.ids());
    return tokenizer(new JsonObject(SHIPPED, ids), clip.ids(), clip.merges(), length);
  }

  private ClipTokenizer fromPlainFiles(int length) {
    JsonObject vocabulary = directory.requiredJson(folder + "/vocab.json");
    return tokenizer(vocabulary, ids(vocabulary), merges(), length);
  }

  private ClipTokenizer fromJson(int length) {
    JsonObject model = directory.requiredJson(folder + "/tokenizer.json").object("model");
    if (!model.text("type", "BPE").equals("BPE")) {
      throw model.refused("type", model.text("type"), "BPE");
    }
    JsonObject vocabulary = model.object("vocab");
    List<String> merges = new ArrayList<>();
    for (JsonNode merge : model.root().path("merges")) {
      merges.add(
          merge.isArray() ? merge.path(0).asText() + " " + merge.path(1).asText() : merge.asText());
    }
    if (merges.isEmpty()) {
      throw model.refused("merges", "none", "at least one");
    }
    return tokenizer(vocabulary, ids(vocabulary), merges, length);
  }

  private static Map<String, Integer> ids(JsonObject vocabulary) {
    Map<String, Integer> ids = new HashMap<>();
    vocabulary.fields().forEachRemaining(piece -> ids.put(piece, vocabulary.integer(piece)));
    return ids;
  }

  private List<String> merges() {
    String file = folder + "/merges.txt";
    Path path = directory.required(file);
    try {
      List<String> lines = Files.readAllLines(path);
      // The first line tells the version.
      List<String> merges =
          lines.stream().filter(line -> !line.startsWith("#version") && !line.isBlank()).toList();
      for (String merge : merges) {
        if (merge.split(" ", -1).length != 2) {
          throw new ModelException(file + ": \"" + merge + "\" (expected: two pieces)");
        }
      }
      return merges;
    } catch (IOException e) {
      throw new ModelException(file + ": cannot be read (expected: merges, one a line)", e);
    }
  }

  private ClipTokenizer tokenizer(
      JsonObject vocabulary, Map<String, Integer> ids, List<String> merges, int length) {
    Map<String, Integer> ranks = new HashMap<>();
    for (String merge : merges) {
      ranks.putIfAbsent(merge, ranks.size());
    }
    int end = vocabulary.integer(ClipTokenizer.END);
    return new ClipTokenizer(
        new BytePairs(ids, ranks, end),
        vocabulary.integer(ClipTokenizer.START),
        end,
        padding(vocabulary),
        length);
  }

  // Stable Diffusion 1 pads with the end, 2 and the second encoder of XL with "!".
  private int padding(JsonObject vocabulary) {
    for (String file : List.of(CONFIG, SPECIAL)) {
      JsonNode token = directory.optionalJson(folder + "/" + file).root().path("pad_token");
      String text = token.isObject() ? token.path("content").asText() : token.asText("");
      if (!text.isEmpty() && !text.equals("null")) {
        return vocabulary.integer(text);
      }
    }
    return vocabulary.integer(ClipTokenizer.END);
  }
}
