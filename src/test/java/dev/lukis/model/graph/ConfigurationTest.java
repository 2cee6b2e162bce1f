package dev.lukis.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration asks for is built, or refused by name. */
class ConfigurationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonObject with(JsonObject config, String key, String value) throws IOException {
    ObjectNode root = config.root().deepCopy();
    root.set(key, JSON.readTree(value.replace('\'', '"')));
    return new JsonObject("config.json", root);
  }

  private static void assertRefused(
      String pipeline, String network, String key, String value, String says) throws IOException {
    Fixture fixture = Fixture.of(pipeline);
    JsonObject config = with(fixture.config(network), key, value);
    TensorTable table = fixture.weights(network);
    assertThatThrownBy(
            () -> {
              switch (network) {
                case "unet" -> UNet2DCondition.graph(config, table, GraphOptions.SINGLE);
                case "vae" -> {
                  if (pipeline.equals("sdxs")) {
                    TinyDecoder.graph(config, table, GraphOptions.SINGLE);
                  } else {
                    KlDecoder.graph(config, table, GraphOptions.SINGLE);
                  }
                }
                default ->
                    ClipText.graph(config, table, HiddenStates.LAST, false, GraphOptions.SINGLE);
              }
            })
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(says)
        .hasMessageContaining("(expected: ")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "act_fn | 'mish' | config.json: act_fn: \"mish\"",
        "class_embed_type | 'projection' | class_embed_type: \"projection\" (expected: null)",
        "num_class_embeds | 1000 | num_class_embeds: 1000",
        "resnet_time_scale_shift | 'scale_shift' | resnet_time_scale_shift",
        "only_cross_attention | [true, true, false] | only_cross_attention",
        "dual_cross_attention | true | dual_cross_attention: true (expected: false)",
        "encoder_hid_dim_type | 'text_proj' | encoder_hid_dim_type",
        "time_embedding_type | 'fourier' | time_embedding_type",
        "attention_type | 'gated' | attention_type",
        "addition_embed_type | 'text' | addition_embed_type",
        "addition_embed_type | 'text_time' | there are no weights add_embedding",
        "mid_block_type | 'UNetMidBlock2DSimpleCrossAttn' | mid_block_type",
        "mid_block_scale_factor | 1.414 | mid_block_scale_factor: 1.414 (expected: 1)",
        "down_block_types | ['KDownBlock2D'] | down_block_types: KDownBlock2D",
        "something_new | 3 | something_new: 3 (expected: absent: not supported)",
        "norm_num_groups | 0 | norm_num_groups: 0 (expected: >= 1)",
        "attention_head_dim | [2, 2] | attention_head_dim: [2,2]",
        "attention_head_dim | 3 | attention_head_dim: 3 (expected: a number of heads that divides"
      })
  void aDenoiserThatWouldPaintSomethingElseIsRefused(String key, String value, String says)
      throws IOException {
    assertRefused("sd1", "unet", key, value, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sd1  | act_fn | 'relu' | act_fn",
        "sd1  | latents_mean | [1, 2, 3, 4] | latents_mean: [1,2,3,4]",
        "sd1  | up_block_types | ['AttnUpDecoderBlock2D'] | up_block_types: AttnUpDecoderBlock2D",
        "sdxs | upsampling_scaling_factor | 4 | upsampling_scaling_factor: 4 (expected: 2)",
        "sdxs | act_fn | 'silu' | act_fn: \"silu\""
      })
  void aDecoderThatWouldPaintSomethingElseIsRefused(
      String pipeline, String key, String value, String says) throws IOException {
    assertRefused(pipeline, "vae", key, value, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "hidden_act | 'relu' | hidden_act: relu (expected: gelu or quick_gelu)",
        "num_attention_heads | 5 | 5 heads"
      })
  void aTextEncoderThatWouldReadSomethingElseIsRefused(String key, String value, String says)
      throws IOException {
    assertRefused("sd1", "text_encoder", key, value, says);
  }

  @Test
  void switchesThatAreOffAndNotesOfTheWriterAreAccepted() throws IOException {
    Fixture fixture = Fixture.of("sd1");
    JsonObject config = with(fixture.config("unet"), "something_new", "false");
    config = with(with(config, "something_else", "null"), "_note", "7");
    TensorTable table = fixture.weights("unet");
    assertThat(UNet2DCondition.graph(config, table, GraphOptions.SINGLE).weights()).isNotEmpty();
  }

  @Test
  void weightsOfAnotherNetworkAreNamed() {
    Fixture fixture = Fixture.of("sd1");
    assertThatThrownBy(
            () ->
                UNet2DCondition.graph(
                    fixture.config("unet"), fixture.weights("vae"), GraphOptions.SINGLE))
        .isInstanceOf(ModelException.class)
        .hasMessage("vae: 0 down_blocks and 0 up_blocks (expected: as many of each, at least one)");
    assertThatThrownBy(
            () ->
                ClipText.graph(
                    fixture.config("text_encoder"),
                    fixture.weights("unet"),
                    HiddenStates.LAST,
                    false,
                    GraphOptions.SINGLE))
        .hasMessageContaining("embeddings.token_embedding.weight: missing");
  }

  @Test
  void aTensorThatIsMissingIsNamed() {
    Fixture fixture = Fixture.of("sd1");
    List<StoredTensor> some =
        fixture.weights("unet").tensors().values().stream()
            .filter(tensor -> !tensor.name().equals("mid_block.resnets.0.conv1.weight"))
            .toList();
    assertThatThrownBy(
            () ->
                UNet2DCondition.graph(
                    fixture.config("unet"), new TensorTable("unet", some), GraphOptions.SINGLE))
        .hasMessage("unet: mid_block.resnets.0.conv1.weight: missing (expected: a tensor)");
  }

  @Test
  void moreThanAllLayersCannotBeSkipped() {
    Fixture fixture = Fixture.of("sd1");
    assertThatThrownBy(
            () ->
                ClipText.graph(
                    fixture.config("text_encoder"),
                    fixture.weights("text_encoder"),
                    new HiddenStates(HiddenStates.Kind.LAST, 3),
                    false,
                    GraphOptions.SINGLE))
        .hasMessageContaining("3 layers")
        .hasMessageContaining("clip skip 3");
  }

  /** transformers since 5.6 saves {@code CLIPTextModel} without this part of the names. */
  @Test
  void namesOfATextEncoderMayLackTheirFirstPart() {
    Fixture fixture = Fixture.of("sd1");
    TensorTable table = fixture.weights("text_encoder");
    TensorTable flat =
        new TensorTable(
            "text_encoder",
            table.tensors().values().stream()
                .map(tensor -> tensor.named(tensor.name().replace("text_model.", "")))
                .toList());
    NetworkGraph graph =
        ClipText.graph(
            fixture.config("text_encoder"), flat, HiddenStates.LAST, false, GraphOptions.SINGLE);
    assertThat(graph.weights()).hasSameSizeAs(table.tensors());
  }

  @Test
  void theGraphItselfIsSmallAndHoldsNoWeight() {
    Fixture fixture = Fixture.of("sdxl");
    TensorTable table = fixture.weights("unet");
    NetworkGraph graph = UNet2DCondition.graph(fixture.config("unet"), table, GraphOptions.SINGLE);
    assertThat(graph.model().length).isLessThan((int) table.bytes());
    assertThat(graph.bytes(false)).isEqualTo(table.bytes());
  }
}
