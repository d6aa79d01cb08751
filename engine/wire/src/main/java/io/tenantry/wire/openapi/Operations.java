package io.tenantry.wire.openapi;

import io.tenantry.wire.Endpoint;
import io.tenantry.wire.accounts.AccountEndpoints;
import io.tenantry.wire.apikeys.ApiKeyEndpoints;
import io.tenantry.wire.backups.BackupEndpoints;
import io.tenantry.wire.blueprints.BlueprintEndpoints;
import io.tenantry.wire.deployments.DeploymentEndpoints;
import io.tenantry.wire.drift.DriftEndpoints;
import io.tenantry.wire.drills.DrillEndpoints;
import io.tenantry.wire.imports.ImportEndpoints;
import io.tenantry.wire.info.InfoEndpoints;
import io.tenantry.wire.logs.LogEndpoints;
import io.tenantry.wire.projects.ProjectEndpoints;
import io.tenantry.wire.queries.QueryEndpoints;
import io.tenantry.wire.recovery.RecoveryEndpoints;
import io.tenantry.wire.samples.SampleEndpoints;
import io.tenantry.wire.tenants.TenantEndpoints;
import io.tenantry.wire.users.UserEndpoints;
import io.tenantry.wire.workspaces.WorkspaceEndpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** All calls of the API. */
public final class Operations {
  private static final List<Class<?>> FEATURES =
      List.of(
          InfoEndpoints.class,
          AccountEndpoints.class,
          ProjectEndpoints.class,
          ApiKeyEndpoints.class,
          WorkspaceEndpoints.class,
          BlueprintEndpoints.class,
          DriftEndpoints.class,
          TenantEndpoints.class,
          SampleEndpoints.class,
          QueryEndpoints.class,
          DeploymentEndpoints.class,
          BackupEndpoints.class,
          DrillEndpoints.class,
          RecoveryEndpoints.class,
          LogEndpoints.class,
          ImportEndpoints.class,
          UserEndpoints.class);
  private static final String TEXTS = "operations.properties";

  private Operations() {}

  /** Returns them feature by feature, in the order of their constants. */
  public static List<Operation> all() {
    Properties texts = texts();
    List<Operation> all = new ArrayList<>();
    for (Class<?> feature : FEATURES) {
      for (Field field : feature.getDeclaredFields()) {
        if (field.getType() == Endpoint.class && Modifier.isPublic(field.getModifiers())) {
          all.add(operation(field, texts));
        }
      }
    }
    return all;
  }

  private static Operation operation(Field field, Properties texts) {
    String feature = lastSegment(field.getDeclaringClass().getPackageName());
    String id = feature + "." + camelCase(field.getName());
    Type[] types = ((ParameterizedType) field.getGenericType()).getActualTypeArguments();
    return new Operation(
        id,
        feature,
        endpoint(field),
        types[0],
        types[1],
        texts.getProperty(id, ""),
        words(texts.getProperty(id + ".parameters", "")));
  }

  private static Endpoint<?, ?> endpoint(Field field) {
    try {
      return (Endpoint<?, ?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " is public", e);
    }
  }

  private static String lastSegment(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    for (char letter : constant.toLowerCase(Locale.ROOT).toCharArray()) {
      if (letter == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(letter) : letter);
        upper = false;
      }
    }
    return name.toString();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static Properties texts() {
    Properties texts = new Properties();
    try (InputStream in = Operations.class.getResourceAsStream(TEXTS)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + TEXTS);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
