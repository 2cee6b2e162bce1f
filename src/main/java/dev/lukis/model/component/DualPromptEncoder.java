package dev.lukis.model.component;

import dev.lukis.model.tokenizer.Tokenizer;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two text encoders side by side: their hidden states are joined along the width, and the second
 * one's pooled vector is kept. Podell et al., "SDXL" (2023), section 2.1.
 */
public final class DualPromptEncoder implements PromptEncoder {
  private final Tokenizer firstTokenizer;
  private final TextEncoder first;
  private final Tokenizer secondTokenizer;
  private final TextEncoder second;
  private final boolean zerosForEmpty;

  /**
   * @param zerosForEmpty whether an empty negative prompt is all zeros, {@code
   *     force_zeros_for_empty_prompt} in diffusers
   */
  public DualPromptEncoder(
      Tokenizer firstTokenizer,
      TextEncoder first,
      Tokenizer secondTokenizer,
      TextEncoder second,
      boolean zerosForEmpty) {
    this.firstTokenizer = firstTokenizer;
    this.first = first;
    this.secondTokenizer = secondTokenizer;
    this.second = second;
    this.zerosForEmpty = zerosForEmpty;
  }

  @Override
  public boolean cuts(String prompt) {
    return firstTokenizer.encode(prompt).truncated();
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
    Tensor left = first.encode(prompts.stream().map(firstTokenizer::encode).toList()).get(0);
    List<Tensor> right = second.encode(prompts.stream().map(secondTokenizer::encode).toList());
    List<TextEmbeddings> encoded = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      Tensor states = joined(left.row(i), right.get(0).row(i));
      encoded.add(new TextEmbeddings(states, Optional.of(right.get(1).row(i))));
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
