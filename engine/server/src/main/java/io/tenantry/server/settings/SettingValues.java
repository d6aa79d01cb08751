package io.tenantry.server.settings;

import io.tenantry.contract.error.EngineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of all settings. The command line wins over the environment, that over the file, that
 * over what is built in. Immutable.
 */
public final class SettingValues {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  private final Map<String, Value> values = new LinkedHashMap<>();

  /** Where a value comes from. */
  public enum Source {
    /** An option of the command. */
    COMMAND_LINE,
    /** A variable of the environment. */
    ENVIRONMENT,
    /** The configuration file. */
    FILE,
    /** Nobody set it. */
    DEFAULT;

    /** Returns it in words. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * A setting with its value.
   *
   * @param setting the setting
   * @param text its value
   * @param source where it comes from
   */
  public record Value(Setting setting, String text, Source source) {}

  /**
   * Puts the values together.
   *
   * @param options those of the command line, by key
   * @param environment all variables of the environment
   * @param file those of the file, by key
   * @throws EngineException BAD_REQUEST naming a key that is no setting
   */
  public static SettingValues of(
      Map<String, String> options, Map<String, String> environment, Map<String, String> file) {
    SettingValues resolved = new SettingValues();
    Settings.fixed().forEach(each -> resolved.add(each, options, environment, file));
    List<Setting> all = Settings.all(resolved.list(Settings.REGIONS));
    all.forEach(each -> resolved.add(each, options, environment, file));
    resolved.refuseUnknown("on the command line", options);
    resolved.refuseUnknown("in the configuration file", file);
    return resolved;
  }

  private void add(
      Setting setting,
      Map<String, String> options,
      Map<String, String> environment,
      Map<String, String> file) {
    Value value = new Value(setting, setting.fallback(), Source.DEFAULT);
    value = other(value, file.get(setting.key()), Source.FILE);
    value = other(value, environment.get(setting.variable()), Source.ENVIRONMENT);
    value = other(value, options.get(setting.key()), Source.COMMAND_LINE);
    values.put(setting.key(), value);
  }

  private static Value other(Value known, @Nullable String text, Source source) {
    return text == null ? known : new Value(known.setting(), text.strip(), source);
  }

  private void refuseUnknown(String where, Map<String, String> given) {
    for (String key : given.keySet()) {
      if (!values.containsKey(key)) {
        throw EngineException.badField(
            key, "Unknown setting '%s' %s%s".formatted(key, where, suggestion(key)));
      }
    }
  }

  private String suggestion(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    return values.keySet().stream()
        .filter(each -> each.endsWith(last) || each.startsWith(key))
        .findFirst()
        .map(each -> "; did you mean '" + each + "'?")
        .orElse("; 'tenantry-server config' shows all");
  }

  /** Returns all in the order in which they are shown. */
  public List<Value> all() {
    return List.copyOf(values.values());
  }

  /** Returns a text; empty when it is not set. */
  public Optional<String> text(String key) {
    return Optional.of(value(key).text()).filter(text -> !text.isEmpty());
  }

  /**
   * Returns the address of a server: scheme, host, and a port when it has one.
   *
   * @throws EngineException BAD_REQUEST naming the setting, its source and what it must be
   */
  public Optional<URI> address(String key) {
    return text(key).map(text -> address(value(key), text));
  }

  private static URI address(Value value, String text) {
    String needs = "must be an address such as https://db.example.com, without a path";
    try {
      URI address = new URI(text);
      boolean web = List.of("http", "https").contains(String.valueOf(address.getScheme()));
      boolean bare = List.of("", "/").contains(String.valueOf(address.getRawPath()));
      if (web && bare && address.getHost() != null && address.getRawUserInfo() == null) {
        return new URI(
            address.getScheme(), null, address.getHost(), address.getPort(), "", null, null);
      }
    } catch (URISyntaxException e) {
      throw wrong(value, needs);
    }
    throw wrong(value, needs);
  }

  /** Returns the texts between commas. */
  public List<String> list(String key) {
    return Arrays.stream(value(key).text().split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /**
   * Returns a whole number.
   *
   * @throws EngineException BAD_REQUEST naming the setting, its source and what it must be
   */
  public int integer(String key, int min, int max) {
    Value value = value(key);
    try {
      int number = Integer.parseInt(value.text());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(value, "must be a whole number");
    }
    throw wrong(value, "must be between " + min + " and " + max);
  }

  /** Returns a switch; errors as {@link #integer}. */
  public boolean flag(String key) {
    Value value = value(key);
    return switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes", "1" -> true;
      case "false", "off", "no", "0" -> false;
      default -> throw wrong(value, "must be true or false");
    };
  }

  /** Returns a constant by its name in any case; errors as {@link #integer}. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    Value value = value(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value.text())) {
        return constant;
      }
    }
    throw wrong(
        value,
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "must be one of: ", "")));
  }

  /** Returns a length of time such as 100ms, 30s, 5m, 24h or 7d; errors as {@link #integer}. */
  public Duration duration(String key) {
    Value value = value(key);
    Matcher matcher = DURATION.matcher(value.text());
    if (!matcher.matches()) {
      throw wrong(value, "must be a length of time such as 100ms, 30s, 5m, 24h or 7d");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** Returns a time of day such as 03:00; errors as {@link #integer}. */
  public LocalTime timeOfDay(String key) {
    Value value = value(key);
    try {
      return LocalTime.parse(value.text());
    } catch (DateTimeParseException e) {
      throw wrong(value, "must be a time of day such as 03:00");
    }
  }

  private Value value(String key) {
    Value value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no setting " + key);
    }
    return value;
  }

  private static EngineException wrong(Value value, String rule) {
    return EngineException.badField(
        value.setting().key(),
        "%s %s (it is '%s', from %s)"
            .formatted(value.setting().key(), rule, value.text(), value.source().words()));
  }
}
