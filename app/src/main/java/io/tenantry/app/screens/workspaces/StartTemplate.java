package io.tenantry.app.screens.workspaces;

import java.util.List;

/**
 * A shipped template, as the form previews it before the engine makes it.
 *
 * @param id its name in the contract
 * @param title its name for people
 * @param purpose what it is for, one sentence
 * @param tables its tables, in order
 * @param indexes how many indexes it has
 */
record StartTemplate(String id, String title, String purpose, List<String> tables, int indexes) {}
