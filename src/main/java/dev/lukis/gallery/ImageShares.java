package dev.lukis.gallery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets people take a finished image home: a session's final images are kept in its {@link
 * ShareableImages} while it is open, and one of them, once shared, can be fetched by its token
 * until it expires. Bounded in bytes. Thread-safe.
 */
public final class ImageShares {
  private static final int TOKEN_BYTES = 16;
  private static final int ENTRY_BYTES = 256;

  private final ShareLimits limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, ShareableImages> open = new ConcurrentHashMap<>();
  private final Cache<Key, EncodedImage> kept;
  private final Cache<String, EncodedImage> shared;

  record Key(String session, long image) {}

  /**
   * @param clock tells when shares expire
   */
  public ImageShares(ShareLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    Ticker ticker = () -> clock.millis() * 1_000_000;
    this.kept = weighted(limits.keptBytes()).build();
    this.shared =
        weighted(limits.sharedBytes()).expireAfterWrite(limits.lifetime()).ticker(ticker).build();
  }

  private static Caffeine<Object, EncodedImage> weighted(long maxBytes) {
    return Caffeine.newBuilder()
        .maximumWeight(maxBytes)
        .weigher((key, image) -> ENTRY_BYTES + image.bytes().length);
  }

  /**
   * @param session the name by which it shares; whoever knows it can share its images
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
   * @return nothing when the session, or the image, is not there any more
   * @throws TooManySharesException when the session has shared as much as it may
   */
  public Optional<Share> share(String session, long image) {
    return Optional.ofNullable(open.get(session))
        .flatMap(shareableImages -> shareableImages.share(image, limits.sharesPerSession()));
  }

  /** A shared image, until it expires. */
  public Optional<EncodedImage> find(String token) {
    return Optional.ofNullable(shared.getIfPresent(token));
  }

  Share publish(EncodedImage image) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    shared.put(token, image);
    return new Share(token, clock.instant().plus(limits.lifetime()));
  }

  void keep(Key key, EncodedImage image) {
    kept.put(key, image);
  }

  Optional<EncodedImage> kept(Key key) {
    return Optional.ofNullable(kept.getIfPresent(key));
  }

  void forget(Key key) {
    kept.invalidate(key);
  }

  void closed(String session) {
    open.remove(session);
  }
}
