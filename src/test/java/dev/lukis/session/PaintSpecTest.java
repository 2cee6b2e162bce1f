package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.image.ImageFormat;
import dev.lukis.painting.PromptTraits;
import org.junit.jupiter.api.Test;

class PaintSpecTest {
  private static final PaintSpec SPEC =
      PaintSpec.of(
          "a red boat",
          new SessionSettings(7, 128, 128, null, "", ImageFormat.PNG, false),
          new PromptTraits(false, true));

  @Test
  void onlyDraftsAreDecodedByTheTinyDecoder() {
    PlanSettings plans = new PlanSettings(2, 1, true, 2, 1);
    assertThat(SPEC.draft(plans).tinyDecoder()).isTrue();
    assertThat(SPEC.settle(plans).tinyDecoder()).isFalse();
    assertThat(SPEC.draft(plans)).isNotEqualTo(SPEC.settle(plans));
  }

  @Test
  void aDraftWithTheStepsOfASettleIsTheSameImageIfOneDecoderMakesBoth() {
    PlanSettings plans = new PlanSettings(2, 1, 2, 1);
    assertThat(SPEC.draft(plans)).isEqualTo(SPEC.settle(plans));
  }
}
