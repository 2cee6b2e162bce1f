package dev.lukis.model.component;

import dev.lukis.model.tokenizer.Tokenizer;
import dev.lukis.model.tokenizer.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One tokenizer and one text encoder, whose hidden states are all that conditions.
 *
 * @param mostChunks how many chunks of a prompt are read at most
 */
public record SinglePromptEncoder(Tokenizer tokenizer, TextEncoder textEncoder, int mostChunks)
    implements PromptEncoder {
  /** Of a model that reads one chunk. */
  public SinglePromptEncoder(Tokenizer tokenizer, TextEncoder textEncoder) {
    this(tokenizer, textEncoder, 1);
  }

  private ChunkedEncoder encoder() {
    return new ChunkedEncoder(tokenizer, textEncoder, mostChunks);
  }

  @Override
  public boolean readsWeights() {
    return tokenizer.readsWeights();
  }

  @Override
  public boolean cuts(String prompt) {
    return encoder().cuts(prompt);
  }

  @Override
  public List<PromptEmbeddings> encode(String prompt, Optional<String> negative) {
    ChunkedEncoder encoder = encoder();
    List<List<Tokens>> prompts = new ArrayList<>(2);
    prompts.add(encoder.chunks(prompt));
    negative.ifPresent(words -> prompts.add(encoder.chunks(words)));
    int count = prompts.stream().mapToInt(List::size).max().orElseThrow();
    return encoder.encode(prompts, count).stream()
        .map(each -> PromptEmbeddings.of(each.states()))
        .toList();
  }
}
