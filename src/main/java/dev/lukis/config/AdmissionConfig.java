package dev.lukis.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Admission, and limits of what clients send. */
public interface AdmissionConfig {
  /** Upper bound of open sessions. */
  @Range(min = "1", max = "1000000")
  @WithDefault("1024")
  int sessions();

  /** Behaviour at capacity: {@code queue} or {@code refuse}. */
  @WithDefault("queue")
  WhenFull whenFull();

  /** Upper bound of clients that wait in the queue. Further clients are refused. */
  @Range(min = "0", max = "1000000")
  @WithDefault("256")
  int waiting();

  /** Interval at which a waiting client is told its position, even if it has not changed. */
  @Range(min = "1s", max = "1h")
  @WithDefault("20s")
  Duration remind();

  /** Time after which a refused client should try again, sent as {@code Retry-After}. */
  @Range(min = "1s", max = "1h")
  @WithDefault("10s")
  Duration retryAfter();

  /**
   * Upper bound of open connections from one IP address. IPv6 addresses with the same first 64 bits
   * count as one.
   */
  @Range(min = "1", max = "1000000")
  @WithDefault("256")
  int connectionsPerAddress();

  /** Time after which a connection is cut if the client sends nothing, not even a pong. */
  @Range(min = "1s", max = "24h")
  @WithDefault("75s")
  Duration silence();

  /** Time after which a connection is closed if the client sends no message. */
  @Range(min = "1s", max = "720h")
  @WithDefault("30m")
  Duration idle();

  /** Limits of one connection. */
  PerConnection session();

  /** Limits of all connections from one IP address together. */
  PerAddress address();

  /** Limits of one connection. */
  interface PerConnection {
    /** Sustained rate, in messages a second. A key held down causes about 30. */
    @Range(min = "1", max = "1e9")
    @WithDefault("50")
    double messages();

    /** Burst, in messages. */
    @Range(min = "1", max = "1e9")
    @WithDefault("100")
    double messagesBurst();

    /** Sustained rate, in bytes a second. */
    @Range(min = "1K", max = "1T")
    @WithDefault("64K")
    MemorySize bytes();

    /** Burst, in bytes. */
    @Range(min = "1K", max = "1T")
    @WithDefault("256K")
    MemorySize bytesBurst();
  }

  /** Limits of all connections from one IP address together. */
  interface PerAddress {
    /** Sustained rate, in messages a second. */
    @Range(min = "1", max = "1e9")
    @WithDefault("5000")
    double messages();

    /** Burst, in messages. */
    @Range(min = "1", max = "1e9")
    @WithDefault("10000")
    double messagesBurst();

    /** Sustained rate, in bytes a second. */
    @Range(min = "1K", max = "1T")
    @WithDefault("4M")
    MemorySize bytes();

    /** Burst, in bytes. */
    @Range(min = "1K", max = "1T")
    @WithDefault("16M")
    MemorySize bytesBurst();
  }

  /** Behaviour at capacity. */
  enum WhenFull {
    QUEUE,
    REFUSE
  }
}
