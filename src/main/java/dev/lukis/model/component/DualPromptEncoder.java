package dev.lukis.model.component;

import dev.lukis.model.tokenizer.Tokenizer;
import dev.lukis.model.tokenizer.Tokens;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two text encoders side by side: their hidden states are joined along the width, and the second
 * one's pooled vector is kept. Podell et al., "SDXL" (2023), section 2.1.
 */
public final class DualPromptEncoder implements PromptEncoder {
  private final ChunkedEncoder first;
  private final ChunkedEncoder second;
  private final boolean zerosForEmpty;

  /**
   * @param mostChunks how many chunks of a prompt are read at most
   * @param zerosForEmpty whether an empty negative prompt is all zeros, {@code
   *     force_zeros_for_empty_prompt} in diffusers
   */
  public DualPromptEncoder(
      Tokenizer firstTokenizer,
      TextEncoder first,
      Tokenizer secondTokenizer,
      TextEncoder second,
      int mostChunks,
      boolean zerosForEmpty) {
    this.first = new ChunkedEncoder(firstTokenizer, first, mostChunks);
    this.second = new ChunkedEncoder(secondTokenizer, second, mostChunks);
    this.zerosForEmpty = zerosForEmpty;
  }

  @Override
  public boolean readsWeights() {
    return first.tokenizer().readsWeights() && second.tokenizer().readsWeights();
  }

  @Override
  public boolean cuts(String prompt) {
    return first.cuts(prompt) || second.cuts(prompt);
  }

  @Override
  public List<PromptEmbeddings> encode(String prompt, Optional<String> negative) {
    boolean zeros = zerosForEmpty && negative.filter(String::isBlank).isPresent();
    List<String> prompts = new ArrayList<>(List.of(prompt));
    negative.filter(words -> !zeros).ifPresent(prompts::add);
    List<TextEmbeddings> texts = encode(prompts);
    List<PromptEmbeddings> encoded = new ArrayList<>(texts);
    if (zeros) {
      encoded.add(zerosLike(texts.get(0)));
    }
    return encoded;
  }

  private List<TextEmbeddings> encode(List<String> prompts) {
    List<List<Tokens>> left = prompts.stream().map(first::chunks).toList();
    List<List<Tokens>> right = prompts.stream().map(second::chunks).toList();
    int count =
        Stream.concat(left.stream(), right.stream()).mapToInt(List::size).max().orElseThrow();
    List<ChunkedEncoder.Encoded> lefts = first.encode(left, count);
    List<ChunkedEncoder.Encoded> rights = second.encode(right, count);
    List<TextEmbeddings> encoded = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      Tensor states = joined(lefts.get(i).states(), rights.get(i).states());
      encoded.add(new TextEmbeddings(states, Optional.of(rights.get(i).more().get(0))));
    }
    return encoded;
  }

  /** [tokens, a] and [tokens, b] to [tokens, a + b]. */
  private static Tensor joined(Tensor left, Tensor right) {
    int tokens = left.shape().size(0);
    int a = left.shape().size(1);
    int b = right.shape().size(1);
    float[] joined = new float[tokens * (a + b)];
    for (int i = 0; i < tokens; i++) {
      System.arraycopy(left.data(), i * a, joined, i * (a + b), a);
      System.arraycopy(right.data(), i * b, joined, i * (a + b) + a, b);
    }
    return new Tensor(Shape.of(tokens, a + b), joined);
  }

  private static PromptEmbeddings zerosLike(TextEmbeddings states) {
    return new TextEmbeddings(
        states.hiddenStates().times(0), states.pooled().map(pooled -> pooled.times(0)));
  }
}
