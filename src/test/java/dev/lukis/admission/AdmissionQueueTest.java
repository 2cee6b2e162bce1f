package dev.lukis.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.admission.AdmissionQueue.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdmissionQueueTest {
  private static final int SEEDS = 500;
  private static final int EVENTS = 200;

  /** Remembers what it was told. */
  private static final class Person implements AdmissionQueue.Entrant {
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
  void waitingEntrantsAreToldTheirPositionsAndAreAdmittedInOrder() {
    AdmissionQueue queue = new AdmissionQueue(1, 2);
    Person first = new Person();
    Person second = new Person();
    Person third = new Person();
    assertThat(queue.enter(first)).isEqualTo(Outcome.ADMITTED);
    assertThat(queue.enter(second)).isEqualTo(Outcome.QUEUED);
    assertThat(queue.enter(third)).isEqualTo(Outcome.QUEUED);
    assertThat(queue.open()).isFalse();
    assertThat(queue.enter(new Person())).isEqualTo(Outcome.REFUSED);
    queue.leave(first);
    assertThat(second.inside).isTrue();
    assertThat(third.told).containsExactly(2, 1);
    queue.leave(second);
    assertThat(third.inside).isTrue();
  }

  @Test
  void aReplacementTakesThePlaceOfAnAdmittedEntrantBeforeTheQueue() {
    AdmissionQueue queue = new AdmissionQueue(1, 5);
    Person old = new Person();
    Person waiting = new Person();
    Person again = new Person();
    queue.enter(old);
    queue.enter(waiting);
    assertThat(queue.replace(old, again)).isEqualTo(Outcome.ADMITTED);
    queue.leave(old);
    assertThat(waiting.inside).isFalse();
    assertThat(again.inside).isTrue();
  }

  @Test
  void aReplacementOfAWaitingEntrantKeepsItsPositionThoughTheQueueIsFull() {
    AdmissionQueue queue = new AdmissionQueue(1, 2);
    Person inside = new Person();
    Person old = new Person();
    Person last = new Person();
    Person again = new Person();
    queue.enter(inside);
    queue.enter(old);
    queue.enter(last);
    assertThat(queue.replace(old, again)).isEqualTo(Outcome.QUEUED);
    assertThat(again.told).containsExactly(1);
    queue.leave(old);
    queue.leave(inside);
    assertThat(again.inside).isTrue();
    assertThat(last.inside).isFalse();
  }

  @Test
  void aShutQueueAdmitsNoEntrantNotEvenAWaitingOne() {
    AdmissionQueue queue = new AdmissionQueue(1, 5);
    Person inside = new Person();
    Person waiting = new Person();
    queue.enter(inside);
    queue.enter(waiting);
    queue.shut();
    queue.leave(inside);
    assertThat(waiting.inside).isFalse();
    assertThat(queue.enter(new Person())).isEqualTo(Outcome.REFUSED);
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
    AdmissionQueue queue = new AdmissionQueue(room, line);
    List<Person> here = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      if (here.isEmpty() || random.nextInt(5) < 3) {
        Person person = new Person();
        if (queue.enter(person) != Outcome.REFUSED) {
          here.add(person);
        }
      } else {
        queue.leave(here.remove(random.nextInt(here.size())));
      }
      assertThat(queue.admitted()).isEqualTo(Math.min(here.size(), room));
      assertThat(queue.queued()).isEqualTo(Math.max(0, here.size() - room));
      assertThat(here.stream().filter(each -> each.inside)).hasSize(queue.admitted());
    }
    for (Person person : here) {
      assertThat(person.told).isSortedAccordingTo((a, b) -> b - a);
    }
  }
}
