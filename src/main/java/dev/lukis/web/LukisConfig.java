package dev.lukis.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What an operator can set. */
@ConfigMapping(prefix = "lukis")
interface LukisConfig {
  /** The model: a directory in diffusers' ONNX layout, or {@code classpath:} and a folder. */
  @WithDefault("classpath:models/lukis-mini")
  String model();

  /** Processor threads that share one operator of the model; by default, all processors. */
  OptionalInt threads();

  /** How many people may share one denoising step. */
  @WithDefault("4")
  int batchCap();

  /** Characters of a prompt at most. */
  @WithDefault("500")
  int promptLength();

  /**
   * Origins beside the page's own from which browsers may connect, such as {@code
   * https://example.org}.
   */
  Optional<List<String>> allowedOrigins();

  /** What happens while somebody types. */
  Live live();

  /** What happens while somebody types. */
  interface Live {
    /** An edit is painted after this long without another. */
    @WithDefault("120ms")
    Duration quiet();

    /** An edit is painted at the latest after this long. */
    @WithDefault("400ms")
    Duration maxWait();

    /** The first edit after this long without any is painted at once. */
    @WithDefault("1s")
    Duration idle();

    /** What was typed is painted as well as possible after this long a pause. */
    @WithDefault("600ms")
    Duration settleAfter();

    /** What becomes of a running generation when a newer revision arrives. */
    @WithDefault("steer")
    OnNewRevision onNewRevision();
  }

  /** Names of the supersession policies. */
  enum OnNewRevision {
    STEER,
    RESTART,
    FINISH
  }
}
