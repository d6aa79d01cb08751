package io.tenantry.app.controls.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarTest {
  @ParameterizedTest
  @CsvSource({
    "acme, A",
    "acme-bank, AB",
    "Hooli UK, HU",
    "umbrella_corp_eu, UC",
    "bigCustomer, BC",
    "cust0017, 17",
    "tenant-001, 01",
    "t5, T",
    "ada.lovelace@example.com, AL",
    "élan vital, ÉV",
    "'', ''",
    "--, ''"
  })
  void lettersAreThoseOfTheFirstTwoWordsOrTheLastDigits(String name, String letters) {
    assertThat(Initials.of(name)).isEqualTo(letters);
  }

  @Test
  void lettersOutsideTheFirstPlaneStayWhole() {
    assertThat(Initials.of("\uD835\uDC00bc")).isEqualTo("\uD835\uDC00");
  }

  /** FNV-1a of "a" is 0xe40c292c, of "foobar" 0xbf9cf968: published values. */
  @ParameterizedTest
  @CsvSource({"a, 3826002220", "foobar, 3214735720", "b, 3876335077"})
  void colourIsTheHashOfTheIdSoThatItIsTheSameOnEveryMachine(String id, long hash) {
    assertThat(AvatarColour.of(id)).isEqualTo(AvatarColour.values()[(int) (hash % 7)]);
  }

  @Test
  void whatHasNoNameIsSlateAndNothingElseIs() {
    assertThat(AvatarColour.of("")).isEqualTo(AvatarColour.SLATE);
    Set<AvatarColour> used = EnumSet.noneOf(AvatarColour.class);
    IntStream.range(0, 500).mapToObj(i -> "tenant-" + i).map(AvatarColour::of).forEach(used::add);
    assertThat(used).isEqualTo(EnumSet.complementOf(EnumSet.of(AvatarColour.SLATE)));
  }
}
