package io.tenantry.contract.info;

/**
 * A place where dedicated tenants can live.
 *
 * @param zone its id, for example {@code eu-central}
 * @param label its name for people
 * @param isDefault whether it is taken when none is named
 */
public record Region(String zone, String label, boolean isDefault) {}
