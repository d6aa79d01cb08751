package io.tenantry.core.imports;

/**
 * What imports may reach.
 *
 * @param privateAddresses whether addresses of this machine and of private networks may be fetched
 * @param localFiles whether files of the machine the engine runs on may be read, for administrators
 *     of a project
 */
public record ImportConfig(boolean privateAddresses, boolean localFiles) {
  /** Public addresses only; local files are for the owner of the data folder. */
  public static final ImportConfig DEFAULT = new ImportConfig(false, false);
}
