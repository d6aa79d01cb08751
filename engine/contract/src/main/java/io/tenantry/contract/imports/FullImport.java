package io.tenantry.contract.imports;

import io.tenantry.contract.workspaces.SchemaImport;

/**
 * A schema that was brought in, and the import of the rows that has started.
 *
 * @param schema what became of the schema
 * @param data the import of the rows, running
 */
public record FullImport(SchemaImport schema, DataImport data) {}
