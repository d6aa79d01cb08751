package io.tenantry.server.http;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.Whoami;
import io.tenantry.wire.Clearance;
import io.tenantry.wire.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps what is wrong with a request from those who may not make it, or who name what they cannot
 * see: they are told that instead. Asked only about requests that are wrong, so that good ones pay
 * nothing. Filled once at start; afterwards any thread.
 */
final class Clearances {
  private final Map<String, Consumer<Call>> subjects = new LinkedHashMap<>();

  /**
   * Adds what the paths below a template are about.
   *
   * @param look finds it as the caller; fails when they cannot see it
   */
  void subject(String template, Consumer<Call> look) {
    subjects.put(template, look);
  }

  /**
   * Lets those pass who may make a call if it is right.
   *
   * @throws EngineException with the code that the call itself would have for the others
   */
  void require(Call call, Endpoint<?, ?> endpoint) {
    if (endpoint.clearance() != Clearance.KNOWN) {
      require(endpoint.clearance(), call.project().whoami());
    }
    subjects.forEach(
        (template, look) -> {
          if (isBelow(endpoint.path(), template)) {
            look(call, look);
          }
        });
  }

  private static void require(Clearance clearance, Whoami caller) {
    if (clearance.isForAdmins() && caller.role() != Role.ADMIN) {
      throw EngineException.roleRequired(List.of(Role.ADMIN.code()), caller.role().code());
    }
    if (!clearance.scopes().contains(caller.scopeType())) {
      throw EngineException.scopeDenied(
          caller.scopeType().code(), caller.scopeValues(), caller.projectId().value());
    }
  }

  private static boolean isBelow(String path, String template) {
    return path.equals(template) || path.startsWith(template + "/");
  }

  private static void look(Call call, Consumer<Call> look) {
    try {
      look.accept(call);
    } catch (EngineException found) {
      if (hides(found.code())) {
        throw found;
      }
    }
  }

  private static boolean hides(ErrorCode code) {
    return switch (code) {
      case AUTH_REQUIRED,
          UNAUTHORIZED,
          FORBIDDEN,
          ROLE_REQUIRED,
          SCOPE_DENIED,
          PERMISSION_DENIED,
          NOT_FOUND ->
          true;
      default -> false;
    };
  }
}
