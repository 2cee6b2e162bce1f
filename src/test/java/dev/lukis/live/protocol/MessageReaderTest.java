package dev.lukis.live.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lukis.image.ImageFormat;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SettingsChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final String NOT_JSON =
      "message: not a JSON object (expected: one, such as {\"type\":\"stop\"})";

  @Test
  void aPromptIsRead() {
    assertThat(read("{'type':'prompt','revision':3,'text':'a cat','composing':true}"))
        .isEqualTo(new ClientMessage.Prompt(3, "a cat", true));
  }

  @Test
  void aPromptComposesOnlyIfItSaysSo() {
    assertThat(read("{'type':'prompt','revision':3,'text':''}"))
        .isEqualTo(new ClientMessage.Prompt(3, "", false));
  }

  @Test
  void aCommitIsRead() {
    assertThat(read("{'type':'commit','revision':9007199254740991}"))
        .isEqualTo(new ClientMessage.Commit(9_007_199_254_740_991L));
  }

  @Test
  void settingsAreRead() {
    assertThat(
            read(
                "{'type':'settings','seed':7,'width':128,'height':64,'guidanceScale':1.5,"
                    + "'negativePrompt':'rain','format':'webp','acks':true}"))
        .isEqualTo(
            new ClientMessage.Settings(
                new SettingsChange(7L, 128, 64, 1.5f, "rain", ImageFormat.WEBP, true)));
  }

  @Test
  void settingsThatAreMissingStay() {
    assertThat(read("{'type':'settings'}"))
        .isEqualTo(new ClientMessage.Settings(SettingsChange.NONE));
  }

  @ParameterizedTest
  @CsvSource({"jpeg, JPEG", "png, PNG", "webp, WEBP"})
  void formatsAreReadInLowerCase(String name, ImageFormat format) {
    assertThat(read("{'type':'settings','format':'" + name + "'}"))
        .isEqualTo(new ClientMessage.Settings(SettingsChange.NONE.withFormat(format)));
  }

  @Test
  void anAcknowledgementIsRead() {
    assertThat(read("{'type':'ack','image':5}")).isEqualTo(new ClientMessage.Ack(5));
  }

  @Test
  void aStopIsRead() {
    assertThat(read("{'type':'stop'}")).isEqualTo(new ClientMessage.Stop());
  }

  @Test
  void theTypeMayComeLast() {
    assertThat(read("{'revision':4,'text':'a cat','type':'prompt'}"))
        .isEqualTo(new ClientMessage.Prompt(4, "a cat", false));
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertThat(read("{'type':'ack','image':5,'revision':'x','later':{'a':[null]}}"))
        .isEqualTo(new ClientMessage.Ack(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1000.0", "1e3", "1E+3"})
  void wholeNumbersCountByTheirValue(String number) {
    assertThat(read("{'type':'commit','revision':" + number + "}"))
        .isEqualTo(new ClientMessage.Commit(1000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "'stop'",
        "[{'type':'stop'}]",
        "nonsense",
        "{'type':'prompt','revision':1,'text':'a secret",
        "{'type':'prompt','revision':'1','text':'a secret'",
        "{'type':'stop'} x",
        "{'type':'stop'}{}",
        "{'type':'stop','type':'stop'}",
        "{'type':'ack','image':1,'image':2}",
        "{'type':'stop','later':{'a':1,'a':2}}",
        "{'type':'stop','later':[[[[[[[[]]]]]]]]}",
        "{'type':'stop','later':123456789012345678901234567890123}",
        "{'type':'stop','later':NaN}"
      })
  void whatIsNoJsonObjectIsRefusedWithoutItsText(String message) {
    RefusedException refused = refused(message);
    assertThat(refused.code()).isEqualTo("invalid-json");
    assertThat(refused.answer()).isEqualTo(NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[[[[[[]]]]]]]", "12345678901234567890123456789012"})
  void nestingAndNumbersUpToTheLimitsAreAccepted(String value) {
    assertThat(read("{'type':'stop','later':" + value + "}")).isEqualTo(new ClientMessage.Stop());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}                         | type: missing (expected: a text)",
        "{'type':null}              | type: null (expected: a text)",
        "{'type':7}                 | type: 7 (expected: a text)",
        "{'type':true}              | type: true (expected: a text)",
        "{'type':['stop']}          | type: [\"stop\"] (expected: a text)",
        "{'type':{'stop':1}}        | type: {\"stop\":1} (expected: a text)",
      })
  void aTypeThatIsNoTextIsRefused(String message, String answer) {
    assertInvalidField(message, answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dance", "Stop", "", " stop", "Prompt", "ClientMessage$Stop"})
  void anUnknownTypeIsRefused(String type) {
    RefusedException refused = refused("{'type':'" + type + "'}");
    assertThat(refused.code()).isEqualTo("unknown-type");
    assertThat(refused.answer())
        .isEqualTo("type: " + type + " (expected: prompt, commit, settings, ack or stop)");
  }

  @ParameterizedTest
  @CsvSource({
    "prompt, 'revision', '\"text\":\"x\"'",
    "commit, 'revision', ''",
    "settings, 'seed', ''",
    "ack, 'image', ''"
  })
  void aWholeNumberIsNothingElse(String type, String field, String others) {
    for (String wrong :
        new String[] {"null", "2.5", "true", "\"1\"", "\"\"", "\"NaN\"", "[]", "[1]", "{}"}) {
      assertWrong(type, field, others, wrong, "a whole number");
    }
    for (String tooLarge : new String[] {"9223372036854775808", "-99999999999999999999"}) {
      assertWrong(type, field, others, tooLarge, "a whole number of at most 64 bits");
    }
    assertInvalidField(
        message(type, field, others, "1e30"),
        field + ": 1.0E30 (expected: a whole number of at most 64 bits)");
    assertInvalidField(
        message(type, field, others, "1e999"), field + ": \"Infinity\" (expected: a whole number)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"width", "height"})
  void aSizeIsNothingElse(String field) {
    for (String wrong :
        new String[] {"null", "128.0", "3000000000", "true", "\"128\"", "\"\"", "[128]", "{}"}) {
      assertWrong("settings", field, "", wrong, "a whole number of pixels");
    }
  }

  @Test
  void aGuidanceScaleIsNothingElse() {
    for (String wrong :
        new String[] {"null", "false", "\"1.5\"", "\"NaN\"", "\"INF\"", "\"\"", "[1.5]", "{}"}) {
      assertWrong("settings", "guidanceScale", "", wrong, "a number");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "prompt, 'text', '\"revision\":2'",
    "settings, 'negativePrompt', ''",
    "settings, 'format', ''"
  })
  void aTextIsNothingElse(String type, String field, String others) {
    for (String wrong : new String[] {"null", "0", "1.5", "true", "[]", "[\"png\"]", "{}"}) {
      assertWrong(type, field, others, wrong, "a text");
    }
  }

  @ParameterizedTest
  @CsvSource({"prompt, 'composing', '\"revision\":2,\"text\":\"x\"'", "settings, 'acks', ''"})
  void trueOrFalseIsNothingElse(String type, String field, String others) {
    for (String wrong : new String[] {"null", "0", "1", "\"true\"", "\"\"", "[true]", "{}"}) {
      assertWrong(type, field, others, wrong, "true or false");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "PNG", " png", "", "0"})
  void anUnknownFormatIsRefused(String format) {
    assertWrong("settings", "format", "", "\"" + format + "\"", "jpeg, png or webp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'type':'prompt','text':'x'}  | revision: missing (expected: a whole number)",
        "{'type':'prompt','revision':2} | text: missing (expected: a text)",
        "{'type':'commit'}             | revision: missing (expected: a whole number)",
        "{'type':'ack','revision':1}   | image: missing (expected: a whole number)",
      })
  void aMissingFieldIsRefused(String message, String answer) {
    assertInvalidField(message, answer);
  }

  @Test
  void whatWasFoundIsShortened() {
    String found = "\"" + "x".repeat(59) + "...";
    assertInvalidField(
        "{'type':'settings','seed':'" + "x".repeat(80) + "'}",
        "seed: " + found + " (expected: a whole number)");
    assertThat(refused("{'type':'" + "x".repeat(80) + "'}").answer())
        .startsWith("type: " + "x".repeat(60) + "... (expected: ");
  }

  private static void assertWrong(
      String type, String field, String others, String wrong, String expected) {
    assertInvalidField(
        message(type, field, others, wrong),
        field + ": " + wrong + " (expected: " + expected + ")");
  }

  private static String message(String type, String field, String others, String value) {
    String more = others.isEmpty() ? "" : "," + others;
    return "{\"type\":\"" + type + "\",\"" + field + "\":" + value + more + "}";
  }

  private static void assertInvalidField(String message, String answer) {
    RefusedException refused = refused(message);
    assertThat(refused.code()).as(message).isEqualTo("invalid-field");
    assertThat(refused.answer()).isEqualTo(answer);
    assertThat(refused.revision()).isEmpty();
  }

  private static RefusedException refused(String message) {
    return catchThrowableOfType(RefusedException.class, () -> read(message));
  }

  private static ClientMessage read(String message) {
    return MessageReader.read(message.replace('\'', '"'));
  }
}
