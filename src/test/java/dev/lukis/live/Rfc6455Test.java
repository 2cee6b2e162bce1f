package dev.lukis.live;

import static dev.lukis.testing.FrameClient.BINARY;
import static dev.lukis.testing.FrameClient.CLOSE;
import static dev.lukis.testing.FrameClient.CONTINUATION;
import static dev.lukis.testing.FrameClient.FIN;
import static dev.lukis.testing.FrameClient.PING;
import static dev.lukis.testing.FrameClient.PONG;
import static dev.lukis.testing.FrameClient.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.FrameClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 down to the bytes. */
@QuarkusTest
class Rfc6455Test {
  private static final String STOP = "{\"type\":\"stop\"}";
  private static final String NONSENSE = "{\"type\":\"dance\"}";

  @TestHTTPResource("/")
  URI base;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertAnswers(FrameClient client) throws IOException {
    assertThat(client.read(TEXT).text()).contains("ready");
    client.text(NONSENSE);
    assertThat(client.read(TEXT).text()).contains("unknown-type");
  }

  // --- 5.2: framing ---

  @Test
  void anUnmaskedFrameOfAClientIsAProtocolError() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.raw(FrameClient.frame(FIN | TEXT, false, bytes(STOP)));
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x40, 0x20, 0x10, 0x70})
  void reservedBitsAreAProtocolErrorCompressedFramesToo(int bits) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | bits | TEXT, bytes(STOP));
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
  void reservedOpcodesAreAProtocolError(int opcode) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | opcode, bytes("x"));
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }

  @Test
  void aFrameMayArriveByteByByte() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      assertThat(client.read(TEXT).text()).contains("ready");
      for (byte each : FrameClient.frame(FIN | TEXT, true, bytes(NONSENSE))) {
        client.raw(each);
      }
      assertThat(client.read(TEXT).text()).contains("unknown-type");
    }
  }

  @Test
  void aMessageAsLongAsAllowedIsTakenAndALongerOneClosesWith1009() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      assertThat(client.read(TEXT).text()).contains("ready");
      client.text(" ".repeat(65_000) + NONSENSE);
      assertThat(client.read(TEXT).text()).contains("unknown-type");
      client.text(" ".repeat(70_000) + NONSENSE);
      assertThat(client.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aLengthThatIsOnlyClaimedTakesNoMemoryAndClosesWith1009() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.raw(HexFormat.of().parseHex("81ff7fffffffffffffff12345678"));
      assertThat(client.closeCode()).isIn(1009, 1002);
    }
  }

  @Test
  void fragmentsThatGrowPastTheLimitCloseWith1009() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(TEXT, new byte[40_000]);
      client.send(CONTINUATION, new byte[40_000]);
      client.send(FIN | CONTINUATION, new byte[10]);
      assertThat(client.closeCode()).isEqualTo(1009);
    }
  }

  // --- 5.4: fragmentation ---

  @Test
  void fragmentsAreOneMessageWithPingsInBetween() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      assertThat(client.read(TEXT).text()).contains("ready");
      byte[] message = bytes(NONSENSE);
      client.send(TEXT, Arrays.copyOfRange(message, 0, 5));
      client.send(FIN | PING, bytes("in between"));
      client.send(CONTINUATION, Arrays.copyOfRange(message, 5, 9));
      client.send(FIN | CONTINUATION, Arrays.copyOfRange(message, 9, message.length));
      assertThat(client.read(PONG).text()).isEqualTo("in between");
      assertThat(client.read(TEXT).text()).contains("unknown-type");
    }
  }

  @Test
  void aCharacterMayBeSplitBetweenFragments() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      assertThat(client.read(TEXT).text()).contains("ready");
      byte[] message = bytes("{\"type\":\"é\"}");
      client.send(TEXT, Arrays.copyOfRange(message, 0, 10));
      client.send(FIN | CONTINUATION, Arrays.copyOfRange(message, 10, message.length));
      assertThat(client.read(TEXT).text()).contains("unknown-type");
    }
  }

  @Test
  void aContinuationOfNothingIsAProtocolError() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | CONTINUATION, bytes("x"));
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }

  @Test
  void aMessageWithinAFragmentedMessageIsAProtocolError() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(TEXT, bytes("{"));
      client.send(FIN | TEXT, bytes(STOP));
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }

  // --- 5.5: control frames ---

  @Test
  void aPingIsAnsweredWithItsPayloadEvenTheLongest() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | PING);
      client.send(FIN | PING, bytes("p".repeat(125)));
      assertThat(client.read(PONG).payload()).isEmpty();
      assertThat(client.read(PONG).text()).isEqualTo("p".repeat(125));
    }
  }

  @Test
  void anUnaskedPongIsIgnored() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | PONG, bytes("unasked"));
      assertAnswers(client);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PING, PONG, CLOSE})
  void aLongControlFrameIsAProtocolError(int opcode) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | opcode, new byte[126]);
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PING, PONG, CLOSE})
  void aFragmentedControlFrameIsAProtocolError(int opcode) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(opcode, bytes("x"));
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1005", // nothing said, nothing answered
    "03e8, 1000",
    "03e9, 1001",
    "0bb8, 3000",
    "0fa0, 4000",
    "03e8676f6f64, 1000",
  })
  void aCloseIsAnsweredWithItsCode(String payload, int code) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | CLOSE, HexFormat.of().parseHex(payload));
      assertThat(client.closeCode()).isIn(code, code == 1005 ? 1000 : code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "0000", "03e7", "03ec", "03ed", "03ee", "0bb7", "03e8ff"})
  void aCloseThatIsNoneIsAProtocolError(String payload) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | CLOSE, HexFormat.of().parseHex(payload));
      assertThat(client.closeCode()).isIn(1002, 1007);
    }
  }

  @Test
  void nothingIsTakenAfterAClose() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      assertThat(client.read(TEXT).text()).contains("ready");
      client.send(FIN | CLOSE, (byte) 3, (byte) 0xE8);
      client.text(NONSENSE);
      FrameClient.Frame next = client.read();
      assertThat(next.opcode()).isEqualTo(CLOSE);
    } catch (java.net.SocketException closedAlready) {
      // The connection was reset, since it was over when the message came.
    }
  }

  // --- 8.1: UTF-8 ---

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c0af", "eda080", "f4908080", "e282", "80", "7b2274c3287d"})
  void textThatIsNotUtf8ClosesWith1007(String hex) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(FIN | TEXT, HexFormat.of().parseHex(hex));
      assertThat(client.closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void badUtf8InTheSamePacketAsTheUpgradeIsSeenToo() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      client.send(TEXT, (byte) 0xC3);
      client.send(FIN | CONTINUATION, (byte) 0x28);
      assertThat(client.closeCode()).isEqualTo(1007);
    }
  }

  @Test
  void binaryIsRefusedByNameWhateverItsBytes() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      assertThat(client.read(TEXT).text()).contains("ready");
      client.send(FIN | BINARY, (byte) 0xFF);
      assertThat(client.read(TEXT).text()).contains("binary-not-supported");
    }
  }

  // --- 9: extensions ---

  @Test
  void compressionIsNotAgreedToSoThereAreNoBombs() throws IOException {
    try (FrameClient client =
        new FrameClient(base, "Sec-WebSocket-Extensions: permessage-deflate")) {
      assertThat(client.head).doesNotContainIgnoringCase("permessage-deflate");
      client.send(FIN | 0x40 | TEXT, HexFormat.of().parseHex("aa560a4e4c4b2d2a56020000"));
      assertThat(client.closeCode()).isEqualTo(1002);
    }
  }
}
