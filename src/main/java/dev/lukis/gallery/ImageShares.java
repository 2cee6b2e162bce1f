package dev.lukis.gallery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.painting.PaintedImage;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares final images: those of an open session are kept in its {@link ShareableImages}, and one
 * that is shared can be fetched by its token until it expires. Bounded in bytes. Thread-safe.
 */
public final class ImageShares {
  private static final int TOKEN_BYTES = 16;

  private final ShareLimits limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, ShareableImages> open = new ConcurrentHashMap<>();
  private final Cache<Key, PaintedImage> kept;
  private final SharedImages shared;

  record Key(String session, long image) {}

  /**
   * @param shared keeps the shared images for {@link ShareLimits#lifetime}
   * @param clock tells when shares expire
   */
  public ImageShares(ShareLimits limits, SharedImages shared, Clock clock) {
    this.limits = limits;
    this.shared = shared;
    this.clock = clock;
    this.kept =
        Caffeine.newBuilder()
            .maximumWeight(limits.keptBytes())
            .weigher((Key key, PaintedImage image) -> image.memory())
            .build();
  }

  /**
   * @param session secret name of the session: a client that knows it can share its images
   */
  public ShareableImages open(String session) {
    ShareableImages shareableImages = new ShareableImages(session, this);
    open.put(session, shareableImages);
    return shareableImages;
  }

  /**
   * Shares an image.
   *
   * @param image its number in its session
   * @return empty if the session or the image is not kept any more; fails with {@link
   *     TooManySharesException} if the session has shared as many images as it may
   */
  public Uni<Optional<Share>> share(String session, long image) {
    return Uni.createFrom()
        .item(
            () ->
                Optional.ofNullable(open.get(session))
                    .flatMap(images -> images.claim(image, limits.sharesPerSession())))
        .chain(found -> found.map(this::publish).orElseGet(ImageShares::none));
  }

  private static Uni<Optional<Share>> none() {
    return Uni.createFrom().item(Optional.empty());
  }

  /** A shared image, until it expires. */
  public Uni<Optional<PaintedImage>> find(String token) {
    return shared.find(token);
  }

  private Uni<Optional<Share>> publish(PaintedImage image) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Share share = new Share(token, clock.instant().plus(limits.lifetime()));
    return shared.put(token, image).replaceWith(Optional.of(share));
  }

  void keep(Key key, PaintedImage image) {
    kept.put(key, image);
  }

  Optional<PaintedImage> kept(Key key) {
    return Optional.ofNullable(kept.getIfPresent(key));
  }

  void forget(Key key) {
    kept.invalidate(key);
  }

  void closed(String session) {
    open.remove(session);
  }
}
