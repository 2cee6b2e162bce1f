package dev.lukis.model.words;

import dev.lukis.model.scene.Scene;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a scene together from the words of a prompt: which colour, size, material and number belongs
 * to which thing. English modifiers are before their thing, Indonesian ones behind it; a modifier
 * that no thing follows belongs to the thing before. Single use.
 */
final class SceneAssembly {
  private static final int SOME = 3;

  private final List<TaggedWord> words;
  private final Lexicon lexicon;

  // Mutable state
  private final ThingList things = new ThingList();
  private final Setting setting = new Setting();
  private ThingDraft pending = new ThingDraft();
  private int count;
  private boolean negated;
  private boolean wasNegated;
  private boolean preposition;

  /** Whether a word of this noun phrase has no picture: what was said of it says nothing. */
  private boolean missing;

  /** Whether an article, a number or a modifier was before the last thing. */
  private boolean determined;

  private @Nullable TaggedWord container;
  private Setting.@Nullable Relation relation;
  private Setting.@Nullable Relation announced;

  SceneAssembly(List<TaggedWord> words, Lexicon lexicon) {
    this.words = words;
    this.lexicon = lexicon;
  }

  void read() {
    for (int at = 0; at < words.size(); at++) {
      TaggedWord word = words.get(at);
      if (word.starts()) {
        clause(word);
      }
      if (actsAsModifier(at)) {
        modifier(word);
      } else if (word.noun() != null) {
        noun(at, word.noun());
      } else if (word.other() != null) {
        grammar(word, word.other());
      } else {
        missing = true;
      }
    }
    clause(null);
  }

  Scene scene(Optional<Scene.Place> otherwise) {
    return setting.scene(things, relation, otherwise);
  }

  boolean showsNothing() {
    return things.size() == 0 && !setting.hasPlace();
  }

  // "A big, red balloon" is one noun phrase.
  private void clause(@Nullable TaggedWord next) {
    if (next != null && next.isModifier() && things.last() == null && !pending.isEmpty()) {
      return;
    }
    phrase();
    negated = false;
    wasNegated = false;
    preposition = false;
    announced = null;
  }

  /** Ends a noun phrase. */
  private void phrase() {
    contained();
    ThingDraft last = things.last();
    if (last != null) {
      last.addAll(pending);
    }
    things.close();
    pending = new ThingDraft();
    count = 0;
    missing = false;
  }

  // "A bowl of" something unknown is a bowl.
  private void contained() {
    if (container == null) {
      return;
    }
    String[] parts = container.text().split(" ");
    container = null;
    for (String part : parts) {
      Match match = lexicon.find(part, Language.ENGLISH);
      if (match != null && match.meaning().noun() instanceof Sense.Drawing drawing) {
        things.add(drawing.name(), Math.max(1, count), pending, part);
        pending = new ThingDraft();
        count = 0;
        return;
      }
    }
  }

  // "Orange" is a colour before a thing, and a fruit otherwise.
  private boolean actsAsModifier(int at) {
    TaggedWord word = words.get(at);
    if (!word.isModifier()) {
      return false;
    }
    if (word.noun() == null) {
      return true;
    }
    if (word.indonesian()) {
      return things.last() != null && !words.get(at).starts();
    }
    return drawingFollows(at + 1);
  }

  private boolean drawingFollows(int from) {
    for (int at = from; at < words.size() && !words.get(at).starts(); at++) {
      TaggedWord word = words.get(at);
      if (word.isDrawing()) {
        return true;
      }
      if (word.match() != null && !word.isModifier()) {
        return false;
      }
    }
    return false;
  }

  private boolean nounFollows(int from) {
    for (int at = from; at < words.size() && !words.get(at).starts(); at++) {
      if (words.get(at).noun() != null) {
        return true;
      }
      if (!words.get(at).isModifier()) {
        return false;
      }
    }
    return false;
  }

  private void modifier(TaggedWord word) {
    ThingDraft last = things.last();
    if (negated && last != null) {
      negated = false;
    } else if (word.indonesian() && last != null) {
      last.add(word.other());
    } else {
      pending.add(word.other());
    }
  }

