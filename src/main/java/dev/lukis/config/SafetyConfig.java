package dev.lukis.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What is not painted and what is not shown. */
public interface SafetyConfig {
  /** What is not painted. */
  Prompts prompts();

  /** What is not shown. */
  Images images();

  /** What is not painted. */
  interface Prompts {
    /** Whether prompts with blocked words are refused. */
    @WithDefault("true")
    boolean enabled();

    /** A directory of word lists, {@code *.txt}, in place of the ones that come along. */
    Optional<String> directory();
  }

  /** What is not shown. */
  interface Images {
    /** The directory of an ONNX image classifier that sees every image; without it, none does. */
    Optional<String> directory();

    /** Which of the classifier's labels are not shown. */
    @WithDefault("nsfw,porn,hentai")
    Set<String> labels();

    /** An image is kept back when those labels together are at least so likely. */
    @WithDefault("0.5")
    float threshold();
  }
}
