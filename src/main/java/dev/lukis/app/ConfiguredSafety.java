package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.config.SafetyConfig;
import dev.lukis.model.classifier.ImageClassifier;
import dev.lukis.model.files.ModelException;
import dev.lukis.safety.ClassifierGate;
import dev.lukis.safety.ImageGate;
import dev.lukis.safety.PromptGate;
import dev.lukis.safety.Safety;
import dev.lukis.tensor.Tensor;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The configured prompt gate and image classifier. Thread-safe. */
@Singleton
class ConfiguredSafety implements Safety {
  private static final String[] LANGUAGES = {"en", "id"};

  private final Optional<PromptGate> prompts;
  private final ImageGate images;

  @Inject
  ConfiguredSafety(LukisConfig config) {
    try {
      this.prompts = prompts(config.safety().prompts());
      this.images = images(config.safety().images());
    } catch (IllegalArgumentException | ModelException e) {
      throw new ConfigurationException("lukis.safety: " + e.getMessage());
    }
  }

  private static Optional<PromptGate> prompts(SafetyConfig.Prompts config) {
    if (!config.enabled()) {
      return Optional.empty();
    }
    return Optional.of(
        config.directory().map(each -> PromptGate.read(Path.of(each))).orElseGet(() -> packed()));
  }

  private static PromptGate packed() {
    try {
      Reader[] lists = new Reader[LANGUAGES.length];
      for (int i = 0; i < LANGUAGES.length; i++) {
        lists[i] = packed("safety/" + LANGUAGES[i] + ".txt");
      }
      return PromptGate.of("the built-in word lists", lists);
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in word lists cannot be read", e);
    }
  }

  private static Reader packed(String resource) throws IOException {
    InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IOException(resource + " is missing");
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  private static ImageGate images(SafetyConfig.Images config) {
    return config
        .directory()
        .map(Path::of)
        .<ImageGate>map(
            path ->
                new ClassifierGate(ImageClassifier.load(path), config.labels(), config.threshold()))
        .orElse(ImageGate.NONE);
  }

  @Override
  public Verdict judge(String text) {
    return prompts.map(gate -> gate.judge(text)).orElse(Verdict.CLEAN);
  }

  @Override
  public boolean allows(Tensor pixels) {
    return images.allows(pixels);
  }

  /** Frees the classifier, which only this uses. */
  @Override
  @PreDestroy
  public void close() {
    images.close();
  }
}
