package io.tenantry.contract.databases;

import java.util.Optional;

/**
 * A column of an answer.
 *
 * @param name its name
 * @param declaredType the type it was declared with in its table; empty for expressions
 */
public record DatabaseColumn(String name, Optional<String> declaredType) {}
