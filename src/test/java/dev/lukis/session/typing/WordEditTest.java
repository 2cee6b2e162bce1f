package dev.lukis.session.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordEditTest {
  @ParameterizedTest(name = "[{0}] -> [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'red'        | 'red '          | true",
        "'red'        | 'red,'          | true",
        "'red '       | 'red  '         | false",
        "'re'         | 'red'           | false",
        "'red '       | 'red b'         | false",
        "''           | 'a'             | false",
        "''           | 'a red balloon' | true",
        "'a red cat'  | 'a  cat'        | true",
        "'a red cat'  | 'a cat'         | true",
        "'a red'      | 'a '            | true",
        "'a red'      | 'a re'          | false",
        "'a red cat'  | 'a rd cat'      | false",
        "'a redcat'   | 'a red cat'     | true",
        "'a red'      | 'a red'         | false",
        "'a b'        | ''              | true",
        "' '          | ''              | false",
      })
  void knowsWhenAWordEndsOrGoes(String before, String after, boolean expected) {
    assertThat(WordEdit.endsOrDeletesWord(before, after)).isEqualTo(expected);
  }
}
