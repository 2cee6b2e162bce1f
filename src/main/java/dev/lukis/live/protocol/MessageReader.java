package dev.lukis.live.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.lukis.session.RefusedException;
import java.io.IOException;

/** Parses messages of clients. Unknown fields are ignored. Stateless. */
public final class MessageReader {
  private static final ObjectReader TREES = MessageMapper.MAPPER.readerFor(JsonNode.class);
  private static final ObjectReader MESSAGES = MessageMapper.MAPPER.readerFor(ClientMessage.class);

  private MessageReader() {}

  /**
   * @throws RefusedException when it is no message of the protocol
   */
  public static ClientMessage read(String json) {
    // The whole text is parsed before its fields are read: broken JSON is refused as such.
    JsonNode root = parse(json);
    try {
      return MESSAGES.readValue(root);
    } catch (MismatchedInputException e) {
      throw MessageRefusals.of(root, e);
    } catch (IOException e) {
      // Without the cause, whose message would quote the prompt.
      throw new IllegalStateException("a message could not be read: " + e.getClass().getName());
    }
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode root = TREES.readTree(json);
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      // The parser's message would quote the prompt.
    }
    throw MessageRefusals.notJson();
  }
}
