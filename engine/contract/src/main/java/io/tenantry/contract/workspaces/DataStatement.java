package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;
import java.util.Optional;

/**
 * A data statement that ran in one request with schema changes (an extension). What a change needs
 * to take rows along is carried: every tenant that gets the version runs it, too, in its place
 * between the changes. All else stays in the workspace, as in the reference, until its author says
 * otherwise.
 *
 * @param id its number, unique in the engine
 * @param changeId the change that it belongs to and goes with; absent when it stands by itself
 * @param version the version it came with
 * @param statement its SQL; of several that are named together the first
 * @param count how many statements it stands for
 * @param carried whether tenants run it
 * @param needed whether its change needs it to take rows along, so that it is carried unless its
 *     author says otherwise: without it, tenants lose those rows
 * @param reason why, for people, for example {@code copies rows of users into users_new}
 * @param switchable whether its author may still decide otherwise: while no tenant has the version,
 *     and only where the statement was kept (of more than 4 MB in one request it is not)
 */
public record DataStatement(
    long id,
    Optional<Long> changeId,
    Version version,
    String statement,
    long count,
    boolean carried,
    boolean needed,
    String reason,
    boolean switchable) {}
