package io.tenantry.app.screens.settings;

import java.nio.file.Path;

/**
 * What this console is, for people who report a problem.
 *
 * @param version its version
 * @param dataFolder where the local engine keeps everything
 * @param configFolder where the console keeps its own settings
 */
public record ProgramFacts(String version, Path dataFolder, Path configFolder) {}
