package dev.lukis.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Safety checks of prompts and images. */
public interface SafetyConfig {
  /** Prompt filter. */
  Prompts prompts();

  /** Image classifier. */
  Images images();

  /** Prompt filter. */
  interface Prompts {
    /** Whether prompts with blocked words are refused. */
    @WithDefault("true")
    boolean enabled();

    /** Directory of word lists, {@code *.txt}. By default, the lists in English and Indonesian. */
    Optional<String> directory();
  }

  /** Image classifier. */
  interface Images {
    /** Directory of an ONNX image classifier that checks every image. By default, none. */
    Optional<String> directory();

    /** Labels of the classifier for images that are blocked. */
    @WithDefault("nsfw,porn,hentai")
    Set<String> labels();

    /** Probability of these labels together, 0 to 1, from which an image is blocked. */
    @Range(min = "0", max = "1")
    @WithDefault("0.5")
    float threshold();
  }
}
