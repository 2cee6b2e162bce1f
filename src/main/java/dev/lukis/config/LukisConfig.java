package dev.lukis.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What an operator can set. */
@ConfigMapping(prefix = "lukis")
public interface LukisConfig {
  /** The model: a directory in diffusers' ONNX layout, or {@code classpath:} and a folder. */
  @WithDefault("classpath:models/lukis-mini")
  String model();

  /**
   * What paints: {@code cpu}, {@code cuda:0}, several as {@code cuda:0,cuda:1}, or {@code auto}: a
   * GPU where there is one. GPUs need a build for them.
   */
  @WithDefault("auto")
  String device();

  /**
   * A folder in which TensorRT keeps the engines that it builds for a model; on GPUs, and only
   * where this is set, TensorRT runs what it can of a model.
   */
  Optional<Path> tensorrtCache();

  /** Processor threads that share one operator of the model; by default, all processors. */
  OptionalInt threads();

  /**
   * How many people may share one denoising step; by default, what a measurement at the start
   * finds.
   */
  OptionalInt batchCap();

  /**
   * A device that has been at one step for longer than this has hung, and the application is no
   * longer alive.
   */
  @WithDefault("60s")
  Duration hungAfter();

  /** Characters of a prompt at most. */
  @WithDefault("500")
  int promptLength();

  /**
   * Origins beside the page's own from which browsers may connect, such as {@code
   * https://example.org}.
   */
  Optional<List<String>> allowedOrigins();

  /** What is remembered. */
  Cache cache();

  /** What is remembered. */
  interface Cache {
    /** Memory for prompts as the model understands them. */
    @WithDefault("16M")
    MemorySize conditioning();

    /** Memory for encoded images. */
    @WithDefault("32M")
    MemorySize images();
  }

  /** Finished images that people take home. */
  ShareConfig share();

  /** Finished images that people take home. */
  interface ShareConfig {
    /**
     * Below which address others reach this application, such as {@code https://lukis.example.org};
     * by default, what the browser was told.
     */
    Optional<String> baseUrl();

    /** How long a shared image can be fetched. */
    @WithDefault("30m")
    Duration lifetime();

    /** Memory for shared images; the least valuable goes first. */
    @WithDefault("32M")
    MemorySize memory();

    /** How many images one session may share. */
    @WithDefault("50")
    int perSession();
  }

  /** The page. */
  Page page();

  /** The page. */
  interface Page {
    /** Its name. */
    @WithDefault("Lukis")
    String title();

    /** The address of a picture shown beside the name. */
    Optional<String> logo();

    /** The page as a stand at a fair shows it, at {@code /?booth}. */
    Booth booth();
  }

  /** The page as a stand at a fair shows it. */
  interface Booth {
    /** What it types by itself while nobody is there, by language tag. */
    Map<String, List<String>> prompts();

    /** It begins to type by itself when nobody has touched it for this long. */
    @WithDefault("20s")
    Duration attractAfter();

    /** Every trace of whoever was there is wiped when nobody has touched it for this long. */
    @WithDefault("60s")
    Duration wipeAfter();
  }

  /** What happens while somebody types. */
  Live live();

  /** What happens while somebody types. */
  interface Live {
    /**
     * An edit is painted after this long without another, until it is known how long drafts take.
     */
    @WithDefault("120ms")
    Duration quiet();

    /** Then after as long as a draft takes, but at least this. */
    @WithDefault("30ms")
    Duration quietMin();

    /** And at most this. */
    @WithDefault("300ms")
    Duration quietMax();

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

    /**
     * A draft is steered while at least this part of it is noise, 0 to 1; with less, newer words
     * would not show. By default, what the model's {@code lukis.json} says, else 0.6.
     */
    Optional<Float> steerNoise();

    /** Somebody who types is shown a new image at least this often, if the device can. */
    @WithDefault("700ms")
    Duration maxStaleness();

    /** A settle that has waited this long is no longer put behind drafts. */
    @WithDefault("3s")
    Duration settlePatience();

    /**
     * A client for which one write, or one acknowledgement for which an image waits, takes longer
     * than this has stalled and is closed.
     */
    @WithDefault("10s")
    Duration writeDeadline();
  }

  /** Who may come in, and how much each may send. */
  AdmissionConfig admission();

  /** Coming back after the connection was lost. */
  ResumeConfig resume();

  /** Ending the application. */
  DrainConfig drain();

  /** What is not painted and what is not shown. */
  SafetyConfig safety();

  /** Who has to say who they are. */
  IdentityConfig identity();

  /** What is written into the log. */
  LogConfig log();

  /** Names of the supersession policies. */
  enum OnNewRevision {
    STEER,
    RESTART,
    FINISH
  }
}
