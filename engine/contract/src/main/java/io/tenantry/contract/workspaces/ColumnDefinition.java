package io.tenantry.contract.workspaces;

import java.util.Optional;

/**
 * A column to create.
 *
 * @param name its name
 * @param type SQL type, for example {@code INTEGER} or {@code DECIMAL(15,2)}
 * @param nullable whether it may be NULL
 * @param defaultValue default as a SQL literal or a keyword such as {@code CURRENT_TIMESTAMP}; the
 *     wire calls it {@code default}
 * @param primaryKey whether it is (part of) the primary key
 * @param unique whether its values must differ
 * @param references referenced column as {@code table(column)}
 */
public record ColumnDefinition(
    String name,
    String type,
    boolean nullable,
    Optional<String> defaultValue,
    boolean primaryKey,
    boolean unique,
    Optional<String> references) {}
