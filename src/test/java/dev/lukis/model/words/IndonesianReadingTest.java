package dev.lukis.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndonesianReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          balon merah dan mobil biru       | RED balloon; BLUE automobile
          kucing putih kecil               | SMALL WHITE cat
          kursi kayu merah                 | RED WOOD chair
          cincin emas                      | GOLD ring
          kucing yang berwarna hijau       | GREEN cat
          topi merah dan kuda              | RED top hat; horse
          """)
  void modifiersAreBehindTheirThing(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kucing-kucing di taman            | PARK; 3 cat
          tiga ekor burung                  | 3 bird
          seekor gajah di hutan             | FOREST; elephant
          banyak ikan                       | 8 fish
          kupu-kupu                         | butterfly
          dua kupu-kupu                     | 2 butterfly
          rumahnya                          | house
          """)
  void numbersRepetitionAndEndings(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seekor kucing di sebelah kiri anjing | cat; dog; first LEFT
          burung di atas rumah              | bird; house; first ABOVE
          kucing di bawah pohon             | cat; deciduous tree; first BELOW
          anjing di samping kucing          | dog; cat; first RIGHT
          kucing hitam kecil di atas meja   | TABLE_TOP; SMALL black cat
          rumah di tepi sungai pada pagi hari | RIVER DAWN; house
          perahu di danau saat senja hujan  | LAKE SUNSET RAIN; sailboat
          pasar malam dengan banyak lampu   | STREET NIGHT; 8 light bulb
          lukisan cat minyak seekor kuda    | OIL; horse
          seekor rubah, cat air             | WATERCOLOUR; fox
          pantai tanpa orang                | BEACH
          """)
  void relationsPlacesAndStyles(String prompt, String scene) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
  }
}
