package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.config.LukisConfig.DraftDecoder;
import dev.lukis.model.ModelCard;
import dev.lukis.model.family.SamplingPlan;
import org.junit.jupiter.api.Test;

class DraftDecoderTest {
  private static ModelCard card(boolean tiny) {
    SamplingPlan plan = new SamplingPlan(1, 1);
    return new ModelCard("boats", 512, 512, true, 77, plan, plan, tiny, 0.6f);
  }

  @Test
  void theTinyDecoderIsUsedIfTheModelHasOneAndTheFullOneIsNotAskedFor() {
    assertThat(CoreSettings.tinyDrafts(DraftDecoder.AUTO, card(true))).isTrue();
    assertThat(CoreSettings.tinyDrafts(DraftDecoder.AUTO, card(false))).isFalse();
    assertThat(CoreSettings.tinyDrafts(DraftDecoder.TINY, card(true))).isTrue();
    assertThat(CoreSettings.tinyDrafts(DraftDecoder.FULL, card(true))).isFalse();
  }

  @Test
  void aTinyDecoderThatTheModelDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> CoreSettings.tinyDrafts(DraftDecoder.TINY, card(false)))
        .hasMessageContaining("lukis.draft-decoder: tiny (expected: auto or full: boats has no");
  }
}
