package dev.lukis.model.words;

import dev.lukis.model.scene.Thing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The things of a scene in the order of the prompt. Not thread-safe. */
final class ThingList {
  private record Entry(String drawing, int count, ThingDraft draft, String word) {}

  // Mutable state
  private final List<Entry> entries = new ArrayList<>();
  private @Nullable ThingDraft last;

  /** The thing that words behind it describe; null if another noun phrase has begun. */
  @Nullable ThingDraft last() {
    return last;
  }

  void close() {
    last = null;
  }

  /**
   * A thing that is named twice by different words, such as "a birthday with cake", is one thing.
   *
   * @param word that names it
   */
  void add(String drawing, int count, ThingDraft draft, String word) {
    for (Entry each : entries) {
      if (each.drawing().equals(drawing) && !each.word().equals(word)) {
        each.draft().addAll(draft);
        last = each.draft();
        return;
      }
    }
    entries.add(new Entry(drawing, count, draft, word));
    last = draft;
  }

  void insert(int index, String drawing) {
    entries.add(Math.min(index, entries.size()), new Entry(drawing, 1, new ThingDraft(), ""));
  }

  /** Takes the last thing out; returns how many of it there were. */
  int removeLast() {
    return entries.remove(entries.size() - 1).count();
  }

  int size() {
    return entries.size();
  }

  String lastDrawing() {
    return entries.get(entries.size() - 1).drawing();
  }

  List<Thing> things() {
    return entries.stream().map(each -> each.draft().named(each.drawing(), each.count())).toList();
  }
}
