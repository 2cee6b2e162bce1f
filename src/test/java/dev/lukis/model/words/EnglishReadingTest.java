package dev.lukis.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a red balloon and a blue car | RED balloon; BLUE automobile
          a red balloon, a blue car    | RED balloon; BLUE automobile
          a big, red balloon           | BIG RED balloon
          the car is blue and the house is red | BLUE automobile; RED house
          a red and white car          | RED automobile
          an orange cat                | ORANGE cat
          an orange                    | tangerine
          a glass house                | GLASS house
          a glass of milk              | glass of milk
          a gold ring on a wooden box  | GOLD ring; WOOD package; first ABOVE
          a tiny house under a giant mushroom | SMALL house; BIG mushroom; first BELOW
          """)
  void modifiersBelongToTheirThing(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          two cats and three big dogs | 2 cat; 3 BIG dog
          cats                        | 3 cat
          a dozen roses               | 12 rose
          many mice                   | 8 mouse
          a few wolves                | 3 wolf
          100 sheep                   | 12 ewe
          a flock of birds            | 6 bird
          the children's ball         | soccer ball
          a pair of chopsticks        | 2 chopsticks
          some people                 | 3 person
          a crowd of people           | 8 person
          """)
  void numbersAndPluralsCount(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a cat left of a dog              | cat; dog; first LEFT
          a dog to the right of a tree     | dog; deciduous tree; first RIGHT
          a bird above a house             | bird; house; first ABOVE
          above the house a balloon        | house; balloon; first BELOW
          a cat next to a dog              | cat; dog; first RIGHT
          a balloon above the city         | SKYLINE; balloon
          a cat on the beach and a dog     | BEACH; cat; dog
          """)
  void relationsAreBetweenTheFirstTwoThings(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          beach                          | BEACH
          an office                      | CLASSROOM
          a boat on the sea              | SEA; sailboat
          a village in the mountains     | MOUNTAINS; houses
          the first snow in a village    | VILLAGE SNOWFALL
          a teapot on a table in a kitchen | KITCHEN; teapot
          a whale under the sea at night | UNDERWATER NIGHT; whale
          a hot air balloon in the rain  | RAIN; balloon
          pencil drawing of an owl       | PENCIL; owl
          a fox, watercolor              | WATERCOLOUR; fox
          a fox in the snow, paper cut-out | SNOW PAPER; fox
          """)
  void placesHoursWeatherAndStyles(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no cats, just a dog          | dog
          a dog without cats or birds  | dog
          a beach without people       | BEACH
          not a cat but a dog          | dog
          a house with no windows in the forest | FOREST; house
          """)
  void whatIsNegatedIsNotShown(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
    assertThat(Readings.unknown(prompt)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a man riding a bicycle   | person biking
          a woman who is swimming  | person swimming
          an astronaut riding a horse | astronaut; horse; first ABOVE
          my grandmother's teapot  | teapot
          tomato soup              | steaming bowl
          two red car seats        | 2 RED chair
          the pirate hat           | top hat
          a girl and a cobra       | girl; snake
          a birthday party with cake | birthday cake
          they fly over a house    | house
          """)
  void severalWordsAreOneThing(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }
}
