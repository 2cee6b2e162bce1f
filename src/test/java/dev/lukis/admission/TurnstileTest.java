package dev.lukis.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.admission.Turnstile.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final int SEEDS = 500;
  private static final int EVENTS = 200;

  /** Remembers what it was told. */
  private static final class Person implements Turnstile.Comer {
    final List<Integer> told = new ArrayList<>();
    boolean inside;

    @Override
    public void admitted() {
      assertThat(inside).isFalse();
      inside = true;
    }

    @Override
    public void queued(int position) {
      assertThat(inside).isFalse();
      told.add(position);
    }
  }

  @Test
  void whoWaitsIsToldAPositionThatCountsDownAndIsLetInInTurn() {
    Turnstile turnstile = new Turnstile(1, 2);
    Person first = new Person();
    Person second = new Person();
    Person third = new Person();
    assertThat(turnstile.enter(first)).isEqualTo(Entry.INSIDE);
    assertThat(turnstile.enter(second)).isEqualTo(Entry.WAITING);
    assertThat(turnstile.enter(third)).isEqualTo(Entry.WAITING);
    assertThat(turnstile.open()).isFalse();
    assertThat(turnstile.enter(new Person())).isEqualTo(Entry.TURNED_AWAY);
    turnstile.leave(first);
    assertThat(second.inside).isTrue();
    assertThat(third.told).containsExactly(2, 1);
    turnstile.leave(second);
    assertThat(third.inside).isTrue();
  }

  @Test
  void whoComesBackTakesTheirOwnPlaceAheadOfTheLine() {
    Turnstile turnstile = new Turnstile(1, 5);
    Person old = new Person();
    Person waiting = new Person();
    Person again = new Person();
    turnstile.enter(old);
    turnstile.enter(waiting);
    assertThat(turnstile.replace(old, again)).isEqualTo(Entry.INSIDE);
    turnstile.leave(old);
    assertThat(waiting.inside).isFalse();
    assertThat(again.inside).isTrue();
  }

  @Test
  void onceShutNobodyIsLetInNotEvenFromTheLine() {
    Turnstile turnstile = new Turnstile(1, 5);
    Person inside = new Person();
    Person waiting = new Person();
    turnstile.enter(inside);
    turnstile.enter(waiting);
    turnstile.shut();
    turnstile.leave(inside);
    assertThat(waiting.inside).isFalse();
    assertThat(turnstile.enter(new Person())).isEqualTo(Entry.TURNED_AWAY);
  }

  @Test
  void neitherRoomNorLineIsEverExceededAndPositionsOnlyFall() {
    for (int seed = 0; seed < SEEDS; seed++) {
      comeAndGo(new Random(seed));
    }
  }

  private static void comeAndGo(Random random) {
    int room = 1 + random.nextInt(4);
    int line = random.nextInt(4);
    Turnstile turnstile = new Turnstile(room, line);
    List<Person> here = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      if (here.isEmpty() || random.nextInt(5) < 3) {
        Person person = new Person();
        if (turnstile.enter(person) != Entry.TURNED_AWAY) {
          here.add(person);
        }
      } else {
        turnstile.leave(here.remove(random.nextInt(here.size())));
      }
      assertThat(turnstile.inside()).isEqualTo(Math.min(here.size(), room));
      assertThat(turnstile.waiting()).isEqualTo(Math.max(0, here.size() - room));
      assertThat(here.stream().filter(each -> each.inside)).hasSize(turnstile.inside());
    }
    for (Person person : here) {
      assertThat(person.told).isSortedAccordingTo((a, b) -> b - a);
    }
  }
}
