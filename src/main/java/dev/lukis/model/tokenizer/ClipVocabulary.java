package dev.lukis.model.tokenizer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * CLIP's own vocabulary, which all of Stable Diffusion's text encoders read and checkpoints lack.
 * It follows from its merges: all letters, all letters at a word's end, what each merge makes, and
 * the two special tokens.
 *
 * @param ids of the pieces, 0 to 49,407
 * @param merges two pieces each, with a space between; in the order in which they apply
 */
record ClipVocabulary(Map<String, Integer> ids, List<String> merges) {
  private static final String RESOURCE = "/tokenizer/clip-merges.txt.gz";

  static ClipVocabulary read() {
    List<String> merges = mergesOf(RESOURCE);
    Map<String, Integer> ids = new HashMap<>();
    ByteAlphabet.inOrder().forEach(letter -> ids.put(letter, ids.size()));
    ByteAlphabet.inOrder().forEach(letter -> ids.put(letter + BytePairs.END, ids.size()));
    merges.forEach(merge -> ids.put(merge.replace(" ", ""), ids.size()));
    ids.put(ClipTokenizer.START, ids.size());
    ids.put(ClipTokenizer.END, ids.size());
    return new ClipVocabulary(ids, merges);
  }

  private static List<String> mergesOf(String resource) {
    try (InputStream in =
            Objects.requireNonNull(ClipVocabulary.class.getResourceAsStream(resource), resource);
        var reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
