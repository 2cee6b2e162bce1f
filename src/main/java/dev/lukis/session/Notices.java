package dev.lukis.session;

import dev.lukis.painting.PromptReading;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Tells a person which parts of a prompt are not understood, each word once. Not thread-safe. */
final class Notices {
  /** Bound of the words remembered; beyond it, words may be told again. */
  private static final int MAX_TOLD = 500;

  private final Function<String, PromptReading> reader;
  private final SessionOutput output;

  // Mutable state
  private final Set<String> told = new HashSet<>();
  private boolean toldCut;

  /**
   * @param reader what the model makes of a prompt
   */
  Notices(Function<String, PromptReading> reader, SessionOutput output) {
    this.reader = reader;
    this.output = output;
  }

  /**
   * To be called with prompts whose words are all finished: half a word is not an unknown one.
   *
   * @param prompt normalised
   */
  void about(String prompt, long revision) {
    PromptReading reading = reader.apply(prompt);
    if (reading.cut() && !toldCut) {
      String message = "the end of the prompt is beyond what the model reads";
      output.notice(new Notice(revision, "prompt-cut", message, List.of()));
    }
    toldCut = reading.cut();
    List<String> unknown = reading.unknownWords().stream().filter(this::untold).toList();
    if (!unknown.isEmpty()) {
      String message = "the model does not know these words, which change nothing";
      output.notice(new Notice(revision, "unknown-words", message, unknown));
    }
  }

  private boolean untold(String word) {
    if (told.size() == MAX_TOLD) {
      told.clear();
    }
    return told.add(word);
  }
}
