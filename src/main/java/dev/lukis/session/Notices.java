package dev.lukis.session;

import dev.lukis.text.PromptReading;
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
   * @param reader tells which words of a prompt the model knows
   */
  Notices(Function<String, PromptReading> reader, SessionOutput output) {
    this.reader = reader;
    this.output = output;
  }

  /** Call it only for finished words: half a word is not an unknown word. */
  void about(PaintSpec spec, long revision) {
    PromptReading reading = reader.apply(spec.prompt());
    if (reading.cut() && !toldCut) {
      String message = "the end of the prompt is beyond what the model reads";
      output.notice(new Notice(revision, "prompt-cut", message, List.of()));
    }
    toldCut = reading.cut();
    tell(
        revision,
        "syntax-removed",
        "this is syntax of other programs; it was taken out and changes nothing",
        spec.removed());
    tell(
        revision,
        "unknown-words",
        "the model does not know these words, which change nothing",
        reading.unknownWords());
  }

  private void tell(long revision, String code, String message, List<String> words) {
    List<String> untold = words.stream().filter(word -> untold(code + " " + word)).toList();
    if (!untold.isEmpty()) {
      output.notice(new Notice(revision, code, message, untold));
    }
  }

  private boolean untold(String word) {
    if (told.size() == MAX_TOLD) {
      told.clear();
    }
    return told.add(word);
  }
}
