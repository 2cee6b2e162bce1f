package dev.lukis.model.component;

import dev.lukis.model.tokenizer.Tokenizer;
import dev.lukis.model.tokenizer.Tokens;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A tokenizer and its text encoder, for prompts of any length: each chunk is encoded by itself, and
 * the hidden states of all follow each other.
 *
 * @param mostChunks what is longer is cut
 */
record ChunkedEncoder(Tokenizer tokenizer, TextEncoder textEncoder, int mostChunks) {
  /** Hidden states [chunks * tokens, width], and what else the encoder says of the first chunk. */
  record Encoded(Tensor states, List<Tensor> more) {}

  List<Tokens> chunks(String prompt) {
    return tokenizer.chunks(prompt, mostChunks);
  }

  boolean cuts(String prompt) {
    List<Tokens> chunks = chunks(prompt);
    return chunks.get(chunks.size() - 1).truncated();
  }

  /**
   * @param prompts in chunks
   * @param count of chunks that each has in the end: those of the empty prompt follow
   */
  List<Encoded> encode(List<List<Tokens>> prompts, int count) {
    List<Tokens> all = new ArrayList<>();
    Tokens empty = tokenizer.encode("");
    for (List<Tokens> chunks : prompts) {
      for (int i = 0; i < count; i++) {
        all.add(i < chunks.size() ? chunks.get(i) : empty);
      }
    }
    List<Tensor> outputs = textEncoder.encode(all);
    List<Encoded> encoded = new ArrayList<>();
    for (int first = 0; first < all.size(); first += count) {
      int row = first;
      encoded.add(
          new Encoded(
              joined(outputs.get(0), all.subList(first, first + count), first),
              outputs.subList(1, outputs.size()).stream().map(each -> each.row(row)).toList()));
    }
    return encoded;
  }

  private static Tensor joined(Tensor states, List<Tokens> chunks, int first) {
    Shape shape = states.shape(); // [rows, tokens, width]
    int length = shape.size(1) * shape.size(2);
    float[] joined = new float[chunks.size() * length];
    for (int i = 0; i < chunks.size(); i++) {
      Tensor row = Emphasis.apply(states.row(first + i), chunks.get(i).weights());
      System.arraycopy(row.data(), 0, joined, i * length, length);
    }
    return new Tensor(Shape.of(chunks.size() * shape.size(1), shape.size(2)), joined);
  }
}
