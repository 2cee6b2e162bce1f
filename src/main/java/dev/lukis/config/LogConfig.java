package dev.lukis.config;

import io.smallrye.config.WithDefault;

/** What is written into the log. */
public interface LogConfig {
  /** Whether prompts are, each edit that is taken. Tell people before you do. */
  @WithDefault("false")
  boolean prompts();
}
