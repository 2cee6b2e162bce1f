package dev.lukis.config;

import io.smallrye.config.WithDefault;

/** Logging. */
public interface LogConfig {
  /** Whether every prompt is logged, with control characters replaced. Inform your users. */
  @WithDefault("false")
  boolean prompts();
}
