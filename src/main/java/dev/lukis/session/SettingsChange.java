package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import java.util.Optional;

/** The settings that a client wants changed; the empty ones stay. See {@link SessionSettings}. */
public record SettingsChange(
    Optional<Long> seed,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<Float> guidanceScale,
    Optional<String> negativePrompt,
    Optional<ImageFormat> format,
    Optional<Boolean> acks) {

  static SettingsChange acks(boolean acks) {
    return new SettingsChange(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(acks));
  }
}
