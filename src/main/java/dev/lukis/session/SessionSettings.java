package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session's images.
 *
 * @param seed of all noise; constant, so that an edit changes what the words say and not the whole
 *     scene
 * @param width of images, in pixels
 * @param height of images, in pixels
 * @param guidanceScale null for the model's own
 * @param negativePrompt words to keep away from; has an effect with guidance only
 * @param format of images on the wire
 * @param acks whether the client acknowledges images
 */
public record SessionSettings(
    long seed,
    int width,
    int height,
    @Nullable Float guidanceScale,
    String negativePrompt,
    ImageFormat format,
    boolean acks) {

  /** These settings, replaced by the values of a change that are not null. */
  public SessionSettings with(SettingsChange change) {
    return new SessionSettings(
        Objects.requireNonNullElse(change.seed(), seed),
        Objects.requireNonNullElse(change.width(), width),
        Objects.requireNonNullElse(change.height(), height),
        change.guidanceScale() == null ? guidanceScale : change.guidanceScale(),
        Objects.requireNonNullElse(change.negativePrompt(), negativePrompt),
        Objects.requireNonNullElse(change.format(), format),
        Objects.requireNonNullElse(change.acks(), acks));
  }

  /** Whether images made under the other settings would look, and be encoded, the same. */
  boolean paintsLike(SessionSettings other) {
    SettingsChange anyAcks = SettingsChange.NONE.withAcks(true);
    return with(anyAcks).equals(other.with(anyAcks));
  }
}
