package io.tenantry.app.controls.icons;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class IconTest {
  /** A key is a key; an eye is for looking, at a secret and through a view. */
  private static final Set<Set<Icon>> SHARED =
      Set.of(EnumSet.of(Icon.API_KEYS, Icon.PRIMARY_KEY), EnumSet.of(Icon.VIEW, Icon.REVEAL));

  @Test
  void noTwoMeaningsShareAnIcon() {
    Map<Optional<Feather>, Set<Icon>> meanings =
        Stream.of(Icon.values()).collect(groupingBy(Icon::picture, mapping(icon -> icon, toSet())));
    assertThat(meanings.values().stream().filter(shared -> shared.size() > 1).toList())
        .containsExactlyInAnyOrderElementsOf(SHARED);
  }
}
