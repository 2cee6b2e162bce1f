package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import org.jspecify.annotations.Nullable;

/** New values of settings; null leaves a setting as it is. See {@link SessionSettings}. */
public record SettingsChange(
    @Nullable Long seed,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Float guidanceScale,
    @Nullable String negativePrompt,
    @Nullable ImageFormat format,
    @Nullable Boolean acks) {
  /** Changes nothing. */
  public static final SettingsChange NONE =
      new SettingsChange(null, null, null, null, null, null, null);

  public SettingsChange withSeed(long value) {
    return new SettingsChange(value, width, height, guidanceScale, negativePrompt, format, acks);
  }

  public SettingsChange withSize(int newWidth, int newHeight) {
    return new SettingsChange(
        seed, newWidth, newHeight, guidanceScale, negativePrompt, format, acks);
  }

  public SettingsChange withGuidanceScale(float value) {
    return new SettingsChange(seed, width, height, value, negativePrompt, format, acks);
  }

  public SettingsChange withFormat(ImageFormat value) {
    return new SettingsChange(seed, width, height, guidanceScale, negativePrompt, value, acks);
  }

  public SettingsChange withAcks(boolean value) {
    return new SettingsChange(seed, width, height, guidanceScale, negativePrompt, format, value);
  }
}
