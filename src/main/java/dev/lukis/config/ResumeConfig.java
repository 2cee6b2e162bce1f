package dev.lukis.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Resumption of sessions whose connection was lost. */
public interface ResumeConfig {
  /** Time for which a session can be resumed. */
  @Range(min = "0ms", max = "24h")
  @WithDefault("2m")
  Duration within();

  /** Memory for sessions that can be resumed. Above it, some are dropped. */
  @Range(min = "0", max = "1T")
  @WithDefault("32M")
  MemorySize memory();
}
