package dev.lukis.http;

import dev.lukis.config.LukisConfig;
import dev.lukis.gallery.ImageShares;
import dev.lukis.gallery.InMemorySharedImages;
import dev.lukis.gallery.ShareLimits;
import dev.lukis.gallery.SharedImages;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The application's one {@link ImageShares}. */
class GalleryProducer {
  GalleryProducer() {}

  @Produces
  @Singleton
  static ImageShares shares(LukisConfig config, SharedImages sharedImages) {
    LukisConfig.ShareConfig share = config.share();
    long memory = share.memory().asLongValue();
    return new ImageShares(
        new ShareLimits(memory, memory, share.lifetime(), share.perSession()),
        sharedImages,
        Clock.systemUTC());
  }

  /** Shared images are kept in this process, unless another bean takes its place. */
  @Produces
  @Singleton
  @DefaultBean
  static SharedImages sharedImages(LukisConfig config) {
    LukisConfig.ShareConfig share = config.share();
    return new InMemorySharedImages(
        share.lifetime(), share.memory().asLongValue(), Clock.systemUTC());
  }
}
