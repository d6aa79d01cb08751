package io.tenantry.app.start;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a second start asks of the console that runs already.
 *
 * @param data the data folder given on its command line, absolute
 */
public record Ring(Optional<Path> data) {}
