package dev.lukis.config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Checks at the start what constraints on single settings cannot: unknown names, files with a byte
 * order mark, and settings of Quarkus that contradict ours.
 */
@Singleton
class ConfigurationCheck {
  private static final Logger LOG = Logger.getLogger(ConfigurationCheck.class.getName());
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String PING_INTERVAL = "quarkus.websockets-next.server.auto-ping-interval";

  private final Config config;
  private final LukisConfig settings;

  @Inject
  ConfigurationCheck(Config config, LukisConfig settings) {
    this.config = config;
    this.settings = settings;
  }

  void check(@Observes StartupEvent event) {
    Set<String> names = new HashSet<>(System.getenv().keySet());
    for (ConfigSource source : config.getConfigSources()) {
      refuseByteOrderMark(source);
      // The source of environment variables lists each a second time, as the property it may be.
      if (!source.getName().startsWith("EnvConfigSource")) {
        names.addAll(source.getPropertyNames());
      }
    }
    new UnknownSettings().warnings(names).forEach(LOG::warning);
    checkPings();
  }

  // Java reads the mark as a part of the first key, which would be lost.
  static void refuseByteOrderMark(ConfigSource source) {
    for (String name : source.getPropertyNames()) {
      if (name.startsWith(BYTE_ORDER_MARK)) {
        throw new ConfigurationException(
            source.getName()
                + ": begins with a byte order mark (expected: UTF-8 without one), so that its first"
                + " key "
                + name.substring(1)
                + " has no effect");
      }
    }
  }

  private void checkPings() {
    Optional<Duration> pings = config.getOptionalValue(PING_INTERVAL, Duration.class);
    Duration silence = settings.admission().silence();
    if (pings.filter(interval -> interval.compareTo(silence) >= 0).isPresent()) {
      throw new ConfigurationException(
          "lukis.admission.silence: "
              + Violation.shown(silence)
              + " (expected: more than "
              + PING_INTERVAL
              + ", which is "
              + Violation.shown(pings.get())
              + ")");
    }
  }
}
