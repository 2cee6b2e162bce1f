package dev.lukis.painting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.FinishPolicy;
import dev.lukis.dispatch.SteppedDispatcher;
import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.painting.local.ImageEncoder;
import dev.lukis.painting.local.LocalPainter;
import dev.lukis.safety.Safety.Verdict;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single images for programs, on the service's own denoising loop and a scripted pipeline. */
class OneShotPainterTest {
  private final SteppedDispatcher dispatcher = new SteppedDispatcher(new FinishPolicy(), 1);
  private boolean showable = true;
  private final Painter local =
      new LocalPainter(
          dispatcher::open, new ImageEncoder(pixels -> showable, Runnable::run, nanos -> {}));
  private final OneShotPainter painter = painter(local);

  private static OneShotPainter painter(Painter painter) {
    return new OneShotPainter(
        painter,
        text -> text.contains("bad") ? Verdict.BLOCKED : Verdict.CLEAN,
        image -> {
          if (image.seed() < 0) {
            throw new PaintingException(PaintingException.OUT_OF_RANGE, "seed: -1 (expected: 0..)");
          }
        },
        2);
  }

  private static OneShotRequest request(String prompt, long seed) {
    return new OneShotRequest(
        new ImageSpec(prompt, "", seed, 128, 128, 4, 1), false, ImageFormat.PNG);
  }

  private AssertSubscriber<PaintedImage> paint(String prompt, long seed) {
    return paint(painter, request(prompt, seed));
  }

  private static AssertSubscriber<PaintedImage> paint(
      OneShotPainter painter, OneShotRequest request) {
    return painter.paint(request).subscribe().withSubscriber(AssertSubscriber.create(100));
  }

  private void turn() {
    while (dispatcher.turn()) {}
  }

  private static void failed(AssertSubscriber<PaintedImage> images, String code) {
    images.assertFailedWith(PaintingException.class);
    assertThat(((PaintingException) images.getFailure()).code()).isEqualTo(code);
  }

  @Test
  void previewsAreFollowedByTheImageWithWhatItWasMadeOf() {
    AssertSubscriber<PaintedImage> images = paint("a cat", 7);
    turn();
    images.assertCompleted();
    List<PaintedImage> all = images.getItems();
    PaintedImage last = all.get(all.size() - 1);
    assertThat(all.size()).isGreaterThan(1);
    assertThat(all.get(0).header().preview()).isTrue();
    assertThat(last.header().settled()).isTrue();
    assertThat(last.header().request().image()).isEqualTo(request("a cat", 7).image());
    assertThat(last.bytes()).startsWith(0x89, 'P', 'N', 'G');
    turn();
    assertThat(dispatcher.sessions()).isZero();
  }

  @Test
  void cancellingFreesTheDevice() {
    AssertSubscriber<PaintedImage> images = paint("a cat", 7);
    dispatcher.turn();
    images.cancel();
    turn();
    assertThat(dispatcher.sessions()).isZero();
    images.assertNotTerminated();
  }

  @Test
  void moreThanTheMostAreRefusedAndLaterOnesAreNot() {
    AssertSubscriber<PaintedImage> first = paint("a cat", 1);
    paint("a cat", 2);
    failed(paint("a cat", 3), PaintingException.TOO_MANY);
    first.cancel();
    AssertSubscriber<PaintedImage> later = paint("a cat", 4);
    turn();
    later.assertCompleted();
  }

  @Test
  void blockedWordsValuesOutOfRangeAndBlankWordsAreRefusedBeforeAnythingIsOpened() {
    failed(paint("a bad cat", 1), PaintingException.PROMPT_BLOCKED);
    failed(paint("a cat", -1), PaintingException.OUT_OF_RANGE);
    failed(paint(" ", 1), PaintingException.OUT_OF_RANGE);
    dispatcher.turn();
    assertThat(dispatcher.sessions()).isZero();
  }

  @Test
  void aBlockedImageAndAFailureOfTheModelAreTold() {
    showable = false;
    AssertSubscriber<PaintedImage> blocked = paint("a cat", 1);
    turn();
    failed(blocked, PaintingException.IMAGE_BLOCKED);
    showable = true;
    AssertSubscriber<PaintedImage> broken = paint("unpaintable", 1);
    turn();
    failed(broken, PaintingException.FAILED);
    AssertSubscriber<PaintedImage> next = paint("a cat", 1);
    turn();
    next.assertCompleted();
  }

  @Test
  void draftsOfPeopleGoFirst() {
    AssertSubscriber<PaintedImage> program = paint("a cat", 1);
    dispatcher.turn();
    PaintingChannel person = local.open(new Ignoring());
    for (int revision = 1; revision <= 3; revision++) {
      int before = program.getItems().size();
      person.offer(
          new PaintRequest(
              revision, revision, Plan.DRAFT, new ImageSpec("w", "", 1, 128, 128, 2, 1), 0));
      dispatcher.turn();
      dispatcher.turn();
      assertThat(program.getItems()).hasSize(before);
    }
    turn();
    program.assertCompleted();
  }

  @Test
  void paintingElsewhereIsTheSameToAProgram() {
    RecordingPainter remote = new RecordingPainter();
    AssertSubscriber<PaintedImage> images = paint(painter(remote), request("a cat", 7));
    remote.preview(remote.last());
    remote.paint(remote.last());
    images.assertCompleted();
    assertThat(images.getItems()).hasSize(2);
    assertThat(remote.closed()).isTrue();
  }

  private static final class Ignoring implements PaintingListener {
    @Override
    public void onImage(FetchableImage image) {}

    @Override
    public void onFailure(PaintRequest request, PaintingException failure) {}
  }
}
