package io.tenantry.app.controls.grid;

/**
 * Some rows and columns of an answer, to be taken away.
 *
 * @param data the answer
 * @param rows places of the rows, in the order to write them
 * @param columns places of the columns, from left to right
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GridSlice(GridData data, int[] rows, int[] columns) {}
