package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * One recorded schema change: a statement, or several that belong together, such as those that make
 * a table anew and copy its rows.
 *
 * @param id its number, unique in the engine
 * @param version the version it came with
 * @param kind what it does, for example {@code create_table} or {@code add_column}
 * @param object what it does it to, for example {@code users} or {@code users.email}
 * @param summary the same for people, for example {@code rebuild users: name becomes NOT NULL} (an
 *     extension)
 * @param statement its SQL; of several statements a script in the order in which they ran
 * @param destructive whether it destroys data
 * @param loss what rows or values it destroys, for people; present when it is destructive (an
 *     extension)
 * @param rowEffect what it does to rows, for people, for example {@code copies all rows}; absent
 *     when it touches none (an extension)
 * @param revertible whether it has an inverse
 * @param revertStatement the inverse
 * @param deployedToCount how many tenants have it (an extension); it can be skipped and reverted
 *     while none has
 * @param createdAt UTC, whole seconds
 */
public record Change(
    long id,
    Version version,
    String kind,
    String object,
    String summary,
    String statement,
    boolean destructive,
    Optional<String> loss,
    Optional<String> rowEffect,
    boolean revertible,
    Optional<String> revertStatement,
    long deployedToCount,
    Instant createdAt) {}
