package dev.lukis.web;

import io.smallrye.config.WithDefault;

/** What is written into the log. */
interface LogConfig {
  /** Whether committed prompts are. Tell people before you do. */
  @WithDefault("false")
  boolean prompts();
}
