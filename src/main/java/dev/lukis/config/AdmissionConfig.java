package dev.lukis.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may come in, and how much each may send. */
public interface AdmissionConfig {
  /** How many people may have a session at a time. */
  @WithDefault("1024")
  int sessions();

  /** What becomes of whoever comes when that many are there. */
  @WithDefault("queue")
  WhenFull whenFull();

  /** How many may wait in line; who comes after them is refused. */
  @WithDefault("256")
  int waiting();

  /** Who waits is told their position when it changes, and at least this often. */
  @WithDefault("20s")
  Duration remind();

  /** After how long somebody who was refused is told to try again. */
  @WithDefault("10s")
  Duration retryAfter();

  /** How many connections one address may have open; half of an IPv6 address counts. */
  @WithDefault("256")
  int connectionsPerAddress();

  /** A connection from which nothing was heard for this long, not even a pong, is cut. */
  @WithDefault("75s")
  Duration silence();

  /** Somebody who has typed nothing for this long is closed and makes room. */
  @WithDefault("30m")
  Duration idle();

  /** What one connection may send. */
  PerConnection session();

  /** What all connections of one address may send together. */
  PerAddress address();

  /** What one connection may send. */
  interface PerConnection {
    /** Messages a second in the long run; a key that is held down gives some 30. */
    @WithDefault("50")
    double messages();

    /** Messages at once, after a while of none. */
    @WithDefault("100")
    double messagesBurst();

    /** Bytes a second in the long run. */
    @WithDefault("64K")
    MemorySize bytes();

    /** Bytes at once, after a while of none. */
    @WithDefault("256K")
    MemorySize bytesBurst();
  }

  /** What all connections of one address may send together. */
  interface PerAddress {
    /** Messages a second in the long run. */
    @WithDefault("5000")
    double messages();

    /** Messages at once, after a while of none. */
    @WithDefault("10000")
    double messagesBurst();

    /** Bytes a second in the long run. */
    @WithDefault("4M")
    MemorySize bytes();

    /** Bytes at once, after a while of none. */
    @WithDefault("16M")
    MemorySize bytesBurst();
  }

  /** What a full server does. */
  enum WhenFull {
    QUEUE,
    REFUSE
  }
}
