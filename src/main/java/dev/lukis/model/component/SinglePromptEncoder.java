package dev.lukis.model.component;

import dev.lukis.model.tokenizer.Tokenizer;
import dev.lukis.model.tokenizer.Tokens;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One tokenizer and one text encoder, whose hidden states are all that conditions. */
public record SinglePromptEncoder(Tokenizer tokenizer, TextEncoder textEncoder)
    implements PromptEncoder {
  @Override
  public boolean cuts(String prompt) {
    return tokenizer.encode(prompt).truncated();
  }

  @Override
  public List<PromptEmbeddings> encode(String prompt, Optional<String> negative) {
    List<Tokens> prompts = new ArrayList<>(2);
    prompts.add(tokenizer.encode(prompt));
    negative.ifPresent(words -> prompts.add(tokenizer.encode(words)));
    Tensor states = textEncoder.encode(prompts).get(0); // [1 or 2, tokens, width]
    List<PromptEmbeddings> encoded = new ArrayList<>(2);
    for (int i = 0; i < prompts.size(); i++) {
      encoded.add(PromptEmbeddings.of(states.row(i)));
    }
    return encoded;
  }
}
