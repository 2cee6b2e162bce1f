package dev.lukis.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Coming back after the connection was lost. */
public interface ResumeConfig {
  /** For how long a session can be taken up again. */
  @WithDefault("2m")
  Duration within();

  /** Memory for sessions that may be taken up again; the oldest goes first. */
  @WithDefault("32M")
  MemorySize memory();
}
