package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import java.util.Optional;

/**
 * What a person has chosen beside the words.
 *
 * @param seed of all noise, so that an edit changes what the words say and not the whole scene
 * @param width of images, in pixels
 * @param height likewise
 * @param guidanceScale where it differs from the model's own
 * @param negativePrompt what to keep away from, under guidance
 * @param format of images on the wire
 * @param acks whether the client acknowledges the images that it shows
 */
public record SessionSettings(
    long seed,
    int width,
    int height,
    Optional<Float> guidanceScale,
    String negativePrompt,
    ImageFormat format,
    boolean acks) {

  SessionSettings with(SettingsChange change) {
    return new SessionSettings(
        change.seed().orElse(seed),
        change.width().orElse(width),
        change.height().orElse(height),
        change.guidanceScale().or(() -> guidanceScale),
        change.negativePrompt().orElse(negativePrompt),
        change.format().orElse(format),
        change.acks().orElse(acks));
  }

  /** Whether images made under the other settings would look or be encoded otherwise. */
  boolean paintsLike(SessionSettings other) {
    return with(SettingsChange.acks(true)).equals(other.with(SettingsChange.acks(true)));
  }
}
