package dev.lukis.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.image.ImageFormat;
import dev.lukis.painting.PaintedImage;
import dev.lukis.testing.PaintedImages;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageSharesTest {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final PaintedImage IMAGE =
      PaintedImages.of("a cat", ImageFormat.JPEG, (byte) 1, (byte) 2);

  private final Hands hands = new Hands();
  private final ShareLimits limits = new ShareLimits(1 << 20, 1 << 20, Duration.ofMinutes(30), 3);
  private final Answers shares =
      new Answers(
          new ImageShares(
              limits, new InMemorySharedImages(limits.lifetime(), 1 << 20, hands), hands));

  /** The answers, which are there at once. */
  private record Answers(ImageShares shares) {
    ShareableImages open(String session) {
      return shares.open(session);
    }

    Optional<Share> share(String session, long image) {
      return shares.share(session, image).await().indefinitely();
    }

    Optional<PaintedImage> find(String token) {
      return shares.find(token).await().indefinitely();
    }
  }

  /** Shares in another process, which answers when a test lets it. */
  private static final class DelayedImages implements SharedImages {
    private final Map<String, PaintedImage> kept = new HashMap<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();

    @Override
    public Uni<Void> put(String token, PaintedImage image) {
      return Uni.createFrom()
          .emitter(
              emitter ->
                  answers.add(
                      () -> {
                        kept.put(token, image);
                        emitter.complete(null);
                      }));
    }

    @Override
    public Uni<Optional<PaintedImage>> find(String token) {
      return Uni.createFrom()
          .emitter(
              emitter -> answers.add(() -> emitter.complete(Optional.ofNullable(kept.get(token)))));
    }
  }

  @Test
  void aShareIsReportedOnlyAfterItsStoreHasKeptIt() {
    DelayedImages delayed = new DelayedImages();
    ImageShares remote = new ImageShares(limits, delayed, hands);
    remote.open("session").keep(7, IMAGE);
    List<Share> told = new ArrayList<>();
    remote.share("session", 7).subscribe().with(share -> share.ifPresent(told::add));
    assertThat(told).isEmpty();
    delayed.answers.remove().run();
    assertThat(told).hasSize(1);
    List<PaintedImage> found = new ArrayList<>();
    remote.find(told.get(0).token()).subscribe().with(image -> image.ifPresent(found::add));
    delayed.answers.remove().run();
    assertThat(found).containsExactly(IMAGE);
  }

  /** A clock that a test sets. */
  private static final class Hands extends Clock {
    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void aFinalImageOfAnOpenSessionIsFetchedByItsToken() {
    shares.open("session").keep(7, IMAGE);
    Share share = shares.share("session", 7).orElseThrow();
    assertThat(shares.find(share.token())).contains(IMAGE);
    assertThat(share.token()).hasSizeGreaterThanOrEqualTo(22);
    assertThat(share.expiresAt()).isEqualTo(START.plus(Duration.ofMinutes(30)));
  }

  @Test
  void aShareExpires() {
    shares.open("session").keep(7, IMAGE);
    String token = shares.share("session", 7).orElseThrow().token();
    hands.now = START.plus(Duration.ofMinutes(29));
    assertThat(shares.find(token)).isPresent();
    hands.now = START.plus(Duration.ofMinutes(31));
    assertThat(shares.find(token)).isEmpty();
  }

  @Test
  void whatWasNeverThereCannotBeShared() {
    ShareableImages shareableImages = shares.open("session");
    shareableImages.keep(7, IMAGE);
    assertThat(shares.share("session", 8)).isEmpty();
    assertThat(shares.share("another", 7)).isEmpty();
    assertThat(shares.find("nonsense")).isEmpty();
  }

  @Test
  void aClosedSessionSharesNothingMoreButItsSharesStay() {
    ShareableImages shareableImages = shares.open("session");
    shareableImages.keep(7, IMAGE);
    String token = shares.share("session", 7).orElseThrow().token();
    shareableImages.close();
    assertThat(shares.share("session", 7)).isEmpty();
    assertThat(shares.find(token)).isPresent();
  }

  @Test
  void onlyTheNewestImagesOfASessionAreKept() {
    ShareableImages shareableImages = shares.open("session");
    for (long number = 1; number <= ShareableImages.KEPT + 1; number++) {
      shareableImages.keep(number, IMAGE);
    }
    assertThat(shares.share("session", 1)).isEmpty();
    assertThat(shares.share("session", 2)).isPresent();
  }

  @Test
  void aSessionSharesOnlySoOftenAndRefusalsDoNotCount() {
    ShareableImages shareableImages = shares.open("session");
    shareableImages.keep(1, IMAGE);
    for (int i = 0; i < 3; i++) {
      assertThat(shares.share("session", 99)).isEmpty();
      assertThat(shares.share("session", 1)).isPresent();
    }
    assertThatThrownBy(() -> shares.share("session", 1))
        .isInstanceOf(TooManySharesException.class)
        .hasMessageContaining("at most 3");
  }
}
