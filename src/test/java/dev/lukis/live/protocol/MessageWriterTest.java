package dev.lukis.live.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.Plan;
import dev.lukis.session.Notice;
import dev.lukis.session.RefusedException;
import dev.lukis.session.SessionSettings;
import dev.lukis.session.SessionState;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The exact JSON of every message, so that it stays compatible. */
class MessageWriterTest {
  private static final ReadyInfo INFO =
      new ReadyInfo(
          new ReadyInfo.Model("mini", 128, 64, 4), new ReadyInfo.Limits(500, 1_000, 30, true));
  private static final String NEW_SESSION =
      "{'type':'ready','session':'s1','model':{'name':'mini','width':128,'height':64,'steps':4},"
          + "'limits':{'promptLength':500,'maxSeed':1000,'maxGuidanceScale':30.0,"
          + "'resizable':true},'seed':7,'resume':{'token':'t1','withinMs':60000}";

  @Test
  void aNewSessionIsReady() {
    assertWritten(ready(settings(null), Optional.empty()), NEW_SESSION + "}");
  }

  @Test
  void aResumedSessionIsReadyWithItsState() {
    SessionSettings settings = settings(1.5f);
    SessionState state = new SessionState(settings, 9, "a \"cat\"\n猫", Optional.empty());
    assertWritten(
        ready(settings, Optional.of(state)),
        NEW_SESSION
            + ",'resumed':{'revision':9,'text':'a \\'cat\\'\\n猫','settings':{'seed':7,'width':128,"
            + "'height':64,'guidanceScale':1.5,'negativePrompt':'','format':'webp',"
            + "'acks':false}}}");
  }

  @Test
  void theGuidanceScaleIsLeftOutWhereTheModelsOwnIsUsed() {
    SessionSettings settings = settings(null);
    SessionState state = new SessionState(settings, 0, "", Optional.empty());
    assertWritten(
        ready(settings, Optional.of(state)),
        NEW_SESSION
            + ",'resumed':{'revision':0,'text':'','settings':{'seed':7,'width':128,"
            + "'height':64,'negativePrompt':'','format':'webp','acks':false}}}");
  }

  @Test
  void settingsAreWrittenAsTheyAreRead() throws Exception {
    SessionSettings settings = settings(1.5f);
    SessionState state = new SessionState(settings, 9, "a cat", Optional.empty());
    String written = MessageWriter.text(ready(settings, Optional.of(state)));
    String fields =
        MessageMapper.MAPPER.readTree(written).path("resumed").path("settings").toString();
    ClientMessage read = MessageReader.read("{\"type\":\"settings\"," + fields.substring(1));
    assertThat(read).isInstanceOf(ClientMessage.Settings.class);
    SessionSettings others = new SessionSettings(1, 8, 8, null, "fog", ImageFormat.JPEG, true);
    assertThat(others.with(((ClientMessage.Settings) read).change())).isEqualTo(settings);
  }

  @Test
  void aPositionInTheQueueIsWritten() {
    assertWritten(new ServerMessage.Queued(0, 12), "{'type':'queued','revision':0,'position':12}");
  }

  @Test
  void aSatisfiedRevisionIsWritten() {
    assertWritten(new ServerMessage.Satisfied(4), "{'type':'satisfied','revision':4}");
  }

  @Test
  void aRefusalIsAnError() {
    assertWritten(
        ServerMessage.Error.of(new RefusedException("invalid-json", "message: no JSON")),
        "{'type':'error','code':'invalid-json','message':'message: no JSON'}");
  }

  @Test
  void aRefusalOfARevisionNamesIt() {
    assertWritten(
        ServerMessage.Error.of(new RefusedException("empty-prompt", "text: empty", 4)),
        "{'type':'error','code':'empty-prompt','message':'text: empty','revision':4}");
  }

  @Test
  void aNoticeIsWrittenWithItsWords() {
    assertWritten(
        ServerMessage.Notice.of(
            new Notice(3, "unknown-words", "Not known.", List.of("glorp", "zib"))),
        "{'type':'notice','code':'unknown-words','message':'Not known.','revision':3,"
            + "'words':['glorp','zib']}");
  }

  @Test
  void aNoticeWithoutWordsHasNone() {
    assertWritten(
        ServerMessage.Notice.of(new Notice(3, "prompt-cut", "Too long.", List.of())),
        "{'type':'notice','code':'prompt-cut','message':'Too long.','revision':3}");
  }

  @Test
  void aPreviewIsWrittenBehindItsHeader() {
    assertImage(
        painted(1, Plan.DRAFT),
        "{'type':'preview','image':7,'revision':42,'generation':99,'step':1,'steps':2,"
            + "'seed':123456,'width':128,'height':64,'mime':'image/jpeg','final':false,"
            + "'elapsedMs':180}");
  }

  @Test
  void aFinalImageIsWrittenBehindItsHeader() {
    assertImage(
        painted(2, Plan.COMMIT),
        "{'type':'image','image':7,'revision':42,'generation':99,'step':2,'steps':2,"
            + "'seed':123456,'width':128,'height':64,'mime':'image/jpeg','final':true,"
            + "'elapsedMs':180}");
  }

  private static ServerMessage ready(SessionSettings settings, Optional<SessionState> resumed) {
    return ServerMessage.Ready.of(
        "s1", new ReadyInfo.Ready(INFO, settings, "t1", Duration.ofMinutes(1), resumed));
  }

  private static SessionSettings settings(@Nullable Float guidanceScale) {
    return new SessionSettings(7, 128, 64, guidanceScale, "", ImageFormat.WEBP, false);
  }

  private static PaintedImage painted(int step, Plan plan) {
    ImageSpec spec = new ImageSpec("a red balloon", "", 123_456, 128, 64, 2, 1);
    return new PaintedImage(
        new ImageHeader(new PaintRequest(42, 42, plan, spec, 0), 99, step, 2, true),
        ImageFormat.JPEG,
        new byte[] {1, 2, 3});
  }

  private static void assertWritten(ServerMessage message, String json) {
    assertThat(MessageWriter.text(message)).isEqualTo(json.replace('\'', '"'));
  }

  private static void assertImage(PaintedImage image, String header) {
    Buffer message = MessageWriter.image(7, image, 180);
    int length = message.getInt(0);
    int end = Integer.BYTES + length;
    assertThat(message.getString(Integer.BYTES, end, UTF_8.name()))
        .isEqualTo(header.replace('\'', '"'));
    assertThat(message.getBytes(end, message.length())).containsExactly(1, 2, 3);
  }
}