  private void noun(int at, Sense noun) {
    if (negated) {
      negated = false;
      wasNegated = true;
      container = null;
      phrase();
      return;
    }
    if (words.get(at).owner() && nounFollows(at + 1)) {
      pending = new ThingDraft();
      count = 0;
      return;
    }
    if (noun instanceof Sense.Drawing drawing) {
      thing(at, drawing);
    } else if (noun instanceof Sense.Background background) {
      phrase(noun);
      setting.at(background, preposition, things);
    } else {
      phrase(noun);
      setting.set(noun);
    }
    wasNegated = false;
    preposition = false;
  }

  // "A red beach": the colour is not that of the thing before.
  private void phrase(Sense setting) {
    boolean backwards = setting instanceof Sense.Painted;
    if (!backwards) {
      pending = new ThingDraft();
      container = null;
    }
    if (!(setting instanceof Sense.Light)) {
      phrase();
    }
  }

  private void thing(int at, Sense.Drawing drawing) {
    TaggedWord word = words.get(at);
    container = null;
    if (partOfLast(at, drawing)) {
      if (word.indonesian()) {
        return;
      }
      ThingDraft last = things.last();
      int before = things.removeLast();
      count = Math.max(count, before > 1 ? before : 0);
      pending = last == null ? pending : last;
    } else {
      determined = count > 0 || !pending.isEmpty() || afterArticle(at);
    }
    things.add(drawing.name(), count(word, drawing), pending, word.text());
    pending = new ThingDraft();
    count = 0;
    if (announced != null && things.size() == 2 && relation == null) {
      relation = announced;
      announced = null;
    } else if (announced != null && things.size() == 1) {
      announced = announced.inverse();
    } else {
      announced = null;
    }
  }

  private boolean afterArticle(int at) {
    return at > 0 && !words.get(at).starts() && words.get(at - 1).is(Sense.Mark.FUNCTION);
  }

  // "Tomato soup" is one thing, and so are "jus jeruk" and "a car seat".
  private boolean partOfLast(int at, Sense.Drawing drawing) {
    if (at == 0 || words.get(at).starts() || things.last() == null || things.size() == 0) {
      return false;
    }
    TaggedWord before = words.get(at - 1);
    if (!before.isDrawing() || before.plural()) {
      return false;
    }
    String last = things.lastDrawing();
    if (lexicon.edible(drawing.name()) && lexicon.edible(last)) {
      return true;
    }
    // "A girl skates" is no thing of a girl.
    boolean verb = words.get(at).plural() && lexicon.living(last);
    return determined && !verb && !words.get(at).indonesian() && !before.indonesian();
  }

  private int count(TaggedWord word, Sense.Drawing drawing) {
    if (count > 1 || (count == 1 && drawing.count() == 1)) {
      return count;
    }
    return drawing.count() > 1 ? drawing.count() : word.plural() ? SOME : 1;
  }

  private void grammar(TaggedWord word, Sense sense) {
    if (sense instanceof Sense.Counted counted) {
      counted(counted.count());
    } else if (sense instanceof Sense.Related related) {
      phrase();
      announced = new Setting.Relation(related.relation());
      preposition = true;
      negated = false;
    } else if (sense instanceof Sense.Mark mark) {
      mark(word, mark);
    }
  }

  private void counted(int number) {
    // "One of three cats" are three.
    boolean article = number == 1 && count > 1;
    if (!article) {
      if (things.last() != null) {
        phrase();
      }
      count = number;
    }
  }

  private void mark(TaggedWord word, Sense.Mark mark) {
    switch (mark) {
      case NEGATION -> {
        phrase();
        negated = true;
      }
      case OR -> {
        phrase();
        negated = wasNegated;
      }
      case AND -> and();
      case PREPOSITION, WITH -> {
        phrase();
        preposition = mark == Sense.Mark.PREPOSITION;
        announced = things.size() == 1 ? null : announced;
        negated = false;
      }
      case MEASURE -> {
        container = word;
        count = Math.max(count, word.text().startsWith("a ") ? 1 : 0);
      }
      case OF, FUNCTION -> {
        // says nothing by itself
      }
    }
  }

  // "A red and white car": the colours wait for the car.
  private void and() {
    if (things.last() != null || pending.isEmpty() || missing) {
      phrase();
      announced = null;
    }
    negated = false;
  }
}
