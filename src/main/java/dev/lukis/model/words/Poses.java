package dev.lukis.model.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Persons who do what there is a drawing of: "a man riding a bicycle". Immutable. */
final class Poses {
  private static final Set<String> PERSONS =
      Set.of(
          "person",
          "man",
          "woman",
          "boy",
          "girl",
          "child",
          "older person",
          "old man",
          "old woman",
          "man: beard",
          "man: bald");

  /** How many words may be between the verb and its object. */
  private static final int REACH = 3;

  /** By verb, then by object; the object is empty if none must follow. */
  private final Map<String, Map<String, String>> drawings = new HashMap<>();

  static Poses load() {
    Poses poses = new Poses();
    for (String[] row : TableFile.rows("poses.tsv", 3)) {
      poses.drawings.computeIfAbsent(row[1], verb -> new HashMap<>()).put(row[2], row[0]);
    }
    return poses;
  }

  /** The words with each person, verb and object as one word. */
  List<TaggedWord> merged(List<TaggedWord> words) {
    List<TaggedWord> merged = new ArrayList<>(words);
    for (int at = 0; at < merged.size(); at++) {
      if (merged.get(at).noun() instanceof Sense.Drawing person
          && PERSONS.contains(person.name())) {
        pose(merged, at, person.count());
      }
    }
    return merged;
  }

  private void pose(List<TaggedWord> words, int person, int count) {
    int verb = next(words, person + 1);
    if (verb < 0) {
      return;
    }
    Map<String, String> byObject = drawings.get(words.get(verb).text());
    if (byObject == null) {
      return;
    }
    for (int at = verb + 1; at < words.size() && at <= verb + REACH; at++) {
      String posed = byObject.get(words.get(at).text());
      if (words.get(at).starts()) {
        break;
      }
      if (posed != null) {
        replace(words, person, at, posed, count);
        return;
      }
    }
    String posed = byObject.get("");
    if (posed != null) {
      replace(words, person, verb, posed, count);
    }
  }

  // "A man who is sleeping": words of grammar may be in between.
  private static int next(List<TaggedWord> words, int from) {
    for (int at = from; at < words.size() && !words.get(at).starts(); at++) {
      if (!words.get(at).is(Sense.Mark.FUNCTION)) {
        return at;
      }
    }
    return -1;
  }

  private static void replace(
      List<TaggedWord> words, int from, int to, @Nullable String drawing, int count) {
    if (drawing != null) {
      words.set(from, words.get(from).as(new Sense.Drawing(drawing, count), null));
      words.subList(from + 1, to + 1).clear();
    }
  }
}
