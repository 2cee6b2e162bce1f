package dev.lukis.config;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Graceful shutdown. */
public interface DrainConfig {
  /** Maximum time to complete final images at shutdown. */
  @Range(min = "0ms", max = "1h")
  @WithDefault("20s")
  Duration deadline();
}
