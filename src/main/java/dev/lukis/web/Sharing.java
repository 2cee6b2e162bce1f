package dev.lukis.web;

import dev.lukis.share.ImageShares;
import dev.lukis.share.ShareLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The application's one {@link ImageShares}. */
class Sharing {
  Sharing() {}

  @Produces
  @Singleton
  static ImageShares shares(LukisConfig config) {
    LukisConfig.ShareConfig share = config.share();
    long memory = share.memory().asLongValue();
    return new ImageShares(
        new ShareLimits(memory, memory, share.lifetime(), share.perSession()), Clock.systemUTC());
  }
}
