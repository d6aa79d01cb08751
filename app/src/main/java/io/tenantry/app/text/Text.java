package io.tenantry.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys to words. The first part of a key names its file: {@code tenants.title} stands in {@code
 * text/tenants.properties}. Arguments follow {@link MessageFormat}, so an apostrophe is written
 * twice in texts that have arguments. Any thread.
 */
public final class Text {
  private static final String FOLDER = "io.tenantry.app.text.";
  private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

  private Text() {}

  /**
   * Returns the words for a key.
   *
   * @throws MissingResourceException when the key does not exist
   */
  public static String of(String key) {
    return bundle(key).getString(key);
  }

  /** Returns the words for a key with its arguments filled in. */
  public static String of(String key, Object... arguments) {
    return new MessageFormat(of(key), Locale.ENGLISH).format(arguments);
  }

  /** Says whether a key exists. */
  public static boolean has(String key) {
    return bundle(key).containsKey(key);
  }

  private static ResourceBundle bundle(String key) {
    int dot = key.indexOf('.');
    String file = dot < 0 ? key : key.substring(0, dot);
    return BUNDLES.computeIfAbsent(
        file, name -> ResourceBundle.getBundle(FOLDER + name, Locale.ENGLISH));
  }
}
