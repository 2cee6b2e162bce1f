package dev.lukis.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Ending the application. */
public interface DrainConfig {
  /** For how long pictures that are being settled may still be finished. */
  @WithDefault("20s")
  Duration deadline();
}
