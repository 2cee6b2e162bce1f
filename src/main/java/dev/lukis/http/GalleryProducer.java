package dev.lukis.http;

import dev.lukis.config.LukisConfig;
import dev.lukis.gallery.ImageShares;
import dev.lukis.gallery.ShareLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The application's one {@link ImageShares}. */
class GalleryProducer {
  GalleryProducer() {}

  @Produces
  @Singleton
  static ImageShares shares(LukisConfig config) {
    LukisConfig.ShareConfig share = config.share();
    long memory = share.memory().asLongValue();
    return new ImageShares(
        new ShareLimits(memory, memory, share.lifetime(), share.perSession()), Clock.systemUTC());
  }
}
